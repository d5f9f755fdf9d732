import type { Tx } from '#db/open'
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
import type { Tally } from '#lib/stats/tally'
import type { Lookup } from '../cells'
import type { Charted } from '../journey'
import { hiddenBeside } from '../suppress/suppress-map'
import type { Filter, MapStage } from '../types'
import type { MapPersona, MapPersonas, StageSpread } from './types'

export const NO_PERSONAS: MapPersonas = { list: [], ready: true, spread: [] }

/** The name of the persona that a filter is about. */
export const personaIn = ({ list }: MapPersonas, filter: Filter | null): string | undefined =>
  filter?.dimension === PERSONA ? list.find(({ key }) => key === filter.value)?.name : undefined

/** For a reader who sees one persona's map: its name, and nothing of the others. */
export async function onePersona(tx: Tx, ctx: Context, { id }: Charted, filter: Filter | null): Promise<MapPersonas> {
  if (filter?.dimension !== PERSONA) return NO_PERSONAS
  const named = [...(await personasOf(tx, ctx, id)), { key: UNMATCHED, name: 'No persona' }]
  return { ...NO_PERSONAS, list: named.filter(({ key }) => key === filter.value).map(({ key, name }) => ({ key, name, n: null })) }
}

type Drawn = {
  counted: Instrument
  /** What the map is about, and all of its answers. */
  shown: { lookup: Lookup; stages: readonly MapStage[] }
  unfiltered: Lookup
  /** The answers of each persona as the filter offers it; none while they are not all counted. */
  values: readonly { value: string; n: number | null }[]
  /** The counters of each of them at each stage, `unmatched` too. */
  at: (persona: string, stage: string) => Tally
}

const sumsFor = (instrument: Instrument, tally: Tally): IndexSums =>
  instrument === 'emotion' ? sumsOf('emotion_index', tally).sums : instrumentSums(instrument, tally)

/** Personas that are large enough at each stage, and that no subtraction could tell; `unmatched` are no kind of people. */
function comparable(journey: Charted, drawn: Drawn, list: readonly MapPersona[]) {
  return journey.stages.map(({ key: stage }) => {
    const tallies = list.map(({ key }) => drawn.at(key, stage))
    const gone = hiddenBeside(drawn.unfiltered('stage', stage, drawn.counted).n, tallies.map(({ n }) => n))
    return list.flatMap((persona, i) => {
      const tally = tallies[i]
      const isOut = !tally || gone[i] || persona.n === null || persona.key === UNMATCHED || tally.n < LOW_N
      return isOut ? [] : [{ persona, sums: sumsFor(drawn.counted, tally) }]
    })
  })
}

/** At each stage: do the personas differ by more than chance, and from where to where. */
function differences(journey: Charted, drawn: Drawn, list: readonly MapPersona[]): StageSpread['differ'][] {
  const groups = comparable(journey, drawn, list)
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
  const differ = ready && list.length > 0 ? differences(journey, drawn, list) : []
  const spread = journey.stages.map(({ key }, i) => ({ stage: key, differ: differ[i] ?? null, polarised: polarisedAt(drawn.shown, drawn.counted, key) }))
  return { list, ready, spread }
}
