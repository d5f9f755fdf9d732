import type { Question } from '#lib/surveys/definition'
import { STEPS } from '#lib/widget/scale'
import type { useWords } from '#words'

export type Instrument = Question['instrument']

/** The words of the editor. */
export type EditorWords = ReturnType<typeof useWords<'questions'>>

/** The instruments as the menu shows them. */
export const GROUPS = [
  { name: 'scores', instruments: ['nps', 'csat', 'ces'] },
  { name: 'feeling', instruments: ['sentiment', 'emotions'] },
  { name: 'choice', instruments: ['choice', 'choices'] },
  { name: 'words', instruments: ['short', 'comment'] },
  { name: 'consent', instruments: ['consent'] },
] as const satisfies readonly { name: string; instruments: readonly Instrument[] }[]

export const isScored = (instrument: Instrument): instrument is keyof typeof STEPS => Object.hasOwn(STEPS, instrument)

/** What the labels at the two ends of a scale are called; null where there is no scale. */
export function endLabels(t: EditorWords, instrument: Instrument): readonly [string, string] | null {
  if (!isScored(instrument)) return null
  if (instrument === 'sentiment') return [t('body.labelSad'), t('body.labelGlad')]
  const steps = STEPS[instrument]
  return [t('body.labelAt', { end: steps[0] ?? '' }), t('body.labelAt', { end: steps.at(-1) ?? '' })]
}

const FACES = { '-1': 'veryBad', '-0.5': 'ratherBad', '0': 'neither', '0.5': 'ratherGood', '1': 'veryGood' } as const

const isFace = (step: string): step is keyof typeof FACES => Object.hasOwn(FACES, step)

/** A step of a scale as a person says it. */
export const stepName = (t: EditorWords, instrument: Instrument, step: string): string =>
  instrument === 'sentiment' && isFace(step) ? t(`faces.${FACES[step]}`) : step

/** A question in a line: its text, shortened where it is long. */
export const inShort = (text: string, most = 44): string => {
  const one = text.trim().replace(/\s+/g, ' ')
  return one.length <= most ? one : `${one.slice(0, most - 1).trimEnd()}…`
}
