import { api, methodNotAllowed } from '#lib/auth/api'
import { bodyOf } from '#lib/http/request'
import { changeDraft } from '#lib/journeys/draft/change'
import { discardDraft } from '#lib/journeys/draft/discard'
import { readDraft } from '#lib/journeys/draft/read'

/** Five hundred cells of a map, each with all that may stand in it. */
const MOST_BYTES = 1024 * 1024

export const GET = api(async ({ ctx, params }) => ({ data: await readDraft(ctx, params) }))

export const PATCH = api(async ({ ctx, request, params }) => ({ data: await changeDraft(ctx, await bodyOf(request, params, MOST_BYTES)) }))

export const DELETE = api(async ({ ctx, params, query }) => ({ data: await discardDraft(ctx, { ...query, ...params }) }))

const refuse = methodNotAllowed('GET, PATCH, DELETE')
export { refuse as POST, refuse as PUT }
