import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import type { Context } from '#lib/context'
import type { Share } from '../knock'
import type { SharedAs } from '../types'

/** The first link of a map, which keeps what all links of that map show; revoked or not, as others go on from it. */
export type Keeper = { id: string; journeyId: string; asked: SharedAs; shown: unknown; at: Date | null }

/** So many maps of one journey are renewed together, those that were renewed last. */
const MOST_TOGETHER = 20

const COLUMNS = sql.raw('id, journey_id as "journeyId", asked, shown, shown_at as at')

export async function keeperOf(tx: Tx, ctx: Context, { id, journeyId, asked }: Share): Promise<Keeper> {
  const [keeper] = await rows<Keeper>(tx, sql`
    select ${COLUMNS}
    from share_links
    where workspace_id = ${ctx.workspaceId} and journey_id = ${journeyId} and asked = ${JSON.stringify(asked)}::jsonb
    order by id
    limit 1`)
  return keeper ?? { id, journeyId, asked, shown: null, at: null }
}

/** Those of the other maps that are shared of its journey. */
export const keepersOf = (tx: Tx, ctx: Context, { id, journeyId }: Keeper): Promise<Keeper[]> =>
  rows<Keeper>(tx, sql`
    select ${COLUMNS}
    from share_links
    where workspace_id = ${ctx.workspaceId} and journey_id = ${journeyId} and id <> ${id} and shown is not null
    order by shown_at desc, id
    limit ${MOST_TOGETHER}`)
