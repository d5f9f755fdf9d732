import { api, methodNotAllowed } from '#lib/auth/api'
import { bodyOf } from '#lib/http/request'
import { archiveStage, renameStage } from '#lib/journeys/stages'
import { changeMap } from '#lib/maps/versions/at-once'

export const PATCH = api(async ({ ctx, request, params }) => ({ data: await changeMap(ctx, renameStage, await bodyOf(request, params)) }))

export const DELETE = api(async ({ ctx, params }) => ({ data: await changeMap(ctx, archiveStage, params) }))

const refuse = methodNotAllowed('PATCH, DELETE')
export { refuse as GET, refuse as POST, refuse as PUT }
