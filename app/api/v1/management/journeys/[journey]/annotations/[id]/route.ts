import { changeAnnotation, removeAnnotation } from '#lib/annotations/write'
import { api, methodNotAllowed } from '#lib/auth/api'
import { bodyOf } from '#lib/http/request'

export const PATCH = api(async ({ ctx, request, params }) => ({ data: await changeAnnotation(ctx, await bodyOf(request, params)) }))

export const DELETE = api(async ({ ctx, params }) => ({ data: await removeAnnotation(ctx, params) }))

const refuse = methodNotAllowed('PATCH, DELETE')
export { refuse as GET, refuse as POST, refuse as PUT }
