import { type Instrument, INSTRUMENTS } from '#lib/stats/instruments'
import { type Cells, protect } from '#lib/stats/suppress/protect'

/** Answers at one stage; no channel means all answers, no month the whole period. */
export type StageCounts = {
  stage: (instrument: Instrument, channel: string | null, month?: string) => number
  touchpoint: (key: string, instrument: Instrument, channel: string | null) => number
}

/** What can be read of a stage: it and its touchpoints, over all channels and in each one, and the stage by months. */
export type Readable = { touchpoints: readonly string[]; channels: readonly string[]; months: readonly string[] }

export const keyOf = (instrument: Instrument, channel: string | null, of: { touchpoint?: string; month?: string } = {}) =>
  JSON.stringify([instrument, channel, of.touchpoint ?? null, of.month ?? null])

const sum = (ns: readonly number[]) => ns.reduce((total, n) => total + n, 0)

type Rows<T> = readonly (readonly T[])[]

/**
 * Answers in the smallest cells: a row for each touchpoint, one for what is archived and one for each month; a column for each
 * channel and one for the rest. What is archived is what touchpoints leave over of their stage: null where they add up to more.
 */
function cellsOf(instrument: Instrument, { touchpoints, channels, months }: Readable, counts: StageCounts): Rows<number | null> {
  const spread = (n: (channel: string | null) => number) => {
    const listed = channels.map(n)
    return [...listed, Math.max(0, n(null) - sum(listed))]
  }
  const places = touchpoints.map((key) => spread((channel) => counts.touchpoint(key, instrument, channel)))
  const times = (months.length === 0 ? [undefined] : months).map((month) => spread((channel) => counts.stage(instrument, channel, month)))
  const archived = [...channels, null].map((_, c) => {
    const rest = sum(times.map((row) => row[c] ?? 0)) - sum(places.map((row) => row[c] ?? 0))
    return rest < 0 ? null : rest
  })
  return [...places, archived, ...times]
}

/** The unknowns that each cell is the sum of: one of its own, and for emotion those of the instruments wherever they say it. */
class Unknowns {
  readonly counts: number[] = []
  readonly equal: [Cells, Cells][] = []
  private readonly asked: { n: Rows<number | null>; unknowns: Rows<Cells | null> }[] = []

  private own(n: number): Cells {
    return [this.counts.push(n) - 1]
  }

  ofInstrument(instrument: Instrument, n: Rows<number | null>): Rows<Cells | null> {
    const unknowns = n.map((row) => row.map((cell) => (cell === null ? null : this.own(cell))))
    if (instrument !== 'text') this.asked.push({ n, unknowns })
    return unknowns
  }

  /**
   * Where each person answered one instrument, emotion is the sum of them; where all answered the same ones, it is taken for each
   * of these. Both show in n. Elsewhere it is an unknown of its own.
   */
  ofEmotion(n: Rows<number | null>): Rows<Cells | null> {
    return n.map((row, r) => row.map((cell, c) => {
      if (cell === null) return null
      const parts = this.asked.flatMap((one) => ({ n: one.n[r]?.[c] ?? 0, unknowns: one.unknowns[r]?.[c] ?? [] })).filter((part) => part.n > 0)
      if (sum(parts.map((part) => part.n)) === cell) return parts.flatMap((part) => part.unknowns)
      const [same, ...others] = parts.filter((part) => part.n === cell)
      for (const other of others) this.equal.push([same?.unknowns ?? [], other.unknowns])
      return same?.unknowns ?? this.own(cell)
    }))
  }
}

/**
 * Which numbers of one stage to hide from a reader who may switch between all answers and each channel; marks by `keyOf`.
 * A stage is the sum of its months, and of its touchpoints; for emotion the latter only where nobody counts at two of them.
 */
export function guardStage(readable: Readable, counts: StageCounts, k: number): ReadonlyMap<string, boolean> {
  const { touchpoints, channels, months } = readable
  const unknowns = new Unknowns()
  const keys: string[] = []
  const aggregates: Cells[] = []
  // Emotion comes last: it is told by the others.
  for (const instrument of INSTRUMENTS.filter((i) => counts.stage(i, null) > 0)) {
    const n = cellsOf(instrument, readable, counts)
    const rows = instrument === 'emotion' ? unknowns.ofEmotion(n) : unknowns.ofInstrument(instrument, n)
    const times = rows.slice(touchpoints.length + 1)
    /** Over all channels (null) or in one column; undefined where one of the cells is no part of its stage. */
    const total = (some: Rows<Cells | null>, c: number | null) => {
      const cells = some.flatMap((row) => (c === null ? row : row.slice(c, c + 1)))
      return cells.includes(null) ? undefined : cells.flatMap((cell) => cell ?? [])
    }
    const add = (some: Rows<Cells | null>, of: { touchpoint?: string; month?: string } = {}, orElse = some) =>
      [null, ...channels].forEach((channel, i) => {
        const c = channel === null ? null : i - 1
        keys.push(keyOf(instrument, channel, of))
        aggregates.push(total(some, c) ?? total(orElse, c) ?? [])
      })
    const places = rows.slice(0, touchpoints.length + 1)
    add(places, {}, times)
    touchpoints.forEach((touchpoint, i) => add(rows.slice(i, i + 1), { touchpoint }))
    months.forEach((month, i) => add(times.slice(i, i + 1), { month }))
    for (const c of [...channels, null].keys()) {
      const byPlace = total(places, c)
      if (byPlace) unknowns.equal.push([byPlace, total(times, c) ?? []])
    }
  }
  const gone = protect({ cells: unknowns.counts, aggregates, equal: unknowns.equal, k })
  return new Map(keys.map((key, i) => [key, gone[i] ?? true]))
}
