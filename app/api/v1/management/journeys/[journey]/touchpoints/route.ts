import { api, methodNotAllowed } from '#lib/auth/api'
import { bodyOf } from '#lib/http/request'
import { addTouchpoint, reorderTouchpoints } from '#lib/journeys/touchpoints'
import { changeMap } from '#lib/maps/versions/at-once'

export const POST = api(async ({ ctx, request, params }) => ({ data: await changeMap(ctx, addTouchpoint, await bodyOf(request, params)), status: 201 }))

export const PUT = api(async ({ ctx, request, params }) => ({ data: await changeMap(ctx, reorderTouchpoints, await bodyOf(request, params)) }))

const refuse = methodNotAllowed('POST, PUT')
export { refuse as DELETE, refuse as GET, refuse as PATCH }
