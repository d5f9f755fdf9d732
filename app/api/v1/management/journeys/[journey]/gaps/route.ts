import { api, methodNotAllowed } from '#lib/auth/api'
import { readGaps } from '#lib/maps/gaps/read-gaps'

export const GET = api(async ({ ctx, params, query }) => ({ data: await readGaps(ctx, { ...query, journey: params.journey }) }))

const refuse = methodNotAllowed('GET')
export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT }
