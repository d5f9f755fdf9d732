import { type Context, inWorkspace } from '#lib/context'
import { PERSONA, UNMATCHED } from '#lib/journeys/personas/definition'
import { personasOf } from '#lib/journeys/personas/read'
import { DEFAULT_SOURCES } from '#lib/maps/asked'
import { chartJourney } from '#lib/maps/journey'
import { answeredDays, listTotals } from '#lib/maps/list-totals'
import { readMap } from '#lib/maps/read-map'
import { readLinkOffers } from '#lib/maps/suppress/read-guard'
import { allow } from '#lib/permission'
import { ListShares } from './list'

/** Values of a dimension that a link can be fixed to; `name` of a persona, else the value itself. */
export type OfferedValues = { dimension: string; values: { value: string; name: string }[] }

/** `days`: those to begin with where a link of the last 90 would show nothing, else null. */
type Offers = { name: string; groups: OfferedValues[]; days: { from: string; to: string } | null }

/** What a link of this journey can be fixed to: channels, variants, segments and personas that set nobody apart, and days that have answers. */
export async function readShareOffers(ctx: Context, input: unknown): Promise<Offers> {
  allow(ctx, 'share.read')
  const { journey: given } = ListShares.parse(input)
  const journey = await inWorkspace(ctx, (tx) => chartJourney(tx, ctx, given))
  const usual = await readMap({ ...ctx, actor: { kind: 'share', journeyId: journey.id, comments: false } }, { journey: given })
  const totals = usual.answers === 0 ? (await listTotals(ctx, { journeys: [journey] }))[journey.key] : undefined
  const days = totals ? answeredDays(totals) : null
  const { from, to } = days ?? usual
  return inWorkspace(ctx, async (tx) => {
    const offered = await readLinkOffers(tx, journey, { workspaceId: ctx.workspaceId, journeyId: journey.id, from, to, source: DEFAULT_SOURCES })
    const personas = [...(await personasOf(tx, ctx, journey.id)), { key: UNMATCHED, name: 'No persona' }]
    const nameOf = (dimension: string, value: string) => (dimension === PERSONA ? personas.find(({ key }) => key === value)?.name : undefined) ?? value
    const groups = offered.map(({ dimension, values }) => ({ dimension, values: values.map((value) => ({ value, name: nameOf(dimension, value) })) }))
    return { name: journey.name, groups: groups.filter(({ values }) => values.length > 0), days }
  })
}
