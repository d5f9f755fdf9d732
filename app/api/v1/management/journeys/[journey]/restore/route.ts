import { api, methodNotAllowed } from '#lib/auth/api'
import { restoreJourney } from '#lib/journeys/edit'

export const POST = api(async ({ ctx, params }) => ({ data: await restoreJourney(ctx, params) }))

const refuse = methodNotAllowed('POST')
export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT }
