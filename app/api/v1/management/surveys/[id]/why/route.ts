import { api, methodNotAllowed } from '#lib/auth/api'
import { whyShown } from '#lib/people/asking/why'

export const GET = api(async ({ ctx, params, query }) => ({ data: await whyShown(ctx, { ...query, survey: params.id }) }))

const refuse = methodNotAllowed('GET')
export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT }
