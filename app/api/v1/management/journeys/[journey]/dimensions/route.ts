import { api, methodNotAllowed } from '#lib/auth/api'
import { declareDimension } from '#lib/collect/dimensions/declare'
import { bodyOf } from '#lib/http/request'
import { listDimensions } from '#lib/journeys/dimensions'

export const GET = api(async ({ ctx, params }) => ({ data: await listDimensions(ctx, params) }))

export const POST = api(async ({ ctx, request, params }) => ({ data: await declareDimension(ctx, await bodyOf(request, params)), status: 201 }))

const refuse = methodNotAllowed('GET, POST')
export { refuse as DELETE, refuse as PATCH, refuse as PUT }
