import { api, methodNotAllowed } from '#lib/auth/api'
import { tellVersions } from '#lib/surveys/versions'

export const GET = api(({ ctx, params, query }) => tellVersions(ctx, { ...query, id: params.id }))

const refuse = methodNotAllowed('GET')
export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT }
