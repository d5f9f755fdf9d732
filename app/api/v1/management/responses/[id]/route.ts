import { api, methodNotAllowed } from '#lib/auth/api'
import { eraseResponse } from '#lib/collect/erase'
import { readResponse } from '#lib/collect/results/list'
import { reviewResponse } from '#lib/collect/review'
import { bodyOf } from '#lib/http/request'

export const GET = api(async ({ ctx, params }) => ({ data: await readResponse(ctx, params) }))

export const PATCH = api(async ({ ctx, request, params }) => ({ data: await reviewResponse(ctx, await bodyOf(request, params)) }))

export const DELETE = api(async ({ ctx, params }) => ({ data: await eraseResponse(ctx, params) }))

const refuse = methodNotAllowed('GET, PATCH, DELETE')
export { refuse as POST, refuse as PUT }
