import { api, methodNotAllowed } from '#lib/auth/api'
import { bodyOf } from '#lib/http/request'
import { createJourney } from '#lib/journeys/create'
import { listJourneys } from '#lib/journeys/read'
import { startJourney } from '#lib/surveys/start'

export const GET = api(({ ctx, query }) => listJourneys(ctx, query))

export const POST = api(async ({ ctx, request }) => {
  const body = await bodyOf(request)
  const data = await ('template' in body ? startJourney(ctx, body) : createJourney(ctx, body))
  return { data, status: 201, headers: { location: `/api/v1/management/journeys/${data.key}` } }
})

const refuse = methodNotAllowed('GET, POST')
export { refuse as DELETE, refuse as PATCH, refuse as PUT }
