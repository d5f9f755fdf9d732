import { api, methodNotAllowed } from '#lib/auth/api'
import { duplicateSurvey } from '#lib/surveys/write'

export const POST = api(async ({ ctx, params }) => {
  const data = await duplicateSurvey(ctx, params)
  return { data, status: 201, headers: { location: `/api/v1/management/surveys/${data.id}` } }
})

const refuse = methodNotAllowed('POST')
export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT }
