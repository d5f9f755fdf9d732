import { api, methodNotAllowed } from '#lib/auth/api'
import { bodyOf } from '#lib/http/request'
import { archiveStage, renameStage } from '#lib/journeys/stages'

export const PATCH = api(async ({ ctx, request, params }) => ({ data: await renameStage(ctx, await bodyOf(request, params)) }))

export const DELETE = api(async ({ ctx, params }) => ({ data: await archiveStage(ctx, params) }))

const refuse = methodNotAllowed('PATCH, DELETE')
export { refuse as GET, refuse as POST, refuse as PUT }
