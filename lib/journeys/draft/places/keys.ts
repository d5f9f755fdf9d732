import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import type { Context } from '#lib/context'
import { keyOf } from '#lib/ids'
import type { Held } from '../../hold'
import type { Level } from '../definition'

const keysIn = (cells: Iterable<string>, level: Level): string[] =>
  [...cells].flatMap((cell) => {
    const [kind, key] = cell.split('/')
    return kind === level && key !== undefined ? key : []
  })

const standing = ({ stages, touchpoints }: Held, level: Level): readonly { key: string }[] => (level === 'stage' ? stages : touchpoints)

/** A key for something new, which neither the map nor its draft has ever had. */
export function freeKey(name: string, level: Level, journey: Held, cells: Iterable<string>): string {
  const taken = new Set([...standing(journey, level).map(({ key }) => key), ...keysIn(cells, level)])
  return keyOf(name, (key) => taken.has(key))
}

/** The same for whoever changes the published map at once: what somebody has new in a draft would else become one with it. */
export async function readFreeKey(tx: Tx, ctx: Context, name: string, level: Level, journey: Held): Promise<string> {
  const found = await rows<{ cell: string }>(tx, sql`
    select cell
    from draft_cells
    where workspace_id = ${ctx.workspaceId} and journey_id = ${journey.id} and cell like ${`${level}/%`}`)
  return freeKey(name, level, journey, found.map(({ cell }) => cell))
}
