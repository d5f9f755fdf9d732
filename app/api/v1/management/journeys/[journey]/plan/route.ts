import { api, methodNotAllowed } from '#lib/auth/api'
import { readPlan } from '#lib/maps/read-plan'

export const GET = api(async ({ ctx, params, query }) => ({ data: await readPlan(ctx, { ...query, journey: params.journey }) }))

const refuse = methodNotAllowed('GET')
export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT }
