import { type Context, inWorkspace } from '#lib/context'
import { findJourney } from '#lib/journeys/find'
import { answeredDays, listTotals } from '#lib/maps/list-totals'
import { readMap } from '#lib/maps/read-map'
import { allow } from '#lib/permission'
import { ListShares } from './list'

/** `days`: those to begin with where a link of the last 90 would show nothing, else null. */
type Offers = { name: string; channels: string[]; days: { from: string; to: string } | null }

/** What a link of this journey can be fixed to: the channels that set nobody apart, and days that have answers. */
export async function readShareOffers(ctx: Context, input: unknown): Promise<Offers> {
  allow(ctx, 'share.read')
  const { journey } = ListShares.parse(input)
  const { id: journeyId } = await inWorkspace(ctx, (tx) => findJourney(tx, ctx, journey))
  const shared: Context = { ...ctx, actor: { kind: 'share', journeyId, comments: false } }
  const usual = await readMap(shared, { journey })
  const { key, name } = usual.journey
  const totals = usual.answers === 0 ? (await listTotals(ctx, { journeys: [{ key, timeZone: usual.timeZone }] }))[key] : undefined
  const days = totals ? answeredDays(totals) : null
  const { channels } = days ? await readMap(shared, { journey, ...days }) : usual
  return { name, channels: channels.map(({ value }) => value), days }
}
