import { api, methodNotAllowed } from '#lib/auth/api'
import { listResponses } from '#lib/collect/results/list'

export const GET = api(({ ctx, query }) => listResponses(ctx, query))

const refuse = methodNotAllowed('GET')
export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT }
