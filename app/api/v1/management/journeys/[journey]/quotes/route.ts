import { api, methodNotAllowed } from '#lib/auth/api'
import { readQuotes } from '#lib/maps/quotes/read'

export const GET = api(async ({ ctx, params, query }) => ({ data: await readQuotes(ctx, { ...query, journey: params.journey }) }))

const refuse = methodNotAllowed('GET')
export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT }
