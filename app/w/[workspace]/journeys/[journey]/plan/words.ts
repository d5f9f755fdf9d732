import type { Need, Plan, PlannedStage } from '#lib/maps/read-plan'
import { formatNumber } from '#lib/stats/format'

const WORDS = ['None', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']
const inWords = (n: number): string => WORDS[n] ?? formatNumber(n)

const answers = (n: number) => `${formatNumber(n)} ${n === 1 ? 'answer' : 'answers'}`

/** 1 -> "about 1 day", 130 -> "about 4 months"; nobody plans further than two years. */
export function paceText(days: number): string {
  if (days <= 60) return `about ${days} ${days === 1 ? 'day' : 'days'}`
  return days <= 730 ? `about ${formatNumber(days / 30.4)} months` : 'more than two years'
}

/** One goal of one stage, ready to draw. `share`: how far it is, 0..1; null where that is hidden. */
export type Goal = { needed: string; share: number | null; state: 'done' | 'missing' | 'hidden'; still: string; pace: string; pointer: string }

export function goalOf({ needed, still, days }: Need, n: number | null, pointer: string): Goal {
  const shared = { needed: formatNumber(needed), pointer }
  if (n === null || still === null) return { ...shared, share: null, state: 'hidden', still: '', pace: '' }
  const share = needed === 0 ? 1 : Math.min(1, n / needed)
  if (still === 0) return { ...shared, share, state: 'done', still: '', pace: '' }
  return { ...shared, share, state: 'missing', still: formatNumber(still), pace: days === null ? 'no pace to go by' : `${paceText(days)} at this pace` }
}

export type PlanRow = { key: string; name: string; n: string; at: string; isHidden: boolean; isAssumed: boolean; margin: Goal; change: Goal }

export const rowsOf = ({ stages }: Plan): PlanRow[] =>
  stages.map(({ key, name, n, basis, margin, change }, i) => ({
    key,
    name,
    n: n === null ? '<5' : formatNumber(n),
    at: `/stages/${i}/n`,
    isHidden: n === null,
    isAssumed: basis === 'assumed',
    margin: goalOf(margin, n, `/stages/${i}/margin`),
    change: goalOf(change, n, `/stages/${i}/change`),
  }))

function mostMissing(stages: readonly PlannedStage[]): string | null {
  const [most] = stages.filter(({ margin }) => (margin.still ?? 0) > 0).toSorted((a, b) => (b.margin.still ?? 0) - (a.margin.still ?? 0))
  if (!most) return null
  const { still, days } = most.margin
  return `${most.name} needs ${formatNumber(still ?? 0)} more${days === null ? '' : `, ${paceText(days)}`}`
}

function countText(done: number, of: number, which: string): string {
  if (of === 1) return `The one stage${which} is${done === 1 ? '' : ' not yet'}`
  const all = of === 2 ? 'Both' : `All ${inWords(of).toLowerCase()}`
  if (done === of) return `${all} stages${which} are`
  if (done === 0) return `None of the ${inWords(of).toLowerCase()} stages${which} is`
  return `${inWords(done)} of ${inWords(of).toLowerCase()} stages${which} ${done === 1 ? 'is' : 'are'}`
}

/** Where the plan stands in one sentence: how many stages are narrow enough, and which one lacks the most. */
export function headlineOf({ stages, margin }: Plan): string {
  if (stages.length === 0) return 'This journey has no stages yet.'
  if (stages.every(({ n }) => n === 0)) {
    const [first] = stages
    return `Nobody has answered in these days. From ${answers(first?.margin.needed ?? 0)} on, a stage is within ±${margin} points.`
  }
  // Where a measure was never asked nothing is missing; the rows say what it would take.
  const asked = stages.filter(({ n }) => n !== 0)
  const done = asked.filter((stage) => stage.margin.still === 0).length
  const count = `${countText(done, asked.length, asked.length === stages.length ? '' : ' with answers')} narrow enough`
  if (done === asked.length) return `${count}.`
  const most = mostMissing(asked)
  if (most) return `${count}; ${most}.`
  return `${count}; the others have too few answers to be shown.`
}
