import { api, methodNotAllowed } from '#lib/auth/api'
import { moveTouchpoint } from '#lib/collect/recount/move'
import { bodyOf } from '#lib/http/request'
import { archiveTouchpoint, renameTouchpoint } from '#lib/journeys/touchpoints'
import { changeMap } from '#lib/maps/versions/at-once'

export const PATCH = api(async ({ ctx, request, params }) => {
  const { stage, ...body } = await bodyOf(request, params)
  return { data: await (stage === undefined ? changeMap(ctx, renameTouchpoint, body) : changeMap(ctx, moveTouchpoint, { ...body, toStage: stage })) }
})

export const DELETE = api(async ({ ctx, params }) => ({ data: await changeMap(ctx, archiveTouchpoint, params) }))

const refuse = methodNotAllowed('PATCH, DELETE')
export { refuse as GET, refuse as POST, refuse as PUT }
