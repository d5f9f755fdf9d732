import { useWords } from '#words'
import type { TimePoint } from './points'
import type { TimeWords } from './words'

type Write<T> = (key: 'tip' | 'tipAhead', values: Readonly<Record<string, string>>) => T

/** What a step says of itself, line by line; `noted`: what happened then. */
function linesOf<T>(t: TimeWords['t'], point: TimePoint, noted: string, write: Write<T>): (T | string)[] {
  const lines = [
    point.state === 'hidden' && t('hidden'),
    point.state === 'empty' && t('none'),
    point.value !== null && write('tip', { value: point.text, range: point.range, answers: point.answers }),
    point.state === 'low' && t('low'),
    point.z !== '' && t('tipZ', { z: point.z }),
    point.watch && `◇ ${t('sign.watch')}`,
    point.confirmed && `▼ ${t('sign.confirmed')}`,
    point.ahead && write('tipAhead', { value: point.ahead.text, range: point.ahead.range }),
    noted,
  ]
  return lines.filter((line): line is T | string => line !== false && line !== null && line !== '')
}

/** What the tests say of a step and what happened then, beside its numbers; '' where nothing is to be said. */
export const remarksOf = (t: TimeWords['t'], { z, watch, confirmed }: TimePoint, noted = ''): string =>
  [z !== '' && `z ${z}`, watch && `◇ ${t('watch')}`, confirmed && `▼ ${t('confirmed')}`, noted].filter(Boolean).join(' · ')

/** The same as one sentence, for whoever hears it. */
export const sentenceOf = (t: TimeWords['t'], point: TimePoint, noted = ''): string =>
  `${point.when}: ${linesOf(t, point, noted, (key, values) => t.markup(key, { ...values, b: (text) => text })).join('; ') || t('noForecast')}`

export function StepLines({ point, noted = '' }: { point: TimePoint; noted?: string }) {
  const t = useWords('panel.time')
  const lines = linesOf(t, point, noted, (key, values) => t.rich(key, { ...values, b: (text) => <b className="font-semibold">{text}</b> }))
  return (
    <>
      <p className="font-semibold">{point.when}</p>
      {lines.map((line, i) => (
        <p key={i}>{line}</p>
      ))}
    </>
  )
}
