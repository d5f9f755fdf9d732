import { type Context, inWorkspace } from '#lib/context'
import { findJourney } from '#lib/journeys/find'
import { readMap } from '#lib/maps/read-map'
import { allow } from '#lib/permission'
import { ListShares } from './list'

/** What a link of this journey can be fixed to: the channels that set nobody apart. */
export async function readShareOffers(ctx: Context, input: unknown): Promise<{ name: string; channels: string[] }> {
  allow(ctx, 'share.read')
  const { journey } = ListShares.parse(input)
  const { id: journeyId } = await inWorkspace(ctx, (tx) => findJourney(tx, ctx, journey))
  const map = await readMap({ ...ctx, actor: { kind: 'share', journeyId, comments: false } }, { journey })
  return { name: map.journey.name, channels: map.channels.map(({ value }) => value) }
}
