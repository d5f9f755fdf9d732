import { api, methodNotAllowed } from '#lib/auth/api'
import { closeSurvey } from '#lib/surveys/publish'

export const POST = api(async ({ ctx, params }) => ({ data: await closeSurvey(ctx, params) }))

const refuse = methodNotAllowed('POST')
export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT }
