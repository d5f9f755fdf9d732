import { api, methodNotAllowed } from '#lib/auth/api'
import { restoreTouchpoint } from '#lib/journeys/touchpoints'

export const POST = api(async ({ ctx, params }) => ({ data: await restoreTouchpoint(ctx, params) }))

const refuse = methodNotAllowed('POST')
export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT }
