import { readState } from '#lib/people/asking/state'
import { readStateQuery } from '#lib/people/asking/state-query'
import type { Verb } from './call'

export const getState: Verb = async (ctx, call) => ({ status: 200, data: await readState(ctx, readStateQuery(call.search), call.origin) })
