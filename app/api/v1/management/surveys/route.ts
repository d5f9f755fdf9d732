import { api, methodNotAllowed } from '#lib/auth/api'
import { bodyOf } from '#lib/http/request'
import { listSurveys } from '#lib/surveys/read'
import { createSurvey } from '#lib/surveys/write'

export const GET = api(({ ctx, query }) => listSurveys(ctx, query))

export const POST = api(async ({ ctx, request }) => {
  const data = await createSurvey(ctx, await bodyOf(request))
  return { data, status: 201, headers: { location: `/api/v1/management/surveys/${data.id}` } }
})

const refuse = methodNotAllowed('GET, POST')
export { refuse as DELETE, refuse as PATCH, refuse as PUT }
