import { gzipSync } from 'node:zlib'
import { chromium, type Page } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { encode } from 'next-auth/jwt'
import { openDb } from '#db/open'
import { asSystem } from '#db/scope'
import { type Context, inWorkspace } from '#lib/context'
import { newId } from '#lib/ids'
import { insertJourney } from '#lib/journeys/create'
import { rebuildTallies } from '#lib/rollups/verify'
import { createSurvey } from '#lib/surveys/write'
import { makeWorkspace } from '../factory/world'
import { median, percentile, startProcess, stopProcess } from './measure'

const ANSWERS = 1_000_000
const VISITS = 15
const PORT = 54395
const SECRET = 'bench-9f2c71d4e8a35b60-c1d2e3f4a5b6'
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** Eight stages with five touchpoints each, and a million responses of the last two years over all of them. */
async function fill(ctx: Context): Promise<string> {
  const stages = Array.from({ length: 8 }, (_, s) => ({
    name: `Stage ${s + 1}`,
    touchpoints: Array.from({ length: 5 }, (_, t) => ({ name: `Touchpoint ${s + 1}.${t + 1}`, channel: ['web', 'app', 'email'][t % 3] ?? null })),
  }))
  const { id: journeyId, key } = await inWorkspace(ctx, (tx) => insertJourney(tx, ctx, { name: 'Wide', timeZone: 'UTC', stages }))
  const { id: surveyId } = await createSurvey(ctx, { journey: key, touchpoint: 'touchpoint-1-1', name: 'Survey' })
  await inWorkspace(ctx, (tx) => tx.execute(sql`
    with place as (
      select array_agg(key order by key) as keys
      from touchpoints
      where workspace_id = ${ctx.workspaceId} and journey_id = ${journeyId} and not overall
    ), r as (
      insert into responses (workspace_id, id, journey_id, structure, survey_id, survey_version, submission_id, place_revision,
        touchpoint_key, source, channel, finished, scoring, day, occurred_at, received_at)
      select ${ctx.workspaceId}::uuid, gen_random_uuid(), ${journeyId}::uuid, 1, ${surveyId}::uuid, 1, gen_random_uuid(), 0,
        place.keys[1 + i % 40], 'survey', (array['web', 'app', 'email'])[1 + i % 3], true, 1,
        current_date - (i % 730)::int, now() - (i % 730) * interval '1 day', now()
      from place, generate_series(1, ${ANSWERS}::int) i
      returning workspace_id, id, journey_id, touchpoint_key
    )
    insert into answers (workspace_id, response_id, question_id, journey_id, touchpoint_key, instrument, score)
    select workspace_id, id, 'recommend', journey_id, touchpoint_key, 'nps', floor(random() * 11)::int from r
    union all
    select workspace_id, id, 'happy', journey_id, touchpoint_key, 'csat', 1 + floor(random() * 5)::int from r`))
  await ctx.db.execute(sql`analyze responses, answers, structures`)
  await rebuildTallies(ctx)
  return key
}

type Seen = { paint: number; largest: number; shift: number; script: number }

/** What the browser itself measured of one visit with an empty cache. */
async function visit(page: Page, url: string): Promise<Seen> {
  const bodies: Promise<number>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.push(response.body().then((body) => gzipSync(body).length, () => 0))
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  const seen = await page.evaluate(
    () =>
      new Promise<Omit<Seen, 'script'>>((resolve) => {
        const found = { paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN, largest: 0, shift: 0 }
        new PerformanceObserver((list) => list.getEntries().forEach((e) => (found.largest = e.startTime))).observe({ type: 'largest-contentful-paint', buffered: true })
        new PerformanceObserver((list) => list.getEntries().forEach((e) => (found.shift += (e as PerformanceEntry & { value: number }).value))).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => resolve(found), 300)
      }),
  )
  return { ...seen, script: (await Promise.all(bodies)).reduce((sum, n) => sum + n, 0) }
}

/** How long the page takes from a click until the next picture, as the browser counts it. */
async function clickTimes(page: Page, url: string): Promise<number[]> {
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.evaluate(() => {
    Object.assign(window, { waits: [] })
    new PerformanceObserver((list) => list.getEntries().forEach((e) => (window as unknown as { waits: number[] }).waits.push(e.duration))).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
  })
  const titles = page.locator('h3 button[aria-expanded]').locator('visible=true')
  for (let at = 0; at < (await titles.count()); at++) {
    await titles.nth(at).click()
    await titles.nth(at).click()
  }
  await page.locator('a[data-stage]').locator('visible=true').first().focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.waitForTimeout(500)
  return page.evaluate(() => (window as unknown as { waits: number[] }).waits)
}

/** The map page at a million answers in a real browser: first paint, shift of the layout, script, and what a click costs. */
export async function benchPaint(url: string): Promise<string[]> {
  const database = await openDb({ url })
  const ctx = { ...(await makeWorkspace(database)), now: () => new Date() }
  const userId = newId()
  await asSystem(database.db, async (tx) => {
    const at = new Date().toISOString()
    await tx.execute(sql`insert into users (id, email, name, created_at) values (${userId}, ${`${userId}@example.test`}, 'Mara', ${at})`)
    await tx.execute(sql`insert into members (workspace_id, user_id, role, created_at) values (${ctx.workspaceId}, ${userId}, 'owner', ${at})`)
  })
  const key = await fill(ctx)
  await database.db.execute(sql`vacuum analyze`)
  await database.close()
  const server = await startProcess('serve-ours.ts', ['collect'], {
    NODE_ENV: 'production', DATABASE_URL: url, PORT: String(PORT), HOST: '127.0.0.1', WAYFELT_DEMO: 'off', AUTH_SECRET: SECRET, DATA_DIR: '/tmp/wayfelt-bench',
  })
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: QUIET })
  try {
    const origin = `http://127.0.0.1:${PORT}`
    const address = `${origin}/w/w-${ctx.workspaceId}/journeys/${key}`
    const token = await encode({ token: { sub: userId, v: 1 }, secret: SECRET })
    const open = async () => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, reducedMotion: 'reduce' })
      await context.addCookies([{ name: 'next-auth.session-token', value: token, url: origin }])
      return context.newPage()
    }
    const seen: Seen[] = []
    for (let i = 0; i <= VISITS; i++) {
      const page = await open()
      const one = await visit(page, address)
      if (i > 0) seen.push(one)
      await page.context().close()
    }
    const clicks = await clickTimes(await open(), address)
    const of = (name: keyof Seen) => seen.map((each) => each[name])
    return [
      `map page at ${ANSWERS.toLocaleString('en')} answers, 8 stages, 40 touchpoints: first paint ${median(of('paint')).toFixed(0)} ms, slowest ${Math.max(...of('paint')).toFixed(0)} ms (budget 1,000), largest paint ${median(of('largest')).toFixed(0)} ms`,
      `layout shift ${Math.max(...of('shift')).toFixed(3)} (budget 0); script ${(median(of('script')) / 1000).toFixed(0)} kB gzip (budget 250)`,
      `clicks: ${clicks.length} slower than 16 ms, the slowest ${Math.max(0, ...clicks).toFixed(0)} ms, p95 ${(percentile(clicks, 0.95) || 0).toFixed(0)} ms (budget 100)`,
    ]
  } finally {
    await browser.close()
    await stopProcess(server)
  }
}
