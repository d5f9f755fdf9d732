import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import type { Context } from '#lib/context'
import { PERSONA, UNMATCHED } from '#lib/journeys/personas/definition'
import { personasOf } from '#lib/journeys/personas/read'
import { bucketShares } from '#lib/stats/buckets'
import { CLEAR } from '#lib/stats/compare/benjamini-hochberg'
import { heterogeneityOf } from '#lib/stats/compare/heterogeneity'
import { isPolarised } from '#lib/stats/drivers/moments'
import type { Instrument } from '#lib/stats/instruments'
import type { IndexSums } from '#lib/stats/interval'
import { LOW_N } from '#lib/stats/measure'
import { instrumentSums, sumsOf } from '#lib/stats/sums'
import { EMPTY, type Tally } from '#lib/stats/tally'
import { type CellQuery, type Lookup, partsOf, whole } from '../cells'
import { listedValues } from '../dimensions/listed-values'
import type { Charted } from '../journey'
import { hiddenBeside } from '../suppress/suppress-map'
import type { Filter, MapStage } from '../types'
import type { MapPersona, MapPersonas, StageSpread } from './types'

export const NO_PERSONAS: MapPersonas = { list: [], ready: true, spread: [] }

/** The name of the persona that a filter is about. */
export const personaIn = ({ list }: MapPersonas, filter: Filter | null): string | undefined =>
  filter?.dimension === PERSONA ? list.find(({ key }) => key === filter.value)?.name : undefined

type Drawn = {
  query: Omit<CellQuery, 'filter' | 'places' | 'instruments'>
  counted: Instrument
  /** What the map is about, and all of its answers. */
  shown: { lookup: Lookup; stages: readonly MapStage[] }
  unfiltered: Lookup
  /** The answers of each persona as the filter offers it; none while they are not all counted. */
  values: readonly { value: string; n: number | null }[]
}

const sumsFor = (instrument: Instrument, tally: Tally): IndexSums =>
  instrument === 'emotion' ? sumsOf('emotion_index', tally).sums : instrumentSums(instrument, tally)

/** The counters of every persona at every stage, `unmatched` too. */
async function readPersonaCells(tx: Tx, { query, counted }: Drawn, stages: readonly string[]): Promise<(persona: string, stage: string) => Tally> {
  const parts = partsOf({ ...query, filter: { dimension: PERSONA, value: sql`listed.value` }, instruments: [counted], places: { stage: stages } })
  const found = parts === null ? [] : await rows<{ value: string; place: string; n: string; s: string; q: string }>(tx, sql`
    select listed.value, cells.place, sum(cells.n)::text as n, sum(cells.s)::text as s, sum(cells.q)::text as q
    from (${listedValues(query, PERSONA)}) as listed
    join lateral (${parts}) as cells on true
    group by listed.value, cells.place`)
  const byPlace = new Map(found.map((row) => [`${row.value}/${row.place}`, { ...EMPTY, n: whole(row.n), s: BigInt(row.s), q: BigInt(row.q) }]))
  return (persona, stage) => byPlace.get(`${persona}/${stage}`) ?? EMPTY
}

/** Personas that are large enough at each stage, and that no subtraction could tell; `unmatched` are no kind of people. */
async function comparable(tx: Tx, journey: Charted, drawn: Drawn, list: readonly MapPersona[]) {
  const stages = journey.stages.map(({ key }) => key)
  const at = await readPersonaCells(tx, drawn, stages)
  return stages.map((stage) => {
    const tallies = list.map(({ key }) => at(key, stage))
    const gone = hiddenBeside(drawn.unfiltered('stage', stage, drawn.counted).n, tallies.map(({ n }) => n))
    return list.flatMap((persona, i) => {
      const tally = tallies[i]
      const isOut = !tally || gone[i] || persona.n === null || persona.key === UNMATCHED || tally.n < LOW_N
      return isOut ? [] : [{ persona, sums: sumsFor(drawn.counted, tally) }]
    })
  })
}

/** At each stage: do the personas differ by more than chance, and from where to where. */
async function differences(tx: Tx, journey: Charted, drawn: Drawn, list: readonly MapPersona[]): Promise<StageSpread['differ'][]> {
  const groups = await comparable(tx, journey, drawn, list)
  const found = heterogeneityOf(groups.map((all) => all.map(({ sums }) => sums)))
  return groups.map((all, i) => {
    const one = found[i]
    if (!one || one.q > CLEAR) return null
    const felt = all.map(({ persona: { key, name }, sums }) => ({ key, name, value: (100 * sums.s) / sums.n })).sort((a, b) => a.value - b.value)
    const [from, to] = [felt[0], felt.at(-1)]
    return from && to ? { q: one.q, from, to } : null
  })
}

function polarisedAt({ lookup, stages }: Drawn['shown'], counted: Instrument, key: string): StageSpread['polarised'] {
  const tally = lookup('stage', key, counted)
  const buckets = bucketShares(counted, tally)
  const isHidden = stages.find((stage) => stage.key === key)?.emotion.suppressed ?? true
  if (isHidden || !isPolarised(buckets)) return null
  return { negative: (100 * buckets.negative) / tally.n, positive: (100 * buckets.positive) / tally.n }
}

/** The personas on a map, and at which stages people are of different minds. Personas are compared over all answers, whatever the filter. */
export async function readMapPersonas(tx: Tx, ctx: Context, journey: Charted, drawn: Drawn): Promise<MapPersonas> {
  const personas = await personasOf(tx, ctx, journey.id)
  const named = personas.length === 0 ? [] : [...personas, { key: UNMATCHED, name: 'No persona' }]
  const ready = named.length === 0 || journey.dimensions.includes(PERSONA)
  const nOf = new Map(drawn.values.map(({ value, n }) => [value, n]))
  const list = named.map(({ key, name }) => ({ key, name, n: ready ? (nOf.has(key) ? (nOf.get(key) ?? null) : 0) : null }))
  const differ = ready && list.length > 0 ? await differences(tx, journey, drawn, list) : []
  const spread = journey.stages.map(({ key }, i) => ({ stage: key, differ: differ[i] ?? null, polarised: polarisedAt(drawn.shown, drawn.counted, key) }))
  return { list, ready, spread }
}
