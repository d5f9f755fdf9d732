import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { personas as table } from '#db/schema/maps'
import type { Context } from '#lib/context'
import { type Fault, fault, invalid, Problem } from '#lib/errors'
import { keyOf } from '#lib/ids'
import { changeJourney, type Held, refuseArchived, restructure } from '#lib/journeys/hold'
import { PERSONA, type Persona, UNMATCHED } from '#lib/journeys/personas/definition'
import { bookOf, type PersonaBook, personasOf, revisionOf, sorted } from '#lib/journeys/personas/read'
import { SavePersonas } from '#lib/journeys/personas/schema'
import { allow } from '#lib/permission'
import { wake } from '#lib/queue'
import { askRecount } from '../recount/recount'

type Sent = { key?: string | undefined; name: string; description: string | null; rules: Persona['rules'] }

/** Everyone with a key and a name of their own. */
function named(sent: readonly Sent[], known: readonly Persona[]): Persona[] {
  const faults: Fault[] = []
  const keys = new Set([UNMATCHED, ...sent.flatMap(({ key }) => (key === undefined ? [] : [key])), ...known.map(({ key }) => key)])
  const seen = { keys: new Set<string>(), names: new Set<string>() }
  const all = sent.map(({ key: own, ...persona }, i) => {
    const key = own ?? keyOf(persona.name, (taken) => keys.has(taken))
    keys.add(key)
    if (seen.keys.has(key)) faults.push(fault(`/personas/${i}/key`, 'key_taken', 'The key "{key}" is there twice.', { key }))
    const name = persona.name.toLowerCase()
    if (seen.names.has(name)) faults.push(fault(`/personas/${i}/name`, 'name_taken', '"{name}" is there already. Choose another name.', { name: persona.name }))
    seen.keys.add(key)
    seen.names.add(name)
    return { ...persona, key }
  })
  const [first, ...more] = faults
  if (first) throw invalid(first, ...more)
  return all
}

async function replacePersonas(tx: Tx, ctx: Context, journey: Held, all: readonly Persona[]): Promise<void> {
  const own = { workspaceId: ctx.workspaceId, journeyId: journey.id }
  await tx.execute(sql`
    delete from personas
    where workspace_id = ${ctx.workspaceId} and journey_id = ${journey.id}`)
  if (all.length > 0) await tx.insert(table).values(all.map((persona, i) => ({ ...own, ...persona, position: i + 1, createdAt: ctx.now() })))
}

const toldBy = (all: readonly { key: string; any: Persona['rules'] }[]) => JSON.stringify(all.map(({ key, any }) => [key, sorted(any)]))

/** Count by these rules from now on, or by none. Shown again once older answers are counted by them too. */
async function countBy(tx: Tx, ctx: Context, journey: Held, all: readonly Persona[]): Promise<void> {
  const rules = all.map(({ key, rules: told }) => ({ key, any: told }))
  const others = journey.dimensions.filter((name) => name !== PERSONA)
  if (all.length > 0) {
    const at = ctx.now().toISOString()
    await tx.execute(sql`
      insert into dimensions (workspace_id, journey_id, name, created_at)
      values (${ctx.workspaceId}, ${journey.id}, ${PERSONA}, ${at}::timestamptz)
      on conflict (workspace_id, journey_id, name) do update
      set created_at = excluded.created_at, ready_at = null`)
  } else {
    await tx.execute(sql`
      delete from dimensions
      where workspace_id = ${ctx.workspaceId} and journey_id = ${journey.id} and name = ${PERSONA}`)
  }
  const structure = await restructure(tx, ctx, journey, all.length > 0 ? [...others, PERSONA] : others, all.length > 0 ? rules : null)
  await askRecount(tx, ctx, { journeyId: journey.id, dimension: { name: PERSONA, structure } })
}

/**
 * The personas of a journey, the whole list in its order. New answers belong to them at once; where rules or their order changed,
 * a job brings the older ones over. Names and descriptions change nothing that is counted.
 */
export async function savePersonas(ctx: Context, input: unknown): Promise<PersonaBook> {
  allow(ctx, 'journey.write')
  const { journey: key, personas: sent, revision } = SavePersonas.parse(input)
  const book = await changeJourney(ctx, key, async (tx, journey) => {
    refuseArchived(journey)
    const known = await personasOf(tx, ctx, journey.id)
    if (revision !== undefined && revision !== revisionOf(known)) {
      throw new Problem('conflict', 'Somebody has changed the personas in the meantime. Load the page again.')
    }
    if (journey.personas === null && journey.dimensions.includes(PERSONA)) {
      const message = 'Answers are counted by an attribute named "persona" already. Stop counting by it first; rules can still ask about it.'
      throw invalid(fault('/personas', 'name_taken', message))
    }
    const all = named(sent, known)
    await replacePersonas(tx, ctx, journey, all)
    const isSame = toldBy(journey.personas ?? []) === toldBy(all.map(({ key: own, rules }) => ({ key: own, any: rules })))
    if (!isSame) await countBy(tx, ctx, journey, all)
    return bookOf(tx, ctx, journey.id)
  })
  wake()
  return book
}
