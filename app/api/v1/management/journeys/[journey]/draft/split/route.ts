import { api, methodNotAllowed } from '#lib/auth/api'
import { bodyOf } from '#lib/http/request'
import { splitStage } from '#lib/journeys/draft/places/split'

export const POST = api(async ({ ctx, request, params }) => ({ data: await splitStage(ctx, await bodyOf(request, params)), status: 201 }))

const refuse = methodNotAllowed('POST')
export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT }
