import { z } from 'zod'
import type { Submission } from '#lib/collect/input'
import { isOnScale, takesSeveral } from '#lib/widget/scale'
import type { AskedQuestion, Given } from '#lib/widget/types'

// A part of the address that cannot be read is left out: whoever follows a link did not write it.
const text = (max: number) => z.string().trim().min(1).max(max).refine((t) => !t.includes('\0') && t.isWellFormed()).optional().catch(undefined)

const Query = z.object({
  stage: text(80),
  touchpoint: text(160),
  channel: text(40),
  variant: text(120),
  campaign: text(120),
  userId: text(255),
  source: text(120),
})

export type Place = Pick<Submission, 'stage' | 'touchpoint' | 'channel' | 'variant' | 'campaign' | 'userId' | 'language' | 'meta' | 'token'>

/** What the address says about an answer, as collect takes it. `source` is a note of where the link stood. */
export function placeOf(search: URLSearchParams, language: string): Place {
  const { source, ...place } = Query.parse(Object.fromEntries(search))
  const token = tokenOf(search) ?? undefined
  const given = Object.entries({ ...place, language, token, meta: source === undefined ? undefined : { source } })
  return Object.fromEntries(given.filter(([, value]) => value !== undefined))
}

/** Of a personal link; an empty one is a broken one. */
export const tokenOf = (search: URLSearchParams): string | null => search.get('t')?.slice(0, 200) ?? null

export const isKiosk = (search: URLSearchParams): boolean => search.get('kiosk') === '1'

/** Answers that the address chooses beforehand; nothing is stored until somebody sends them. */
export const prefillOf = (search: URLSearchParams, questions: readonly AskedQuestion[]): Given =>
  Object.fromEntries(
    questions.flatMap((question): [string, string[]][] => {
      const values = search.getAll(question.id).filter((value) => isOnScale(question, value))
      const [first] = values
      if (first === undefined) return []
      return [[question.id, takesSeveral(question) ? values.slice(0, question.most ?? 30) : [first]]]
    }),
  )

/** The same address with something changed; null takes a part out. */
export function addressWith(path: string, search: URLSearchParams, change: Record<string, string | null>): string {
  const next = new URLSearchParams(search)
  for (const [name, value] of Object.entries(change)) {
    if (value === null) next.delete(name)
    else next.set(name, value)
  }
  return next.size === 0 ? path : `${path}?${next}`
}
