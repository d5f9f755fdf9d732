import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { findJourney } from '#lib/journeys/find'
import { type About, FIELDS } from '#lib/journeys/personas/definition'
import { TryPersonas } from '#lib/journeys/personas/schema'
import { allow } from '#lib/permission'
import { compileRules } from '#lib/rollups/personas'
import { type Said, valueOf } from '#lib/rollups/value'
import { K_DEFAULT } from '#lib/stats/measure'
import { complementary, hidden } from '#lib/stats/suppress'

/** A count as it may be shown: null where it is of a few people only. */
type Count = number | null

/** What of the newest responses can be asked about: `n` of them have it, and the most frequent of its values. */
export type Seen = About & { n: Count; values: { value: string; n: Count }[] }

/**
 * How the newest responses would fall. `fits`: whose rules they fit, whatever comes before; `n`: who belongs to it, being in none
 * before. `n` and `unmatched` add up to `looked`. `seen`: what all of them say, `left`: what those of no persona say.
 */
export type PersonaPreview = { looked: number; personas: { fits: Count; n: Count }[]; unmatched: Count; seen: Seen[]; left: Seen[] }

const MOST_SEEN = 40
const MOST_VALUES = 30

const few = (n: number): Count => (hidden(n, K_DEFAULT) ? null : n)

/** Along the index of each survey: of a journey with few answers beside one with many, only its own are read. */
const newest = (tx: Tx, ctx: Context, journeyId: string, most: number): Promise<Said[]> =>
  rows<Said>(tx, sql`
    select r.channel, r.variant, r.language, r.source, r.attributes
    from surveys s
    cross join lateral (
      select id, channel, variant, language, source, attributes
      from responses
      where workspace_id = ${ctx.workspaceId} and survey_id = s.id and not held
      order by id desc
      limit ${most}) as r
    where s.workspace_id = ${ctx.workspaceId} and s.journey_id = ${journeyId}
    order by r.id desc
    limit ${most}`)

/** Everything that these responses say, the most frequent first. */
function seenIn(all: readonly Said[]): Seen[] {
  const found = new Map<string, { about: About; values: Map<string, number> }>()
  const note = (about: About, said: unknown) => {
    const value = valueOf(said)
    if (value === null) return
    const key = `${about.field}/${about.name ?? ''}`
    const one = found.get(key) ?? { about, values: new Map<string, number>() }
    one.values.set(value, (one.values.get(value) ?? 0) + 1)
    found.set(key, one)
  }
  for (const said of all) {
    for (const [name, value] of Object.entries(said.attributes ?? {})) note({ field: 'attribute', name }, value)
    for (const field of FIELDS) if (field !== 'attribute') note({ field }, said[field])
  }
  const counted = [...found.values()].map(({ about, values }) => ({ about, n: [...values.values()].reduce((a, b) => a + b, 0), values }))
  return counted
    .sort((a, b) => Number(b.about.field === 'attribute') - Number(a.about.field === 'attribute') || b.n - a.n)
    .slice(0, MOST_SEEN)
    .map(({ about, n, values }) => ({ ...about, n: few(n), values: mostFrequent(values) }))
}

const mostFrequent = (values: ReadonlyMap<string, number>) =>
  [...values]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, MOST_VALUES)
    .map(([value, n]) => ({ value, n: few(n) }))

/** What rules would do, told before they are saved: nothing is stored. */
export async function previewPersonas(ctx: Context, input: unknown): Promise<PersonaPreview> {
  allow(ctx, 'journey.write')
  allow(ctx, 'response.read')
  const { journey: key, personas, most } = TryPersonas.parse(input)
  const all = await inWorkspace(ctx, async (tx) => newest(tx, ctx, (await findJourney(tx, ctx, key)).id, most))
  const rules = personas.map((persona) => compileRules(persona.rules))
  const owns = rules.map(() => 0)
  const fits = rules.map(() => 0)
  const left: Said[] = []
  for (const said of all) {
    let isTaken = false
    for (const [i, fit] of rules.entries()) {
      if (!fit(said)) continue
      fits[i] = (fits[i] ?? 0) + 1
      if (!isTaken) owns[i] = (owns[i] ?? 0) + 1
      isTaken = true
    }
    if (!isTaken) left.push(said)
  }
  const parts = [...owns, left.length]
  const gone = complementary(all.length, parts, K_DEFAULT)
  const [unmatched, ...shown] = [parts.length - 1, ...owns.keys()].map((i) => (gone[i] ? null : (parts[i] ?? 0)))
  return { looked: all.length, personas: shown.map((n, i) => ({ n, fits: few(fits[i] ?? 0) })), unmatched: unmatched ?? null, seen: seenIn(all), left: seenIn(left) }
}
