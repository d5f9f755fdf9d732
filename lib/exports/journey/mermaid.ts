import type { LaneBook } from '#lib/journeys/document/schema'
import type { JourneyMap } from '#lib/maps/types'
import type { Measured } from '#lib/stats/measure'
import { roundHalfAway } from '#lib/stats/round'

/** The middle of Mermaid's scale, where nothing is known. */
const MIDDLE = 3

/** An emotion index of -100..+100 on Mermaid's scale of 1..5. */
export const mermaidScore = (index: number): number => roundHalfAway(MIDDLE + index / 50)

// A name that begins like a word of the grammar would be read as that word.
const KEYWORD = /^(journey|title|section|acctitle|accdescr)/i

/** A name as Mermaid's grammar takes it: what it would read as its own signs is written as a character code. */
export function mermaidText(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const safe = line.replace(/[#:;<>{}]|%(?=%)/g, (sign) => `#${sign.charCodeAt(0)};`)
  return KEYWORD.test(safe) ? `#${safe.charCodeAt(0)};${safe.slice(1)}` : safe
}

type Said = { score: number; remark: string | null }

/** Measured where it may be shown, else what the team assumed, else the middle: the last two are said. */
function said({ value, suppressed }: Measured, assumed: number | undefined): Said {
  if (value !== null) return { score: mermaidScore(value), remark: null }
  const why = suppressed ? 'fewer than 5 answers, hidden for privacy' : 'no answers'
  if (assumed !== undefined) return { score: mermaidScore(assumed), remark: `${why}: the score is what the team assumed` }
  return { score: MIDDLE, remark: `${why}: the score is only the middle of the scale` }
}

type Charted = Pick<JourneyMap, 'journey' | 'stages' | 'from' | 'to'>

/**
 * The map as a Mermaid `journey`: sections are stages, tasks are touchpoints. A stage without one has a task of its own, and so has
 * one with answers that know only their stage.
 */
export function mermaidOf({ journey, stages, from, to }: Charted, { assumed }: Pick<LaneBook, 'assumed'>): string {
  const lines = ['journey', `    title ${mermaidText(journey.name)}`, `    %% Measured ${from} to ${to}, emotion index from -100..+100 to 1..5`]
  const task = (name: string, { score, remark }: Said) => {
    if (remark !== null) lines.push(`      %% ${remark}`)
    lines.push(`      ${mermaidText(name)}: ${score}: Customer`)
  }
  for (const stage of stages) {
    lines.push(`    section ${mermaidText(stage.name)}`)
    const own = stage.touchpoints.filter(({ overall }) => !overall)
    for (const { key, name, emotion } of own) task(name, said(emotion, assumed.touchpoint[key]?.index))
    const overall = own.length === 0 ? stage : stage.touchpoints.find((touchpoint) => touchpoint.overall && touchpoint.emotion.n !== 0)
    if (overall) task('Overall', said(overall.emotion, assumed.stage[stage.key]?.index))
  }
  return `${lines.join('\n')}\n`
}
