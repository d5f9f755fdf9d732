import { api, methodNotAllowed } from '#lib/auth/api'
import { restoreCampaign } from '#lib/campaigns/write'

export const POST = api(async ({ ctx, params }) => ({ data: await restoreCampaign(ctx, params) }))

const refuse = methodNotAllowed('POST')
export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT }
