import { z } from 'zod'
import { type Context, inWorkspace } from '#lib/context'
import { allow } from '#lib/permission'
import { type Measured, measure, metricOf } from '#lib/stats/measure'
import { hide } from '#lib/stats/suppress'
import { EMPTY, type Tally } from '#lib/stats/tally'
import { ASKED_INSTRUMENTS, Asking, askedOf, Text } from './asked'
import { type Cell, readCells } from './cells'
import { chartJourney, stageOf } from './journey'
import { stepsOf } from './steps'
import { hiddenBeside, refuseNarrowFilter } from './suppress-map'
import type { Trend, TrendPoint } from './types'

export const TrendInput = Asking.extend({
  metric: z.enum(['emotion', ...ASKED_INSTRUMENTS]).default('emotion'),
  every: z.enum(['day', 'week', 'month']).default('month'),
  by: z.enum(['stage', 'touchpoint']).default('stage'),
  stage: Text(120).optional(),
})

type Steps = ReturnType<typeof stepsOf>

/** One place over time. The whole range may stand beside its steps, so a step hides another where subtraction would tell it. */
export function pointsOf(steps: Steps, cells: readonly Cell[], show: (tally: Tally) => Measured): TrendPoint[] {
  const found = new Map(cells.map((cell) => [cell.period, cell.tally]))
  const tallies = steps.map((step) => found.get(step.start) ?? EMPTY)
  const counts = tallies.map((tally) => tally.n)
  const gone = hiddenBeside(counts.reduce((sum, n) => sum + n, 0), counts)
  return steps.map(({ from, to, complete }, i) => {
    const shown = show(tallies[i] ?? EMPTY)
    return { ...(gone[i] ? hide(shown) : shown), from, to, complete }
  })
}

/** One metric over time, a series a stage or a touchpoint; every step of the period is there, also where nobody answered. */
export async function readTrend(ctx: Context, input: unknown): Promise<Trend> {
  allow(ctx, 'journey.read')
  const { metric, every, by, stage, ...asking } = TrendInput.parse(input)
  return inWorkspace(ctx, async (tx) => {
    const journey = await chartJourney(tx, ctx, asking.journey)
    const { today, timeZone, ...asked } = askedOf(asking, journey.timeZone, ctx.now())
    const steps = stepsOf(asked, every, today)
    const stages = stage === undefined ? journey.stages : [stageOf(journey, stage)]
    const places = by === 'stage' ? stages : stages.flatMap((s) => s.touchpoints.map((t, i) => ({ ...t, position: i + 1 })))
    const keys = { [by]: places.map((place) => place.key) }
    const query = { workspaceId: ctx.workspaceId, journeyId: journey.id, instruments: [metric], places: keys, ...asked }
    await refuseNarrowFilter(tx, ctx, stages, query)
    const cells = await readCells(tx, { ...query, every })
    const series = places.map(({ key, name, position }) => {
      const here = cells.filter((cell) => cell.place === key)
      return { key, name, position, points: pointsOf(steps, here, (tally) => measure(metricOf(metric), tally)) }
    })
    return { journey: { key: journey.key, name: journey.name }, ...asked, timeZone, metric, every, by, series }
  })
}
