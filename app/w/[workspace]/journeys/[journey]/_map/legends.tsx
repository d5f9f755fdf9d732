import type { ReactNode } from 'react'
import { classes } from '#ui/classes'
import { heatShade, severityShade, type Shade } from '#ui/heat-cell'
import { useWords } from '#words'
import { STAR } from '../_beliefs/star'
import type { CurvePoint } from '../_curve/curve'
import { type MarkOf, Shape } from '../_curve/mark'

/** Leaves the axis' figures free at the right of the gutter. */
const LEGEND_TEXT = 'leading-tight wide:max-w-24 wide:wrap-anywhere'

const ORDER: readonly MarkOf[] = ['nps', 'csat', 'ces', 'sentiment', 'mixed']

/** The shapes that are drawn as such; none to be named where all are the usual one. */
function marksOn(points: readonly CurvePoint[]): readonly MarkOf[] {
  const drawn = points.filter(({ index, belief }) => index !== null && !belief?.isMoment)
  const marks = ORDER.filter((mark) => drawn.some((point) => point.mark === mark))
  return marks.every((mark) => mark === 'nps') ? [] : marks
}

/** Which marks are on the curve: the legend names no other. */
export type Has = { marks: readonly MarkOf[]; low: boolean; hidden: boolean; moment: boolean; assumed: boolean; target: boolean; touchpoints: boolean }

export const legendOf = (points: readonly CurvePoint[], details: readonly (readonly CurvePoint[])[] = []): Has => ({
  marks: marksOn(points),
  low: points.some(({ state }) => state === 'low'),
  hidden: points.some(({ state }) => state === 'hidden'),
  moment: [...points, ...details.flat()].some(({ belief }) => belief?.isMoment),
  assumed: [...points, ...details.flat()].some(({ belief }) => belief?.assumed != null),
  target: points.some(({ belief }) => belief?.target != null),
  touchpoints: details.flat().some(({ index }) => index !== null),
})

/** What the marks of the emotion curve mean, in the gutter beside it; with two curves it names both. */
export function CurveLegend({ names, has }: { names?: { base: string; other: string }; has: Has }) {
  const [t, instruments] = [useWords('map'), useWords('pain.instrument')]
  return (
    <ul className="mt-1.5 grid gap-1 text-xs text-ink-2 max-wide:grid-cols-2 [&>li]:flex [&>li]:items-center [&>li]:gap-1.5">
      <li>
        <Key>
          <rect y="1" width="26" height="10" fill="var(--band)" />
          <path d="M0 6H26" stroke="var(--curve)" strokeWidth="2.25" />
          {has.marks.length === 0 && <circle cx="13" cy="6" r="4" fill="var(--curve)" />}
        </Key>
        <span className={LEGEND_TEXT}>
          <span className={classes('block', names && 'font-medium text-ink first-letter:uppercase')}>{names ? names.base : t('legend.measured')}</span>
          <span className="text-ink-3">{t('legend.interval')}</span>
        </span>
      </li>
      {has.marks.length > 0 && (
        <li className="flex-wrap gap-y-0! max-wide:col-span-2 wide:max-w-31">
          {has.marks.map((mark) => (
            <span key={mark} className="flex items-center gap-1">
              <svg width="12" height="14" viewBox="-6.5 -7 13 14" aria-hidden className="shrink-0">
                <Shape of={mark} />
              </svg>
              {mark === 'mixed' ? t('legend.mixed') : instruments(mark)}
            </span>
          ))}
        </li>
      )}
      {has.low && (
        <li>
          <Key>
            <path d="M0 6H26" stroke="var(--curve)" strokeWidth="2" strokeDasharray="5 4" />
            <circle cx="13" cy="6" r="4" fill="var(--surface)" stroke="var(--curve)" strokeWidth="1.8" />
          </Key>
          <span className={LEGEND_TEXT}>{t('legend.low')}</span>
        </li>
      )}
      {has.moment && (
        <li>
          <Key>
            <path d={STAR} transform="translate(5.5 -1.5) scale(0.95)" fill="var(--curve)" />
          </Key>
          <span className={LEGEND_TEXT}>{t('legend.moment')}</span>
        </li>
      )}
      {has.touchpoints && (
        <li>
          <Key>
            <circle cx="13" cy="6" r="3.5" fill="var(--bar)" stroke="var(--text-2)" strokeWidth="1.5" />
          </Key>
          <span className={LEGEND_TEXT}>{t('legend.touchpoint')}</span>
        </li>
      )}
      {names && (
        <li>
          <Key>
            <path d="M0 6H26" stroke="var(--text-3)" strokeWidth="1.5" />
            <circle cx="13" cy="6" r="3.5" fill="var(--surface)" stroke="var(--text-3)" strokeWidth="1.5" />
          </Key>
          <span className={classes(LEGEND_TEXT, 'block first-letter:uppercase')}>{names.other}</span>
        </li>
      )}
      {has.assumed && (
        <li>
          <Key>
            <path d="M1 6H26" stroke="var(--text-3)" strokeWidth="1.75" strokeLinecap="round" strokeDasharray="0 4.5" />
            <path d="M13 1.5L17.5 6L13 10.5L8.5 6Z" fill="var(--surface)" stroke="var(--text-3)" strokeWidth="1.4" />
          </Key>
          <span className={LEGEND_TEXT}>{t('legend.assumed')}</span>
        </li>
      )}
      {has.target && (
        <li>
          <Key>
            <path d="M0 6H26" stroke="var(--text-2)" strokeWidth="1.25" strokeDasharray="6 3" />
          </Key>
          <span className={LEGEND_TEXT}>{t('legend.target')}</span>
        </li>
      )}
      {has.hidden && (
        <li>
          <span aria-hidden className="hatch h-3 w-6.5 shrink-0" />
          <span className={LEGEND_TEXT}>{t('legend.hidden')}</span>
        </li>
      )}
    </ul>
  )
}

