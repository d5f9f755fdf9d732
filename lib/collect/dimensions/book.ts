import { z } from 'zod'
import { type Context, inWorkspace } from '#lib/context'
import { type DimensionProgress, MOST_DIMENSIONS, progressOf } from '#lib/journeys/dimensions'
import { findJourney } from '#lib/journeys/find'
import { Key } from '#lib/journeys/input'
import { PERSONA } from '#lib/journeys/personas/definition'
import { personasOf } from '#lib/journeys/personas/read'
import { allow, can } from '#lib/permission'
import { MOST_VALUES } from './declare'
import { type Count, newest, seenIn } from './seen'

const LOOKED = 2_000

/** Below this many answers it is no wonder that each says another value. */
const FEW = 20

/**
 * An attribute of the newest answers that could be declared. `isTooMany`: it has more values than a dimension may have;
 * `isScattered`: nearly every answer says another one, as an id does.
 */
export type Offered = { name: string; n: Count; distinct: number; isTooMany: boolean; isScattered: boolean; values: string[] }

/** `room`: so many more may be declared. `offers`: null for those who may not declare any, or may not read answers. */
export type DimensionBook = { declared: DimensionProgress[]; room: number; offers: { looked: number; attributes: Offered[] } | null }

/** What a journey is counted by besides channel, variant and its personas, and which attributes it could be counted by. */
export async function readDimensions(ctx: Context, input: unknown): Promise<DimensionBook> {
  allow(ctx, 'journey.read')
  const { journey: key } = z.strictObject({ journey: Key }).parse(input)
  return inWorkspace(ctx, async (tx) => {
    const { id } = await findJourney(tx, ctx, key)
    const all = await progressOf(tx, ctx, id)
    const hasPersonas = (await personasOf(tx, ctx, id)).length > 0
    const declared = all.filter(({ name }) => name !== PERSONA || !hasPersonas)
    const book = { declared, room: Math.max(0, MOST_DIMENSIONS - all.length) }
    if (!can(ctx.actor, 'journey.write') || !can(ctx.actor, 'response.read')) return { ...book, offers: null }
    const said = await newest(tx, ctx, id, LOOKED)
    const attributes = seenIn(said).flatMap(({ field, name, n, distinct, values }): Offered[] => {
      if (field !== 'attribute' || name === undefined || all.some((one) => one.name === name)) return []
      const isScattered = n !== null && n >= FEW && distinct > n / 2
      return [{ name, n, distinct, isTooMany: distinct > MOST_VALUES, isScattered, values: values.slice(0, 5).map(({ value }) => value) }]
    })
    return { ...book, offers: { looked: said.length, attributes } }
  })
}
