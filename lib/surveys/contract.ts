import { z } from 'zod'
import type { Operation } from '#lib/http/openapi'
import type { Sent } from '#lib/journeys/contract'
import { NewJourney } from '#lib/journeys/create'
import { INSTRUMENTS } from '#lib/widget/scale'
import { Definition } from './definition'
import { ImportSurvey, SurveyFile } from './portable'
import { ListSurveys, type ReadSurvey, type SurveyRow } from './read'
import { StartJourney } from './start'
import { ListVersions, type VersionTold } from './versions'
import { NewSurvey, SaveSurvey } from './write'

const named = z.object({ key: z.string(), name: z.string() })

const listed = z.object({
  id: z.uuid(), name: z.string(), state: z.enum(['draft', 'live', 'closed']),
  journey: named, touchpoint: named.nullable(), stage: named.nullable(),
  instruments: z.array(z.enum(INSTRUMENTS)),
  version: z.int().nullable(), createdAt: z.iso.datetime(), updatedAt: z.iso.datetime(),
})

const SurveyListed = listed.meta({ id: 'SurveyListed', description: '`version` is the last published one.' }) satisfies z.ZodType<Sent<SurveyRow>>

const Survey = listed
  .extend({ definition: Definition, published: Definition.nullable(), publishedTouchpoint: z.string().nullable() })
  .meta({ id: 'Survey', description: '`definition` is the draft, `published` what is live of it.' }) satisfies z.ZodType<Sent<ReadSurvey>>

const SurveyVersion = z
  .object({
    version: z.int(), publishedAt: z.iso.datetime(), publishedBy: z.string().nullable(), touchpoint: z.string().nullable(),
    changes: z.array(z.string()),
  })
  .meta({ id: 'SurveyVersion', description: '`changes` says what was new in it; answers keep the version that they saw.' }) satisfies z.ZodType<Sent<VersionTold>>

const Id = z.object({ id: z.uuid() })
const Journey = z.object({ id: z.uuid(), key: z.string(), name: z.string(), surveys: z.array(z.uuid()).optional() })

const ALL = '/api/v1/management/surveys'
const ONE = `${ALL}/{id}` as const
const done = { 200: 'Done.' }

export const SURVEY_OPERATIONS: readonly Operation[] = [
  { method: 'POST', path: '/api/v1/management/journeys', summary: 'Make a journey of stages, or start one from a template with a draft survey for each stage', scope: 'write', body: z.union([NewJourney, StartJourney]), answers: { 201: 'Made.' }, data: Journey },
  { method: 'GET', path: ALL, summary: 'List surveys, newest first', scope: 'read', query: ListSurveys, answers: { 200: 'A page of surveys.' }, data: z.array(SurveyListed), isPaged: true },
  { method: 'POST', path: ALL, summary: 'Draft a survey; without a definition it asks one score with its reason', scope: 'write', body: NewSurvey, answers: { 201: 'Drafted.' }, data: Id, errors: ['not_found'] },
  { method: 'GET', path: ONE, summary: 'Read a survey with its draft and what is live', scope: 'read', answers: { 200: 'The survey.' }, data: Survey },
  { method: 'PATCH', path: ONE, summary: 'Save the draft; what is live stays as it was published', scope: 'write', body: SaveSurvey.omit({ id: true }), answers: { 200: 'Saved.' }, data: Id.extend({ updatedAt: z.iso.datetime() }), errors: ['conflict'] },
  { method: 'DELETE', path: ONE, summary: 'Archive and close a survey; its answers stay on the map', scope: 'write', answers: done, data: Id },
  { method: 'POST', path: `${ONE}/publish`, summary: 'Publish the draft as the next version, which never changes', scope: 'write', answers: { 200: 'Live.' }, data: Id.extend({ version: z.int() }), errors: ['validation_failed'] },
  { method: 'POST', path: `${ONE}/close`, summary: 'Take no more answers', scope: 'write', answers: done, data: Id, errors: ['validation_failed'] },
  { method: 'POST', path: `${ONE}/reopen`, summary: 'Take answers again', scope: 'write', answers: done, data: Id, errors: ['validation_failed'] },
  { method: 'GET', path: `${ONE}/versions`, summary: 'List what was published of a survey, newest first', scope: 'read', query: ListVersions, answers: { 200: 'A page of versions.' }, data: z.array(SurveyVersion), isPaged: true },
  { method: 'GET', path: `${ONE}/export`, summary: 'Take a survey out as a file, with every setting and without its answers', scope: 'read', answers: { 200: 'The file.' }, data: SurveyFile },
  { method: 'POST', path: `${ALL}/import`, summary: 'Draft a survey from such a file', scope: 'write', body: ImportSurvey, answers: { 201: 'Drafted.' }, data: Id, errors: ['not_found'] },
  { method: 'POST', path: `${ONE}/duplicate`, summary: 'Copy a survey as a draft', scope: 'write', answers: { 201: 'Copied.' }, data: Id },
]
