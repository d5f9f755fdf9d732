import { z } from 'zod'
import type { Operation } from '#lib/http/openapi'
import { type ReadBaseline, SetBaseline } from './baseline'
import { RenameJourney } from './edit'
import { Outcome, SetOutcome } from './outcome'
import { ListJourneys, type JourneyRow, type ReadJourney } from './read'
import { NewStage, OrderStages, RenameStage } from './stages'
import { NewTouchpoint, OrderTouchpoints } from './touchpoints'

/** A row as JSON carries it: moments become text. */
export type Sent<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] }

const JourneyListed: z.ZodType<Sent<JourneyRow>> = z
  .object({
    id: z.uuid(), key: z.string(), name: z.string(), timeZone: z.string(), archived: z.boolean(),
    stages: z.array(z.string()), createdAt: z.iso.datetime(),
  })
  .meta({ id: 'JourneyListed', description: '`stages` are the names of the live ones, in order.' })

const Touchpoint = z.object({
  key: z.string(), name: z.string(), channel: z.string().nullable(), overall: z.boolean(), archived: z.boolean(),
  surveys: z.array(z.object({ id: z.uuid(), name: z.string(), state: z.enum(['draft', 'live', 'closed']) })),
})

const Stage = z.object({ key: z.string(), name: z.string(), position: z.int(), archived: z.boolean(), touchpoints: z.array(Touchpoint) })

const Journey: z.ZodType<ReadJourney> = z
  .object({ id: z.uuid(), key: z.string(), name: z.string(), timeZone: z.string(), archived: z.boolean(), stages: z.array(Stage) })
  .meta({ id: 'Journey', description: 'Positions count from 1. `<stage>.overall` takes answers that know only their stage.' })

const Baseline: z.ZodType<ReadBaseline> = z
  .union([
    z.object({ from: z.iso.date(), to: z.iso.date(), declared: z.literal(true) }),
    z.object({ from: z.null(), to: z.null(), declared: z.literal(false) }),
  ])
  .meta({ id: 'Baseline', description: 'The days that later ones are compared with. None declared: each stage takes its own first six months with answers.' })

const Keyed = z.object({ key: z.string() })
const Named = Keyed.extend({ name: z.string() })
const Ordered = z.object({ order: z.array(z.string()) })

const ALL = '/api/v1/management/journeys'
const ONE = `${ALL}/{journey}` as const
const done = { 200: 'Done.' }

const Declared = z.object({ outcome: Outcome.nullable() })

export const JOURNEY_OPERATIONS: readonly Operation[] = [
  { method: 'GET', path: ALL, summary: 'List journeys, newest first', scope: 'read', query: ListJourneys, answers: { 200: 'A page of journeys.' }, data: z.array(JourneyListed), isPaged: true },
  { method: 'GET', path: ONE, summary: 'Read a journey with its places', scope: 'read', answers: { 200: 'The journey, archived places too.' }, data: Journey },
  { method: 'PATCH', path: ONE, summary: 'Rename a journey; its key stays', scope: 'write', body: RenameJourney.omit({ journey: true }), answers: done, data: Named },
  { method: 'DELETE', path: ONE, summary: 'Archive a journey; nothing of it is lost', scope: 'write', answers: done, data: Keyed },
  { method: 'POST', path: `${ONE}/restore`, summary: 'Restore an archived journey', scope: 'write', answers: done, data: Keyed },
  { method: 'GET', path: `${ONE}/outcome`, summary: 'Read what the journey is for: its drivers are measured against it', scope: 'read', answers: { 200: 'The outcome; null where none was declared.' }, data: Declared },
  { method: 'PUT', path: `${ONE}/outcome`, summary: 'Declare the outcome, or with null that there is none', scope: 'write', body: SetOutcome.omit({ journey: true }), answers: { 200: 'Declared.' }, data: Declared },
  { method: 'GET', path: `${ONE}/baseline`, summary: 'Read the baseline that trends are compared with', scope: 'read', answers: { 200: 'The baseline.' }, data: Baseline },
  { method: 'PUT', path: `${ONE}/baseline`, summary: 'Declare the baseline: at least six whole months that are over', scope: 'write', body: SetBaseline.omit({ journey: true }), answers: { 200: 'Declared.' }, data: Baseline },
  { method: 'DELETE', path: `${ONE}/baseline`, summary: 'Take the declared baseline back', scope: 'write', answers: { 200: 'Each stage has its own again.' }, data: Baseline },
  { method: 'POST', path: `${ONE}/stages`, summary: 'Add a stage at the end', scope: 'write', body: NewStage.omit({ journey: true }), answers: { 201: 'Added.' }, data: Named },
  { method: 'PUT', path: `${ONE}/stages`, summary: 'Order the stages: each live key once', scope: 'write', body: OrderStages.omit({ journey: true }), answers: done, data: Ordered },
  { method: 'PATCH', path: `${ONE}/stages/{stage}`, summary: 'Rename a stage; its key stays', scope: 'write', body: RenameStage.omit({ journey: true, stage: true }), answers: done, data: Named },
  { method: 'DELETE', path: `${ONE}/stages/{stage}`, summary: 'Archive a stage; its answers stay', scope: 'write', answers: done, data: Keyed, errors: ['validation_failed'] },
  { method: 'POST', path: `${ONE}/stages/{stage}/restore`, summary: 'Restore a stage, as the last one', scope: 'write', answers: done, data: Keyed, errors: ['validation_failed'] },
  { method: 'POST', path: `${ONE}/touchpoints`, summary: 'Add a touchpoint at the end of a stage', scope: 'write', body: NewTouchpoint.omit({ journey: true }), answers: { 201: 'Added.' }, data: Named.extend({ channel: z.string().nullable() }) },
  { method: 'PUT', path: `${ONE}/touchpoints`, summary: 'Order the touchpoints of a stage: each live key once', scope: 'write', body: OrderTouchpoints.omit({ journey: true }), answers: done, data: Ordered },
  { method: 'DELETE', path: `${ONE}/touchpoints/{touchpoint}`, summary: 'Archive a touchpoint; its answers count on in their stage', scope: 'write', answers: done, data: Keyed, errors: ['validation_failed'] },
  { method: 'POST', path: `${ONE}/touchpoints/{touchpoint}/restore`, summary: 'Restore a touchpoint, as the last of its stage', scope: 'write', answers: done, data: Keyed, errors: ['validation_failed'] },
]
