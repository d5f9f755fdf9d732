import { z } from 'zod'
import type { Operation } from '#lib/http/openapi'
import type { DimensionRow } from '#lib/journeys/dimensions'
import { EditTouchpoint } from '#lib/journeys/touchpoints'
import { StateQuery } from '#lib/people/asking/state-query'
import { Definition } from '#lib/surveys/definition'
import { NewDimension } from './dimensions/declare'
import { ClientDisplay } from './events/displays'
import { ClientEvent } from './events/events'
import { Submission } from './input'
import { ListResponses, ResponseRow } from './results/list'
import { Move } from './recount/move'
import { ReviewResponse } from './review'
import { SurveyResults, SurveyResultsOf } from './results/read'

const Id = z.object({ id: z.uuid() })

const Shown = Definition.extend({
  id: z.uuid(), version: z.int(), state: z.enum(['live', 'closed']), journey: z.string(), touchpoint: z.string().nullable(),
}).meta({ id: 'PublishedSurvey' })

const Edited = z.union([z.object({ key: z.string() }), z.object({ journey: z.string(), touchpoint: z.string(), stage: z.string() })])
const Moved = z.strictObject({ stage: Move.shape.toStage, position: Move.shape.position })

const Dimension: z.ZodType<DimensionRow> = z
  .object({ name: z.string(), ready: z.boolean() })
  .meta({ id: 'Dimension', description: '`ready` once every older answer is counted by it too: until then no number is shown by it.' })

const DIMENSIONS = '/api/v1/management/journeys/{journey}/dimensions'
const CLIENT = '/api/v1/client/{workspaceId}'
const ALL = '/api/v1/management/responses'
/** Of an answer, besides what is wrong in the body: the survey's dates and limits, its sites, its personal links, and floods. */
const REFUSALS = ['survey_closed', 'forbidden', 'conflict', 'idempotency_key_reused', 'rate_limited', 'overloaded'] as const
const again = 'Known already: the same id, and nothing is stored twice.'

const Decision = z.object({ surveyId: z.uuid(), show: z.boolean(), reason: z.string(), detail: z.string(), until: z.iso.datetime().optional() })

const State = z
  .object({
    decisions: z.array(Decision),
    show: z
      .object({
        survey: z.looseObject({ id: z.uuid(), version: z.int(), language: z.string() }),
        form: z.enum(['inline', 'popup', 'slide', 'button']), side: z.enum(['left', 'right']), label: z.string().optional(), delaySeconds: z.int(),
        view: z.string(), work: z.int(), touchpoint: z.string().nullable(), piped: z.record(z.string(), z.string()),
      })
      .nullable(),
    pages: z.array(z.object({ surveyId: z.uuid(), pages: z.array(z.object({ is: z.string(), value: z.string() })) })),
  })
  .meta({ id: 'State', description: '`show` is what may be shown now, as its reader sees it. `view` comes back with the answer as `proof.view`, worked for where `work` is above 0.' })

export const COLLECT_OPERATIONS: readonly Operation[] = [
  { method: 'POST', path: `${CLIENT}/responses`, summary: 'Store a response, once for each submissionId; a higher revision replaces its data', scope: 'public', body: Submission, answers: { 201: 'Stored.', 200: again }, data: Id, errors: REFUSALS },
  { method: 'PUT', path: `${CLIENT}/responses/{id}`, summary: 'Store a later revision of a response', scope: 'public', body: Submission.partial({ submissionId: true, surveyId: true }), answers: { 200: 'Stored, or known already.' }, data: Id, errors: REFUSALS },
  { method: 'GET', path: `${CLIENT}/surveys/{id}`, summary: 'Read what a survey asks, as it was published', scope: 'public', answers: { 200: 'The published survey.' }, data: Shown },
  { method: 'GET', path: `${CLIENT}/state`, summary: 'What may be shown now to whoever looks at a page, and of each survey why or why not', scope: 'public', query: StateQuery, answers: { 200: 'The decisions. Nothing is written down by it.' }, data: State, errors: ['rate_limited'] },
  { method: 'POST', path: `${CLIENT}/displays`, summary: 'Report that a survey was shown, once for each displayId', scope: 'public', body: ClientDisplay, answers: { 201: 'Written down.', 200: again }, data: Id, errors: ['forbidden', 'rate_limited'] },
  { method: 'POST', path: `${CLIENT}/events`, summary: 'Record what happened around a survey, once for each eventId', scope: 'public', body: ClientEvent, answers: { 201: 'Recorded.', 200: again }, data: Id, errors: ['forbidden', 'rate_limited'] },
  { method: 'GET', path: ALL, summary: 'List responses, the latest received first', scope: 'read', query: ListResponses, answers: { 200: 'A page of responses. A key without the scope `write` reads comments masked.' }, data: z.array(ResponseRow), isPaged: true, errors: ['not_found'] },
  { method: 'GET', path: `${ALL}/{id}`, summary: 'Read a response', scope: 'read', answers: { 200: 'The response.' }, data: ResponseRow },
  { method: 'PATCH', path: `${ALL}/{id}`, summary: 'Let a response count that is held back, or hold one back', scope: 'write', body: ReviewResponse.omit({ id: true }), answers: { 200: 'The response. Every score has followed.' }, data: ResponseRow },
  { method: 'DELETE', path: `${ALL}/{id}`, summary: 'Erase a response with all that it counted, for good', scope: 'write', answers: { 200: 'Erased.' }, data: Id },
  { method: 'GET', path: '/api/v1/management/surveys/{id}/results', summary: 'Read how each question of a survey was answered; held answers are left out and counted apart', scope: 'read', query: SurveyResultsOf.omit({ id: true }), answers: { 200: 'The results.' }, data: SurveyResults, errors: ['not_found'] },
  { method: 'PATCH', path: '/api/v1/management/journeys/{journey}/touchpoints/{touchpoint}', summary: 'Give a touchpoint another name or channel, or move it with its history to another stage', scope: 'write', body: z.union([EditTouchpoint.omit({ journey: true, touchpoint: true }), Moved]), answers: { 200: 'Done.' }, data: Edited },
  { method: 'GET', path: DIMENSIONS, summary: 'List the attributes that a journey is counted by, besides channel and variant', scope: 'read', answers: { 200: 'The attributes, the oldest first.' }, data: z.array(Dimension) },
  { method: 'POST', path: DIMENSIONS, summary: 'Count the answers of a journey by an attribute too', scope: 'write', body: NewDimension.omit({ journey: true }), answers: { 201: 'New answers are counted by it. Older ones follow, and then it is `ready`.' }, data: Dimension },
  { method: 'DELETE', path: `${DIMENSIONS}/{name}`, summary: 'Count by an attribute no longer; the responses keep it', scope: 'write', answers: { 200: 'It is shown no more.' }, data: z.object({ name: z.string() }) },
]
