import { api, methodNotAllowed } from '#lib/auth/api'
import { moveTouchpoint } from '#lib/collect/move'
import { bodyOf } from '#lib/http/request'
import { archiveTouchpoint, renameTouchpoint } from '#lib/journeys/touchpoints'

export const PATCH = api(async ({ ctx, request, params }) => {
  const { stage, ...body } = await bodyOf(request, params)
  return { data: await (stage === undefined ? renameTouchpoint(ctx, body) : moveTouchpoint(ctx, { ...body, toStage: stage })) }
})

export const DELETE = api(async ({ ctx, params }) => ({ data: await archiveTouchpoint(ctx, params) }))

const refuse = methodNotAllowed('PATCH, DELETE')
export { refuse as GET, refuse as POST, refuse as PUT }
