import { api, methodNotAllowed } from '#lib/auth/api'
import { readMap } from '#lib/maps/read-map'

export const GET = api(async ({ ctx, params, query }) => ({ data: await readMap(ctx, { ...query, journey: params.journey }) }))

const refuse = methodNotAllowed('GET')
export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT }
