import { api, methodNotAllowed } from '#lib/auth/api'
import { readTrend } from '#lib/maps/change/read-trend'

export const GET = api(async ({ ctx, params, query }) => ({ data: await readTrend(ctx, { ...query, journey: params.journey }) }))

const refuse = methodNotAllowed('GET')
export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT }
