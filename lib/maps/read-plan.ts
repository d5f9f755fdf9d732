import { z } from 'zod'
import { type Context, inWorkspace } from '#lib/context'
import { allow } from '#lib/permission'
import { K_DEFAULT, metricOf } from '#lib/stats/measure'
import { answersForDifference, answersForMargin, VARIANCE_BEFORE, varianceOf } from '#lib/stats/plan'
import { sumsOf } from '#lib/stats/sums'
import { hidden } from '#lib/stats/suppress'
import type { Tally } from '#lib/stats/tally'
import { ASKED_INSTRUMENTS, Asking, askedOf } from './asked'
import { lookupOf, readCells } from './cells'
import { chartJourney } from './journey'
import { checkGroup } from './suppress/suppress-map'
import type { TrendMetric } from './change/types'
import type { Asked } from './types'

/** What a stage is planned for, in points of its metric: an interval of value -+ MARGIN, and a change of CHANGE found with POWER. */
export const MARGIN = 10
export const CHANGE = 15
export const POWER = 0.8

export const PlanInput = Asking.extend({ metric: z.enum(['emotion', ...ASKED_INSTRUMENTS]).default('emotion') })

/** `needed` answers in all, `still` missing (null where n is hidden), `days` at the pace of the period (null without any). */
export type Need = { needed: number; still: number | null; days: number | null }

/** `basis`: from this stage's own answers, or from the spread that is assumed before anybody has answered. */
export type PlannedStage = { key: string; name: string; position: number; n: number | null; basis: 'measured' | 'assumed'; margin: Need; change: Need }

export type Plan = Asked & { journey: { key: string; name: string }; metric: TrendMetric; margin: number; change: number; power: number; stages: PlannedStage[] }

function needOf(needed: number, n: number | null, perDay: number): Need {
  const still = n === null ? null : Math.max(0, needed - n)
  if (still === null || still === 0) return { needed, still, days: still }
  return { needed, still, days: perDay > 0 ? Math.ceil(still / perDay) : null }
}

/** A hidden stage is planned as if nobody had answered: its spread is as much of a secret as its value. */
function plan(metric: TrendMetric, tally: Tally, days: number): Pick<PlannedStage, 'n' | 'basis' | 'margin' | 'change'> {
  const isHidden = hidden(tally.n, K_DEFAULT)
  const { sums, scale } = sumsOf(metricOf(metric), tally)
  const measured = isHidden ? null : varianceOf(sums)
  const variance = measured ?? VARIANCE_BEFORE
  const n = isHidden ? null : tally.n
  // One percentage point of a share is .02 of its e, so a margin of 10 points is one of 20 on the index.
  const points = (display: number) => (100 * display) / scale
  return {
    n,
    basis: measured === null ? 'assumed' : 'measured',
    margin: needOf(answersForMargin(variance, points(MARGIN)), n, tally.n / days),
    change: needOf(answersForDifference(variance, points(CHANGE), { power: POWER }), n, tally.n / days),
  }
}

/** How many answers each stage needs, and how many it still lacks, until its number is narrow and a change would be found. */
export async function readPlan(ctx: Context, input: unknown): Promise<Plan> {
  allow(ctx, 'response.read')
  const { metric, ...asking } = PlanInput.parse(input)
  return inWorkspace(ctx, async (tx) => {
    const journey = await chartJourney(tx, ctx, asking.journey)
    const { today, timeZone, ...asked } = askedOf(asking, journey.timeZone, ctx.now())
    await checkGroup(tx, ctx, journey, asked)
    const places = { stage: journey.stages.map((stage) => stage.key) }
    const query = { workspaceId: ctx.workspaceId, journeyId: journey.id, instruments: [metric], places, ...asked }
    const lookup = lookupOf(await readCells(tx, query))
    // Days to come bring no answers yet, so they do not slow the pace down.
    const last = asked.to < today ? asked.to : today
    const days = Math.max(1, (Date.parse(last) - Date.parse(asked.from)) / 86_400_000 + 1)
    const stages = journey.stages.map(({ key, name, position }) => ({ key, name, position, ...plan(metric, lookup('stage', key, metric), days) }))
    return { journey: { key: journey.key, name: journey.name }, ...asked, timeZone, metric, margin: MARGIN, change: CHANGE, power: POWER, stages }
  })
}
