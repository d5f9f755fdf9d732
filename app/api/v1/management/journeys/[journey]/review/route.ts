import { api, methodNotAllowed } from '#lib/auth/api'
import { bodyOf } from '#lib/http/request'
import { readReview } from '#lib/journeys/review/read'
import { setReview } from '#lib/journeys/review/write'

export const GET = api(async ({ ctx, params, query }) => ({ data: await readReview(ctx, { ...query, journey: params.journey }) }))

export const PUT = api(async ({ ctx, request, params }) => ({ data: await setReview(ctx, await bodyOf(request, params)) }))

const refuse = methodNotAllowed('GET, PUT')
export { refuse as DELETE, refuse as PATCH, refuse as POST }
