import { api, methodNotAllowed } from '#lib/auth/api'
import { readExplanation } from '#lib/maps/explain/read-explanation'

// What it is compared with may be said several times.
export const GET = api(async ({ ctx, request, params, query }) => {
  const compare = new URL(request.url).searchParams.getAll('compare')
  return { data: await readExplanation(ctx, { ...query, ...(compare.length > 0 ? { compare } : {}), journey: params.journey }) }
})

const refuse = methodNotAllowed('GET')
export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT }
