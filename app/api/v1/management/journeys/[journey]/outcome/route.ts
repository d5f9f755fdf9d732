import { api, methodNotAllowed } from '#lib/auth/api'
import { bodyOf } from '#lib/http/request'
import { readOutcome, setOutcome } from '#lib/journeys/outcome'

export const GET = api(async ({ ctx, params }) => ({ data: { outcome: await readOutcome(ctx, params) } }))

export const PUT = api(async ({ ctx, request, params }) => {
  const { outcome } = await setOutcome(ctx, await bodyOf(request, params))
  return { data: { outcome } }
})

const refuse = methodNotAllowed('GET, PUT')
export { refuse as DELETE, refuse as PATCH, refuse as POST }
