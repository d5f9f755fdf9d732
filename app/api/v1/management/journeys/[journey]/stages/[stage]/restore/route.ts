import { api, methodNotAllowed } from '#lib/auth/api'
import { restoreStage } from '#lib/journeys/stages'

export const POST = api(async ({ ctx, params }) => ({ data: await restoreStage(ctx, params) }))

const refuse = methodNotAllowed('POST')
export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT }
