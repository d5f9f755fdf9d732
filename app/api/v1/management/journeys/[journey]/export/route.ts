import { api, methodNotAllowed } from '#lib/auth/api'
import { exportJourney } from '#lib/exports/journey/export'

export const GET = api(async ({ ctx, params, query }) => {
  const { name, text, file } = await exportJourney(ctx, { ...query, ...params })
  return { data: file ?? { name, text } }
})

const refuse = methodNotAllowed('GET')
export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT }
