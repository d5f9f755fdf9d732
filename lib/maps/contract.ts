import { z } from 'zod'
import { AnnotationRow } from '#lib/annotations/contract'
import { SOURCES } from '#lib/collect/input'
import type { Operation } from '#lib/http/openapi'
import { LaneBook } from '#lib/journeys/document/schema'
import type { Measured } from '#lib/stats/measure'
import { ASKED_INSTRUMENTS } from './asked'
import { ChangeRow, ForecastRow } from './change/contract'
import { ExplainInput, type Explanation } from './explain/read-explanation'
import { Comments } from './comments/contract'
import { CommentsInput } from './comments/list'
import { MapInput } from './draw-map'
import { FreshnessRow } from './freshness/contract'
import { PainRow, StudyRow } from './pain/contract'
import { BeliefsRow } from './beliefs/contract'
import { MapCampaignRow } from './campaigns/contract'
import { GapRow } from './gaps/contract'
import { PersonasRow } from './personas/contract'
import { ReachRow } from './reach/contract'
import { TransitionsRow } from './transitions/contract'
import { PEOPLE_OPERATIONS } from './people/contract'
import { QUOTE_OPERATIONS } from './quotes/contract'
import { type Plan, PlanInput } from './read-plan'
import { TrendInput } from './change/read-trend'
import type { Trend } from './change/types'
import type { Compared, ComparedSeries, PlainMap } from './types'

const measured = z.object({
  metric: z.enum(['nps', 'csat_top2_pct', 'csat_mean', 'ces_top3_pct', 'ces_mean', 'ces_net', 'emotion_index', 'sentiment_index', 'text_index']),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: z.int().nullable(),
  suppressed: z.boolean(),
  lowN: z.boolean(),
})

export const Figure = measured.meta({
  id: 'Measured',
  description: 'In display units, unrounded, with a 95 % interval. No answers: value null and n 0. Too few to be shown: value and n null, suppressed true.',
}) satisfies z.ZodType<Measured>

const numbers = { emotion: Figure, nps: Figure, csat: Figure, ces: Figure, sentiment: Figure, text: Figure }
const named = { key: z.string(), name: z.string() }
const instrument = z.enum(ASKED_INSTRUMENTS)
const Filtered = z.object({ dimension: z.string(), value: z.string() })
const asked = { from: z.iso.date(), to: z.iso.date(), timeZone: z.string(), channel: z.string().nullable(), filter: Filtered.nullable(), source: z.array(z.enum(SOURCES)) }

const amount = z.number().nullable()
const Difference = z
  .object({
    metric: measured.shape.metric,
    state: z.enum(['tested', 'mix_changed', 'hidden', 'no_answers', 'blocked']),
    value: amount, low: amount, high: amount, p: amount, q: amount, isClear: z.boolean(), isFinal: z.boolean(),
  })
  .meta({
    id: 'Difference',
    description: 'The map minus what it is compared with, computed before any rounding, with its 95 % interval. Clear where q <= .05 after Benjamini-Hochberg over all shown beside it.',
  }) satisfies z.ZodType<Compared>
const difference = z.object({ emotion: Difference, nps: Difference, csat: Difference, ces: Difference, sentiment: Difference, text: Difference })

const Touchpoint = z.object({ ...named, ...numbers, channel: z.string().nullable(), overall: z.boolean() })

const Stage = z.object({ ...named, ...numbers, position: z.int(), touchpoints: z.array(Touchpoint) })

const ComparedWith: z.ZodType<ComparedSeries> = z.object({
  compare: z.string(),
  kind: z.enum(['period', 'channel', 'variant', 'segment']),
  from: z.iso.date(),
  to: z.iso.date(),
  filter: Filtered.nullable(),
  answers: z.int().nullable(),
  stages: z.array(Stage.extend({ difference, touchpoints: z.array(Touchpoint.extend({ difference })) })),
  pain: z.array(z.object({ touchpoint: z.string(), instrument, index: Figure.nullable(), score: Figure.nullable(), difference: Difference })),
})

const PainPoint = z.object({ stage: z.string(), touchpoint: z.string(), name: z.string(), instrument, index: Figure, score: Figure, pain: PainRow.nullable() })

const Values = z.array(z.object({ value: z.string(), n: z.int().nullable() }))

