import { api, methodNotAllowed } from '#lib/auth/api'
import { listComments } from '#lib/maps/comments/list'

export const GET = api(async ({ ctx, params, query }) => {
  const { nextCursor, ...data } = await listComments(ctx, { ...query, journey: params.journey })
  return { data, nextCursor }
})

const refuse = methodNotAllowed('GET')
export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT }
