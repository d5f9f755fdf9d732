import type { LaneBook } from '#lib/journeys/document/schema'
import type { AskedInstrument } from '#lib/stats/instruments'
import type { Measured, Metric } from '#lib/stats/measure'
import type { Reason } from '#lib/stats/pain/rank'
import type { StudyState } from '#lib/studies/store'
import type { Beliefs } from './beliefs/types'
import type { MapCampaign } from './campaigns/types'
import type { Gap } from './gaps/types'
import type { Freshness } from './freshness/types'
import type { Findings } from './headline/finding'
import type { MapPersonas } from './personas/types'
import type { Reach } from './reach/types'
import type { Transitions } from './transitions/types'

/** What is known of a place (a stage or a touchpoint), one number an instrument. `text` is no part of `emotion`. */
export type PlaceNumbers = {
  emotion: Measured
  nps: Measured
  csat: Measured
  ces: Measured
  sentiment: Measured
  text: Measured
}

export type MapTouchpoint = PlaceNumbers & { key: string; name: string; channel: string | null; overall: boolean }

export type MapStage = PlaceNumbers & { key: string; name: string; position: number; touchpoints: MapTouchpoint[] }

/**
 * Base minus other, in the unit of the metric and computed before any rounding. `q`: p after Benjamini-Hochberg over all that are
 * shown beside it; clear where q <= .05. Not tested: other instruments were asked, a side is hidden, nobody answered, or (two
 * variants) people were not split half and half. Variants are not final, and so not clear, before the planned n.
 */
export type Compared = {
  metric: Metric
  state: 'tested' | 'mix_changed' | 'hidden' | 'no_answers' | 'blocked'
  value: number | null
  low: number | null
  high: number | null
  p: number | null
  q: number | null
  isClear: boolean
  isFinal: boolean
}

export type ComparedPlace = Record<keyof PlaceNumbers, Compared>

/** Another group on the same map: what it was asked as, its numbers, and how far the base lies from them. */
export type ComparedSeries = {
  compare: string
  kind: 'period' | 'channel' | 'variant' | 'segment'
  from: string
  to: string
  filter: Filter | null
  answers: number | null
  stages: (Omit<MapStage, 'touchpoints'> & { difference: ComparedPlace; touchpoints: (MapTouchpoint & { difference: ComparedPlace })[] })[]
  /** Each pain point of the base; null where the other group has no answer there. */
  pain: { touchpoint: string; instrument: AskedInstrument; index: Measured | null; score: Measured | null; difference: Compared }[]
}

/** How much a pain point matters. `reach` and `impact` are of the study, over all channels and segments. */
export type Pain = {
  /** 0..100; null where the cell is hidden or no study has been counted yet. */
  severity: number | null
  /** Negative share, 0..1, drawn to that of the journey. */
  share: number | null
  reach: number | null
  reachFrom: 'events' | 'invitations' | 'responses' | null
  impact: number | null
  /** Correlation with the outcome and over how many people; null where they are too few, and impact is what is assumed of all. */
  r: number | null
  people: number | null
  /** Complete months in a row up to now that were clearly bad. */
  persistence: number | null
  /** From 1; null without a severity. */
  rank: number | null
  /** What stands out against the median cell, the strongest first. */
  why: Reason[]
}

/** One cell of the heat map: `index` is this instrument's answers on the emotion scale (the colour), `score` its own unit (the text). */
export type PainCell = {
  stage: string
  touchpoint: string
  name: string
  instrument: AskedInstrument
  index: Measured
  score: Measured
  /** How much it matters; null for a reader who may not read single responses. */
  pain: Pain | null
}

/** One instrument at one stage; its own score is that of the stage. */
export type StageHeat = { stage: string; instrument: AskedInstrument; index: Measured }

/** How far the study is that reach and impact come from; `window` and `countedAt` are of the one that is shown. */
export type StudyNow = Pick<StudyState, 'state' | 'progress'> & {
  countedAt: string | null
  window: { from: string; to: string } | null
  outcome: NamedOutcome
}

