import { type Instrument, INSTRUMENTS } from '#lib/stats/instruments'
import { K_DEFAULT } from '#lib/stats/measure'
import { hidden } from '#lib/stats/suppress'
import type { Level } from '../cells'
import { guardStage, keyOf } from './guard-stage'
import type { Stage } from '../journey'

/** Answers at a place; no channel means all answers, no month the whole period. */
export type Counts = (level: Level, place: string, instrument: Instrument, channel: string | null, month?: string) => number

/** What is hidden of a stage and its touchpoints. */
export type Gone = {
  stage: (instrument: Instrument) => boolean
  touchpoint: (key: string, instrument: Instrument) => boolean
}

/** What a reader without the right to read responses sees of a journey: the channels to choose from, and what is hidden. */
export type Guard = {
  /** What the values on offer are of: those of `channel`, else of the one dimension that a share link is fixed to. */
  dimension: string
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

/** What is hidden in all maps and trends together that a restricted reader can ask for; `channels` are those on offer. */
export function guardMap({ stages, channels, months }: Span, counts: Counts, k = K_DEFAULT): Guard {
  const marks = new Map(stages.map((stage) => {
    const readable = { touchpoints: stage.touchpoints.map((t) => t.key), channels, months }
    const here = {
      stage: (instrument: Instrument, channel: string | null, month?: string) => counts('stage', stage.key, instrument, channel, month),
      touchpoint: (key: string, instrument: Instrument, channel: string | null) => counts('touchpoint', key, instrument, channel),
    }
    return [stage.key, guardStage(readable, here, k)]
  }))
  // Nobody at all is no secret; what was not looked at is hidden.
  const isHidden = (stage: string, key: string, n: number) => n > 0 && (marks.get(stage)?.get(key) ?? true)
  const stageHidden = (stage: string, i: Instrument, channel: string | null) => isHidden(stage, keyOf(i, channel), counts('stage', stage, i, channel))
  return {
    dimension: 'channel',
    channels,
    at: (stage, channel) => ({
      stage: (instrument) => stageHidden(stage, instrument, channel),
      touchpoint: (touchpoint, instrument) =>
        isHidden(stage, keyOf(instrument, channel, { touchpoint }), counts('touchpoint', touchpoint, instrument, channel)),
    }),
    month: (stage, instrument, channel, month) =>
      isHidden(stage, keyOf(instrument, channel, { month }), counts('stage', stage, instrument, channel, month)),
    answers: (instrument, channel) => {
      const there = stages.filter(({ key }) => counts('stage', key, instrument, channel) > 0)
      const shown = there.filter(({ key }) => !stageHidden(key, instrument, channel))
      return there.length > 0 && shown.length === 0 ? null : totalOf(shown, counts, instrument, channel)
    },
  }
}

/**
 * The same for another dimension, beside maps of all answers that stand as `base` shows them. What is hidden there is hidden for each
 * of its values, too, so that they add up to nothing of it; a stage where that does not do is hidden for all of them.
 */
export function guardBeside(base: Guard, dimension: string, { stages, channels: values }: Omit<Span, 'months'>, counts: Counts, k = K_DEFAULT): Guard {
  const own = guardMap({ stages, channels: values, months: [] }, counts, k)
  const everywhere = (stage: Stage, isSo: (place: string, gone: Gone, instrument: Instrument) => boolean) =>
    INSTRUMENTS.some((instrument) => [stage.key, ...stage.touchpoints.map((t) => t.key)].some((place) => isSo(place, own.at(stage.key, null), instrument)))
  const hides = (gone: Gone, stage: string, place: string, instrument: Instrument) => (place === stage ? gone.stage(instrument) : gone.touchpoint(place, instrument))
  // It would have to hide a number of all answers that others have seen: then its own are hidden.
  const closed = new Set(stages.filter((stage) => everywhere(stage, (place, gone, i) => hides(gone, stage.key, place, i) && !hides(base.at(stage.key, null), stage.key, place, i))).map(({ key }) => key))
  const isGone = (stage: string, place: string, instrument: Instrument, value: string | null) => {
    const all = hides(base.at(stage, null), stage, place, instrument)
    if (value === null || counts(place === stage ? 'stage' : 'touchpoint', place, instrument, null) === 0) return all
    // Hidden also where the value has nobody: that would tell of the others.
    return closed.has(stage) || all || hides(own.at(stage, value), stage, place, instrument)
  }
  return {
    dimension,
    channels: values,
    at: (stage, value) => ({
      stage: (instrument) => isGone(stage, stage, instrument, value),
      touchpoint: (touchpoint, instrument) => isGone(stage, touchpoint, instrument, value),
    }),
    month: (stage, instrument, value, month) => value !== null || base.month(stage, instrument, null, month),
    answers: (instrument, value) => {
      if (value === null) return base.answers(instrument, null)
      const there = stages.filter(({ key }) => counts('stage', key, instrument, value) > 0)
      const shown = there.filter(({ key }) => !isGone(key, key, instrument, value))
      return there.length > 0 && shown.length === 0 ? null : totalOf(shown, counts, instrument, value)
    },
  }
}
