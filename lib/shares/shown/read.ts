import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { type Context, inSnapshot, inWorkspace } from '#lib/context'
import { Problem } from '#lib/errors'
import { Drawn } from '#lib/maps/contract'
import { type DrawnMap, drawMap } from '#lib/maps/draw-map'
import type { JourneyMap } from '#lib/maps/types'
import { allow } from '#lib/permission'
import { localDay } from '#lib/time'
import type { Share } from '../knock'
import type { SharedAs } from '../types'
import { assembled, type Block, blocksOf, renewed } from './blocks'
import { frameOf } from './frame'
import { type Keeper, keeperOf, keepersOf } from './keepers'
import { readLost } from './lost'
import { areSettled, type Change, isMoved } from './settled'

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

type Taken = { keeper: Keeper; kept: Kept; drawn: DrawnMap; fresh: Block[]; changes: ReadonlyMap<string, Change> }

/** A look at the answers through one filter; null where its channel may be shown no more. */
async function take(tx: Tx, ctx: Context, journey: string, asked: SharedAs): Promise<{ drawn: DrawnMap; fresh: Block[] } | null> {
  const drawn = await drawMap(tx, ctx, { journey, ...asked }).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'validation_failed') return null
    throw error
  })
  return drawn && { drawn, fresh: blocksOf(drawn, ctx.now()) }
}

/** Stage for stage, what has changed since it was shown. */
async function changesOf(tx: Tx, ctx: Context, { blocks }: Kept, { drawn, fresh }: { drawn: DrawnMap; fresh: Block[] }): Promise<Map<string, Change>> {
  const lostOf = await readLost(tx, drawn, blocks)
  // Nobody has answered after today: a period that ends later ends there.
  const today = localDay(ctx.now(), drawn.map.timeZone)
  return new Map(fresh.flatMap((now) => {
    const before = blocks.find(({ stage }) => stage.key === now.stage.key)
    return before ? [[now.stage.key, { filter: drawn.map.filter, from: before.from, to: now.to < today ? now.to : today, before: before.counts, now: now.counts, lost: lostOf(before) }]] : []
  }))
}

async function takeKept(tx: Tx, ctx: Context, journey: string, keeper: Keeper): Promise<Taken | null> {
  const kept = readKept(keeper.shown)
  const taken = kept && (await take(tx, ctx, journey, keeper.asked))
  return taken && { keeper, kept, ...taken, changes: await changesOf(tx, ctx, kept, taken) }
}

type Next = { keeper: Keeper; kept: Kept }

/**
 * The newest look at the answers, merged into what was shown. A stage is renewed for all links of the journey at one moment, and
 * only where no difference of what two of them show, then or now, tells of few answers: the others are looked at only where this
 * one would change.
 */
async function look(tx: Tx, ctx: Context, journey: string, keeper: Keeper): Promise<Next[]> {
  const own = await takeKept(tx, ctx, journey, keeper)
  if (!own) {
    const first = readKept(keeper.shown) ? null : await take(tx, ctx, journey, keeper.asked)
    return first ? [{ keeper, kept: { frame: frameOf(first.drawn.map), blocks: first.fresh } }] : []
  }
  // Half a move is shown to nobody who saw the whole before it.
  if (own.drawn.map.recounting) return []
  const moved = [...own.changes].flatMap(([stage, change]) => (isMoved(change) && areSettled([change]) ? [stage] : []))
  const others: Taken[] = []
  for (const other of moved.length === 0 ? [] : await keepersOf(tx, ctx, keeper)) {
    const taken = await takeKept(tx, ctx, journey, other)
    if (taken) others.push(taken)
  }
  const all = [own, ...others]
  const mayShow = new Set(moved.filter((stage) => areSettled(all.flatMap(({ changes }) => changes.get(stage) ?? []))))
  const next = all.map(({ keeper: of, kept, drawn, fresh, changes }) => {
    const isFree = (stage: string) => mayShow.has(stage) || !isMoved(changes.get(stage))
    return { keeper: of, was: kept, kept: { frame: frameOf(drawn.map), blocks: renewed(kept.blocks, fresh, isFree) } }
  })
  return next.filter(({ kept, was }) => JSON.stringify(kept) !== JSON.stringify(was))
}

/** Keeps what is shown from now on, unless somebody else has looked meanwhile: then theirs is what everybody sees. */
const keep = (ctx: Context, all: readonly Next[]): Promise<boolean> =>
  inWorkspace(ctx, async (tx) => {
    const ids = all.map(({ keeper }) => keeper.id)
    const held = await rows<{ id: string; at: Date | null }>(tx, sql`
      select id, shown_at as at
      from share_links
      where workspace_id = ${ctx.workspaceId} and id in ${ids}
      order by id
      for no key update`)
    const stood = new Map(held.map(({ id, at }) => [id, at?.getTime()]))
    if (all.some(({ keeper }) => stood.get(keeper.id) !== keeper.at?.getTime())) return false
    await tx.execute(sql`
      update share_links l
      set shown = n.shown, shown_at = ${ctx.now().toISOString()}::timestamptz
      from json_to_recordset(${JSON.stringify(all.map(({ keeper: { id }, kept }) => ({ id, shown: kept })))}::json) as n (id uuid, shown jsonb)
      where l.workspace_id = ${ctx.workspaceId} and l.id = n.id`)
    return true
  })

/**
 * The map of a link as it may be seen now. Its stages are renewed only where two looks beside each other tell of no few answers;
 * what is kept is what everybody sees, in every process. Null where nothing of it may be shown.
 */
export async function readShown(ctx: Context, share: Share): Promise<Shown | null> {
  allow(ctx, 'journey.read')
  const now = ctx.now()
  // Links of one map would tell one answer apart by being renewed at different answers: the first of them keeps what all show.
  const keeper = await inWorkspace(ctx, (tx) => keeperOf(tx, ctx, share))
  const kept = readKept(keeper.shown)
  const rest = now.getTime() - (looked.get(keeper.id) ?? 0)
  if (kept && rest >= 0 && rest < REST_MS) return shownOf(kept)
  if (looked.size >= MOST_REMEMBERED) looked.clear()
  looked.set(keeper.id, now.getTime())
  const next = await inSnapshot(ctx, (tx) => look(tx, ctx, share.journey, keeper))
  const isKept = next.length > 0 && (await keep(ctx, next))
  const shown = next.find(({ keeper: { id } }) => id === keeper.id)?.kept
  if (isKept && shown) return shownOf(shown)
  const theirs = next.length > 0 && !isKept ? readKept((await inWorkspace(ctx, (tx) => keeperOf(tx, ctx, share))).shown) : kept
  return theirs && shownOf(theirs)
}
