import { z } from 'zod'
import type { Operation } from '#lib/http/openapi'
import type { Sent } from '#lib/journeys/contract'
import { BatchOf, type InvitationRow, ListInvitations } from './invitation-list'
import { InviteMany, type Outcome } from './invitations'

const Invitation = z
  .object({
    id: z.uuid(), batch: z.uuid(), person: z.string().nullable(),
    attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullable(),
    touchpoint: z.string().nullable(), channel: z.string().nullable(), campaign: z.string().nullable(), language: z.string().nullable(),
    singleUse: z.boolean(), state: z.enum(['open', 'begun', 'answered', 'expired']), link: z.string().nullable(),
    expiresAt: z.iso.datetime(), createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Invitation', description: 'A personal link. A key without the scope `write` reads no `link`: whoever holds it can answer as the person.' }) satisfies z.ZodType<Sent<InvitationRow>>

const Made = z.object({ id: z.uuid(), link: z.string(), expiresAt: z.iso.datetime() })
const Skipped = z.object({ skipped: z.enum(['asked_recently', 'repeated', 'unreadable']), reason: z.string(), until: z.iso.datetime().nullable() })

const Outcomes = z.array(z.union([Made, Skipped])) satisfies z.ZodType<Sent<Outcome[]>>

const Batch = z
  .object({ batch: z.uuid(), made: z.int(), skipped: z.int(), results: Outcomes })
  .meta({ id: 'InvitationBatch', description: '`results` has one entry for each person, in the order in which they were given; of a file each also names its `line`.' })

const ALL = '/api/v1/management/surveys/{id}/invitations'

export const INVITATION_OPERATIONS: readonly Operation[] = [
  { method: 'GET', path: ALL, summary: 'List the personal links of a survey, newest first', scope: 'read', query: ListInvitations.omit({ id: true }), answers: { 200: 'A page of links.' }, data: z.array(Invitation), isPaged: true },
  { method: 'POST', path: ALL, summary: 'Make a personal link for each of up to 10,000 people; whoever was asked lately is left out. A file of CSV is taken too, its terms in the query', scope: 'write', body: InviteMany.omit({ id: true }), answers: { 201: 'Made.' }, data: Batch, errors: ['survey_closed'] },
  { method: 'DELETE', path: ALL, summary: 'End the links of a batch that nobody has answered by; answers stay', scope: 'write', query: BatchOf.omit({ id: true }), answers: { 200: 'Ended.' }, data: z.object({ batch: z.uuid(), ended: z.int() }) },
]
