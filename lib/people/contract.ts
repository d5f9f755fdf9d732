import { z } from 'zod'
import type { Operation } from '#lib/http/openapi'
import { type Why, WhyQuery } from './asking/why'
import { Caps as CapsInput, FORMS } from './types'

/** As JSON carries it, however deep a date stands. */
type Wire<T> = T extends Date ? string : T extends object ? { [K in keyof T]: Wire<T[K]> } : T

const Caps = CapsInput.meta({
  id: 'Caps',
  description: 'Days between two times that one person is asked: across all surveys, within a stage, within a journey; null: no cap. Between surveys of different kinds the shorter holds.',
})

const Reason = z.enum([
  'draft', 'closed', 'archived', 'not_open_yet', 'over', 'full', 'invited_only', 'other_site', 'no_trigger', 'other_event', 'other_page',
  'attributes', 'answered', 'shown_enough', 'recontact', 'cap_all', 'cap_stage', 'cap_journey', 'percentage', 'another_first', 'shown',
])

const Explained = z
  .object({
    survey: z.object({ id: z.uuid(), name: z.string(), version: z.int().nullable() }),
    at: z.iso.datetime(), timeZone: z.string(), show: z.boolean(), reason: Reason, detail: z.string(), until: z.iso.datetime().nullable(),
    steps: z.array(
      z.object({
        rule: z.string(), name: z.string(), outcome: z.enum(['passed', 'failed', 'shown', 'not_reached']),
        detail: z.string().nullable(), until: z.iso.datetime().nullable(),
      }),
    ),
    encounters: z.array(
      z.object({ surveyId: z.uuid(), survey: z.string(), form: z.enum([...FORMS, 'answer']), at: z.iso.datetime(), answeredAt: z.iso.datetime().nullable() }),
    ),
  })
  .meta({ id: 'Why', description: 'Every rule in order. `encounters`: what the person met around that moment, later ones too.' }) satisfies z.ZodType<Wire<Why>>

const CAPS = '/api/v1/management/caps'

export const PEOPLE_OPERATIONS: readonly Operation[] = [
  { method: 'GET', path: CAPS, summary: 'Read how often one person may be asked', scope: 'read', answers: { 200: 'The caps, the usual where nobody has said otherwise.' }, data: Caps },
  { method: 'PUT', path: CAPS, summary: 'Set how often one person may be asked', scope: 'write', body: Caps, answers: { 200: 'They hold from the next question on.' }, data: Caps },
  { method: 'GET', path: '/api/v1/management/surveys/{id}/why', summary: 'Why was a survey shown, or not shown, to somebody at a moment', scope: 'read', query: WhyQuery, answers: { 200: 'Every rule with what it said.' }, data: Explained },
]
