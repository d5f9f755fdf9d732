import { addAnnotation } from '#lib/annotations/write'
import { listAnnotations } from '#lib/annotations/read'
import { api, methodNotAllowed } from '#lib/auth/api'
import { bodyOf } from '#lib/http/request'

export const GET = api(async ({ ctx, params, query }) => ({ data: await listAnnotations(ctx, { ...query, journey: params.journey }) }))

export const POST = api(async ({ ctx, request, params }) => ({ data: await addAnnotation(ctx, await bodyOf(request, params)), status: 201 }))

const refuse = methodNotAllowed('GET, POST')
export { refuse as DELETE, refuse as PATCH, refuse as PUT }
