import type { Metadata } from 'next'
import {
  BASELINE, CONFIRMED, COUNT, DIFFERENCE, DRIVER, EXPOSED, FORECAST, FORMULAS, HELD, INSTRUMENT_INDEX, PLANNED, RANKS, RATES, SEVERITY, VARIANTS, WATCH, WEIGHT,
} from '#lib/maps/explain/formulas'
import { benjaminiHochberg } from '#lib/stats/compare/benjamini-hochberg'
import { cochranQ } from '#lib/stats/compare/heterogeneity'
import { formatNumber, metricName } from '#lib/stats/format'
import { rateName } from '#lib/stats/format-rate'
import { K_COMMENTS, K_DEFAULT, LOW_N, type Metric } from '#lib/stats/measure'
import { Chapter, Contents } from '../_page/chapter'
import { FormulaBlock } from './formula'
import { Alerts, Coverage, Shrinkage } from './simulations'

export const metadata: Metadata = { title: 'How the numbers are made' }

const PART = {
  scores: { id: 'scores', title: 'Scores' },
  intervals: { id: 'intervals', title: 'Intervals' },
  differences: { id: 'differences', title: 'Differences' },
  few: { id: 'few-answers', title: 'Few answers' },
  reach: { id: 'reach', title: 'Reach' },
  pain: { id: 'pain', title: 'Pain points' },
  drivers: { id: 'drivers', title: 'Drivers' },
  change: { id: 'change', title: 'Change over time' },
  personas: { id: 'personas', title: 'Personas' },
  beliefs: { id: 'beliefs', title: 'Assumed and targets' },
  ahead: { id: 'ahead', title: 'Forecast and plan' },
} as const

const SCORES: readonly Metric[] = ['nps', 'csat_top2_pct', 'csat_mean', 'ces_top3_pct', 'ces_mean', 'ces_net', 'emotion_index', 'sentiment_index', 'text_index']

const RATE_NAMES = ['response_rate', 'drop_off', 'conversion'] as const

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export default function NumbersPage() {
  return (
    <main className="mx-auto flex max-w-216 gap-8 px-(--page) pt-8 pb-24 max-wide:flex-col max-wide:gap-5">
      <Contents parts={Object.values(PART)} />
      <article className="w-full max-w-160 min-w-0 text-base">
        <h1 className="text-2xl font-semibold tracking-tight">How the numbers are made</h1>
        <p className="mt-2">
          Answers are counted when they arrive, and every number is computed from these counts by one function: charts, tables, exports and the API cannot differ. Nothing is rounded
          before it is shown. On a map or chart, “How are these made?” opens for each number the counts that went in and the call of the API that gives it again.
        </p>
        <Scores />
        <Comparing />
        <Few />
        <Reach />
        <Chapter part={PART.pain}>
          <p>A low score hurts most where many people come by and where it goes together with how they feel in the end. Severity holds the three together, from 0 to 100.</p>
          <FormulaBlock name="Severity" formula={SEVERITY} />
          <Shrinkage />
        </Chapter>
        <Chapter part={PART.drivers}>
          <p>
            What a person felt at a place is held against that person’s outcome: the journey’s declared outcome or, where none is declared, how likely they are to recommend. It is
            counted over people, not over answers, by a job beside the page. None of it proves a cause.
          </p>
          <FormulaBlock name="Driver" formula={DRIVER} />
          <FormulaBlock name="By ranks" formula={RANKS} />
          <FormulaBlock name="Weight" formula={WEIGHT} />
        </Chapter>
        <Changing />
        <Personas />
        <Beliefs />
        <Chapter part={PART.ahead}>
          <FormulaBlock name="Forecast" formula={FORECAST} />
          <FormulaBlock name="Answers needed" formula={PLANNED} />
        </Chapter>
        <p className="mt-10 border-t border-line pt-3 text-xs text-ink-3">
          NPS and Net Promoter are registered trademarks of Bain &amp; Company, NICE Satmetrix and Fred Reichheld.
        </p>
      </article>
    </main>
  )
}

function Scores() {
  return (
    <>
      <Chapter part={PART.scores}>
        <p className="mb-3">
          Each instrument keeps its own scale and its own score. Only the emotion index lays them beside each other, by putting every scale on −1 to +1. It is never called NPS.
        </p>
        {SCORES.map((metric) => (
          <FormulaBlock key={metric} name={upperFirst(metricName(metric))} formula={FORMULAS[metric]} />
        ))}
        <FormulaBlock name="Emotion index of one instrument" formula={INSTRUMENT_INDEX} />
        <FormulaBlock name="Answers" formula={COUNT} />
        <FormulaBlock name="Answers held back" formula={HELD} />
      </Chapter>
      <Chapter part={PART.intervals}>
        <p>
          Other people might have answered. A 95 % interval is made so that in 95 of 100 such cases it holds what all customers would have said. For an index it is computed as if three
          more answers had been given, spread evenly: that keeps it honest with few answers, and off the ends of the scale. For shares it is Wilson’s.
        </p>
        <Coverage />
      </Chapter>
    </>
  )
}

