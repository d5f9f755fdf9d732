import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import type { Context } from '#lib/context'
import { type About, FIELDS } from '#lib/journeys/personas/definition'
import { type Said, valueOf } from '#lib/rollups/value'
import { K_DEFAULT } from '#lib/stats/measure'
import { hidden } from '#lib/stats/suppress'

/** A count as it may be shown: null where it is of a few people only. */
export type Count = number | null

/** What of the newest responses can be asked about: `n` of them have it, in `distinct` values; the most frequent ones are named. */
export type Seen = About & { n: Count; distinct: number; values: { value: string; n: Count }[] }

const MOST_SEEN = 40
const MOST_VALUES = 30

export const few = (n: number): Count => (hidden(n, K_DEFAULT) ? null : n)

/** Along the index of each survey: of a journey with few answers beside one with many, only its own are read. */
export const newest = (tx: Tx, ctx: Context, journeyId: string, most: number): Promise<Said[]> =>
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
export function seenIn(all: readonly Said[]): Seen[] {
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
    .map(({ about, n, values }) => ({ ...about, n: few(n), distinct: values.size, values: mostFrequent(values) }))
}

const mostFrequent = (values: ReadonlyMap<string, number>) =>
  [...values]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, MOST_VALUES)
    .map(([value, n]) => ({ value, n: few(n) }))
