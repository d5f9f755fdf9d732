import type { Metadata } from 'next'
import {
  BASELINE, CONFIRMED, COUNT, DIFFERENCE, DRIVER, EXPOSED, FORECAST, FORMULAS, HELD, INSTRUMENT_INDEX, PLANNED, RANKS, RATES, SEVERITY, VARIANTS, WATCH, WEIGHT,
} from '#lib/maps/explain/formulas'
import { benjaminiHochberg } from '#lib/stats/compare/benjamini-hochberg'
import { cochranQ } from '#lib/stats/compare/heterogeneity'
import { K_COMMENTS, K_DEFAULT, LOW_N, type Metric } from '#lib/stats/measure'
import type { Say } from '#lib/words/say'
import { useSay, useWords } from '#words'
import { readWords } from '../../_words/server'
import { Chapter, Contents } from '../_page/chapter'
import { FormulaBlock } from './formula'
import { Alerts, Coverage, Shrinkage } from './simulations'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords('help'))('numbers.title') }
}

const PARTS = ['scores', 'intervals', 'differences', 'few', 'reach', 'pain', 'drivers', 'change', 'personas', 'beliefs', 'ahead'] as const
type PartName = (typeof PARTS)[number]

const SCORES: readonly Metric[] = ['nps', 'csat_top2_pct', 'csat_mean', 'ces_top3_pct', 'ces_mean', 'ces_net', 'emotion_index', 'sentiment_index', 'text_index']

const RATE_NAMES = ['response_rate', 'drop_off', 'conversion'] as const

/** Without the zero before the point, as English writes what cannot be above 1. */
const dot = (say: Say, x: number, digits: 2 | 3 = 3) => say.number(x, digits).replace(/^0\./, '.')

function usePart(): (name: PartName) => { id: string; title: string } {
  const t = useWords('help.numbers.parts')
  return (name) => ({ id: name === 'few' ? 'few-answers' : name, title: t(name) })
}

export default function NumbersPage() {
  const [t, part] = [useWords('help.numbers'), usePart()]
  return (
    <main className="mx-auto flex max-w-216 gap-8 px-(--page) pt-8 pb-24 max-wide:flex-col max-wide:gap-5">
      <Contents parts={PARTS.map(part)} />
      <article className="w-full max-w-160 min-w-0 text-base">
        <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
        <p className="mt-2">{t('intro')}</p>
        <Scores />
        <Comparing />
        <Few />
        <Reach />
        <Chapter part={part('pain')}>
          <p>{t('pain')}</p>
          <FormulaBlock formula={SEVERITY} />
          <Shrinkage />
        </Chapter>
        <Chapter part={part('drivers')}>
          <p>{t('drivers')}</p>
          <FormulaBlock formula={DRIVER} />
          <FormulaBlock formula={RANKS} />
          <FormulaBlock formula={WEIGHT} />
        </Chapter>
        <Changing />
        <Personas />
        <Chapter part={part('beliefs')}>
          <p>{t('beliefs', { low: LOW_N })}</p>
        </Chapter>
        <Chapter part={part('ahead')}>
          <FormulaBlock formula={FORECAST} />
          <FormulaBlock formula={PLANNED} />
        </Chapter>
        <p className="mt-10 border-t border-line pt-3 text-xs text-ink-3">{t('trademarks')}</p>
      </article>
    </main>
  )
}

function Scores() {
  const [t, part] = [useWords('help.numbers'), usePart()]
  return (
    <>
      <Chapter part={part('scores')}>
        <p className="mb-3">{t('scores')}</p>
        {SCORES.map((metric) => (
          <FormulaBlock key={metric} formula={FORMULAS[metric]} />
        ))}
        <FormulaBlock formula={INSTRUMENT_INDEX} />
        <FormulaBlock formula={COUNT} />
        <FormulaBlock formula={HELD} />
      </Chapter>
      <Chapter part={part('intervals')}>
        <p>{t('intervals')}</p>
        <Coverage />
      </Chapter>
    </>
  )
}

const PS = [0.001, 0.008, 0.012, 0.034, 0.041, 0.2, 0.6]

function Comparing() {
  const [t, say, part] = [useWords('help.numbers'), useSay(), usePart()]
  const listed = (xs: readonly number[]) => xs.map((x) => dot(say, x)).join(say.language === 'en' ? ', ' : '; ')
  return (
    <Chapter part={part('differences')}>
      <p className="mb-3">{t('differences', { limit: dot(say, 0.05, 2), ps: listed(PS), qs: listed(benjaminiHochberg(PS)) })}</p>
      <FormulaBlock formula={DIFFERENCE} />
      <FormulaBlock formula={VARIANTS} />
    </Chapter>
  )
}

function Few() {
  const [t, part] = [useWords('help.numbers'), usePart()]
  return (
    <Chapter part={part('few')}>
      <p>{t('few', { k: K_DEFAULT, comments: K_COMMENTS, low: LOW_N })}</p>
    </Chapter>
  )
}

function Personas() {
  const [t, say, part] = [useWords('help.numbers'), useSay(), usePart()]
  const p = cochranQ([20, 40, 60].map((mean) => ({ mean, se: 10 })))?.p ?? 1
  return (
    <Chapter part={part('personas')}>
      <p>{t('personas', { low: LOW_N, limit: dot(say, 0.05, 2), p: dot(say, p) })}</p>
    </Chapter>
  )
}

function Reach() {
  const [t, part] = [useWords('help.numbers'), usePart()]
  return (
    <Chapter part={part('reach')}>
      <p className="mb-3">{t('reach')}</p>
      <FormulaBlock formula={EXPOSED} />
      {RATE_NAMES.map((name) => (
        <FormulaBlock key={name} formula={RATES[name]} />
      ))}
    </Chapter>
  )
}

function Changing() {
  const [t, part] = [useWords('help.numbers'), usePart()]
  return (
    <Chapter part={part('change')}>
      <p className="mb-3">{t('change')}</p>
      <FormulaBlock formula={BASELINE} />
      <FormulaBlock formula={WATCH} />
      <FormulaBlock formula={CONFIRMED} />
      <Alerts />
    </Chapter>
  )
}
