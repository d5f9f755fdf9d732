import { api, methodNotAllowed } from '#lib/auth/api'
import { readVersion } from '#lib/maps/versions/read'

export const GET = api(async ({ ctx, params }) => {
  const { snapshot, ...version } = await readVersion(ctx, params)
  const { findings: _, ...map } = snapshot ?? { findings: null }
  return { data: { ...version, snapshot: snapshot && map } }
})

const refuse = methodNotAllowed('GET')
export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT }
