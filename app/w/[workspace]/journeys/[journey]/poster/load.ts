import type { Context } from '#lib/context'
import type { JourneyMap } from '#lib/maps/types'
import { drawPoster } from '../../../../../_poster/poster'
import type { ShowWords } from '../../../../../_poster/facts'
import { PAPER } from '../../../../../_poster/palette'
import { readSay, readWords } from '../../../../../_words/server'
import type { SearchParams } from '../_filter/filter'
import { loadMap } from '../_map/load'

type Loaded = { map: JourneyMap; svg: string; fault: string | null; t: ShowWords }

/** The map of an address as a sheet of paper, of the very numbers that its page draws for whoever asks. */
export async function loadPoster(ctx: Context, journey: string, params: SearchParams): Promise<Loaded> {
  const { map, fault } = await loadMap(ctx, journey, params)
  const [t, say] = [await readWords('show'), await readSay()]
  // Who reads the sheet has not seen the page: what was asked for and left out stands on it.
  const made = [fault, t('made', { at: say.moment(ctx.now(), map.timeZone) })].filter(Boolean).join(' ')
  return { map, svg: drawPoster({ map, made, paint: PAPER, t, say }), fault, t }
}
