import { useSay, useWords } from '#words'
import type { Trend } from '#lib/maps/change/types'
import { TrendTwin } from '../_chart/lazy-trend'
import { MarkText } from '../_chart/mark-text'
import { markLines, marksOf, markSpans } from '../_chart/marks'
import { baselineOf, marked, timePoints } from '../_chart/points'
import { explainAddress } from '../_explain/address'
import { Part } from './part'

/** `place`: where its series stands in the trend; `asked`: what the trend was asked as. */
type Props = { slug: string; base: string; trend: Trend; place: number; stage: string; asked: Readonly<Record<string, string | undefined>> }

/** How a place felt month by month, against its baseline, with what happened. */
export function TwelveMonths({ slug, base, trend, place, stage, asked }: Props) {
  const t = useWords('panel')
  const say = useSay()
  const words = { t: useWords('panel.time'), say }
  const series = trend.series[place]
  if (!series) return null
  const root = `/series/${place}`
  const points = marked(words, timePoints(words, series.points, 'month', root), series.change, root)
  const marks = marksOf(words, trend.annotations, trend.campaigns, stage)
  const steps = points.map(({ id }) => id)
  const [lines, spans] = [markLines(marks, stage, steps), markSpans(marks, stage, steps)]
  const { baseline } = series.change
  const signs = [points.some(({ watch }) => watch) && (['◇', words.t('sign.watch')] as const), points.some(({ confirmed }) => confirmed) && (['▼', words.t('sign.confirmed')] as const)].filter((sign) => sign !== false)
  const note = [t('trend.note'), baseline && t('trend.baseline', { days: say.days(baseline.from, baseline.to) })]
  return (
    <Part title={t('trend.title')} note={note.filter(Boolean).join('; ')}>
      <div data-explain={explainAddress(slug, 'trend', asked)}>
        <TrendTwin name={series.name} points={points} unit="index" height={lines.length > 0 ? 212 : 198} lines={lines} spans={spans} baseline={baselineOf(series.change, points)} />
      </div>
      <ul className="mt-1 grid gap-1.5 text-sm">
        {signs.map(([sign, words]) => (
          <li key={sign} className="flex items-start gap-2 text-xs text-ink-2">
            <span aria-hidden className="grid min-w-5 place-items-center text-pain-text">
              {sign}
            </span>
            {words}
          </li>
        ))}
        {marks.map((mark) => (
          <li key={mark.id} className="flex items-start gap-2">
            <MarkText mark={mark} campaigns={`${base}/campaigns`} />
          </li>
        ))}
      </ul>
    </Part>
  )
}
