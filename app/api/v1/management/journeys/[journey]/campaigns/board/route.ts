import { api, methodNotAllowed } from '#lib/auth/api'
import { readCampaignBoard } from '#lib/maps/campaigns/read-board'

export const GET = api(async ({ ctx, params, query }) => ({ data: await readCampaignBoard(ctx, { ...query, journey: params.journey }) }))

const refuse = methodNotAllowed('GET')
export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT }
