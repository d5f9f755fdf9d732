import { readState } from '#lib/people/asking/state'
import { readStateQuery } from '#lib/people/asking/state-query'
import { placeOf, refuseFlood } from '../guard/flood'
import type { Verb } from './call'

export const getState: Verb = async (ctx, { search, origin, address }) => {
  refuseFlood('asked', placeOf({ page: origin, address }, ctx.workspaceId), ctx.now())
  return { status: 200, data: await readState(ctx, readStateQuery(search), origin) }
}
