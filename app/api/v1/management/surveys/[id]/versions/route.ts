import { api, methodNotAllowed } from '#lib/auth/api'
import { listVersions } from '#lib/surveys/versions'

export const GET = api(({ ctx, params, query }) => listVersions(ctx, { ...query, id: params.id }))

const refuse = methodNotAllowed('GET')
export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT }
