import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import type { Context } from '#lib/context'
import { type Fault, fault, invalid } from '#lib/errors'
import { PERSONA, UNMATCHED } from '#lib/journeys/personas/definition'
import { personasOf } from '#lib/journeys/personas/read'
import { can } from '#lib/permission'
import { type Charted, checkFilter } from '../journey'
import type { Filter } from '../types'

const shortened = (value: string): string => value.slice(0, 60)

function unknown({ dimension, value: given }: Filter, pointer: string | undefined): Fault {
  const value = shortened(given)
  if (dimension === 'channel') return fault(pointer ?? '/channel', 'unknown_channel', 'No answer of this journey came by a channel “{value}”, and no touchpoint has it.', { value })
  if (dimension === 'variant') return fault(pointer ?? '/variant', 'unknown_variant', 'No answer of this journey has the variant “{value}”.', { value })
  const name = shortened(dimension)
  return fault(pointer ?? '/segment', 'unknown_value', 'No answer of this journey has “{value}” as its {name}.', { value, name })
}

/** Personas are known by their list; those whose rules are new are no filter before all answers are counted by them. */
async function checkPersona(tx: Tx, ctx: Context, journey: Charted, value: string, pointer = '/segment'): Promise<void> {
  const isKnown = value === UNMATCHED || (await personasOf(tx, ctx, journey.id)).some(({ key }) => key === value)
  if (!isKnown) throw invalid(fault(pointer, 'unknown_persona', 'There is no persona “{value}” on this map.', { value: shortened(value) }))
  if (!journey.dimensions.includes(PERSONA)) {
    throw invalid(fault(pointer, 'unknown_segment', 'The answers of this journey are still being counted by its personas. Try again in a few minutes.'))
  }
}

/**
 * Refuses a filter that no answer of the journey can ever have had: an empty map would say that nobody answered. Readers who may
 * not look answers up are told elsewhere, and by one sentence, which filters are not theirs.
 */
export async function checkKnown(tx: Tx, ctx: Context, journey: Charted, filter: Filter | null, pointer?: string): Promise<void> {
  const isOpen = can(ctx.actor, 'response.read')
  if (isOpen && filter?.dimension === PERSONA) return checkPersona(tx, ctx, journey, filter.value, pointer)
  checkFilter(journey, filter, pointer)
  if (!isOpen || filter === null) return
  const { dimension, value } = filter
  if (dimension === 'channel' && journey.stages.some(({ touchpoints }) => touchpoints.some(({ channel }) => channel === value))) return
  // Where people were asked and nobody answered, there is an empty map to show.
  const asked = sql`
    select 1
    from tally_events
    where workspace_id = ${ctx.workspaceId} and journey_id = ${journey.id} and grain = 'month' and channel = ${value}`
  const [found] = await rows<{ known: boolean }>(tx, sql`
    select exists (
      select 1
      from tally_segments
      where workspace_id = ${ctx.workspaceId} and journey_id = ${journey.id} and dimension = ${dimension} and value = ${value}
    ) ${dimension === 'channel' ? sql`or exists (${asked})` : sql``} as known`)
  if (!found?.known) throw invalid(unknown(filter, pointer))
}
