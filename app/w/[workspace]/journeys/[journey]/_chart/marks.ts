import type { Annotation, Kind } from '#lib/annotations/types'
import { formatDay, formatDays } from '#lib/stats/format-date'

/** An annotation as the charts and the list below them name it. */
export type Mark = Annotation & { letter: string; when: string; kindName: string }

export const KIND_NAMES: Record<Kind, string> = { release: 'Release', incident: 'Incident', price: 'Price', campaign: 'Campaign', note: 'Note' }

/** A, B .. Z, AA, AB .. */
function letterOf(i: number): string {
  const last = String.fromCharCode(65 + (i % 26))
  return i < 26 ? last : letterOf(Math.floor(i / 26) - 1) + last
}

/** Lettered in the order of their days. */
export const marksOf = (annotations: readonly Annotation[]): Mark[] =>
  annotations.map((annotation, i) => ({
    ...annotation,
    letter: letterOf(i),
    when: annotation.until && annotation.until !== annotation.day ? formatDays(annotation.day, annotation.until) : formatDay(annotation.day),
    kindName: KIND_NAMES[annotation.kind],
  }))

/** A line in a chart: the step that it stands at, its letters, dashed where it is about incidents alone. */
export type MarkLine = { at: string; letters: string; dashed: boolean }

/** Marks of one place on its steps (their first days, in order); what lies in one step shares a line. */
export function markLines(marks: readonly Mark[], stage: string | null, steps: readonly string[]): MarkLine[] {
  const byStep = new Map<string, Mark[]>()
  for (const mark of marks) {
    if (mark.stage !== null && mark.stage !== stage) continue
    // What began before the first step lasted into it.
    const at = steps.findLast((step) => step <= mark.day) ?? steps[0]
    if (at !== undefined) byStep.set(at, [...(byStep.get(at) ?? []), mark])
  }
  return [...byStep].map(([at, here]) => ({ at, letters: lettersOf(here), dashed: here.every(({ kind }) => kind === 'incident') }))
}

function lettersOf(marks: readonly Mark[]): string {
  const letters = marks.map(({ letter }) => letter)
  return letters.length > 2 ? `${letters[0]}–${letters.at(-1)}` : letters.join(' ')
}
