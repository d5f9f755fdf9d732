import { api, methodNotAllowed } from '#lib/auth/api'
import { readImport } from '#lib/imports/read'

export const GET = api(async ({ ctx, params }) => ({ data: await readImport(ctx, params) }))

export const POST = methodNotAllowed('GET')
export const PUT = POST
export const PATCH = POST
export const DELETE = POST
