import { api, methodNotAllowed } from '#lib/auth/api'
import { pinQuote, unpinQuote } from '#lib/maps/quotes/pin'

export const PUT = api(async ({ ctx, params }) => ({ data: await pinQuote(ctx, params) }))

export const DELETE = api(async ({ ctx, params }) => ({ data: await unpinQuote(ctx, params) }))

const refuse = methodNotAllowed('PUT, DELETE')
export { refuse as GET, refuse as PATCH, refuse as POST }
