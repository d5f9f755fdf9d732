import { api, methodNotAllowed } from '#lib/auth/api'
import { savePersonas } from '#lib/collect/personas/save'
import { bodyOf } from '#lib/http/request'
import { readPersonas } from '#lib/journeys/personas/read'

export const GET = api(async ({ ctx, params }) => ({ data: await readPersonas(ctx, params) }))

export const PUT = api(async ({ ctx, request, params }) => ({ data: await savePersonas(ctx, await bodyOf(request, params)) }))

const refuse = methodNotAllowed('GET, PUT')
export { refuse as DELETE, refuse as PATCH, refuse as POST }
