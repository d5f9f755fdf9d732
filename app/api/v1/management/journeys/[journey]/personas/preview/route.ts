import { api, methodNotAllowed } from '#lib/auth/api'
import { previewPersonas } from '#lib/collect/personas/preview'
import { bodyOf } from '#lib/http/request'

export const POST = api(async ({ ctx, request, params }) => ({ data: await previewPersonas(ctx, await bodyOf(request, params)) }))

const refuse = methodNotAllowed('POST')
export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT }
