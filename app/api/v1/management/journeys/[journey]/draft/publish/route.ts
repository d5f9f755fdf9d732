import { api, methodNotAllowed } from '#lib/auth/api'
import { bodyOf } from '#lib/http/request'
import { publishDraft } from '#lib/maps/versions/publish'

export const POST = api(async ({ ctx, request, params }) => ({ data: await publishDraft(ctx, await bodyOf(request, params)) }))

const refuse = methodNotAllowed('POST')
export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT }
