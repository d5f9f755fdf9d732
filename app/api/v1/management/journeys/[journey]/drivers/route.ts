import { api, methodNotAllowed } from '#lib/auth/api'
import { readDrivers } from '#lib/maps/drivers/read-drivers'

export const GET = api(async ({ ctx, params, query }) => ({ data: await readDrivers(ctx, { ...query, journey: params.journey }) }))

const refuse = methodNotAllowed('GET')
export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT }
