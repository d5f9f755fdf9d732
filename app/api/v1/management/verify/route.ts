import { api, methodNotAllowed } from '#lib/auth/api'
import { verifyTallies } from '#lib/rollups/verify'

export const GET = api(async ({ ctx }) => ({ data: await verifyTallies(ctx) }))

export const POST = methodNotAllowed('GET')
export const PUT = POST
export const PATCH = POST
export const DELETE = POST
