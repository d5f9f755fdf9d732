import { z } from 'zod'
import type { Tx } from '#db/open'
import { annotationsIn } from '#lib/annotations/read'
import { type Context, inWorkspace } from '#lib/context'
import { Problem } from '#lib/errors'
import { allow } from '#lib/permission'
import type { Instrument } from '#lib/stats/instruments'
import { type Measured, measure, metricOf } from '#lib/stats/measure'
import { hide } from '#lib/stats/suppress'
import { EMPTY, type Tally } from '#lib/stats/tally'
import { ASKED_INSTRUMENTS, Asking, askedOf, Text } from '../asked'
import { type Cell, readCells } from '../cells'
import { readChange } from './read-change'
import { readRunning } from '../campaigns/on-map'
import { chartJourney, stageOf } from '../journey'
import { readGuard } from '../suppress/read-guard'
import { stepsOf } from '../steps'
import { checkGroup, hiddenBeside, refuseUnmasking } from '../suppress/suppress-map'
import type { Trend, TrendPoint } from './types'

export const TrendInput = Asking.extend({
  metric: z.enum(['emotion', ...ASKED_INSTRUMENTS]).default('emotion'),
  every: z.enum(['day', 'week', 'month']).default('month'),
  by: z.enum(['stage', 'touchpoint']).default('stage'),
  stage: Text(120).optional(),
})

type Steps = ReturnType<typeof stepsOf>

/** One place over time. The whole range may stand beside its steps, so a step hides another where subtraction would tell it. */
export function pointsOf(steps: Steps, cells: readonly Cell[], show: (tally: Tally) => Measured, isGuarded = (_: Steps[number]) => false): TrendPoint[] {
  const found = new Map(cells.map((cell) => [cell.period, cell.tally]))
  const tallies = steps.map((step) => found.get(step.start) ?? EMPTY)
  const counts = tallies.map((tally) => tally.n)
  const gone = hiddenBeside(counts.reduce((sum, n) => sum + n, 0), counts)
  return steps.map((step, i) => {
    const { from, to, complete } = step
    const shown = show(tallies[i] ?? EMPTY)
    return { ...(gone[i] || isGuarded(step) ? hide(shown) : shown), from, to, complete }
  })
}

/** One metric over time, a series a stage or a touchpoint; every step of the period is there, also where nobody answered. */
export async function drawTrend(tx: Tx, ctx: Context, input: unknown): Promise<Trend> {
  const { metric, every, by, stage, ...asking } = TrendInput.parse(input)
  const journey = await chartJourney(tx, ctx, asking.journey)
  const { today, timeZone, ...asked } = askedOf(asking, journey.timeZone, ctx.now())
  await checkGroup(tx, ctx, journey, asked)
  const steps = stepsOf(asked, every, today)
  const stages = stage === undefined ? journey.stages : [stageOf(journey, stage)]
  // A stage is tested beside all stages, also where it is shown alone: the same mark everywhere.
  const tested = by === 'stage' ? journey.stages : stages.flatMap((s) => s.touchpoints.map((t, i) => ({ ...t, position: i + 1 })))
  const keys = { [by]: tested.map((place) => place.key) }
  // What emotion was asked by goes along: it is compared only where that is the same.
  const instruments: Instrument[] = metric === 'emotion' ? [metric, ...ASKED_INSTRUMENTS] : [metric]
  const query = { workspaceId: ctx.workspaceId, journeyId: journey.id, instruments, places: keys, ...asked }
  const guard = await readGuard(tx, ctx, journey.stages, query)
  refuseUnmasking(guard, query)
  // What stands beside the map was looked at together with it: stages by month, and nothing finer.
  if (guard && (every !== 'month' || by !== 'stage')) throw new Problem('forbidden', 'Your role sees stages by month only.')
  const cells = await readCells(tx, { ...query, every })
  const drawn = tested.map(({ key, name, position }) => {
    const here = cells.filter((cell) => cell.place === key && cell.instrument === metric)
    return { key, name, position, points: pointsOf(steps, here, (tally) => measure(metricOf(metric), tally), ({ start }) => guard?.month(key, metric, asked.channel, start) ?? false) }
  })
  const changes = await readChange(tx, ctx, { metric, every, query, today, steps, cells }, drawn)
  const series = drawn.flatMap((place, i) => {
    const isAsked = by === 'touchpoint' || stages.some(({ key }) => key === place.key)
    const found = changes[i]
    return isAsked && found ? [{ ...place, ...found }] : []
  })
  const marks = await annotationsIn(tx, ctx, journey.id, asked)
  const annotations = marks.filter((mark) => mark.stage === null || stages.some(({ key }) => key === mark.stage))
  const campaigns = await readRunning(tx, ctx, journey, { ...asked, today }, stages)
  return { journey: { key: journey.key, name: journey.name }, ...asked, timeZone, metric, every, by, series, annotations, campaigns }
}

export async function readTrend(ctx: Context, input: unknown): Promise<Trend> {
  allow(ctx, 'journey.read')
  return inWorkspace(ctx, (tx) => drawTrend(tx, ctx, input))
}
