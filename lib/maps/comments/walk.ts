import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { isId } from '#lib/ids'

/** Where a page begins: after an answer, or (without a question) with the answers of a response. */
export type Mark = { day: string; responseId: string; questionId: string }

export const writeMark = ({ day, responseId, questionId }: Mark): string => Buffer.from(`${day}.${responseId}.${questionId}`).toString('base64url')

export const Cursor = z.string().max(200).transform((text, check): Mark => {
  const [day = '', responseId = '', questionId = ''] = Buffer.from(text, 'base64url').toString().split('.')
  if (!z.iso.date().safeParse(day).success || !isId(responseId) || !/^[a-z0-9_-]{0,40}$/.test(questionId)) {
    check.addIssue({ code: 'custom', message: 'This cursor was not made here.', params: { code: 'invalid_cursor' } })
  }
  return { day, responseId, questionId }
})

/** Of an index by day and response: what is not yet read, with the response in whose midst a page may have ended. */
export const fromMark = (after: Mark | null, id: SQL): SQL => (after === null ? sql`` : sql`and (day, ${id}) <= (${after.day}::date, ${after.responseId}::uuid)`)

/** A day on which answers count, the newest first, and of one day the response that came last. */
export const NEWEST_FIRST = sql.raw('day desc, id desc')

type Walk = {
  /** The newest `each` rows of every place, with place, day and id (of the response), read along an index. */
  newest: (each: number) => SQL
  /** What is shown of `newest as n`: its columns, and its joins and conditions. */
  shown: { columns: SQL; from: SQL }
  question: SQL
  after: Mark | null
  limit: number
}

type Found<R> = { horizon: Mark | null; found: R[] }

/**
 * What is meant among the newest `each` of every place. Where a place has more, this is complete only down to its last one: the
 * newest of these ends is the horizon, and what lies behind it is left to the next page.
 */
async function scan<R extends Mark>(tx: Tx, { newest, shown, question, after, limit }: Walk, each: number): Promise<Found<R>> {
  const next = after === null || after.questionId === '' ? sql`` : sql`and (n.day, n.id, ${question}) < (${after.day}::date, ${after.responseId}::uuid, ${after.questionId})`
  const found = await rows<R & { horizonDay: string | null; horizonId: string | null }>(tx, sql`
    with newest as materialized (${newest(each)}),
    horizon as (
      select day, id
      from (select day, id, row_number() over (partition by place order by ${NEWEST_FIRST}) as nth from newest) as ends
      where nth = ${each}
      order by ${NEWEST_FIRST}
      limit 1
    )
    select (select day::text from horizon) as "horizonDay", (select id from horizon) as "horizonId", page.*
    from (select 1) as once
    left join lateral (
      select n.day::text as day, n.id as "responseId", ${question} as "questionId", ${shown.columns}
      from newest as n
      ${shown.from} ${next} and (not exists (select 1 from horizon) or (n.day, n.id) > (select day, id from horizon))
      order by n.day desc, n.id desc, ${question} desc
      limit ${limit + 1}) as page on true`)
  const { horizonDay: day = null, horizonId: responseId = null } = found[0] ?? {}
  return { horizon: day === null || responseId === null ? null : { day, responseId, questionId: '' }, found: found.filter((row) => row.responseId !== null) }
}

/** One page, the newest first, and where the next one begins. What is rare is looked for further back, up to `most` of each place. */
export async function readPage<R extends Mark>(tx: Tx, walk: Walk, few: number, most: number): Promise<{ page: R[]; next: Mark | null }> {
  const { limit } = walk
  let { horizon, found } = await scan<R>(tx, walk, few)
  if (found.length <= limit && horizon !== null && few < most) ({ horizon, found } = await scan<R>(tx, walk, most))
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return found.length > limit && last ? { page, next: { day: last.day, responseId: last.responseId, questionId: last.questionId } } : { page, next: horizon }
}