/** What people's answers at each place are held against: declared, or else the same person's NPS at other places. */
export type NamedOutcome = { kind: 'attribute'; name: string; positive: string } | { kind: 'nps'; touchpoint: string; name: string } | { kind: 'overall_nps' }

/** One value of one dimension by which answers are counted: channel, variant, or a declared attribute. */
export type Filter = { dimension: string; value: string }

/** What the numbers were asked for: local dates of the journey's zone, both inclusive. */
export type Asked = { from: string; to: string; timeZone: string; channel: string | null; filter: Filter | null; source: string[] }

export type JourneyMap = Asked & {
  journey: { key: string; name: string }
  /** Which published map this is, and how many changes of it wait in the draft. */
  version: number
  drafted: number
  /** Answers are still being counted where their touchpoints stand since this version: numbers of stages are of half a move. */
  recounting: boolean
  instrument: AskedInstrument | null
  /** Responses (with `instrument`: its answers) at the stages shown; null where there are some but each stage is hidden. */
  answers: number | null
  /** As many more are held back, and count in no number; null where they are too few to be shown. */
  held: number | null
  /** The same of today, over all stages and channels: the live dot's count. */
  today: number
  channels: { value: string; n: number | null }[]
  /** By what else the journey's answers are counted, besides channels: `variant` and declared attributes, with their values. */
  dimensions: { name: string; values: { value: string; n: number | null }[] }[]
  stages: (MapStage & { headline: string })[]
  pain: PainCell[]
  study: StudyNow | null
  /** Null with a filter that events are not counted by; empty where none was ever told of this journey. */
  reach: Reach[] | null
  /** Null for a reader who may not read single responses. */
  transitions: Transitions | null
  compared: ComparedSeries[]
  personas: MapPersonas
  /** What the team wrote on its map, by lane, level and place. */
  lanes: LaneBook
  /** Those that touch the period or are not over, in the order in which they begin. */
  campaigns: MapCampaign[]
  /** What its stages lack; null for a reader who may not read single responses. */
  gaps: Gap[] | null
  /** What the team assumed and means to reach, held against what was measured. */
  beliefs: Beliefs
  /** Answers of each instrument at a stage on the emotion scale: the colours of the heat map by stage. Only where somebody answered. */
  heat: StageHeat[]
  /** Days since the last answers and the last review; null for a reader who may not read single responses. */
  freshness: Freshness | null
  headline: string
  /** What the headlines say, for pages to say it in the reader's language; null of a map that was kept without. The API leaves it out. */
  findings: Findings | null
}

/** The map as the API gives it. */
export type PlainMap = Omit<JourneyMap, 'findings'>

export type Bucket = 'negative' | 'neutral' | 'positive'

/** How the answers of one instrument spread; every n is null where `score` is suppressed. */
export type Distribution = {
  instrument: AskedInstrument
  score: Measured
  steps: { label: string; bucket: Bucket; n: number | null }[]
  buckets: Record<Bucket, number | null>
  /** The share of each step in the days before, 0..1; null where these are hidden or nobody was asked. */
  before: number[] | null
  isPolarised: boolean
}

export type StagePanel = Asked & {
  journey: { key: string; name: string }
  stage: { key: string; name: string; position: number }
  /** Set where the panel is about one touchpoint of the stage. */
  touchpoint: { key: string; name: string; channel: string | null; overall: boolean } | null
  instrument: AskedInstrument | null
  numbers: PlaceNumbers
  /** Answers of the place that are held back; null where they are too few to be shown. */
  held: number | null
  /** The same of the days just before, or of those that the map is compared with; null where they would tell of a few. */
  before: { from: string; to: string; numbers: PlaceNumbers; difference: ComparedPlace } | null
  distributions: Distribution[]
  /** All touchpoints of the stage, the lowest emotion first, those without a number last. */
  touchpoints: MapTouchpoint[]
}
