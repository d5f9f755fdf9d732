import { z } from 'zod'
import { Page } from '#lib/http/cursor'
import type { Operation } from '#lib/http/openapi'
import { Flags } from './flags'

const count = z.int()

const Import = z
  .object({
    id: z.uuid(),
    journey: z.string(),
    fileName: z.string(),
    state: z.enum(['receiving', 'waiting', 'running', 'done', 'failed']),
    progress: z.number(),
    rows: count, accepted: count, known: count, changed: count, empty: count, rejected: count,
    error: z.object({ message: z.string() }).nullable(),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Import', description: '`progress` is the share of the file that is stored, from 0 to 1.' })

const Problems = z.array(z.object({ line: count, kind: z.enum(['rejected', 'changed', 'empty']), reason: z.string() }))

export const ImportWithProblems = Import.extend({ problems: Problems }).meta({ id: 'ImportWithProblems' })

const Preview = z.object({
  format: z.enum(['csv', 'jsonl']),
  columns: z.array(z.string()),
  rows: z.array(z.object({ line: count, fault: z.string().nullable(), values: z.array(z.string()) })),
  guess: z.record(z.string(), z.string()),
})

const ALL = '/api/v1/management/imports'

export const IMPORT_OPERATIONS: readonly Operation[] = [
  { method: 'GET', path: ALL, summary: 'List imports, newest first', scope: 'read', query: Page, answers: { 200: 'A page of imports.' }, data: z.array(Import), isPaged: true },
  { method: 'POST', path: ALL, summary: 'Send a file of CSV or JSON lines as the body; a job imports it', scope: 'write', query: Flags, body: 'file', answers: { 202: 'Taken. `Location` tells where its progress can be read.' }, data: z.object({ id: z.uuid(), state: z.literal('waiting') }), errors: ['not_found'] },
  { method: 'GET', path: `${ALL}/{id}`, summary: 'Read how far an import is and which rows were not stored', scope: 'read', answers: { 200: 'The import.' }, data: ImportWithProblems },
  { method: 'POST', path: `${ALL}/preview`, summary: 'Look at the first 64 KiB of a file: its columns, rows and a guess at each column. Nothing is stored', scope: 'write', body: 'file', answers: { 200: 'What the file looks like.' }, data: Preview },
]
