import { api, methodNotAllowed } from '#lib/auth/api'
import { readVersion } from '#lib/maps/versions/read'

export const GET = api(async ({ ctx, params }) => ({ data: await readVersion(ctx, params) }))

const refuse = methodNotAllowed('GET')
export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT }
