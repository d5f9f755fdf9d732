import { api, methodNotAllowed } from '#lib/auth/api'
import { revokeShare } from '#lib/shares/write'

export const DELETE = api(async ({ ctx, params }) => ({ data: await revokeShare(ctx, params) }))

const refuse = methodNotAllowed('DELETE')
export { refuse as GET, refuse as PATCH, refuse as POST, refuse as PUT }
