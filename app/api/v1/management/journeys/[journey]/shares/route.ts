import { api, methodNotAllowed } from '#lib/auth/api'
import { bodyOf } from '#lib/http/request'
import { listShares } from '#lib/shares/list'
import { createShare } from '#lib/shares/write'

export const GET = api(async ({ ctx, params, query }) => ({ data: await listShares(ctx, { ...query, journey: params.journey }) }))

export const POST = api(async ({ ctx, request, params }) => ({ data: await createShare(ctx, await bodyOf(request, params)), status: 201 }))

const refuse = methodNotAllowed('GET, POST')
export { refuse as DELETE, refuse as PATCH, refuse as PUT }
