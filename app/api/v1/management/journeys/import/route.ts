import { api, methodNotAllowed } from '#lib/auth/api'
import { bodyOf } from '#lib/http/request'
import { importJourney } from '#lib/imports/journey/import'

/** Half a million characters of any script, escaped as JSON. */
const MOST_BYTES = 3 * 1024 * 1024

export const POST = api(async ({ ctx, request }) => {
  const data = await importJourney(ctx, await bodyOf(request, {}, MOST_BYTES))
  const isNew = data.into === null && data.journey !== null
  return isNew ? { data, status: 201, headers: { location: `/api/v1/management/journeys/${data.journey?.key}` } } : { data }
})

const refuse = methodNotAllowed('POST')
export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT }
