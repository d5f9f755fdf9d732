import { api, methodNotAllowed } from '#lib/auth/api'
import { bodyOf } from '#lib/http/request'
import { addStage, reorderStages } from '#lib/journeys/stages'
import { changeMap } from '#lib/maps/versions/at-once'

export const POST = api(async ({ ctx, request, params }) => ({ data: await changeMap(ctx, addStage, await bodyOf(request, params)), status: 201 }))

export const PUT = api(async ({ ctx, request, params }) => ({ data: await changeMap(ctx, reorderStages, await bodyOf(request, params)) }))

const refuse = methodNotAllowed('POST, PUT')
export { refuse as DELETE, refuse as GET, refuse as PATCH }
