import { sql } from 'drizzle-orm'
import { parse, stringify } from 'uuid'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import type { Context } from '#lib/context'
import { seal, unseal } from './sign'

/** A personal link as it stands: whom it asks, about what, and how far it has been used. */
export type Invitation = {
  id: string
  surveyId: string
  person: string | null
  attributes: Record<string, string | number | boolean> | null
  touchpoint: string | null
  channel: string | null
  campaign: string | null
  language: string | null
  singleUse: boolean
  expiresAt: Date
  /** Of a single-use link: which submission has begun with it, and goes on wherever the link is opened again. */
  submissionId: string | null
  /** The last revision of that submission; the next one goes on from it. */
  revision: number | null
  /** When an answer was finished with it. */
  usedAt: Date | null
}

export type LinkRefusal = 'invalid' | 'expired' | 'used'

/** What a personal link carries: its id and a tag, and so nothing that tells who it is for. */
export const linkToken = (key: Uint8Array, id: string): string => seal(key, 'link', parse(id))

export const personalLink = (base: string, surveyId: string, token: string): string => `${base}/s/${surveyId}?t=${token}`

/** The id in a token; null for one that we did not make. */
function readToken(key: Uint8Array, token: string): string | null {
  const content = unseal(key, 'link', token, 16)
  return content && stringify(content)
}

const columns = sql`
  i.id, i.survey_id as "surveyId", i.person, i.attributes, i.touchpoint_key as touchpoint, i.channel, i.campaign, i.language,
  i.single_use as "singleUse", i.expires_at as "expiresAt", i.submission_id as "submissionId", s.revision, i.used_at as "usedAt"`

/**
 * What a link leads to, or why it leads nowhere. It may be of another survey than the one it is shown to: whoever asks compares.
 * A single-use link is used when an answer was finished with it; while one is only begun, the same submission may go on.
 */
export async function openLink(tx: Tx, ctx: Context, key: Uint8Array, token: string, now: Date): Promise<Invitation | LinkRefusal> {
  const id = readToken(key, token)
  if (id === null) return 'invalid'
  const [found] = await rows<Invitation>(tx, sql`
    select ${columns}
    from invitations i
    left join submissions s on s.workspace_id = i.workspace_id and s.survey_id = i.survey_id and s.submission_id = i.submission_id
    where i.workspace_id = ${ctx.workspaceId} and i.id = ${id}`)
  if (!found) return 'invalid'
  if (found.singleUse && found.usedAt) return 'used'
  return now >= found.expiresAt ? 'expired' : found
}

/** A submission that came by a link. `forget`: nobody is identified, so nothing may tie the answer to the link once it is finished. */
export type Claim = { invitation: string; submissionId: string; finished: boolean; forget: boolean }

type Held = Pick<Invitation, 'id' | 'singleUse' | 'submissionId' | 'usedAt'>

// Of an anonymous answer only the day is kept: to the second, it would lead from the link to the answer as surely as its id.
const doneAt = (now: Date, { forget }: Claim): Date => (forget ? new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`) : now)

const isFree = ({ singleUse, submissionId, usedAt }: Held, claim: Claim) =>
  !singleUse || (usedAt === null && (submissionId === null || submissionId === claim.submissionId))

/**
 * Takes links for submissions, in the transaction that stores the answers; returns the claims that came too late, for another
 * submission has the link. The same submission may claim again until it is finished.
 */
export async function claimLinks(tx: Tx, ctx: Context, claims: readonly Claim[]): Promise<Claim[]> {
  if (claims.length === 0) return []
  const ids = `{${[...new Set(claims.map(({ invitation }) => invitation))].join(',')}}`
  const held = await rows<Held>(tx, sql`
    select id, single_use as "singleUse", submission_id as "submissionId", used_at as "usedAt"
    from invitations
    where workspace_id = ${ctx.workspaceId} and id = any(${ids}::uuid[])
    order by id
    for update`)
  const now = new Map(held.map((row) => [row.id, row]))
  const late = claims.filter((claim) => {
    const link = now.get(claim.invitation)
    if (!link || !isFree(link, claim)) return true
    const usedAt = link.usedAt ?? (claim.finished ? doneAt(ctx.now(), claim) : null)
    const submissionId = !link.singleUse || (claim.forget && usedAt) ? null : claim.submissionId
    now.set(link.id, { ...link, submissionId, usedAt })
    return false
  })
  const changed = held.flatMap((before) => {
    const after = now.get(before.id) ?? before
    return after === before ? [] : [{ id: after.id, submission: after.submissionId, used: after.usedAt }]
  })
  if (changed.length === 0) return late
  await tx.execute(sql`
    update invitations i
    set submission_id = c.submission, used_at = c.used
    from json_to_recordset(${JSON.stringify(changed)}::json) as c (id uuid, submission uuid, used timestamptz)
    where i.workspace_id = ${ctx.workspaceId} and i.id = c.id`)
  return late
}

/** One claim; false where another submission has the link. */
export const claimLink = async (tx: Tx, ctx: Context, claim: Claim): Promise<boolean> => (await claimLinks(tx, ctx, [claim])).length === 0
