import { api, methodNotAllowed } from '#lib/auth/api'
import { exportSurvey } from '#lib/surveys/portable'

export const GET = api(async ({ ctx, params }) => ({ data: await exportSurvey(ctx, params) }))

const refuse = methodNotAllowed('GET')
export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT }
