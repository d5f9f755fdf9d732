import { api, methodNotAllowed } from '#lib/auth/api'
import { bodyOf } from '#lib/http/request'
import { mergeStages } from '#lib/journeys/draft/places/merge'

export const POST = api(async ({ ctx, request, params }) => ({ data: await mergeStages(ctx, await bodyOf(request, params)) }))

const refuse = methodNotAllowed('POST')
export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT }
