import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { Problem } from '#lib/errors'
import { type Cell, type Lookup, readCells } from '#lib/maps/cells'
import { Drawn } from '#lib/maps/contract'
import { type DrawnMap, drawMap } from '#lib/maps/draw-map'
import type { JourneyMap } from '#lib/maps/types'
import { allow } from '#lib/permission'
import { addTallies, EMPTY, type Tally } from '#lib/stats/tally'
import { addDays } from '#lib/time'
import { assembled, type Block, blocksOf, countsOf, renewed } from './blocks'
import { frameOf } from './frame'
import type { Share } from './knock'

/** `at`: when each stage was taken. Between looks at the answers a link shows what is kept: a thousand readers ask for one. */
export type Shown = { map: JourneyMap; at: Record<string, string> }

type Kept = { frame: JourneyMap; blocks: Block[] }

const REST_MS = 2_000
const MOST_REMEMBERED = 10_000

// When each link was last compared with the answers, in this process.
const looked = new Map<string, number>()

/** What was kept, if it can still be drawn: another release may draw more of a map. */
const Kept = z.object({ frame: z.unknown(), blocks: z.array(z.looseObject({ at: z.string(), from: z.string(), to: z.string() })) })

function readKept(stored: unknown): Kept | null {
  const parsed = Kept.safeParse(stored)
  if (!parsed.success) return null
  const kept = stored as Kept
  return Drawn.safeParse(assembled(kept.frame, kept.blocks)).success ? kept : null
}

/** Only what the page draws leaves here, without the counts beneath. */
function shownOf({ frame, blocks }: Kept): Shown {
  const { findings, ...map } = assembled(frame, blocks)
  return { map: { ...Drawn.parse(map), findings }, at: Object.fromEntries(blocks.map(({ stage, at }) => [stage.key, at])) }
}

/** What has left the period since a stage was taken, cell by cell. */
async function readLost(tx: Tx, { query, journey, map }: DrawnMap, blocks: readonly Block[]): Promise<(before: Block) => ReturnType<typeof countsOf>> {
  const from = blocks.map((block) => block.from).sort()[0] ?? map.from
  const cells = from < map.from ? await readCells(tx, { ...query, from, to: addDays(map.from, -1), every: 'day' }) : []
  return (before) => {
    const place = journey.stages.find(({ key }) => key === before.stage.key)
    return place ? countsOf(place, since(cells, before.from)) : {}
  }
}

function since(cells: readonly Cell[], from: string): Lookup {
  const sums = new Map<string, Tally>()
  for (const { level, place, instrument, period, tally } of cells) {
    const key = `${level} ${instrument} ${place}`
    if (period >= from) sums.set(key, addTallies(sums.get(key) ?? EMPTY, tally))
  }
  return (level, place, instrument) => sums.get(`${level} ${instrument} ${place}`) ?? EMPTY
}

/** The newest look at the answers, merged into what was shown; null where the link's channel may be shown no more. */
async function look(tx: Tx, ctx: Context, share: Share, kept: Kept | null): Promise<Kept | null> {
  const drawn = await drawMap(tx, ctx, { journey: share.journey, ...share.asked }).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'validation_failed') return null
    throw error
  })
  if (!drawn) return null
  // Half a move is shown to nobody who saw the whole before it.
  if (kept && drawn.map.recounting) return kept
  const fresh = blocksOf(drawn, ctx.now())
  const frame = frameOf(drawn.map)
  if (!kept) return { frame, blocks: fresh }
  const next = { frame, blocks: renewed(kept.blocks, fresh, await readLost(tx, drawn, kept.blocks)) }
  return JSON.stringify(next) === JSON.stringify(kept) ? kept : next
}

/**
 * The map of a link as it may be seen now. Its stages are renewed only where two looks beside each other tell of no few answers;
 * what is kept is what everybody sees, in every process. Null where nothing of it may be shown.
 */
export async function readShown(ctx: Context, share: Share): Promise<Shown | null> {
  allow(ctx, 'journey.read')
  const now = ctx.now()
  return inWorkspace(ctx, async (tx) => {
    // Two links of one map would tell one answer apart by being renewed at different answers: the first of them keeps what all show.
    const [row] = await rows<{ id: string; shown: unknown; at: Date | null }>(tx, sql`
      select id, shown, shown_at as at
      from share_links
      where workspace_id = ${ctx.workspaceId} and journey_id = ${share.journeyId} and asked = ${JSON.stringify(share.asked)}::jsonb
      order by id
      limit 1`)
    const keeper = row?.id ?? share.id
    const kept = readKept(row?.shown)
    const rest = now.getTime() - (looked.get(keeper) ?? 0)
    if (kept && rest >= 0 && rest < REST_MS) return shownOf(kept)
    if (looked.size >= MOST_REMEMBERED) looked.clear()
    looked.set(keeper, now.getTime())
    const next = await look(tx, ctx, share, kept)
    // Whoever else has looked meanwhile has kept theirs: the next look goes on from it.
    if (next && next !== kept) {
      await tx.execute(sql`
        update share_links
        set shown = ${JSON.stringify(next)}::jsonb, shown_at = ${now.toISOString()}::timestamptz
        where workspace_id = ${ctx.workspaceId} and id = ${keeper}
          and shown_at is not distinct from ${row?.at?.toISOString() ?? null}::timestamptz`)
    }
    const shown = next ?? kept
    return shown && shownOf(shown)
  })
}
