import { type Instrument, INSTRUMENTS } from '#lib/stats/instruments'
import { K_DEFAULT } from '#lib/stats/measure'
import { hidden } from '#lib/stats/suppress'
import type { Level } from './cells'
import { guardStage, keyOf, type Marks, type Readable } from './guard-stage'
import type { Stage } from './journey'

/** Answers at a place; no channel means all answers, no month the whole period. */
export type Counts = (level: Level, place: string, instrument: Instrument, channel: string | null, month?: string) => number

/** What is hidden of a stage and its touchpoints. */
export type Gone = {
  stage: (instrument: Instrument) => boolean
  touchpoint: (key: string, instrument: Instrument) => boolean
}

/** What a reader without the right to read responses sees of a journey: the channels to choose from, and what is hidden. */
export type Guard = {
  channels: readonly string[]
  /** Of one stage and its touchpoints on the map of one channel, or of all (null). */
  at: (stage: string, channel: string | null) => Gone
  /** `month`: its first day. */
  month: (stage: string, instrument: Instrument, channel: string | null, month: string) => boolean
  /** Answers at all stages that are shown, so that the sum tells of no other; null where there are some but each is hidden. */
  answers: (instrument: Instrument, channel: string | null) => number | null
}

export type Span = { stages: readonly Stage[]; channels: readonly string[]; months: readonly string[] }

/** The audit stays quick, and a list of filters readable. */
const MOST_OFFERED = 8

const totalOf = (stages: readonly Stage[], counts: Counts, instrument: Instrument, channel: string | null) =>
  stages.reduce((sum, stage) => sum + counts('stage', stage.key, instrument, channel), 0)

/** The differencing rule (METRICS 7): does the filter leave 1..k-1 answers of the whole map over? */
export function isUnmasking(stages: readonly Stage[], counts: Counts, channel: string, k = K_DEFAULT): boolean {
  return INSTRUMENTS.some((instrument) => {
    const n = totalOf(stages, counts, instrument, channel)
    return hidden(totalOf(stages, counts, instrument, null) - n, k)
  })
}

/** The channels that a restricted reader may choose: none that unmasks, none that would show nothing, the most answered ones. */
export function offeredChannels({ stages, channels }: Pick<Span, 'stages' | 'channels'>, counts: Counts, k = K_DEFAULT): string[] {
  const most = (channel: string) => Math.max(0, ...stages.flatMap(({ key }) => INSTRUMENTS.map((i) => counts('stage', key, i, channel))))
  const size = new Map(channels.map((channel) => [channel, INSTRUMENTS.reduce((sum, i) => sum + totalOf(stages, counts, i, channel), 0)]))
  const offered = channels.filter((channel) => most(channel) >= k && !isUnmasking(stages, counts, channel, k))
  const largest = [...offered].sort((a, b) => (size.get(b) ?? 0) - (size.get(a) ?? 0) || (a < b ? -1 : 1)).slice(0, MOST_OFFERED)
  return offered.filter((channel) => largest.includes(channel))
}

/**
 * The marks of one stage, an instrument each. Where as many people have an emotion as answered an instrument, the one says the
 * other (for the only instrument of a place it is the same number on another scale): hidden are both or none.
 */
function marksOf(stage: Stage, { channels, months }: Omit<Span, 'stages'>, counts: Counts, k: number): ReadonlyMap<Instrument, Marks> {
  const readable: Readable = { touchpoints: stage.touchpoints.map((t) => t.key), channels, months }
  const countsOf = (instrument: Instrument) => ({
    stage: (channel: string | null, month?: string) => counts('stage', stage.key, instrument, channel, month),
    touchpoint: (key: string, channel: string | null) => counts('touchpoint', key, instrument, channel),
  })
  const asked = INSTRUMENTS.filter((instrument) => counts('stage', stage.key, instrument, null) > 0)
  const marks = new Map(asked.map((instrument) => [instrument, guardStage(readable, countsOf(instrument), k, new Map())]))
  const numbers = [null, ...channels].flatMap((channel) => [
    { key: keyOf(channel), n: (i: Instrument) => countsOf(i).stage(channel) },
    ...readable.touchpoints.map((touchpoint) => ({ key: keyOf(channel, { touchpoint }), n: (i: Instrument) => countsOf(i).touchpoint(touchpoint, channel) })),
    ...months.map((month) => ({ key: keyOf(channel, { month }), n: (i: Instrument) => countsOf(i).stage(channel, month) })),
  ])
  const pairs = numbers.flatMap(({ key, n }) =>
    asked.flatMap((i) => (i !== 'emotion' && i !== 'text' && n(i) > 0 && n(i) === n('emotion') ? [{ key, instrument: i }] : [])),
  )
  for (let changed = new Set<Instrument>(); ; changed = new Set()) {
    for (const { key, instrument } of pairs) {
      const [own, emotion] = [marks.get(instrument), marks.get('emotion')]
      if (!own || !emotion || own.get(key) === emotion.get(key)) continue
      changed.add(own.get(key) ? 'emotion' : instrument)
      own.set(key, true)
      emotion.set(key, true)
    }
    if (changed.size === 0) return marks
    for (const instrument of changed) marks.set(instrument, guardStage(readable, countsOf(instrument), k, marks.get(instrument) ?? new Map()))
  }
}

/** What is hidden in all maps and trends together that a restricted reader can ask for; `channels` are those on offer. */
export function guardMap({ stages, channels, months }: Span, counts: Counts, k = K_DEFAULT): Guard {
  const marks = new Map(stages.map((stage) => [stage.key, marksOf(stage, { channels, months }, counts, k)]))
  const isHidden = (stage: string, instrument: Instrument, key: string, n: number) => n > 0 && (marks.get(stage)?.get(instrument)?.get(key) ?? true)
  const stageHidden = (stage: string, instrument: Instrument, channel: string | null) =>
    isHidden(stage, instrument, keyOf(channel), counts('stage', stage, instrument, channel))
  return {
    channels,
    at: (stage, channel) => ({
      stage: (instrument) => stageHidden(stage, instrument, channel),
      touchpoint: (touchpoint, instrument) =>
        isHidden(stage, instrument, keyOf(channel, { touchpoint }), counts('touchpoint', touchpoint, instrument, channel)),
    }),
    month: (stage, instrument, channel, month) => isHidden(stage, instrument, keyOf(channel, { month }), counts('stage', stage, instrument, channel, month)),
    answers: (instrument, channel) => {
      const there = stages.filter(({ key }) => counts('stage', key, instrument, channel) > 0)
      const shown = there.filter(({ key }) => !stageHidden(key, instrument, channel))
      return there.length > 0 && shown.length === 0 ? null : totalOf(shown, counts, instrument, channel)
    },
  }
}
