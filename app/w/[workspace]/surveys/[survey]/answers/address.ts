export const PERIODS = [30, 90, 365] as const

export type AnswersFilter = {
  view: 'questions' | 'each'
  /** Held back, counted, or (without it) both. */
  held?: boolean
  days: (typeof PERIODS)[number]
  cursor?: string
}

type SearchParams = Record<string, string | string[] | undefined>

/** What an address asks for. `held` is about single answers, so it shows them. What cannot be read is as usual. */
export function readAnswersFilter({ view, held, days, cursor }: SearchParams): AnswersFilter {
  const period = PERIODS.find((each) => String(each) === days) ?? 90
  if (view !== 'each' && held !== '1' && held !== '0') return { view: 'questions', days: period }
  return {
    view: 'each',
    days: period,
    ...(held === '1' || held === '0' ? { held: held === '1' } : {}),
    ...(typeof cursor === 'string' && cursor.length > 0 && cursor.length <= 200 ? { cursor } : {}),
  }
}

/** The address of a filter; what is as usual is left out. */
export function answersQuery({ view, held, days, cursor }: AnswersFilter): string {
  const query = new URLSearchParams()
  if (view === 'each' && held === undefined) query.set('view', 'each')
  if (view === 'each' && held !== undefined) query.set('held', held ? '1' : '0')
  if (days !== 90) query.set('days', String(days))
  if (view === 'each' && cursor !== undefined) query.set('cursor', cursor)
  return query.size === 0 ? '' : `?${query}`
}
