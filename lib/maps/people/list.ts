import { z } from 'zod'
import { type Context, inWorkspace } from '#lib/context'
import { allow } from '#lib/permission'
import { orientScore } from '#lib/stats/instruments'
import { Asking, askedOf, Text } from '../asked'
import { openTouchpoints } from '../comments/open'
import { Cursor, writeMark } from '../comments/walk'
import { chartJourney, type Stage, stageOf, touchpointOf } from '../journey'
import { checkGroup } from '../suppress/suppress-map'
import { namesPeople, type PersonRow, readPeople } from './rows'
import type { Answered, PeoplePage } from './types'

export const PeopleInput = Asking.extend({
  stage: Text(120),
  touchpoint: Text(120).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(10),
  cursor: Cursor.optional(),
})

function answeredOf({ responseId, person, touchpoint, channel, occurredAt, instrument, score, reversed }: PersonRow, stage: Stage): Answered {
  const oriented = orientScore(instrument, score, reversed)
  return {
    response: responseId,
    person,
    score: { instrument, value: instrument === 'sentiment' ? oriented / 100 : oriented },
    touchpoint: { key: touchpoint, name: stage.touchpoints.find(({ key }) => key === touchpoint)?.name ?? touchpoint },
    channel,
    occurredAt: occurredAt.toISOString(),
  }
}

/**
 * Who answered at a stage or touchpoint, the newest first: people whose id came with the answer. For those alone who may look a
 * person up, and no more than comments where too few answered.
 */
export async function listPeople(ctx: Context, input: unknown): Promise<PeoplePage> {
  allow(ctx, 'person.read')
  allow(ctx, 'response.read')
  const { stage: stageKey, touchpoint, limit, cursor = null, ...asking } = PeopleInput.parse(input)
  return inWorkspace(ctx, async (tx) => {
    const journey = await chartJourney(tx, ctx, asking.journey)
    const { from, to, filter, source } = askedOf(asking, journey.timeZone, ctx.now())
    await checkGroup(tx, ctx, journey, { from, to, filter, source })
    const stage = stageOf(journey, stageKey)
    const touchpoints = (touchpoint === undefined ? stage.touchpoints : [touchpointOf([stage], touchpoint)]).map(({ key }) => key)
    const query = { workspaceId: ctx.workspaceId, journeyId: journey.id, touchpoints, from, to, filter, source }
    const { keys, closed } = await openTouchpoints(tx, query)
    if (keys.length === 0 && closed.length > 0) return { people: [], nextCursor: null, why: 'too_few_answers' }
    const { page, next } = keys.length === 0 ? { page: [], next: null } : await readPeople(tx, { ...query, touchpoints: keys, after: cursor, limit })
    const people = page.map((row) => answeredOf(row, stage))
    if (people.length > 0 || next !== null || cursor !== null) return { people, nextCursor: next && writeMark(next), why: null }
    return { people, nextCursor: null, why: (await namesPeople(tx, ctx.workspaceId, journey.id)) ? 'nobody_named' : 'anonymous' }
  })
}
