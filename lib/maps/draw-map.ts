import type { Tx } from '#db/open'
import type { Context } from '#lib/context'
import { Problem } from '#lib/errors'
import { readLanes } from '#lib/journeys/document/read'
import { PERSONA } from '#lib/journeys/personas/definition'
import { type Instrument, INSTRUMENTS } from '#lib/stats/instruments'
import { instrumentSums, sumsOf } from '#lib/stats/sums'
import { AskedFor, Asking, askedOf } from './asked'
import { type CellQuery, type Lookup, lookupOf, readCells } from './cells'
import { Compare, type Against, againstOf, periodBefore } from './comparison/against'
import { comparedWith, Differences } from './comparison/differences'
import type { Gone } from './suppress/guard'
import { findingsOf, stageFinding } from './headline/find'
import { headlineSentence, stageSentence } from './headline/sentence'
import { holdBeliefs } from './beliefs/hold'
import { readFreshness } from './freshness/read'
import { type Charted, chartJourney } from './journey'
import { stageNumbers } from './numbers'
import { weighPain } from './pain/weigh'
import { readMapCampaigns } from './campaigns/on-map'
import { gapsOf } from './gaps/read-gaps'
import { readHeld } from './reach/read-held'
import { readReach } from './reach/read-reach'
import { readTransitions } from './transitions/read'
import { readGuard } from './suppress/read-guard'
import { checkGroup, narrowBy, refuseUnmasking } from './suppress/suppress-map'
import type { ComparedSeries, JourneyMap, MapStage } from './types'
import { onePersona, personaIn, readMapPersonas } from './personas/read-personas'
import { readValues, seen } from './dimensions/values'

export const MapInput = Asking.extend({ instrument: AskedFor.optional(), compare: Compare.optional() })

/** A map with the counters that its numbers were made of. */
export type DrawnMap = { map: JourneyMap; journey: Charted; query: CellQuery; lookup: Lookup; others: { against: Against; lookup: Lookup }[] }

type Only = JourneyMap['instrument']

function drawPlaces(journey: Charted, lookup: Lookup, only: Only, goneAt?: (stage: string) => Gone) {
  const drawn = journey.stages.map((stage) => stageNumbers(stage, lookup, only, goneAt?.(stage.key)))
  return { stages: drawn.map(({ stage }) => stage), pain: drawn.flatMap(({ pain }) => pain), heat: drawn.flatMap(({ heat }) => heat), lookup }
}

type Places = ReturnType<typeof drawPlaces>

/** Holds the base against other groups; their differences share one false discovery rate. */
function hold(base: Places, others: readonly (Places & { against: Against })[], only: Only, counted: Instrument): ComparedSeries[] {
  const differences = new Differences(only)
  const series = others.map(({ against: { text, kind, from, to, filter }, ...other }) => ({
    compare: text, kind, from, to, filter,
    // Hidden stages are left out of the sum, so that it stands for no total from which they could be told.
    answers: seen(other.stages.map((stage) => other.lookup('stage', stage.key, counted).n)),
    ...comparedWith(differences, kind, base, other),
  }))
  differences.settle()
  return series
}

/**
 * The map, from tallies alone: one read for its own cells, one for each group it is held against. A reader who may not read
 * single responses gets what was audited together: the map of the period and those of the channels on offer, nothing beside.
 */
