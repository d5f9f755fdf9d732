import type { JourneyMap } from '#lib/maps/types'
import { readSay, readWords } from '../../../../../_words/server'
import { placesInWords } from './places'
import { inWords, unbroken } from './words'

/** A map in the language of this request. */
export async function mapInWords(map: JourneyMap): Promise<JourneyMap> {
  const said = inWords({ t: await readWords('headline'), say: await readSay() }, map)
  return { ...said, headline: unbroken(said.headline) }
}

/** What stands beside a map (its panel, comments, drivers) with its places in the language of this request. */
export const readInWords = async <T>(reading: Promise<T>): Promise<T> => placesInWords(await readWords('headline'), await reading)
