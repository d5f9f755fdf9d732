import { and, count, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { shareLinks } from '#db/schema/maps'
import { hashPassword, Password } from '#lib/auth/password'
import { type Context, inWorkspace } from '#lib/context'
import { appUrl } from '#lib/env'
import { fault, invalid, notFound } from '#lib/errors'
import { newId } from '#lib/ids'
import { findJourney } from '#lib/journeys/find'
import { refuseArchived } from '#lib/journeys/hold'
import { Day, Key, Name } from '#lib/journeys/input'
import { Asking, filterOf } from '#lib/maps/asked'
import { readMap } from '#lib/maps/read-map'
import { allow } from '#lib/permission'
import { DAY_MS } from '#lib/time'
import { hashOf, makeToken, shareAddress } from './token'
import type { SharedAs } from './types'

const MOST_SHARES = 200
const MOST_DAYS = 730

export const NewShare = z.strictObject({
  journey: Key,
  name: Name,
  from: Day.optional(),
  to: Day.optional(),
  channel: Asking.shape.channel,
  variant: Asking.shape.variant,
  segment: Asking.shape.segment,
  comments: z.boolean().default(false),
  embed: z.boolean().default(false),
  password: Password.optional(),
  days: z.int().min(1).max(MOST_DAYS).optional(),
  expiresAt: z.iso.datetime({ offset: true }).optional(),
})
type Given = z.output<typeof NewShare>

export const ShareOf = z.strictObject({ journey: Key, id: z.uuid() })

/** A new link. Its address is told once: only a hash of it is kept. */
export async function createShare(ctx: Context, input: unknown): Promise<{ id: string; url: string; expiresAt: string | null }> {
  allow(ctx, 'share.write')
  const given = NewShare.parse(input)
  check(given)
  const now = ctx.now()
  const expiresAt = expiryOf(now, given)
  const { journey, name, from, to, channel, variant, segment, comments, embed, password } = given
  const asked: SharedAs = { from, to, channel, variant, segment }
  const { id: journeyId, archived } = await inWorkspace(ctx, (tx) => findJourney(tx, ctx, journey))
  refuseArchived({ archived })
  // What it will show is drawn once: a filter that would set a few people apart is refused now, and not where it is opened.
  await readMap({ ...ctx, actor: { kind: 'share', journeyId, comments } }, { journey, ...asked })
  const passwordHash = password === undefined ? null : await hashPassword(password)
  const [id, token] = [newId(now), makeToken(ctx.workspaceId)]
  await inWorkspace(ctx, async (tx) => {
    await refuseMixed(tx, ctx, journeyId, asked)
    await refuseFull(tx, ctx, journeyId)
    await tx.insert(shareLinks).values({
      workspaceId: ctx.workspaceId, journeyId, id, tokenHash: hashOf(token), name, asked, comments, embed, passwordHash, expiresAt,
      createdAt: now, createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    })
  })
  return { id, url: shareAddress(appUrl(), token), expiresAt: expiresAt?.toISOString() ?? null }
}

/** A revoked link leads nowhere, for ever; what it showed stays, as the next link of the same map goes on from it. Revoking twice changes nothing. */
export async function revokeShare(ctx: Context, input: unknown): Promise<{ id: string }> {
  allow(ctx, 'share.write')
  const { journey, id } = ShareOf.parse(input)
  return inWorkspace(ctx, async (tx) => {
    const { id: journeyId } = await findJourney(tx, ctx, journey)
    const own = and(eq(shareLinks.workspaceId, ctx.workspaceId), eq(shareLinks.journeyId, journeyId), eq(shareLinks.id, id))
    const [known] = await tx.select({ id: shareLinks.id }).from(shareLinks).where(own)
    if (!known) throw notFound('share link')
    await tx.update(shareLinks).set({ revokedAt: ctx.now() }).where(and(own, isNull(shareLinks.revokedAt)))
    return { id }
  })
}

function check({ from, to, embed, password }: Given): void {
  if ((from === undefined) !== (to === undefined)) {
    throw invalid(fault(from === undefined ? '/from' : '/to', 'required', 'Say the first and the last day, or neither for the last 90 days.'))
  }
  if (from !== undefined && to !== undefined && from > to) throw invalid(fault('/from', 'invalid_date', 'The period begins on {from}, after its end on {to}.', { from, to }))
  if (embed && password !== undefined) {
    throw invalid(fault('/password', 'not_with_embed', 'A map in the frame of another site cannot ask for a password: browsers keep nothing there. Choose one of the two.'))
  }
}

function expiryOf(now: Date, { days, expiresAt }: Given): Date | null {
  if (days !== undefined && expiresAt !== undefined) throw invalid(fault('/expiresAt', 'repeated', 'Say days or expiresAt, not both.'))
  if (days !== undefined) return new Date(now.getTime() + days * DAY_MS)
  if (expiresAt === undefined) return null
  const until = new Date(expiresAt)
  if (until <= now) throw invalid(fault('/expiresAt', 'invalid_date', 'This link would have expired already.'))
  if (until.getTime() > now.getTime() + MOST_DAYS * DAY_MS) throw invalid(fault('/expiresAt', 'invalid_date', 'Choose a day within two years, or none.'))
  return until
}

/**
 * Links are fixed to values of one dimension: of two, the few who have the one value and not the other could be told by
 * subtraction, and tallies never know how many they are. The journey is held, so that two links made at once see each other.
 */
async function refuseMixed(tx: Tx, ctx: Context, journeyId: string, asked: SharedAs): Promise<void> {
  const own = filterOf(asked)?.dimension
  if (own === undefined) return
  await tx.execute(sql`
    select 1
    from journeys
    where workspace_id = ${ctx.workspaceId} and id = ${journeyId}
    for no key update`)
  const others = await rows<{ asked: SharedAs }>(tx, sql`
    select distinct asked
    from share_links
    where workspace_id = ${ctx.workspaceId} and journey_id = ${journeyId} and revoked_at is null
      and (expires_at is null or expires_at > ${ctx.now().toISOString()}::timestamptz)`)
  const other = others.map((link) => filterOf(link.asked)?.dimension).find((dimension) => dimension !== undefined && dimension !== own)
  if (other === undefined) return
  const pointer = asked.channel ? '/channel' : asked.variant ? '/variant' : '/segment'
  throw invalid(fault(pointer, 'filter_unmasks', 'Other links of this journey show it by {other}. Links by {own} beside them could tell a few people apart: revoke those first.', { other, own }))
}

async function refuseFull(tx: Tx, ctx: Context, journeyId: string): Promise<void> {
  const live = and(eq(shareLinks.workspaceId, ctx.workspaceId), eq(shareLinks.journeyId, journeyId), isNull(shareLinks.revokedAt))
  const [row] = await tx.select({ n: count() }).from(shareLinks).where(live)
  if ((row?.n ?? 0) >= MOST_SHARES) throw invalid(fault('', 'too_many', 'A journey has at most {most} share links. Revoke an old one first.', { most: MOST_SHARES }))
}
