import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { encode } from 'next-auth/jwt'
import { openDb } from '#db/open'
import { asSystem } from '#db/scope'
import { newId } from '#lib/ids'
import { makeJourney, makeWorkspace } from '../factory/world'
import { loadWindow, median, startProcess, stopProcess, type Window } from './measure'

const WINDOWS = 5
const SECONDS = 6
const MAPS = 1_000
const PORT = 54394
const SECRET = 'bench-9f2c71d4e8a35b60-c1d2e3f4a5b6'

/** Collect at its full rate while nobody looks, and while a thousand maps are open: in turn, each pair of windows with new pages. */
export async function benchLive(url: string): Promise<string[]> {
  const database = await openDb({ url })
  const ctx = { ...(await makeWorkspace(database)), now: () => new Date() }
  const { surveyId, key } = await makeJourney(ctx)
  const userId = newId()
  await asSystem(database.db, async (tx) => {
    const at = new Date().toISOString()
    await tx.execute(sql`insert into users (id, email, name, created_at) values (${userId}, ${`${userId}@example.test`}, 'Mara', ${at})`)
    await tx.execute(sql`insert into members (workspace_id, user_id, role, created_at) values (${ctx.workspaceId}, ${userId}, 'owner', ${at})`)
  })
  await database.close()
  const token = await encode({ token: { sub: userId, v: 1 }, secret: SECRET })

  const server = await startProcess('serve-ours.ts', ['collect'], {
    NODE_ENV: 'production', DATABASE_URL: url, PORT: String(PORT), HOST: '127.0.0.1', WAYFELT_DEMO: 'off', AUTH_SECRET: SECRET, DATA_DIR: '/tmp/wayfelt-bench',
  })
  const order = { port: PORT, path: `/api/v1/client/${ctx.workspaceId}/responses`, surveyId, connections: 64, seconds: SECONDS }
  const page = { port: PORT, slug: `w-${ctx.workspaceId}`, journey: key, cookie: `next-auth.session-token=${token}`, maps: MAPS }
  const windows: Record<'alone' | 'watched', Window[]> = { alone: [], watched: [] }
  const seen = { events: 0, reloads: 0, failed: 0 }
  try {
    await loadWindow({ ...order, seconds: 3 })
    for (let i = 0; i < WINDOWS; i++) {
      windows.alone.push(await loadWindow(order))
      const maps = fork(fileURLToPath(new URL('open-maps.ts', import.meta.url)), [], { execArgv: ['--import', 'tsx'] })
      const said = () => new Promise<typeof seen>((resolve) => maps.once('message', (counts: typeof seen) => resolve(counts)))
      maps.send(page)
      await said()
      windows.watched.push(await loadWindow(order))
      maps.send('enough')
      const counts = await said()
      for (const name of ['events', 'reloads', 'failed'] as const) seen[name] += counts[name]
      maps.kill()
    }
    const rate = (name: 'alone' | 'watched') => median(windows[name].map((w) => w.rate))
    const ratio = median(windows.watched.map((w, i) => w.rate / (windows.alone[i]?.rate ?? Number.NaN)))
    return [
      `collect while nobody looks ${rate('alone').toFixed(0)}/s, with ${MAPS.toLocaleString('en')} maps open ${rate('watched').toFixed(0)}/s: ${ratio.toFixed(2)} (budget >= 0.90)`,
      `the maps heard ${seen.events} times and read their numbers ${seen.reloads} times in ${WINDOWS * SECONDS} s; ${seen.failed} failed`,
    ]
  } finally {
    await stopProcess(server)
  }
}
