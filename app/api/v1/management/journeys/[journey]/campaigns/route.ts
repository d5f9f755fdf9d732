import { api, methodNotAllowed } from '#lib/auth/api'
import { listCampaigns } from '#lib/campaigns/read'
import { addCampaign } from '#lib/campaigns/write'
import { bodyOf } from '#lib/http/request'

export const GET = api(({ ctx, params, query }) => listCampaigns(ctx, { ...query, journey: params.journey }))

export const POST = api(async ({ ctx, request, params }) => ({ data: await addCampaign(ctx, await bodyOf(request, params)), status: 201 }))

const refuse = methodNotAllowed('GET, POST')
export { refuse as DELETE, refuse as PATCH, refuse as PUT }
