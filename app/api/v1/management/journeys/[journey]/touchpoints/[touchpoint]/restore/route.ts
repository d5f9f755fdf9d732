import { api, methodNotAllowed } from '#lib/auth/api'
import { restoreTouchpoint } from '#lib/journeys/touchpoints'
import { changeMap } from '#lib/maps/versions/at-once'

export const POST = api(async ({ ctx, params }) => ({ data: await changeMap(ctx, restoreTouchpoint, params) }))

const refuse = methodNotAllowed('POST')
export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT }
