import { sql } from 'drizzle-orm'
import { v4 } from 'uuid'
import type { Database } from '#db/open'
import { asSystem } from '#db/scope'
import { surveys, surveyVersions } from '#db/schema/surveys'
import { journeys, stages, structures, touchpoints } from '#db/schema/journeys'
import { type Actor, type Context, inWorkspace } from '#lib/context'
import { newId } from '#lib/ids'
import { BUILT_IN } from '#lib/journeys/dimensions'
import type { Definition } from '#lib/surveys/definition'

/** A clock that stands at one moment and moves only when told to. */
export function clock(start = '2026-11-20T12:00:00Z') {
  let at = new Date(start).getTime()
  return { now: () => new Date(at), forward: (ms: number) => void (at += ms) }
}

/** A workspace of its own; tests of one file never see each other. */
export async function makeWorkspace(database: Database, actor: Actor = { kind: 'system' }, now = clock().now): Promise<Context> {
  const id = newId()
  await asSystem(database.db, (tx) =>
    tx.execute(sql`
      insert into workspaces (id, slug, name, kind, created_at)
      values (${id}, ${`w-${id}`}, 'Test', 'team', ${now().toISOString()}::timestamptz)`),
  )
  return { db: database.db, workspaceId: id, actor, now }
}

export const as = (ctx: Context, actor: Actor): Context => ({ ...ctx, actor })
export const VIEWER: Actor = { kind: 'user', userId: '00000000-0000-7000-8000-000000000001', role: 'viewer' }
export const PUBLIC_ACTOR: Actor = { kind: 'public' }

export const QUESTIONS: Definition['questions'] = [
  { id: 'recommend', instrument: 'nps', text: 'How likely are you to recommend us?', required: true },
  { id: 'happy', instrument: 'csat', text: 'How satisfied were you?', required: false },
  { id: 'easy', instrument: 'ces', text: 'It was easy.', required: false },
  { id: 'felt', instrument: 'sentiment', text: 'How did it feel?', required: false },
  { id: 'why', instrument: 'comment', text: 'Why?', required: false },
]

type Settings = Pick<Definition, 'privacy' | 'access' | 'rules' | 'protection' | 'translations'>

/** Of a survey whose answers keep the person; without it they keep nobody. */
export const IDENTIFIED: Settings = { privacy: { mode: 'identified' } }

export const definition = (questions = QUESTIONS, settings: Settings = {}): Definition => ({
  ...settings,
  title: 'After the order',
  company: 'Fernway',
  language: 'en',
  questions,
  thanks: { title: 'Thank you', text: '' },
})

/** A journey of two stages, `buy` (pay, basket) and `use` (open), each with its overall, and a live survey at `pay`. */
export async function makeJourney(ctx: Context, questions = QUESTIONS, timeZone = 'UTC', settings: Settings = {}) {
  const [journeyId, surveyId, createdAt] = [newId(), newId(), ctx.now()]
  const own = { workspaceId: ctx.workspaceId, journeyId }
  const key = `j-${v4().slice(0, 8)}`
  const places = [['buy.overall', 'buy'], ['pay', 'buy'], ['basket', 'buy'], ['use.overall', 'use'], ['open', 'use']] as const
  await inWorkspace(ctx, async (tx) => {
    await tx.insert(journeys).values({ workspaceId: ctx.workspaceId, id: journeyId, key, name: 'Journey', timeZone, structure: 1, createdAt })
    await tx.insert(stages).values(['buy', 'use'].map((stage, i) => ({ ...own, key: stage, name: stage, position: i + 1 })))
    await tx.insert(touchpoints).values(
      places.map(([touchpoint, stageKey], position) => ({
        ...own, key: touchpoint, stageKey, name: touchpoint, position, overall: touchpoint.endsWith('.overall'),
      })),
    )
    await tx.insert(structures).values({ ...own, structure: 1, stageOf: Object.fromEntries(places), dimensions: [...BUILT_IN], createdAt })
    await tx.insert(surveys).values({
      ...own, id: surveyId, touchpointKey: 'pay', name: 'Survey', kind: 'asked', state: 'live', draft: definition(questions, settings),
      publishedVersion: 1, createdAt, updatedAt: createdAt,
    })
    const version = { workspaceId: ctx.workspaceId, surveyId, version: 1, touchpointKey: 'pay', definition: definition(questions, settings), publishedAt: createdAt }
    await tx.insert(surveyVersions).values(version)
  })
  return { journeyId, surveyId, key }
}
