import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#db/open'
import { rows } from '#db/rows'
import { asSystem } from '#db/scope'
import { createKey } from '#lib/auth/keys'
import { hashPassword } from '#lib/auth/password'
import { signUp } from '#lib/auth/users'
import { addAnnotation } from '#lib/annotations/write'
import { collector } from '#lib/collect/take/collector'
import { declareDimension } from '#lib/collect/dimensions/declare'
import type { Context } from '#lib/context'
import { env } from '#lib/env'
import { toProblem } from '#lib/http/problem'
import { setOutcome } from '#lib/journeys/outcome'
import { runtime } from '#lib/runtime'
import { makeStudy } from '#lib/studies/run'
import { publishSurvey } from '#lib/surveys/publish'
import { listSurveys, readSurvey } from '#lib/surveys/read'
import { startJourney } from '#lib/surveys/start'
import { saveSurvey } from '#lib/surveys/write'
import { DAY_MS, localDay } from '#lib/time'
import { createWorkspace } from '#lib/workspaces/create'
import { listWorkspaces } from '#lib/workspaces/read'
import { demoAnswers } from './answers'
import { fillBoard } from './board'
import { addDemoCampaigns } from './campaigns'
import { tellExposures } from './exposures'
import { tellPersonas } from './personas'
import { planDemoReview } from './review'
import { COMPANY, EVENTS, SCENES } from './story'

const EMAIL = 'demo@wayfelt.invalid'
const IN_FLIGHT = 1024

const DemoFile = z.object({
  url: z.string(),
  email: z.string(),
  password: z.string(),
  apiKey: z.string(),
  workspaceId: z.uuid(),
  surveyId: z.uuid(),
})

const fileOf = () => path.resolve(env().DATA_DIR, 'demo.json')

async function readDemo(): Promise<z.infer<typeof DemoFile> | null> {
  try {
    return DemoFile.parse(JSON.parse(await readFile(fileOf(), 'utf8')))
  } catch {
    return null
  }
}

/** Written aside and renamed, so that nobody reads half of it; readable by its owner alone. */
async function writeDemo(demo: z.infer<typeof DemoFile>): Promise<void> {
  const aside = `${fileOf()}.${process.pid}`
  await mkdir(path.dirname(aside), { recursive: true, mode: 0o700 })
  await writeFile(aside, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 })
  await rename(aside, fileOf())
}

/** The demo's person with a new password, there or made. */
async function demoPerson(db: Db, password: string): Promise<string> {
  const [known] = await asSystem(db, (tx) => rows<{ id: string }>(tx, sql`select id from users where email = ${EMAIL}`))
  if (!known) return (await signUp(db, new Date(), { email: EMAIL, name: 'Demo', password })).id
  const passwordHash = await hashPassword(password)
  await asSystem(db, (tx) => tx.execute(sql`update users set password_hash = ${passwordHash} where id = ${known.id}`))
  return known.id
}

/** The journey of a new demo, with what it is for; null where there is one already, however its people have changed it. */
async function newJourney(ctx: Context): Promise<{ id: string } | null> {
  if ((await listSurveys(ctx, {})).data.length > 0) return null
  const journey = await startJourney(ctx, { template: 'saas', name: 'Self-serve subscription', company: COMPANY })
  await setOutcome(ctx, { journey: journey.key, outcome: { kind: 'attribute', name: 'renewed', positive: 'yes' } })
  await declareDimension(ctx, { journey: journey.key, name: 'plan' })
  await tellPersonas(ctx, journey.key)
  for (const { daysAgo, ...event } of EVENTS) {
    await addAnnotation(ctx, { journey: journey.key, day: localDay(new Date(ctx.now().getTime() - daysAgo * DAY_MS), 'UTC'), ...event })
  }
  await fillBoard(ctx, journey.id)
  await planDemoReview(ctx, journey.key)
  await addDemoCampaigns(ctx, journey.key)
  return journey
}

/** Its customers come back and are told apart by their ids, which an anonymous survey (the usual one) keeps of nobody. */
async function publishNamed(ctx: Context, id: string): Promise<void> {
  const { definition } = await readSurvey(ctx, { id })
  await saveSurvey(ctx, { id, definition: { ...definition, privacy: { ...definition.privacy, mode: 'identified' } } })
  await publishSurvey(ctx, { id })
}

/** The surveys of the demo by name, published. */
async function liveSurveys(ctx: Context) {
  const found = (await listSurveys(ctx, {})).data.filter(({ name }) => SCENES.some((scene) => scene.survey === name))
  for (const { id } of found.filter(({ state }) => state === 'draft')) await publishNamed(ctx, id)
  const read = await Promise.all(found.map((survey) => readSurvey(ctx, { id: survey.id })))
  return new Map(read.map(({ id, name, definition }) => [name, { id, definition }]))
}

async function collectAnswers(ctx: Context, surveys: Awaited<ReturnType<typeof liveSurveys>>): Promise<void> {
  const waiting = new Set<Promise<unknown>>()
  const failed: unknown[] = []
  for (const answer of demoAnswers(ctx.workspaceId, surveys, ctx.now())) {
    const sent = collector(ctx.db)
      .submit(ctx, answer, { source: 'survey', occurredAt: 'any' })
      // A start was broken off, or demo.json was lost after somebody had changed the surveys: what is there stays as it is.
      .catch((error: unknown) => toProblem(error).status < 500 || failed.push(error))
      .finally(() => waiting.delete(sent))
    waiting.add(sent)
    if (waiting.size >= IN_FLIGHT) await Promise.race(waiting)
  }
  await Promise.all(waiting)
  if (failed.length > 0) throw failed[0]
}

async function makeDemo(db: Db, url: string): Promise<void> {
  const password = randomBytes(18).toString('base64url')
  const userId = await demoPerson(db, password)
  const mine = (await listWorkspaces(db, userId)).find((w) => w.kind === 'demo')
  const workspace = mine ?? (await createWorkspace(db, new Date(), { name: COMPANY, ownerId: userId, kind: 'demo' }))
  const ctx: Context = { db, workspaceId: workspace.id, actor: { kind: 'user', userId, role: 'owner' }, now: () => new Date() }
  const journey = await newJourney(ctx)
  const surveys = await liveSurveys(ctx)
  await collectAnswers(ctx, surveys)
  await tellExposures(ctx, demoAnswers(ctx.workspaceId, surveys, ctx.now()))
  if (journey) await makeStudy(ctx, journey.id)
  const { key } = await createKey(ctx, { name: 'Demo', scopes: ['read', 'write'] })
  await writeDemo({ url, email: EMAIL, password, apiKey: key, workspaceId: workspace.id, surveyId: surveys.get('After checkout')?.id ?? '' })
}

/**
 * The demo workspace of a first start: generated answers of an invented company, taken in through collect. With a Postgres of
 * one's own (production) there is none unless WAYFELT_DEMO=on asks for it.
 */
export async function prepareDemo(url: string, say: (line: string) => void): Promise<void> {
  const { WAYFELT_DEMO, DATABASE_URL } = env()
  if (WAYFELT_DEMO === 'off' || (DATABASE_URL && WAYFELT_DEMO !== 'on')) return
  const demo = await readDemo()
  const { database } = await runtime()
  const isThere = demo && (await asSystem(database.db, (tx) => rows(tx, sql`select 1 from workspaces where id = ${demo.workspaceId}`))).length > 0
  if (demo && isThere) {
    if (demo.url !== url) await writeDemo({ ...demo, url })
    return
  }
  say('Making a demo workspace with generated answers')
  await makeDemo(database.db, url)
}