const Key = ({ children }: { children: ReactNode }) => (
  <svg width="26" height="12" aria-hidden className="shrink-0 overflow-visible" fill="none">
    {children}
  </svg>
)

const STEPS = [-80, -50, -20, 0, 20, 50, 80] as const

/** The seven colours of the pain map with their borders. */
export const PainLegend = () => <Strip of="level" shades={STEPS.map((step) => heatShade(step, false))} ends={['−100', '+100']} few={heatShade(-50, true)} />

const SEVERITY_STEPS = [0.5, 1.5, 3, 7, 15] as const

/** The five colours of severity with their borders. */
export const SeverityLegend = () => <Strip of="severity" shades={SEVERITY_STEPS.map((step) => severityShade(step, false))} ends={['0', '100']} few={severityShade(3, true)} />

type StripProps = { of: 'level' | 'severity'; shades: readonly Shade[]; ends: readonly [string, string]; few: Shade }

/** A scale in one line, and after it what is no colour of its own. */
function Strip({ of, shades, ends: [from, to], few }: StripProps) {
  const t = useWords('map')
  return (
    <ul className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-2 [&>li]:flex [&>li]:items-center [&>li]:gap-1.5">
      <li>
        <span aria-hidden>{from}</span>
        <span role="img" aria-label={t(`strip.${of}.label`)} className="flex">
          {shades.map((shade, i) => (
            <span key={i} className="h-2.5 w-7 first:rounded-l-sm last:rounded-r-sm" style={shade} />
          ))}
        </span>
        <span aria-hidden>{to}</span>
        <span className="text-ink-3">{t(`strip.${of}.borders`)}</span>
      </li>
      <li>
        <span aria-hidden className="h-3 w-5 rounded-[2px]" style={few} />
        {t('legend.low')}
      </li>
      <li>
        <span aria-hidden className="hatch grid h-4 w-6 place-items-center">
          &lt;5
        </span>
        {t('strip.hidden')}
      </li>
      <li>
        <span aria-hidden>·</span>
        {t('against.none')}
      </li>
    </ul>
  )
}
