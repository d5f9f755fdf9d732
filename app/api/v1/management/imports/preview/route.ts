import { api, methodNotAllowed } from '#lib/auth/api'
import { previewRequest } from '#lib/imports/request'

export const POST = api(async ({ ctx, request }) => ({ data: await previewRequest(ctx, request) }))

export const GET = methodNotAllowed('POST')
export const PUT = GET
export const PATCH = GET
export const DELETE = GET
