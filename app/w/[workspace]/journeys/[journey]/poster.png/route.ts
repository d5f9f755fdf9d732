import { z } from 'zod'
import { drawPicture } from '#lib/exports/journey/picture'
import { loadPoster } from '../poster/load'
import { fileHeaders, signedIn } from '../poster/signed-in'

/** Pixels across an A4 sheet at scale 1: what a screen shows; 3 is enough for print on A3. */
const ACROSS = 1400
const Scale = z.coerce.number().min(0.5, 'is at least 0.5').max(3, 'is at most 3').default(2)

/** The map on one sheet as a picture. */
export const GET = signedIn(async ({ ctx, journey, query: { file, scale, ...query } }) => {
  const width = Math.round(ACROSS * z.object({ scale: Scale }).parse({ scale }).scale)
  const { map, svg } = await loadPoster(ctx, journey, query)
  return new Response(new Uint8Array(await drawPicture(svg, width)), { headers: fileHeaders('image/png', `${map.journey.name}.png`, file === undefined) })
})
