import { z } from 'zod'
import type { Submission } from '#lib/collect/input'
import { isOnScale } from '#lib/widget/scale'
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
  lang: text(35),
  source: text(120),
})

export type Place = Pick<Submission, 'stage' | 'touchpoint' | 'channel' | 'variant' | 'campaign' | 'userId' | 'language' | 'meta'>

/** What the address says about an answer, as collect takes it. `source` is a note of where the link stood. */
export function placeOf(search: URLSearchParams): Place {
  const { lang, source, ...place } = Query.parse(Object.fromEntries(search))
  const language = lang !== undefined && lang.length >= 2 ? lang : undefined
  const given = Object.entries({ ...place, language, meta: source === undefined ? undefined : { source } })
  return Object.fromEntries(given.filter(([, value]) => value !== undefined))
}

/** Answers that the address chooses beforehand; nothing is stored until somebody sends them. */
export const prefillOf = (search: URLSearchParams, questions: readonly AskedQuestion[]): Given =>
  Object.fromEntries(
    questions.flatMap((question) => {
      const value = search.get(question.id)
      return value !== null && isOnScale(question, value) ? [[question.id, value]] : []
    }),
  )
