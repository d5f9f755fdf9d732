import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { appUrl } from '#lib/env'
import { fault, invalid, notFound, Problem } from '#lib/errors'
import { newId } from '#lib/ids'
import { Channel, TouchpointKey } from '#lib/journeys/input'
import { loadStructure } from '#lib/journeys/structure'
import { allow } from '#lib/permission'
import { inEnglish, type Sentence, sentence } from '#lib/sentence'
import { Definition } from '#lib/surveys/definition'
import { settingsOf } from '#lib/surveys/settings'
import { Language } from '#lib/surveys/text'
import { DAY_MS } from '#lib/time'
import { AttributeBag } from './asking/attributes'
import { leftInPeace, type Peace, writeAsks } from './invite-caps'
import { linkToken, personalLink } from './links'

export const MOST_PEOPLE = 10_000
const USUAL_DAYS = 30
const MOST_DAYS = 731

export const Invited = z.strictObject({
  /** Your own id of the person: it ties the answer to them where the survey is not anonymous, and says when they were asked last. */
  person: z.string().trim().min(1).max(255).optional(),
  attributes: AttributeBag.optional(),
  touchpoint: TouchpointKey.optional(),
  channel: Channel.optional(),
  campaign: z.string().trim().min(1).max(120).optional(),
  language: Language.optional(),
})

export type Invited = z.infer<typeof Invited>

const Terms = z.strictObject({
  singleUse: z.boolean().default(true),
  days: z.int().min(1).max(MOST_DAYS).optional(),
  expiresAt: z.iso.datetime({ offset: true }).optional(),
  respectCaps: z.boolean().default(true),
})

export const InviteMany = Terms.extend({ id: z.uuid(), people: z.array(Invited).min(1).max(MOST_PEOPLE) })

/** A row of a file, or why it is none. */
export type Row = Invited | { fault: Sentence }

type Made = { id: string; link: string; expiresAt: string }
type Skipped<Reason> = { skipped: 'asked_recently' | 'repeated' | 'unreadable'; reason: Reason; until: string | null }

export type Outcome = Made | Skipped<string>

export type Batch = { batch: string; made: number; skipped: number; results: Outcome[] }

type Found = { journeyId: string; touchpoint: string | null; state: 'draft' | 'live' | 'closed'; draft: unknown; signingKey: Uint8Array }

/** The survey, locked: nobody closes it or changes its draft while people are invited to it. */
async function surveyOf(tx: Tx, ctx: Context, id: string) {
  const [found] = await rows<Found>(tx, sql`
    select s.journey_id as "journeyId", s.touchpoint_key as touchpoint, s.state, s.draft, w.signing_key as "signingKey"
    from surveys s
    join workspaces w on w.id = s.workspace_id
    where s.workspace_id = ${ctx.workspaceId} and s.id = ${id} and s.kind = 'asked' and s.archived_at is null
    for update of s`)
  if (!found) throw notFound('survey')
  if (found.state === 'closed') throw new Problem('survey_closed', 'This survey takes no more answers. Reopen it before you invite people.')
  const structure = await loadStructure(tx, ctx.workspaceId, found.journeyId)
  if (!structure) throw notFound('journey')
  return { ...found, id, settings: settingsOf(Definition.parse(found.draft)), structure }
}

function expiryOf(now: Date, { days, expiresAt }: z.infer<typeof Terms>): Date {
  if (days !== undefined && expiresAt !== undefined) throw invalid(fault('/expiresAt', 'repeated', 'Say days or expiresAt, not both.'))
  const until = expiresAt === undefined ? new Date(now.getTime() + (days ?? USUAL_DAYS) * DAY_MS) : new Date(expiresAt)
  const ahead = until.getTime() - now.getTime()
  if (ahead <= 0) throw invalid(fault('/expiresAt', 'invalid_date', 'These links would have expired already.'))
  if (ahead > MOST_DAYS * DAY_MS) throw invalid(fault('/expiresAt', 'invalid_date', 'A link lives at most two years.'))
  return until
}

const skipped = (kind: 'asked_recently' | 'repeated', reason: Sentence, until: Date | null): Skipped<Sentence> => ({ skipped: kind, reason, until: until?.toISOString() ?? null })
const unreadable = (reason: Sentence): Skipped<Sentence> => ({ skipped: 'unreadable', reason, until: null })

