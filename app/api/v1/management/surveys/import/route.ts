import { api, methodNotAllowed } from '#lib/auth/api'
import { bodyOf } from '#lib/http/request'
import { importSurvey } from '#lib/surveys/portable'

/** A survey of thirty questions in many languages says more than other bodies. */
const MOST_BYTES = 1024 * 1024

export const POST = api(async ({ ctx, request }) => {
  const data = await importSurvey(ctx, await bodyOf(request, {}, MOST_BYTES))
  return { data, status: 201, headers: { location: `/api/v1/management/surveys/${data.id}` } }
})

const refuse = methodNotAllowed('POST')
export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT }
