import { z } from 'zod'
import type { Operation } from '#lib/http/openapi'
import type { ShareRow } from './types'
import { NewShare } from './write'

const moment = z.iso.datetime().nullable()

const Shared: z.ZodType<ShareRow> = z
  .object({
    id: z.uuid(),
    name: z.string(),
    from: z.iso.date().nullable(),
    to: z.iso.date().nullable(),
    channel: z.string().nullable(),
    variant: z.string().nullable(),
    segment: z.string().nullable(),
    comments: z.boolean(),
    embed: z.boolean(),
    hasPassword: z.boolean(),
    state: z.enum(['open', 'expired', 'revoked']),
    expiresAt: moment,
    revokedAt: moment,
    opened: z.int(),
    openedAt: moment,
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'ShareLink', description: 'A link by which people without an account see one map. Without days it shows always the last 90. Its address was told once, when it was made.' })

const Made = z.object({ id: z.uuid(), url: z.string(), expiresAt: moment })

const ALL = '/api/v1/management/journeys/{journey}/shares'

export const SHARE_OPERATIONS: readonly Operation[] = [
  { method: 'GET', path: ALL, summary: 'List the share links of a journey, the newest first', scope: 'read', answers: { 200: 'All of them, revoked ones too.' }, data: z.array(Shared) },
  { method: 'POST', path: ALL, summary: 'Make a share link; its address is told this once', scope: 'write', body: NewShare.omit({ journey: true }), answers: { 201: 'Made.' }, data: Made, errors: ['conflict'] },
  { method: 'DELETE', path: `${ALL}/{id}`, summary: 'Revoke a share link for ever', scope: 'write', answers: { 200: 'Revoked.' }, data: z.object({ id: z.uuid() }) },
]
