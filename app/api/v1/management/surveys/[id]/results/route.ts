import { api, methodNotAllowed } from '#lib/auth/api'
import { surveyResults } from '#lib/collect/results/read'

export const GET = api(async ({ ctx, params, query }) => ({ data: await surveyResults(ctx, { ...query, id: params.id }) }))

const refuse = methodNotAllowed('GET')
export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT }
