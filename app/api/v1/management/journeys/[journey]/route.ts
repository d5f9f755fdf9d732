import { api, methodNotAllowed } from '#lib/auth/api'
import { bodyOf } from '#lib/http/request'
import { archiveJourney, renameJourney } from '#lib/journeys/edit'
import { readJourney } from '#lib/journeys/read'
import { changeMap } from '#lib/maps/versions/at-once'

export const GET = api(async ({ ctx, params }) => ({ data: await readJourney(ctx, params) }))

export const PATCH = api(async ({ ctx, request, params }) => ({ data: await changeMap(ctx, renameJourney, await bodyOf(request, params)) }))

export const DELETE = api(async ({ ctx, params }) => ({ data: await archiveJourney(ctx, params) }))

const refuse = methodNotAllowed('GET, PATCH, DELETE')
export { refuse as POST, refuse as PUT }
