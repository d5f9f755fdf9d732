import { z } from 'zod'
import { fault, invalid } from '#lib/errors'

/** A page of a list: up to 200 rows, newest first, continued after an opaque cursor over (created_at, id). */
export const Page = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().min(1).max(200).optional(),
})

type Place = { createdAt: Date; id: string }

const Read = z.tuple([z.iso.datetime(), z.uuid()])

export const cursorOf = ({ createdAt, id }: Place): string =>
  Buffer.from(JSON.stringify([createdAt.toISOString(), id])).toString('base64url')

export function readCursor(cursor: string): Place {
  try {
    const [createdAt, id] = Read.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    return { createdAt: new Date(createdAt), id }
  } catch {
    throw invalid(fault('/cursor', 'invalid_cursor', 'The cursor is not one of ours. Begin again without it.'))
  }
}

/** One row more than asked for was read: that it is there says that the list goes on. */
export function pageOf<T extends Place>(found: readonly T[], limit: number): { data: T[]; nextCursor: string | null } {
  const data = found.slice(0, limit)
  const last = data.at(-1)
  return { data, nextCursor: found.length > limit && last ? cursorOf(last) : null }
}
