import { z } from 'zod'
import { SCORING } from '#lib/collect/take/prepare'
import type { Tx } from '#db/open'
import { type Context, inWorkspace } from '#lib/context'
import { allow } from '#lib/permission'
import { bucketShares } from '#lib/stats/buckets'
import { type Metric, metricOf } from '#lib/stats/measure'
import { instrumentSums, sumsOf } from '#lib/stats/sums'
import type { Tally } from '#lib/stats/tally'
import { lookupOf, readCells } from '../cells'
import { drawMap } from '../draw-map'
import { chartJourney } from '../journey'
import { readDrivers } from '../drivers/read-drivers'
import { readPlan } from '../read-plan'
import { readTrend } from '../change/read-trend'
import { SOURCES_COUNTED } from '#lib/studies/store'
import { hiddenBeside } from '../suppress/suppress-map'
import type { Asked, Filter } from '../types'
import { type Called, calledInEnglish } from './called'
import type { Formula } from './formulas'
import { type Cell, type Located, locateInMap, locateInPlan } from './locate'
import { locateInDrivers } from './locate-drivers'
import { locateInReach } from './locate-reach'
import { locateInTrend } from './locate-trend'

const READS = ['map', 'trend', 'plan', 'drivers'] as const

/** `of` names the read, `number` the JSON pointer into its data; all else is that read's own query. */
export const ExplainInput = z.looseObject({ journey: z.string(), of: z.enum(READS).default('map'), number: z.string().regex(/^(\/[\w-]+)+$/).max(200) })

/** The counters that went in: answers in the three buckets of METRICS 1, and the sums of e that interval and test are made of. */
export type Counts = { n: number; negative: number; neutral: number; positive: number; s: number; q: number; steps: number[] }

export type Explanation = {
  number: string
  name: string
  formula: Formula
  /** Whose unit the number is in; null for a plain one. */
  metric: Metric | null
  /** What stands there, as the read itself gives it. */
  shown: unknown
  from: string
  to: string
  timeZone: string
  filter: Filter | null
  /** Null where the number is hidden, or is a sum of many cells. */
  counts: Counts | null
  against: (Counts & { from: string; to: string; filter: Filter | null }) | null
  sources: { source: string; n: number | null }[] | null
  /** How raw answers became scores; a new version is a new series. */
  scoring: number
  /** Asks for the same number again. */
  request: { method: 'GET'; path: string; pointer: string }
}

function countsOf({ instrument, isIndex }: Cell, tally: Tally): Counts {
  const sums = isIndex && instrument !== 'emotion' ? instrumentSums(instrument, tally) : sumsOf(metricOf(instrument), tally).sums
  return { n: tally.n, ...bucketShares(instrument, tally), s: sums.s, q: sums.q, steps: [...tally.c] }
}

type Where = { workspaceId: string; journeyId: string; source: readonly string[] }

async function tallyOf(tx: Tx, where: Where, { level, place, instrument, from, to, filter }: Cell): Promise<Tally> {
  const cells = await readCells(tx, { ...where, from, to, filter, instruments: [instrument], places: { [level]: [place] } })
  return lookupOf(cells)(level, place, instrument)
}

/** Which sources the answers came from; few of one among many are hidden like any other part of a total. */
async function sourcesOf(tx: Tx, where: Where, cell: Cell): Promise<Explanation['sources']> {
  const counts: number[] = []
  for (const source of where.source) counts.push((await tallyOf(tx, { ...where, source: [source] }, cell)).n)
  const gone = hiddenBeside(counts.reduce((sum, n) => sum + n, 0), counts)
  return where.source.map((source, i) => ({ source, n: gone[i] ? null : (counts[i] ?? 0) }))
}

type Read = { located: Located; data: Pick<Asked, 'from' | 'to' | 'filter' | 'source'>; hasDays: boolean }

/** The read that the number stands in, asked again; each opens a transaction of its own. */
async function read(ctx: Context, of: (typeof READS)[number], number: string, query: Record<string, unknown>): Promise<Read> {
  if (of === 'map') {
    const drawn = await inWorkspace(ctx, (tx) => drawMap(tx, ctx, query))
    const located = number.startsWith('/reach/') ? locateInReach(drawn.map, number) : locateInMap(drawn, number)
    return { located, data: drawn.map, hasDays: true }
  }
  if (of === 'trend') {
    const trend = await readTrend(ctx, query)
    return { located: locateInTrend(trend, number), data: trend, hasDays: true }
  }
  if (of === 'drivers') {
    const drivers = await readDrivers(ctx, query)
    const located = locateInDrivers(drivers, number)
    // The study chooses its own days, and without it there is no number to find.
    const { from, to } = drivers.window ?? { from: '', to: '' }
    return { located, data: { from, to, filter: null, source: [...SOURCES_COUNTED] }, hasDays: false }
  }
  const plan = await readPlan(ctx, query)
  return { located: locateInPlan(plan, number), data: plan, hasDays: true }
}

/** The same question with its days written out, so that it means the same tomorrow. */
function pathOf(of: string, { journey, ...asked }: Record<string, unknown>, days: { from?: string; to?: string }): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...asked, ...days })) {
    if (Array.isArray(value) && name === 'compare') for (const one of value) query.append(name, String(one))
    else if (value !== undefined && value !== null) query.set(name, Array.isArray(value) ? value.join(',') : String(value))
  }
  return `/api/v1/management/journeys/${String(journey)}/${of}?${query}`
}

/**
 * How one number was made: its formula, the counts that went in, and the request that gives the very same number again. `nameOf`: what
 * it is called, for a page in the language of its reader.
 */
export async function readExplanation(ctx: Context, input: unknown, nameOf: (called: Called) => string = calledInEnglish): Promise<Explanation> {
  allow(ctx, 'response.read')
  const { of, number, ...query } = ExplainInput.parse(input)
  const { located, data, hasDays } = await read(ctx, of, number, query)
  const { called, formula, metric, shown, isHidden, cell, against } = located
  return inWorkspace(ctx, async (tx) => {
    const { id: journeyId, timeZone } = await chartJourney(tx, ctx, query.journey)
    const where = { workspaceId: ctx.workspaceId, journeyId, source: data.source }
    const isOpen = cell !== null && !isHidden
    return {
      number,
      name: nameOf(called),
      formula,
      metric,
      shown,
      from: located.from ?? cell?.from ?? data.from,
      to: located.to ?? cell?.to ?? data.to,
      timeZone,
      filter: cell ? cell.filter : data.filter,
      counts: isOpen ? countsOf(cell, await tallyOf(tx, where, cell)) : null,
      against: isOpen && against ? { ...countsOf(against, await tallyOf(tx, where, against)), from: against.from, to: against.to, filter: against.filter } : null,
      sources: isOpen ? await sourcesOf(tx, where, cell) : null,
      scoring: SCORING,
      request: { method: 'GET', path: pathOf(of, query, hasDays ? { from: data.from, to: data.to } : {}), pointer: `/data${number}` },
    }
  })
}
