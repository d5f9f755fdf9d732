import { z } from 'zod'

const BY = ['itself', 'show', 'inline', 'button'] as const
export type By = (typeof BY)[number]

/** What stands in the form, as it was typed: an address keeps it, so that a question can be shared. */
export type Asked = { person: string; at: string; by: By; event: string; url: string; attributes: string }

type SearchParams = Record<string, string | string[] | undefined>

/** The question of an address; null where it asks none. */
export function readAsked(search: SearchParams): Asked | null {
  const said = (name: keyof Asked): string => z.string().max(5_000).catch('').parse(search[name])
  if (!['person', 'at', 'by', 'event', 'url', 'attributes'].some((name) => search[name] !== undefined)) return null
  const by = BY.find((each) => each === search.by) ?? 'itself'
  return { person: said('person'), at: said('at'), by, event: said('event'), url: said('url'), attributes: said('attributes') }
}

/** `plan = pro`, one a line; numbers and true or false stay what they are, for rules compare them as texts anyway. Null: a line is none. */
export function readAttributes(text: string): Record<string, string> | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const pairs = lines.map((line) => {
    const sign = line.indexOf('=')
    return [line.slice(0, sign).trim(), line.slice(sign + 1).trim()] as const
  })
  return lines.every((line) => line.indexOf('=') > 0) ? Object.fromEntries(pairs) : null
}
