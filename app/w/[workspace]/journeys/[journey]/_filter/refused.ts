import { Problem } from '#lib/errors'
import { readRefusal } from '../../../../../_refusals/refusal'
import { readWords } from '../../../../../_words/server'
import { type Filter, filterQuery, type Preset } from './address'
import { readFilter, type SearchParams } from './filter'

const NO_GROUP = { channel: undefined, variant: undefined, segment: undefined, compare: undefined }

/** What can still be shown of a view that the read model refused, and what was left out; null where that is nothing. */
export function withoutRefused(filter: Filter, error: unknown, preset: Preset): { filter: Filter; lost: 'without' | 'all' | 'period' } | null {
  if (!(error instanceof Problem) || (error.code !== 'validation_failed' && error.code !== 'filter_too_wide')) return null
  const pointer = error.errors[0]?.pointer ?? ''
  const left = () => {
    if (pointer.startsWith('/compare')) return { filter: { ...filter, compare: undefined }, lost: 'without' } as const
    if (error.code === 'filter_too_wide' || /^\/(channel|variant|segment)/.test(pointer)) return { filter: { ...filter, ...NO_GROUP }, lost: 'all' } as const
    return { filter: { ...filter, ...NO_GROUP, period: preset, from: undefined, to: undefined }, lost: 'period' } as const
  }
  const rest = left()
  return filterQuery(rest.filter, preset) === filterQuery(filter, preset) ? null : rest
}

/**
 * Reads what an address asks for. What of it is refused is said in place, and the page is read without it. `own`: what the page
 * reads of the address by itself, as it was understood.
 */
export async function readAsked<T>(params: SearchParams, preset: Preset, read: (filter: Filter, fault: string | null) => Promise<T>, own: Readonly<Record<string, string>> = {}): Promise<T> {
  const t = await readWords('map')
  const show = (filter: Filter, fault: string | null): Promise<T> =>
    read(filter, fault).catch(async (error: unknown) => {
      const left = withoutRefused(filter, error, preset)
      if (!left) throw error
      return show(left.filter, t(`fault.${left.lost}`, { message: (await readRefusal(error)).detail ?? '' }))
    })
  const { filter, fault } = readFilter(params, preset)
  const isUnread = Object.entries(own).some(([name, value]) => params[name] !== undefined && params[name] !== value)
  const said = fault ?? (isUnread ? 'unread' : null)
  return show(filter, said && t(`fault.${said}`))
}
