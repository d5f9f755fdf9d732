export type ListFilter = { search?: string; journey?: string; stage?: string; cursor?: string }

/** The address of the list with this filter; parts that filter nothing are left out. */
export function listQuery(filter: ListFilter): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''))
  return query.size === 0 ? '' : `?${query}`
}

type SearchParams = Record<string, string | string[] | undefined>

const one = (value: string | string[] | undefined, most: number): string | undefined => {
  const text = (typeof value === 'string' ? value : value?.[0])?.trim().slice(0, most)
  return text === undefined || text === '' || text.includes('\0') ? undefined : text
}

/** What an address asks for. It may have been typed by hand: what cannot be read filters nothing. */
export const readListFilter = (params: SearchParams): ListFilter => ({
  search: one(params.search, 120),
  journey: one(params.journey, 80),
  stage: one(params.stage, 80),
  cursor: one(params.cursor, 200),
})
