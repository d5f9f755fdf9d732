import { api, methodNotAllowed } from '#lib/auth/api'
import { removeDimension } from '#lib/collect/dimensions/declare'

export const DELETE = api(async ({ ctx, params }) => ({ data: await removeDimension(ctx, params) }))

const refuse = methodNotAllowed('DELETE')
export { refuse as GET, refuse as PATCH, refuse as POST, refuse as PUT }
