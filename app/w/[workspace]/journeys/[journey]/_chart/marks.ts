import type { Annotation } from '#lib/annotations/types'
import type { MapCampaign } from '#lib/maps/campaigns/types'
import type { TimeWords } from './words'

/** An annotation or a campaign as the charts and the list below them name it; `stages`: where it belongs, null to all. */
export type Mark = Omit<Annotation, 'stage'> & { stages: readonly string[] | null; isCampaign: boolean; letter: string; when: string; kindName: string }

/** A, B .. Z, AA, AB .. */
function letterOf(i: number): string {
  const last = String.fromCharCode(65 + (i % 26))
  return i < 26 ? last : letterOf(Math.floor(i / 26) - 1) + last
}

const byDay = (a: { day: string }, b: { day: string }) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)

/** What was noted and what the company did, lettered in the order of their days; of one stage where one is named. */
export function marksOf({ t, say }: TimeWords, annotations: readonly Annotation[], campaigns: readonly MapCampaign[] = [], stage?: string): Mark[] {
  const noted = annotations.map(({ stage, ...one }) => ({ ...one, stages: stage === null ? null : [stage], isCampaign: false }))
  const done = campaigns.map(({ id, name, starts, ends, stages }) => ({ id, kind: 'campaign' as const, day: starts, until: ends, title: name, body: null, stages, isCampaign: true }))
  const here = [...noted, ...done].filter((mark) => stage === undefined || isAt(mark, stage))
  return here.sort(byDay).map((mark, i) => ({ ...mark, letter: letterOf(i), when: whenOf({ t, say }, mark), kindName: t(`kind.${mark.kind}`) }))
}

/** A campaign without an end goes on; an annotation without one was of a day. */
function whenOf({ t, say }: TimeWords, { day, until, isCampaign }: Pick<Mark, 'day' | 'until' | 'isCampaign'>): string {
  if (until === null && isCampaign) return t('since', { day: say.day(day) })
  return until && until !== day ? say.days(day, until) : say.day(day)
}

const isAt = ({ stages }: Pick<Mark, 'stages'>, stage: string | null) => stages === null || (stage !== null && stages.includes(stage))

/** What began before the first step lasted into it. */
const placeOf = (steps: readonly string[], day: string) => Math.max(0, steps.findLastIndex((step) => step <= day))

/** A line in a chart: the step that it stands at, dashed where it is about incidents alone; its letters, or none where those of the line before say them; `says` names what happened there; a campaign has a span and no line (`bare`). */
export type MarkLine = { at: string; letters: string; says: string; dashed: boolean; bare: boolean }

// So many labels fit beside each other over a small chart.
const MOST_LABELS = 13

/** Marks of one place on its steps (their first days, in order); what lies in one step shares a line, what lies close a label. */
export function markLines(marks: readonly Mark[], stage: string | null, steps: readonly string[]): MarkLine[] {
  const gap = Math.floor(steps.length / MOST_LABELS)
  const lines: { place: number; marks: Mark[]; label: Mark[] }[] = []
  for (const mark of marks) {
    if (!isAt(mark, stage)) continue
    const place = placeOf(steps, mark.day)
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
    return at === undefined ? [] : [{ at, letters: lettersOf(label), says: here.map(saysOf).join('; '), dashed: here.every(({ kind }) => kind === 'incident'), bare: here.every(({ isCampaign }) => isCampaign) }]
  })
}

const saysOf = ({ letter, kindName, title }: Mark) => `${letter}: ${kindName} ${title}`

function lettersOf(marks: readonly Mark[]): string {
  const letters = marks.map(({ letter }) => letter)
  return letters.length > 2 ? `${letters[0]}–${letters.at(-1)}` : letters.join(' ')
}

/** How long a campaign ran: its first and last step, and how many others lie above it. */
export type MarkSpan = { id: string; from: string; to: string; row: number }

// More at once would be a pattern and no reading; their letters and the list name them all.
const MOST_SPANS = 4

/** Campaigns of one place on its steps, each in the first row that is free. */
export function markSpans(marks: readonly Mark[], stage: string | null, steps: readonly string[]): MarkSpan[] {
  const ends: number[] = []
  return marks.flatMap((mark) => {
    const [from, to] = [placeOf(steps, mark.day), mark.until === null ? steps.length - 1 : placeOf(steps, mark.until)]
    const [first, last] = [steps[from], steps[to]]
    if (!mark.isCampaign || !isAt(mark, stage) || first === undefined || last === undefined) return []
    const free = ends.findIndex((end) => end < from)
    const row = free < 0 ? ends.length : free
    if (row >= MOST_SPANS) return []
    ends[row] = to
    return [{ id: mark.id, from: first, to: last, row }]
  })
}

/** The height of one row of campaigns. */
export const SPAN = 6

/** The height that campaigns take above a chart. */
export const roomOf = (spans: readonly MarkSpan[]): number => SPAN * Math.max(0, ...spans.map(({ row }) => row + 1))

/** All that stands above a chart: letters over their rows of campaigns. Charts side by side take the most, so that their axes are level. */
export const headroomOf = (lines: readonly MarkLine[], spans: readonly MarkSpan[]): number => (lines.length > 0 ? 22 + roomOf(spans) : 8)
