import { api, methodNotAllowed } from '#lib/auth/api'
import { listVersions } from '#lib/maps/versions/list'

export const GET = api(({ ctx, params, query }) => listVersions(ctx, { ...query, ...params }))

const refuse = methodNotAllowed('GET')
export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT }
