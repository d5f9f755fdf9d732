import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { allow } from '#lib/permission'
import { progressOf } from '../dimensions'
import { findJourney } from '../find'
import { Key } from '../input'
import { PERSONA, type Persona } from './definition'
import { RulesSchema } from './schema'

/** `ready`: older answers are counted by these rules too; until then no number is shown by them, and `recounted` says how far it is. */
export type PersonaBook = { personas: Persona[]; revision: string; ready: boolean; recounted: number }

export async function personasOf(tx: Tx, ctx: Context, journeyId: string): Promise<Persona[]> {
  const found = await rows<Omit<Persona, 'rules'> & { rules: unknown }>(tx, sql`
    select key, name, description, rules
    from personas
    where workspace_id = ${ctx.workspaceId} and journey_id = ${journeyId}
    order by position`)
  return found.map((row) => ({ ...row, rules: RulesSchema.parse(row.rules) }))
}

/** Names what was seen: two people who change the list do not undo each other unknowingly. Keys of jsonb come in no order of ours. */
export const revisionOf = (personas: readonly Persona[]): string =>
  createHash('sha256').update(JSON.stringify(personas.map(({ key, name, description, rules }) => [key, name, description, sorted(rules)]))).digest('hex').slice(0, 16)

export const sorted = (rules: Persona['rules']) => rules.map((all) => all.map((condition) => Object.entries(condition).sort(([a], [b]) => (a < b ? -1 : 1))))

export async function bookOf(tx: Tx, ctx: Context, journeyId: string): Promise<PersonaBook> {
  const personas = await personasOf(tx, ctx, journeyId)
  const own = personas.length === 0 ? undefined : (await progressOf(tx, ctx, journeyId)).find(({ name }) => name === PERSONA)
  const { ready, recounted } = own ?? { ready: true, recounted: 0 }
  return { personas, revision: revisionOf(personas), ready, recounted }
}

/** The personas of a journey in their order, whoever fits none left out. */
export async function readPersonas(ctx: Context, input: unknown): Promise<PersonaBook> {
  allow(ctx, 'journey.read')
  const { journey: key } = z.strictObject({ journey: Key }).parse(input)
  return inWorkspace(ctx, async (tx) => bookOf(tx, ctx, (await findJourney(tx, ctx, key)).id))
}