const PS = [0.001, 0.008, 0.012, 0.034, 0.041, 0.2, 0.6]
const listed = (xs: readonly number[]) => xs.map((x) => formatNumber(x, 3).replace(/^0/, '')).join(', ')

function Comparing() {
  return (
    <Chapter part={PART.differences}>
      <p className="mb-3">
        Only a clear difference is called one. Whoever tests many stages at once finds some difference by chance alone, so each p becomes a q that allows for all differences shown beside
        it (Benjamini–Hochberg): of all that are marked at q ≤ .05, one in twenty at most is chance. The p {listed(PS)} become the q {listed(benjaminiHochberg(PS))}: three of seven are
        marked. Where the two sides were asked by other instruments, the emotion index is not tested; it says “mix changed”.
      </p>
      <FormulaBlock name="Difference" formula={DIFFERENCE} />
      <FormulaBlock name="Variants (A/B)" formula={VARIANTS} />
    </Chapter>
  )
}

function Few() {
  return (
    <Chapter part={PART.few}>
      <p>
        Two thresholds, for two reasons. For privacy a number of fewer than {K_DEFAULT} answers is hidden, everywhere alike, and comments below {K_COMMENTS}. Where a total would tell it,
        the smallest number beside it is hidden, too, and a filter that leaves out fewer than {K_DEFAULT} answers is refused. For precision a number of fewer than {LOW_N} answers is shown,
        but marked: a hollow point, “low n”. No answers is neither: it is drawn empty, never as 0.
      </p>
    </Chapter>
  )
}

function Personas() {
  return (
    <Chapter part={PART.personas}>
      <p>
        Each answer belongs to the first persona whose rules it fits, else to none, so that all of them add up to all answers. Which rules held when it was counted is remembered: a change
        of rules is shown when every older answer has been counted by the new ones. “Personas differ” stands at a stage where those with {LOW_N} answers and more lie further apart than
        chance: Q is the sum of their squared distances from their common mean, each in its own standard errors, held against chi-square with one degree of freedom less than there are
        personas (Cochran 1954), and marked where q ≤ .05 over all stages. Example. Indices 20, 40 and 60, each with a standard error of 10: Q = 4 + 0 + 4 = 8, p ={' '}
        {listed([cochranQ([20, 40, 60].map((mean) => ({ mean, se: 10 })))?.p ?? 1])}. “Polarised” stands where both the unhappy and the happy are at least 30 % and those between at most
        20 % of {LOW_N} answers and more. Example. 12, 6 and 12 of 30 are polarised.
      </p>
    </Chapter>
  )
}

function Beliefs() {
  return (
    <Chapter part={PART.beliefs}>
      <p>
        What a team assumed of a place is held against its emotion index. It is “as assumed” where the assumption lies within the 95 % interval, “better” or “worse than assumed” where the
        whole interval lies above or below it: then the belief is contradicted, and the gap is measured minus assumed. Example. Assumed +35, measured −7 with the interval −12 to −1: worse
        than assumed, by 42 points. With fewer than {LOW_N} answers, or where the number is hidden, it is “too few to say”, so that no word gives a hidden number away; without answers it is
        “assumed only”. A target is clearly missed only where the whole interval lies below it.
      </p>
    </Chapter>
  )
}

function Reach() {
  return (
    <Chapter part={PART.reach}>
      <p className="mb-3">
        Scores are of those who answered; these rates tell how many of those asked they are. The widget reports each display once, and what follows from it is counted by the server. A
        rate is of what happened in the period: who was asked on its last evening and answered the next morning counts on both sides of the border. Where nobody was asked there is no
        rate, never 0 %, and none is above 100 %: where more came out than went in, only one side was counted, and it says so.
      </p>
      <FormulaBlock name="Exposed" formula={EXPOSED} />
      {RATE_NAMES.map((name) => (
        <FormulaBlock key={name} name={upperFirst(rateName(name))} formula={RATES[name]} />
      ))}
    </Chapter>
  )
}

function Changing() {
  return (
    <Chapter part={PART.change}>
      <p className="mb-3">
        Scores go up and down from month to month though nothing has changed. So a month is held against a baseline, in two steps with names of their own: “watch” is early and sometimes
        wrong, “confirmed” is late and seldom wrong.
      </p>
      <FormulaBlock name="Baseline" formula={BASELINE} />
      <FormulaBlock name="Watch" formula={WATCH} />
      <FormulaBlock name="Confirmed" formula={CONFIRMED} />
      <Alerts />
    </Chapter>
  )
}
