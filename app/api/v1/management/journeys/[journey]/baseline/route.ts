import { api, methodNotAllowed } from '#lib/auth/api'
import { bodyOf } from '#lib/http/request'
import { clearBaseline, readBaseline, setBaseline } from '#lib/journeys/baseline'

export const GET = api(async ({ ctx, params }) => ({ data: await readBaseline(ctx, params) }))

export const PUT = api(async ({ ctx, request, params }) => ({ data: await setBaseline(ctx, await bodyOf(request, params)) }))

export const DELETE = api(async ({ ctx, params }) => ({ data: await clearBaseline(ctx, params) }))

const refuse = methodNotAllowed('GET, PUT, DELETE')
export { refuse as PATCH, refuse as POST }
