import type { Annotation } from '#lib/annotations/types'
import type { TimeWords } from './words'

/** An annotation as the charts and the list below them name it. */
export type Mark = Annotation & { letter: string; when: string; kindName: string }

/** A, B .. Z, AA, AB .. */
function letterOf(i: number): string {
  const last = String.fromCharCode(65 + (i % 26))
  return i < 26 ? last : letterOf(Math.floor(i / 26) - 1) + last
}

/** Lettered in the order of their days. */
export const marksOf = ({ t, say }: TimeWords, annotations: readonly Annotation[]): Mark[] =>
  annotations.map((annotation, i) => ({
    ...annotation,
    letter: letterOf(i),
    when: annotation.until && annotation.until !== annotation.day ? say.days(annotation.day, annotation.until) : say.day(annotation.day),
    kindName: t(`kind.${annotation.kind}`),
  }))

/** A line in a chart: the step that it stands at, dashed where it is about incidents alone; its letters, or none where those of the line before say them; `says` names what happened there. */
export type MarkLine = { at: string; letters: string; says: string; dashed: boolean }

// So many labels fit beside each other over a small chart.
const MOST_LABELS = 13

/** Marks of one place on its steps (their first days, in order); what lies in one step shares a line, what lies close a label. */
export function markLines(marks: readonly Mark[], stage: string | null, steps: readonly string[]): MarkLine[] {
  const gap = Math.floor(steps.length / MOST_LABELS)
  const lines: { place: number; marks: Mark[]; label: Mark[] }[] = []
  for (const mark of marks) {
    if (mark.stage !== null && mark.stage !== stage) continue
    // What began before the first step lasted into it.
    const place = Math.max(0, steps.findLastIndex((step) => step <= mark.day))
    const labelled = lines.findLast(({ label }) => label.length > 0)
    const isNear = labelled !== undefined && place - labelled.place < gap
    if (isNear) labelled.label.push(mark)
    const here = lines.find((line) => line.place === place)
    if (here) {
      here.marks.push(mark)
      if (!isNear) here.label.push(mark)
    } else lines.push({ place, marks: [mark], label: isNear ? [] : [mark] })
  }
  return lines.flatMap(({ place, marks: here, label }) => {
    const at = steps[place]
    return at === undefined ? [] : [{ at, letters: lettersOf(label), says: here.map(saysOf).join('; '), dashed: here.every(({ kind }) => kind === 'incident') }]
  })
}

const saysOf = ({ letter, kindName, title }: Mark) => `${letter}: ${kindName} ${title}`

function lettersOf(marks: readonly Mark[]): string {
  const letters = marks.map(({ letter }) => letter)
  return letters.length > 2 ? `${letters[0]}–${letters.at(-1)}` : letters.join(' ')
}
