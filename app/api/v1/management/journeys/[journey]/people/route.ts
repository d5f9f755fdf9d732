import { api, methodNotAllowed } from '#lib/auth/api'
import { listPeople } from '#lib/maps/people/list'

export const GET = api(async ({ ctx, params, query }) => {
  const { nextCursor, ...data } = await listPeople(ctx, { ...query, journey: params.journey })
  return { data, nextCursor }
})

const refuse = methodNotAllowed('GET')
export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT }
