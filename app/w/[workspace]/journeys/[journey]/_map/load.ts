import { notFound } from 'next/navigation'
import type { Context } from '#lib/context'
import { Problem } from '#lib/errors'
import { readJourney } from '#lib/journeys/read'
import { readMapWithQuotes } from '#lib/maps/quotes/read'
import type { StageQuotes } from '#lib/maps/quotes/types'
import { readMap } from '#lib/maps/read-map'
import type { JourneyMap } from '#lib/maps/types'
import { localDay } from '#lib/time'
import { comparedAs, isRelative } from '../_compare/menu/days'
import { mapInWords, readInWords } from '../_headline/read'
import { type Filter, MAP_PRESET } from '../_filter/address'
import { earlierFilter } from '../_filter/earlier'
import { presetDays, type SearchParams } from '../_filter/filter'
import { readAsked } from '../_filter/refused'

export type Asked = { journey: string; from?: string; to?: string; channel?: string; variant?: string; segment?: string }

/** A journey that is not here is a page that is not here. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  return reading.catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'not_found') notFound()
    throw error
  })
}

/** What the read model is asked: relative periods become days of the journey's own calendar. */
export async function askedOf(ctx: Context, journey: string, { period, from, to, channel, variant, segment, compare = [] }: Filter): Promise<Asked & { compare?: string[] }> {
  const own = { journey, channel, variant, segment }
  const asked = async () => {
    if (period === 'custom') return { from, to }
    if (period === MAP_PRESET && !compare.some(isRelative)) return {}
    const { timeZone } = await readJourney(ctx, { journey })
    return presetDays(period, localDay(ctx.now(), timeZone))
  }
  const days = await asked()
  if (compare.length === 0) return { ...own, ...days }
  return { ...own, ...days, compare: days.from && days.to ? comparedAs(compare, { from: days.from, to: days.to }) : [...compare] }
}

/** `earlier`: the usual days hold no answer, so all days before are shown. */
type Loaded = { map: JourneyMap; asked: Asked; filter: Filter; fault: string | null; earlier: boolean }

/** `quotes`: what people say on it; null for a reader who may not read single responses. */
type Quoted = Loaded & { quotes: StageQuotes[] | null }

async function read(ctx: Context, journey: string, filter: Filter, fault: string | null, isQuoted: boolean): Promise<Quoted> {
  const { compare, ...asked } = await askedOf(ctx, journey, filter)
  const question = compare ? { ...asked, compare } : asked
  const { map, quotes } = isQuoted ? await readMapWithQuotes(ctx, question) : { map: await readMap(ctx, question), quotes: null }
  const before = map.answers === 0 ? await earlierFilter(ctx, { key: map.journey.key, timeZone: map.timeZone }, filter, MAP_PRESET) : null
  if (before) return { ...(await read(ctx, journey, before, fault, isQuoted)), earlier: true }
  return { map: await mapInWords(map), quotes: quotes && (await readInWords(Promise.resolve(quotes))), asked, filter, fault, earlier: false }
}

/** The map of an address. What the read model refuses is said in place, and the map is shown without it. */
export const loadMap = (ctx: Context, journey: string, params: SearchParams): Promise<Loaded> =>
  readAsked(params, MAP_PRESET, (filter, fault) => read(ctx, journey, filter, fault, false))

/** The same with what people say. */
export const loadMapWithQuotes = (ctx: Context, journey: string, params: SearchParams): Promise<Quoted> =>
  readAsked(params, MAP_PRESET, (filter, fault) => read(ctx, journey, filter, fault, true))
