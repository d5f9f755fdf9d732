import { and, count, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { campaigns, personas } from '#db/schema/maps'
import type { Context } from '#lib/context'
import { fault, invalid, notFound } from '#lib/errors'
import { newId } from '#lib/ids'
import { changeJourney, type Held, refuseArchived } from '#lib/journeys/hold'
import { allow } from '#lib/permission'
import { CampaignOf, changed, checkCampaign, EditCampaign, NewCampaign, type Written } from './input'
import { campaignById } from './read'
import type { Campaign } from './types'

export const MOST_CAMPAIGNS = 500

const own = (ctx: Context, journey: Held, id: string) =>
  and(eq(campaigns.workspaceId, ctx.workspaceId), eq(campaigns.journeyId, journey.id), eq(campaigns.id, id))

/** What stands in the row: money in whole hundredths. */
const columnsOf = ({ cost, ...written }: Written) => ({ ...written, cost: cost === null ? null : Math.round(cost * 100) })

/** A stage or persona that is gone may stay named, but none is newly named. */
async function checkNames(tx: Tx, ctx: Context, journey: Held, { stages, persona }: Written, before?: Campaign): Promise<void> {
  const live = journey.stages.filter((stage) => !stage.archived).map(({ key }) => key)
  const unknown = stages.findIndex((key) => !live.includes(key) && !before?.stages.includes(key))
  if (unknown >= 0) {
    throw invalid(fault(`/stages/${unknown}`, 'unknown_stage', 'The journey has no stage with the key "{key}" on its map.', { key: (stages[unknown] ?? '').slice(0, 60) }))
  }
  if (persona === null || persona === before?.persona) return
  const there = and(eq(personas.workspaceId, ctx.workspaceId), eq(personas.journeyId, journey.id), eq(personas.key, persona))
  const found = await tx.select({ key: personas.key }).from(personas).where(there)
  if (found.length === 0) throw invalid(fault('/persona', 'unknown_persona', 'The journey has no persona with the key "{key}".', { key: persona.slice(0, 60) }))
}

async function refuseFull(tx: Tx, ctx: Context, journey: Held): Promise<void> {
  const live = and(eq(campaigns.workspaceId, ctx.workspaceId), eq(campaigns.journeyId, journey.id), isNull(campaigns.archivedAt))
  const [row] = await tx.select({ n: count() }).from(campaigns).where(live)
  if ((row?.n ?? 0) >= MOST_CAMPAIGNS) {
    throw invalid(fault('', 'too_many', 'A journey has at most {most} campaigns. Archive an old one first.', { most: MOST_CAMPAIGNS }))
  }
}

async function readBack(tx: Tx, ctx: Context, journey: Held, id: string): Promise<Campaign> {
  const campaign = await campaignById(tx, ctx, journey.id, id)
  if (!campaign) throw notFound('campaign')
  return campaign
}

export async function addCampaign(ctx: Context, input: unknown): Promise<Campaign> {
  allow(ctx, 'journey.write')
  const { journey: key, name, channel, stages, starts, ...given } = NewCampaign.parse(input)
  const blank = { persona: null, audience: null, ends: null, cost: null, currency: null, note: null }
  const written = changed({ name, channel, stages, starts, ...blank }, given)
  checkCampaign(written)
  return changeJourney(ctx, key, async (tx, journey) => {
    refuseArchived(journey)
    await checkNames(tx, ctx, journey, written)
    await refuseFull(tx, ctx, journey)
    const id = newId(ctx.now())
    await tx.insert(campaigns).values({ workspaceId: ctx.workspaceId, journeyId: journey.id, id, ...columnsOf(written), createdAt: ctx.now() })
    return readBack(tx, ctx, journey, id)
  })
}

/** What is left out stays; null takes away. */
export async function changeCampaign(ctx: Context, input: unknown): Promise<Campaign> {
  allow(ctx, 'journey.write')
  const { journey: key, id, ...given } = EditCampaign.parse(input)
  return changeJourney(ctx, key, async (tx, journey) => {
    const before = await readBack(tx, ctx, journey, id)
    const { id: _, personaName: _name, archived: _archived, ...was } = before
    const written = changed(was, given)
    checkCampaign(written)
    await checkNames(tx, ctx, journey, written, before)
    await tx.update(campaigns).set(columnsOf(written)).where(own(ctx, journey, id))
    return readBack(tx, ctx, journey, id)
  })
}

/** Off the map and out of every finding; nothing of it is lost. Again: nothing changes. */
export async function archiveCampaign(ctx: Context, input: unknown): Promise<{ id: string }> {
  allow(ctx, 'journey.write')
  const { journey: key, id } = CampaignOf.parse(input)
  return changeJourney(ctx, key, async (tx, journey) => {
    if ((await readBack(tx, ctx, journey, id)).archived) return { id }
    await tx.update(campaigns).set({ archivedAt: ctx.now() }).where(own(ctx, journey, id))
    return { id }
  })
}

export async function restoreCampaign(ctx: Context, input: unknown): Promise<{ id: string }> {
  allow(ctx, 'journey.write')
  const { journey: key, id } = CampaignOf.parse(input)
  return changeJourney(ctx, key, async (tx, journey) => {
    if (!(await readBack(tx, ctx, journey, id)).archived) return { id }
    refuseArchived(journey)
    await refuseFull(tx, ctx, journey)
    await tx.update(campaigns).set({ archivedAt: null }).where(own(ctx, journey, id))
    return { id }
  })
}
