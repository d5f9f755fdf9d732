import type { JourneyMap } from '#lib/maps/types'
import { readSay, readWords } from '../../../../../_words/server'
import { inWords } from './words'

/** A map in the language of this request. */
export const mapInWords = async (map: JourneyMap): Promise<JourneyMap> => inWords({ t: await readWords('headline'), say: await readSay() }, map)
