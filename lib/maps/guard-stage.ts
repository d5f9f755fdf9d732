import { type Aggregate, type Cells, protect } from '#lib/stats/suppress/protect'

/** Answers of one instrument at one stage; no channel means all answers, no month the whole period. */
export type StageCounts = {
  stage: (channel: string | null, month?: string) => number
  touchpoint: (key: string, channel: string | null) => number
}

/** What can be read of a stage: it and its touchpoints, over all channels and in each one, and the stage by months. */
export type Readable = { touchpoints: readonly string[]; channels: readonly string[]; months: readonly string[] }

/** Marks of what is hidden, by `keyOf`. */
export type Marks = Map<string, boolean>

export const keyOf = (channel: string | null, of: { touchpoint?: string; month?: string } = {}) => JSON.stringify([channel, of.touchpoint ?? null, of.month ?? null])

const sum = (ns: readonly number[]) => ns.reduce((total, n) => total + n, 0)

/**
 * Which numbers of one stage and instrument to hide from a reader who may switch between all answers and each channel. The
 * unknown cells are touchpoint x channel and month x channel, each with a rest: what is archived, what has no channel or one that
 * is not offered. A stage is the sum of its touchpoints and of its months. For emotion the former holds only where nobody counts
 * at two touchpoints: where they add up to more than their stage, it follows from none of them.
 */
export function guardStage({ touchpoints, channels, months }: Readable, counts: StageCounts, k: number, hide: ReadonlyMap<string, boolean>): Marks {
  const cells: number[] = []
  const cell = (n: number) => cells.push(Math.max(0, n)) - 1
  /** A number of all answers in cells: one for each channel, and the rest. */
  const spread = (n: (channel: string | null) => number) => {
    const listed = channels.map(n)
    return [...listed.map(cell), cell(n(null) - sum(listed))]
  }
  const places = touchpoints.map((key) => spread((channel) => counts.touchpoint(key, channel)))
  const times = (months.length === 0 ? [undefined] : months).map((month) => spread((channel) => counts.stage(channel, month)))
  const column = (rows: readonly Cells[], c: number) => rows.flatMap((row) => row[c] ?? [])
  const nOf = (some: Cells) => sum(some.map((i) => cells[i] ?? 0))

  // Over its touchpoints a stage is what these add up to and what is archived, unless they add up to more.
  const byPlace = [...channels, null].map((_, c) => {
    const archived = nOf(column(times, c)) - nOf(column(places, c))
    return archived < 0 ? null : [...column(places, c), cell(archived)]
  })
  const whole = byPlace.every((way) => way !== null) ? [byPlace.flat()] : []

  const aggregates: Aggregate[] = []
  const keys: string[] = []
  const add = (key: string, ...ways: Cells[]) => {
    keys.push(key)
    aggregates.push({ ways })
  }
  add(keyOf(null), ...whole, times.flat())
  channels.forEach((channel, c) => add(keyOf(channel), ...[byPlace[c] ?? []].filter((way) => way.length > 0), column(times, c)))
  const addRow = (row: Cells, of: { touchpoint: string } | { month: string }) => {
    add(keyOf(null, of), row)
    channels.forEach((channel, c) => add(keyOf(channel, of), row.slice(c, c + 1)))
  }
  places.forEach((row, i) => addRow(row, { touchpoint: touchpoints[i] ?? '' }))
  months.forEach((month, i) => addRow(times[i] ?? [], { month }))

  const gone = protect({ cells, aggregates, k, hide: keys.map((key) => hide.get(key) ?? false) })
  return new Map(keys.map((key, i) => [key, gone[i] ?? true]))
}