export async function drawMap(tx: Tx, ctx: Context, input: unknown): Promise<DrawnMap> {
  const { instrument = null, compare = [], ...asking } = MapInput.parse(input)
  const journey = await chartJourney(tx, ctx, asking.journey)
  const { today, timeZone, ...asked } = askedOf(asking, journey.timeZone, ctx.now())
  await checkGroup(tx, ctx, journey, asked)
  const against = againstOf(compare, asked, journey)
  const counted: Instrument = instrument ?? 'emotion'
  const stageKeys = journey.stages.map((stage) => stage.key)
  const touchpointKeys = journey.stages.flatMap((stage) => stage.touchpoints.map((t) => t.key))
  const query = { workspaceId: ctx.workspaceId, journeyId: journey.id, from: asked.from, to: asked.to, filter: asked.filter, source: asked.source }
  const all = { ...query, instruments: INSTRUMENTS, places: { stage: stageKeys, touchpoint: touchpointKeys } }
  const read = async (change: Partial<CellQuery>) => lookupOf(await readCells(tx, { ...all, ...change }))

  const guard = await readGuard(tx, ctx, journey.stages, all, asked.filter)
  refuseUnmasking(guard, all)
  if (guard && against.length > 0) throw new Problem('forbidden', 'Your role does not allow comparing.')
  const lookup = await read({})
  const unfiltered = asked.filter === null ? lookup : await read({ filter: null })
  const { values, at } = await readValues(tx, guard ? [] : journey.dimensions, { ...query, stages: stageKeys, instrument: counted }, unfiltered)
  const todays = await readCells(tx, { ...query, from: today, to: today, filter: null, instruments: [counted], places: { stage: stageKeys } })

  // Few are held back and fewer at one place: whoever may not look them up is told nothing of them.
  const held = guard ? null : await readHeld(tx, { ...query, instruments: [counted], places: { stage: stageKeys } })
  const reach = guard ? null : await readReach(tx, journey, query)

  const channel = asked.filter?.value ?? null
  const base = drawPlaces(journey, lookup, instrument, guard ? (stage) => guard.at(stage, channel) : undefined)
  const others: (Places & { against: Against })[] = []
  for (const one of against) await checkGroup(tx, ctx, journey, { ...one, source: asked.source }, '/compare')
  const before = periodBefore(asked)
  // What nobody asked for is left out where it would be refused.
  const mayLookBack = against.length === 0 && !guard && (await narrowBy(tx, ctx, journey, { ...before, source: asked.source })) === null
  for (const one of mayLookBack ? [before] : against) {
    const { from, to, filter } = one
    others.push({ against: one, ...drawPlaces(journey, await read({ from, to, filter }), instrument) })
  }
  const series = hold(base, others, instrument, counted)
  const [first] = others
  const personas = guard ? await onePersona(tx, ctx, journey, asked.filter) : await readMapPersonas(tx, ctx, journey, { counted, shown: { lookup, stages: base.stages }, unfiltered, values: values[PERSONA] ?? [], at: (persona, stage) => at(PERSONA, persona, stage) })
  const found = first && series[0] ? { other: { ...first.against, name: personaIn(personas, first.against.filter) }, stages: series[0].stages } : null
  const sums = ({ key }: MapStage) => (instrument ? instrumentSums(instrument, lookup('stage', key, instrument)) : sumsOf('emotion_index', lookup('stage', key, 'emotion')).sums)
  const weighed = guard ? { pain: base.pain, study: null } : await weighPain(tx, ctx, { journey, query: all, lookup, pain: base.pain, today })
  const lanes = await readLanes(tx, ctx, journey.id)
  const campaigns = await readMapCampaigns(tx, ctx, journey, { ...asked, today })
  const freshness = await readFreshness(tx, ctx, journey)
  const findings = { journey: findingsOf(base.stages, sums, found), stages: Object.fromEntries(base.stages.map((stage) => [stage.key, stageFinding(stage, found)])) }
  const map: JourneyMap = {
    journey: { key: journey.key, name: journey.name },
    version: journey.version,
    drafted: journey.drafted,
    recounting: journey.recounting,
    ...asked,
    timeZone,
    instrument,
    answers: guard ? guard.answers(counted, channel) : seen(stageKeys.map((key) => lookup('stage', key, counted).n)),
    held: held && seen(stageKeys.map((key) => held('stage', key, counted).n)),
    today: guard ? 0 : todays.reduce((sum, cell) => sum + cell.tally.n, 0),
    channels: guard ? (guard.dimension === 'channel' ? guard.channels : []).map((value) => ({ value, n: guard.answers(counted, value) })) : (values.channel ?? []),
    dimensions: Object.entries(values).filter(([name]) => name !== 'channel').map(([name, found]) => ({ name, values: found })),
    stages: base.stages.map((stage) => ({ ...stage, headline: stageSentence(stageFinding(stage, found)) })),
    ...weighed,
    reach,
    transitions: await readTransitions(tx, ctx, journey),
    // What nobody asked for serves the headlines only.
    compared: against.length > 0 ? series : [],
    personas,
    lanes,
    campaigns,
    gaps: await gapsOf(tx, ctx, journey, { lanes, campaigns, freshness }),
    beliefs: holdBeliefs(base.stages, lanes),
    heat: base.heat,
    freshness,
    headline: headlineSentence(findings.journey),
    findings,
  }
  return { map, journey, query: all, lookup, others: against.length > 0 ? others : [] }
}
