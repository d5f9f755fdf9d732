import { api, methodNotAllowed } from '#lib/auth/api'
import { reopenSurvey } from '#lib/surveys/publish'

export const POST = api(async ({ ctx, params }) => ({ data: await reopenSurvey(ctx, params) }))

const refuse = methodNotAllowed('POST')
export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT }
