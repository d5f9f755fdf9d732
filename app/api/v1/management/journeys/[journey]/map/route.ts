import { api, methodNotAllowed } from '#lib/auth/api'
import { readMap } from '#lib/maps/read-map'

// What it is compared with may be said several times.
export const GET = api(async ({ ctx, request, params, query }) => {
  const compare = new URL(request.url).searchParams.getAll('compare')
  const { findings: _, ...data } = await readMap(ctx, { ...query, ...(compare.length > 0 ? { compare } : {}), journey: params.journey })
  return { data }
})

const refuse = methodNotAllowed('GET')
export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT }
