import { classes } from '#ui/classes'
import { useWords } from '#words'
import { CurveLines } from '../_curve/curve-lines'
import { across } from '../_curve/geometry'
import type { CurvePoint } from '../_curve/curve'

const HEIGHT = 148
const EDGE = { height: HEIGHT, top: 10, bottom: 10 } as const

export type Curve = { id: string; name: string; answers: string; answersAt: string; points: readonly CurvePoint[] }

/** From the third series on: one small curve each, the base first, all on the same axis. */
export function SmallCurves({ curves }: { curves: readonly Curve[] }) {
  const t = useWords('compare.curves')
  return (
    <ul className="-mb-px grid wide:grid-cols-2">
      {curves.map((curve, i) => (
        <li key={curve.id} className={classes('min-w-0 border-b border-grid pt-2 pb-2.5 wide:border-r', i === 0 && curves.length % 2 === 1 && 'wide:col-span-2')}>
          <p className="flex items-baseline justify-between gap-2 px-3 max-wide:px-4">
            <b className="text-sm font-semibold first-letter:uppercase wide:truncate" title={curve.name}>
              {curve.name}
            </b>
            <span className="text-xs whitespace-nowrap text-ink-2">
              {i === 0 && `${t('map')} · `}
              <span data-number={curve.answersAt}>{curve.answers}</span>
            </span>
          </p>
          <div className="relative mt-1" style={{ height: HEIGHT }}>
            <CurveLines points={curve.points} frame={across(curve.points.length, EDGE)} />
            <Marks points={curve.points} />
            <Ticks />
          </div>
          <ol className="grid auto-cols-fr grid-flow-col text-center text-xs">
            {curve.points.map((point) => (
              <li key={point.key} className="min-w-0 px-0.5">
                {point.state === 'empty' ? (
                  <span className="text-ink-3">
                    ·<span className="sr-only">{t('none')}</span>
                  </span>
                ) : (
                  <b data-number={point.pointer} className={classes('tabular-nums', point.state === 'measured' ? 'font-semibold' : 'font-normal')}>
                    {point.text}
                  </b>
                )}
                <span className="sr-only">{point.range && `, ${t('interval', { range: point.range })}`},</span>
                <span className="block whitespace-nowrap text-ink-2">{point.state === 'empty' ? '\u00a0' : `n ${point.n}`}</span>
                <span className="line-clamp-2 leading-tight wrap-anywhere hyphens-auto text-ink-3" title={point.name}>
                  {point.name}
                </span>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ul>
  )
}

const top = (index: number) => EDGE.top + ((100 - index) / 200) * (HEIGHT - EDGE.top - EDGE.bottom)

function Ticks() {
  return ([[100, '+100'], [0, '0'], [-100, '−100']] as const).map(([at, text]) => (
    <span key={at} aria-hidden className={classes('absolute left-1 rounded-sm bg-surface px-0.5 text-xs leading-3 text-ink-3', at === 0 ? '-translate-y-1/2' : at < 0 && '-translate-y-full')} style={{ top: top(at) }}>
      {text}
    </span>
  ))
}

function Marks({ points }: { points: readonly CurvePoint[] }) {
  return points.map((point, place) => {
    const left = `${((place + 0.5) / points.length) * 100}%`
    if (point.state === 'hidden') return <span key={point.key} aria-hidden className="hatch absolute inset-y-0" style={{ left: `${(place / points.length) * 100}%`, width: `${100 / points.length}%` }} />
    if (point.index === null) return null
    const look = point.state === 'low' ? 'border-2 border-curve bg-surface' : 'bg-curve ring-1 ring-surface'
    return <span key={point.key} aria-hidden className={classes('absolute size-2 -translate-1/2 rounded-full', look)} style={{ left, top: top(point.index) }} />
  })
}
