import { exportJourney } from '#lib/exports/journey/export'
import { askedOf } from '../../_map/load'
import { readFilter } from '../../_filter/filter'
import { fileHeaders, signedIn } from '../../poster/signed-in'

/** The journey as a file; scores are those of the page's period and group. */
export const GET = signedIn(async ({ ctx, journey, query: { format, ...query } }) => {
  const asked = format === 'json' ? { journey } : await askedOf(ctx, journey, { ...readFilter(query).filter, compare: undefined })
  const { name, type, text } = await exportJourney(ctx, { ...asked, format })
  return new Response(text, { headers: fileHeaders(type, name) })
})