/** What becomes of each row, in order: null for those that get a link. */
function judged(people: readonly Row[], knows: (key: string) => boolean, inPeace: (one: Invited) => Peace | null): (Skipped<Sentence> | null)[] {
  const seen = new Set<string>()
  return people.map((one) => {
    if ('fault' in one) return unreadable(one.fault)
    const { person, touchpoint } = one
    if (touchpoint !== undefined && !knows(touchpoint)) return unreadable(sentence('The journey has no touchpoint with the key "{key}".', { key: touchpoint }))
    if (person === undefined) return null
    if (seen.has(person)) return skipped('repeated', sentence('Stands in this list before.'), null)
    seen.add(person)
    const peace = inPeace(one)
    return peace && skipped('asked_recently', peace.reason, peace.until)
  })
}

async function insertInvitations(tx: Tx, ctx: Context, fields: { survey: string; batch: string; singleUse: boolean; until: Date }, people: readonly (Invited & { id: string })[]) {
  const { survey, batch, singleUse, until } = fields
  await tx.execute(sql`
    insert into invitations (
      workspace_id, id, survey_id, batch_id, person, attributes, touchpoint_key, channel, campaign, language, single_use, expires_at, created_at)
    select ${ctx.workspaceId}::uuid, id, ${survey}::uuid, ${batch}::uuid, person, attributes, touchpoint, channel, campaign, language,
      ${singleUse}::boolean, ${until.toISOString()}::timestamptz, ${ctx.now().toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(people)}::json) as p (
      id uuid, person text, attributes jsonb, touchpoint text, channel text, campaign text, language text)`)
}

/** Ids that sort as the rows do: a batch is read back in the order in which it was given. */
const idsFor = (now: Date, count: number): string[] => Array.from({ length: count }, () => newId(now)).sort()

export type Terms = z.input<typeof Terms>

/** What a list of people says that cannot be, each with its place. */
function refuseUnreadable(outcomes: readonly (Skipped<Sentence> | null)[]): void {
  const [first, ...more] = outcomes.flatMap((one, i) =>
    one?.skipped === 'unreadable' ? [fault(`/people/${i}/touchpoint`, 'unknown_touchpoint', one.reason)] : [],
  )
  if (first) throw invalid(first, ...more.slice(0, 19))
}

/** Makes a link for each row that can have one. What is wrong with a row of a file is said in its place; in a list it refuses all. */
export async function inviteRows(ctx: Context, id: string, given: Terms, people: readonly Row[], from: 'file' | 'list', voice = inEnglish): Promise<Batch> {
  allow(ctx, 'survey.write')
  const terms = Terms.parse(given)
  const [now, batch] = [ctx.now(), newId(ctx.now())]
  const until = expiryOf(now, terms)
  return inWorkspace(ctx, async (tx) => {
    // Caps hold across surveys: of two batches at the same moment, whatever they ask about, the second sees whom the first has asked.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`invitations/${ctx.workspaceId}`}))`)
    const survey = await surveyOf(tx, ctx, id)
    const knows = (key: string) => Object.hasOwn(survey.structure.stageOf, key)
    const named = people.filter((one): one is Invited => 'person' in one)
    const outcomes = judged(people, knows, terms.respectCaps ? await leftInPeace(tx, ctx, survey, named) : () => null)
    if (from === 'list') refuseUnreadable(outcomes)
    const ids = idsFor(ctx.now(), outcomes.filter((one) => one === null).length)
    const made: (Invited & { id: string })[] = []
    const results = outcomes.map((outcome, i): Outcome => {
      const [row, next] = [people[i], ids[made.length]]
      if (outcome || !row || 'fault' in row || next === undefined) {
        const { reason, ...left } = outcome ?? unreadable(sentence('This row is empty.'))
        return { ...left, reason: voice(reason) }
      }
      made.push({ ...row, id: next })
      return { id: next, link: personalLink(appUrl(), id, linkToken(survey.signingKey, next)), expiresAt: until.toISOString() }
    })
    await insertInvitations(tx, ctx, { survey: id, batch, singleUse: terms.singleUse, until }, made)
    await writeAsks(tx, ctx, survey, made)
    return { batch, made: made.length, skipped: results.length - made.length, results }
  })
}

/** Links for these people, in their order. */
export async function inviteMany(ctx: Context, input: unknown): Promise<Batch> {
  allow(ctx, 'survey.write')
  const { id, people, ...terms } = InviteMany.parse(input)
  return inviteRows(ctx, id, terms, people, 'list')
}
