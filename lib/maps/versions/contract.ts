import { z } from 'zod'
import type { Operation } from '#lib/http/openapi'
import type { Sent } from '#lib/journeys/contract'
import { MapDocument } from '#lib/journeys/document/schema'
import { Drawn } from '../contract'
import type { PlainMap } from '../types'
import { ListVersions, type VersionRow } from './list'
import { PublishDraft } from './publish'
import type { Version } from './read'

const version = {
  version: z.int(), note: z.string().nullable(), publishedAt: z.iso.datetime(), by: z.string().nullable(), replacedAt: z.iso.datetime().nullable(),
}

type SentRow = Omit<Sent<VersionRow>, 'replacedAt'> & { replacedAt: string | null }

const Listed: z.ZodType<SentRow> = z
  .object(version)
  .meta({ id: 'MapVersionListed', description: '`by`: who published it, null for an API key. `replacedAt` is null of the one on the map.' })

const Read: z.ZodType<Pick<Version, 'document'> & { snapshot: PlainMap | null } & SentRow> = z
  .object({ ...version, document: MapDocument, snapshot: Drawn.nullable() })
  .meta({ id: 'MapVersion', description: '`snapshot`: the map with its numbers as it stood when the next version took its place; null where its answers were still being counted at their places.' })

const ONE = '/api/v1/management/journeys/{journey}'

export const VERSION_OPERATIONS: readonly Operation[] = [
  { method: 'POST', path: `${ONE}/draft/publish`, summary: 'Publish the draft as it was seen', scope: 'write', body: PublishDraft.omit({ journey: true }), answers: { 200: 'It is the map now.' }, data: z.object({ version: z.int() }), errors: ['validation_failed', 'conflict'] },
  { method: 'GET', path: `${ONE}/versions`, summary: 'List what was published of the map, newest first', scope: 'read', query: ListVersions, answers: { 200: 'A page of versions.' }, data: z.array(Listed), isPaged: true },
  { method: 'GET', path: `${ONE}/versions/{version}`, summary: 'Read a version with the numbers that it showed at last', scope: 'read', answers: { 200: 'The version.' }, data: Read },
]
