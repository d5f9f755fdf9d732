import type { Lookup } from '#lib/maps/cells'
import type { DrawnMap } from '#lib/maps/draw-map'
import { findingsOf } from '#lib/maps/headline/find'
import { headlineSentence } from '#lib/maps/headline/sentence'
import { holdBeliefs } from '#lib/maps/beliefs/hold'
import type { Stage } from '#lib/maps/journey'
import type { JourneyMap } from '#lib/maps/types'
import { INSTRUMENTS } from '#lib/stats/instruments'
import type { IndexSums } from '#lib/stats/interval'
import { sumsOf } from '#lib/stats/sums'
import type { Tally } from '#lib/stats/tally'

/** Answers of one cell: how many, and a mark that changes with what they say. */
export type Count = { n: number; mark: string }

/** One stage as a link shows it, taken at one moment: its numbers stay together, and are renewed together. */
export type Block = Pick<JourneyMap, 'pain' | 'heat'> & {
  at: string
  from: string
  to: string
  stage: JourneyMap['stages'][number]
  sums: IndexSums
  /** Every cell beneath, hidden ones and what is not listed too: never sent to a browser. */
  counts: Record<string, Count>
}

const countOf = ({ n, c, s, q }: Tally): Count => ({ n, mark: `${s} ${q} ${c.join(' ')}` })

/** The cells of a stage, and what counts in it and is listed nowhere (an archived touchpoint). */
export function countsOf(stage: Stage, lookup: Lookup): Record<string, Count> {
  const counts: Record<string, Count> = {}
  for (const instrument of INSTRUMENTS) {
    const all = lookup('stage', stage.key, instrument)
    const each = stage.touchpoints.map(({ key }) => ({ key, tally: lookup('touchpoint', key, instrument) }))
    counts[instrument] = countOf(all)
    for (const { key, tally } of each) counts[`${instrument} ${key}`] = countOf(tally)
    // Emotion at a stage is one value a response, so its touchpoints do not add up to it.
    if (instrument === 'emotion') continue
    const n = all.n - each.reduce((sum, { tally }) => sum + tally.n, 0)
    counts[`${instrument} .rest`] = { n, mark: `${all.s - each.reduce((sum, { tally }) => sum + tally.s, 0n)}` }
  }
  return counts
}

export function blocksOf({ map, journey, lookup }: Pick<DrawnMap, 'map' | 'journey' | 'lookup'>, now: Date): Block[] {
  return map.stages.flatMap((stage) => {
    const place = journey.stages.find(({ key }) => key === stage.key)
    if (!place) return []
    return [{
      at: now.toISOString(),
      from: map.from,
      to: map.to,
      stage,
      pain: map.pain.filter((cell) => cell.stage === stage.key),
      heat: map.heat.filter((cell) => cell.stage === stage.key),
      sums: sumsOf('emotion_index', lookup('stage', stage.key, 'emotion')).sums,
      counts: countsOf(place, lookup),
    }]
  })
}

/** The numbers as they were, under the names of now. */
function renamed(before: Block, { stage: { name, position, touchpoints } }: Block): Block {
  const nameOf = (key: string, name: string) => touchpoints.find((t) => t.key === key)?.name ?? name
  return {
    ...before,
    stage: { ...before.stage, name, position, touchpoints: before.stage.touchpoints.map((t) => ({ ...t, name: nameOf(t.key, t.name) })) },
    pain: before.pain.map((cell) => ({ ...cell, name: nameOf(cell.touchpoint, cell.name) })),
  }
}

const isSame = ({ at: _, ...a }: Block, { at: __, ...b }: Block) => JSON.stringify(a) === JSON.stringify(b)

/** Stage for stage what is shown now: the new one where it may be, else the one that was shown. */
export const renewed = (shown: readonly Block[], fresh: readonly Block[], mayShow: (stage: string) => boolean): Block[] =>
  fresh.map((now) => {
    const before = shown.find(({ stage }) => stage.key === now.stage.key)
    if (!before) return now
    const next = mayShow(now.stage.key) ? now : renamed(before, now)
    return isSame(before, next) ? before : next
  })

const earliest = (days: readonly string[], orElse: string) => [...days].sort()[0] ?? orElse

/** The map of a link from its stages: sums and sentences are made of what is shown, and so tell of nothing else. */
export function assembled(frame: JourneyMap, blocks: readonly Block[]): JourneyMap {
  const stages = blocks.map(({ stage }) => stage)
  const sums = new Map(blocks.map((block) => [block.stage.key, block.sums]))
  const answered = stages.filter(({ emotion }) => emotion.n !== 0)
  const findings = findingsOf(stages, ({ key }) => sums.get(key) ?? { n: 0, s: 0, q: 0 }, null)
  const shown = answered.flatMap(({ emotion }) => emotion.n ?? [])
  return {
    ...frame,
    from: earliest(blocks.map(({ from }) => from), frame.from),
    to: [...blocks.map(({ to }) => to)].sort().at(-1) ?? frame.to,
    answers: answered.length > 0 && shown.length === 0 ? null : shown.reduce((sum, n) => sum + n, 0),
    stages,
    pain: blocks.flatMap(({ pain }) => pain),
    heat: blocks.flatMap(({ heat }) => heat),
    beliefs: holdBeliefs(stages, frame.lanes),
    headline: headlineSentence(findings),
    findings: { journey: findings, stages: {} },
  }
}
