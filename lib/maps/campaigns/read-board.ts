import { z } from 'zod'
import { liveCampaigns } from '#lib/campaigns/read'
import { findRedundant } from '#lib/campaigns/redundancy'
import { stateOf } from '#lib/campaigns/types'
import { type Context, inWorkspace } from '#lib/context'
import { Key } from '#lib/journeys/input'
import { allow, can } from '#lib/permission'
import { localDay } from '#lib/time'
import { chartJourney } from '../journey'
import { effectsOf } from './effects'
import { onMap } from './on-map'
import type { CampaignBoard } from './types'
import { readWindows, windowOf } from './windows'

/** More pairs than that nobody mends one by one. */
const MOST_PAIRS = 100

/** The campaigns of a journey with what was felt at their stages, and which of them say the same to the same people. */
export async function readCampaignBoard(ctx: Context, input: unknown): Promise<CampaignBoard> {
  allow(ctx, 'journey.read')
  const { journey: key } = z.strictObject({ journey: Key }).parse(input)
  return inWorkspace(ctx, async (tx) => {
    const journey = await chartJourney(tx, ctx, key)
    const today = localDay(ctx.now(), journey.timeZone)
    const live = await liveCampaigns(tx, ctx, journey.id)
    const shown = onMap(live, journey)
    const begun = shown.filter(({ starts }) => starts <= today).map((one) => windowOf(one, today))
    const place = { workspaceId: ctx.workspaceId, journeyId: journey.id }
    const effects = can(ctx.actor, 'response.read') ? effectsOf(begun, await readWindows(tx, place, begun), journey.stages) : null
    const pairs = findRedundant(shown.filter((one) => stateOf(one, today) !== 'past'))
    return {
      journey: { key: journey.key, name: journey.name },
      today,
      stages: journey.stages.map(({ key: stage, name }) => ({ key: stage, name })),
      campaigns: live.map((one) => ({ ...one, state: stateOf(one, today) })),
      redundant: pairs.slice(0, MOST_PAIRS),
      pairs: pairs.length,
      effects,
    }
  })
}
