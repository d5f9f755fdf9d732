import { api, methodNotAllowed } from '#lib/auth/api'
import { eraseResponse } from '#lib/collect/erase'
import { readResponse } from '#lib/collect/list'

export const GET = api(async ({ ctx, params }) => ({ data: await readResponse(ctx, params) }))

export const DELETE = api(async ({ ctx, params }) => ({ data: await eraseResponse(ctx, params) }))

const refuse = methodNotAllowed('GET, DELETE')
export { refuse as PATCH, refuse as POST, refuse as PUT }
