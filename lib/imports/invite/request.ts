import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { z } from 'zod'
import type { Context } from '#lib/context'
import { fault, invalid } from '#lib/errors'
import { readCapped } from '#lib/http/body'
import { bodyOf, queryOf } from '#lib/http/request'
import { allow } from '#lib/permission'
import { type Batch, inviteMany, inviteRows, type Outcome } from '#lib/people/invitations'
import { inEnglish } from '#lib/sentence'
import { readPeople } from './rows'

/** Room for ten thousand people with what is known of each. */
const MOST_BYTES = 8 * 1024 * 1024
const SHOWN = 5
const MOST_FAULTS = 50

const flag = z.enum(['true', 'false']).transform((text) => text === 'true').optional()

/** The terms of a batch whose body is a file. */
export const InviteQuery = z.strictObject({
  singleUse: flag,
  respectCaps: flag,
  days: z.coerce.number().int().optional(),
  expiresAt: z.string().max(40).optional(),
})

export type FileBatch = Omit<Batch, 'results'> & { results: (Outcome & { line?: number })[] }

const isCsv = ({ headers }: Request): boolean => /^text\/csv\b/i.test(headers.get('content-type') ?? '')

const bytesOf = ({ body }: Request): Promise<Uint8Array> => {
  if (!body) throw invalid(fault('', 'required', 'Send the file itself as the body of the request.'))
  return readCapped(Readable.fromWeb(body as ReadableStream<Uint8Array>), MOST_BYTES)
}

/** People as a list in JSON or a file of CSV; the answer names each in the order in which it came. */
export async function inviteRequest(ctx: Context, request: Request, { id }: { id: string }, voice = inEnglish): Promise<FileBatch> {
  allow(ctx, 'survey.write')
  if (!isCsv(request)) return inviteMany(ctx, await bodyOf(request, { id }, MOST_BYTES))
  const { rows } = await readPeople(await bytesOf(request))
  const batch = await inviteRows(ctx, id, InviteQuery.parse(queryOf(request, { id })), rows.map(({ row }) => row), 'file', voice)
  return { ...batch, results: batch.results.map((result, i) => ({ line: rows[i]?.line ?? 0, ...result })) }
}

/** What a file says, before any link is made of it: how its columns are read, its first people and what is wrong with it. */
export async function previewPeople(ctx: Context, request: Request, voice = inEnglish) {
  allow(ctx, 'survey.write')
  const { columns, attributes, rows } = await readPeople(await bytesOf(request))
  const faults = rows.flatMap(({ line, row }) => ('fault' in row ? [{ line, reason: voice(row.fault) }] : []))
  const people = rows.flatMap(({ row }) => ('fault' in row ? [] : [row]))
  const named = people.filter(({ person }) => person !== undefined).length
  return { columns, attributes, count: people.length, named, people: people.slice(0, SHOWN), faults: faults.slice(0, MOST_FAULTS), faulty: faults.length }
}