export const Drawn: z.ZodType<PlainMap> = z
  .object({
    journey: z.object(named),
    version: z.int(),
    drafted: z.int(),
    recounting: z.boolean(),
    ...asked,
    instrument: instrument.nullable(),
    answers: z.int().nullable(),
    held: z.int().nullable(),
    today: z.int(),
    channels: Values,
    dimensions: z.array(z.object({ name: z.string(), values: Values })),
    stages: z.array(Stage.extend({ headline: z.string() })),
    pain: z.array(PainPoint),
    study: StudyRow.nullable(),
    reach: z.array(ReachRow).nullable(),
    transitions: TransitionsRow.nullable(),
    compared: z.array(ComparedWith),
    personas: PersonasRow,
    lanes: LaneBook,
    campaigns: z.array(MapCampaignRow),
    gaps: z.array(GapRow).nullable(),
    beliefs: BeliefsRow,
    heat: z.array(z.object({ stage: z.string(), instrument, index: Figure })),
    freshness: FreshnessRow.nullable(),
    headline: z.string(),
  })
  .meta({ id: 'Map', description: 'The numbers that the map page draws.' })

const Point = measured.extend({ from: z.iso.date(), to: z.iso.date(), complete: z.boolean() })

const Series: z.ZodType<Trend> = z
  .object({
    journey: z.object(named),
    ...asked,
    metric: z.enum(['emotion', ...ASKED_INSTRUMENTS]),
    every: z.enum(['day', 'week', 'month']),
    by: z.enum(['stage', 'touchpoint']),
    series: z.array(z.object({ ...named, position: z.int(), points: z.array(Point), change: ChangeRow, forecast: ForecastRow })),
    annotations: z.array(AnnotationRow),
    campaigns: z.array(MapCampaignRow),
  })
  .meta({ id: 'Trend', description: 'Every step of the period is there, also where nobody answered.' })

const Need = z.object({ needed: z.int(), still: z.int().nullable(), days: z.int().nullable() })

const Planned: z.ZodType<Plan> = z
  .object({
    journey: z.object(named),
    ...asked,
    metric: z.enum(['emotion', ...ASKED_INSTRUMENTS]),
    margin: z.number(),
    change: z.number(),
    power: z.number(),
    stages: z.array(z.object({ ...named, position: z.int(), n: z.int().nullable(), basis: z.enum(['measured', 'assumed']), margin: Need, change: Need })),
  })
  .meta({ id: 'Plan', description: 'Answers needed for an interval of plus or minus `margin` points, and in each of two periods to find a change of `change` points.' })

const Counts = z.object({ n: z.int(), negative: z.int(), neutral: z.int(), positive: z.int(), s: z.number(), q: z.number(), steps: z.array(z.int()) })

const Explained: z.ZodType<Explanation> = z
  .object({
    number: z.string(),
    name: z.string(),
    formula: z.object({ id: z.string(), words: z.string(), symbols: z.string(), source: z.string() }),
    metric: measured.shape.metric.nullable(),
    shown: z.unknown(),
    from: z.iso.date(),
    to: z.iso.date(),
    timeZone: z.string(),
    filter: Filtered.nullable(),
    counts: Counts.nullable(),
    against: Counts.extend({ from: z.iso.date(), to: z.iso.date(), filter: Filtered.nullable() }).nullable(),
    sources: z.array(z.object({ source: z.string(), n: z.int().nullable() })).nullable(),
    scoring: z.int(),
    request: z.object({ method: z.literal('GET'), path: z.string(), pointer: z.string() }),
  })
  .meta({ id: 'Explanation', description: 'How one number was made. `request` gives the very same number again, at its JSON pointer.' })

const ONE = '/api/v1/management/journeys/{journey}'

export const MAP_OPERATIONS: readonly Operation[] = [
  { method: 'GET', path: `${ONE}/map`, summary: "Read the journey's map: every number of every stage and touchpoint over a period", scope: 'read', query: MapInput.omit({ journey: true }), answers: { 200: 'The map.' }, data: Drawn },
  { method: 'GET', path: `${ONE}/trend`, summary: 'Read one metric over time, a series a stage or a touchpoint', scope: 'read', query: TrendInput.omit({ journey: true }), answers: { 200: 'The series.' }, data: Series },
  { method: 'GET', path: `${ONE}/plan`, summary: 'Read how many answers each stage still needs', scope: 'read', query: PlanInput.omit({ journey: true }), answers: { 200: 'The plan.' }, data: Planned },
  { method: 'GET', path: `${ONE}/explain`, summary: 'Read how one number was made: its formula, counts and sources', scope: 'read', query: ExplainInput.omit({ journey: true }), answers: { 200: 'The explanation.' }, data: Explained },
  { method: 'GET', path: `${ONE}/comments`, summary: 'Read comments, the newest first', scope: 'read', query: CommentsInput.omit({ journey: true }), answers: { 200: 'A page of comments, masked for a key without the scope `write`.' }, data: Comments, isPaged: true },
  ...QUOTE_OPERATIONS,
  ...PEOPLE_OPERATIONS,
]
