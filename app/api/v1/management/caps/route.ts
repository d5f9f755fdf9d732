import { api, methodNotAllowed } from '#lib/auth/api'
import { bodyOf } from '#lib/http/request'
import { readCaps, saveCaps } from '#lib/people/caps'

export const GET = api(async ({ ctx }) => ({ data: await readCaps(ctx) }))

export const PUT = api(async ({ ctx, request }) => ({ data: await saveCaps(ctx, await bodyOf(request)) }))

const refuse = methodNotAllowed('GET, PUT')
export { refuse as DELETE, refuse as PATCH, refuse as POST }
