import { type Context, inWorkspace } from '#lib/context'
import { findJourney } from '#lib/journeys/find'
import { TryPersonas } from '#lib/journeys/personas/schema'
import { allow } from '#lib/permission'
import { compileRules } from '#lib/rollups/personas'
import type { Said } from '#lib/rollups/value'
import { K_DEFAULT } from '#lib/stats/measure'
import { complementary } from '#lib/stats/suppress'
import { type Count, few, newest, type Seen, seenIn } from '../dimensions/seen'

/**
 * How the newest responses would fall. `fits`: whose rules they fit, whatever comes before; `n`: who belongs to it, being in none
 * before. `n` and `unmatched` add up to `looked`. `seen`: what all of them say, `left`: what those of no persona say.
 */
export type PersonaPreview = { looked: number; personas: { fits: Count; n: Count }[]; unmatched: Count; seen: Seen[]; left: Seen[] }

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
