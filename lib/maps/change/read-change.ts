import type { Tx } from '#db/open'
import type { Context } from '#lib/context'
import { loadBaseline } from '#lib/journeys/baseline'
import { can } from '#lib/permission'
import { metricOf } from '#lib/stats/measure'
import type { Cell, CellQuery } from '../cells'
import type { stepsOf } from '../steps'
import type { Change, Forecast, Trend, TrendPoint } from './types'
import { changesOf } from './changes'
import { forecastOf } from './forecast'
import { isTooSmall, type Period, periodsOf, readHistory } from './history'

/** A place of the trend with its points as they are shown. */
type Drawn = { key: string; points: readonly TrendPoint[] }

type Asked = Pick<Trend, 'metric' | 'every'> & { query: CellQuery; today: string; steps: ReturnType<typeof stepsOf>; cells: readonly Cell[] }

const placed = (cells: readonly Cell[], key: string) => cells.filter((cell) => cell.place === key)

/**
 * What changed at each place, and how it would go on. To whoever may not read responses it is made of the points shown alone, so that
 * it tells nothing that these do not; to others of all that led up to them. A hidden point goes into nothing in either case.
 */
export async function readChange(tx: Tx, ctx: Context, asked: Asked, drawn: readonly Drawn[]): Promise<{ change: Change; forecast: Forecast }[]> {
  const { metric, every, query, today, steps, cells } = asked
  const hiddenIn = (points: readonly TrendPoint[]) => new Set(points.flatMap(({ suppressed, from }) => (suppressed ? from : [])))
  const own = (key: string, points: readonly TrendPoint[]): Period[] => {
    const gone = hiddenIn(points)
    return periodsOf(steps, placed(cells, key), metric, (_, step) => gone.has(step.from))
  }
  const mayLookBack = can(ctx.actor, 'response.read')
  const history = mayLookBack ? await readHistory(tx, query, every, today) : null
  const places = drawn.map(({ key, points }) => {
    // Such a reader is shown months alone (see readTrend).
    if (!history) return { months: own(key, points), steps: own(key, points) }
    const gone = hiddenIn(points)
    const past = (of: typeof history.months, isShown: boolean) =>
      periodsOf(of.steps, placed(of.cells, key), metric, (tally, step) => isTooSmall(tally) || (isShown && gone.has(step.from)))
    return { months: past(history.months, every === 'month'), steps: past(history.steps, true) }
  })
  const declared = await loadBaseline(tx, ctx.workspaceId, query.journeyId)
  const isShown = ({ from }: { from: string }) => from >= query.from && from <= query.to
  // Tested by month whatever is drawn: by week or day the same limits would cry wolf several times as often.
  return changesOf(metricOf(metric), places, declared).map((change, i) => ({
    change: { ...change, points: change.points.filter(isShown) },
    forecast: forecastOf(metricOf(metric), places[i]?.steps ?? [], every, today),
  }))
}
