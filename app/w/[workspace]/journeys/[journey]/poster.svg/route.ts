import { loadPoster } from '../poster/load'
import { fileHeaders, signedIn } from '../poster/signed-in'

/** The map on one sheet; as a file where `file` is asked for. */
export const GET = signedIn(async ({ ctx, journey, query: { file, ...query } }) => {
  const { map, svg } = await loadPoster(ctx, journey, query)
  return new Response(svg, { headers: fileHeaders('image/svg+xml; charset=utf-8', `${map.journey.name}.svg`, file === undefined) })
})
