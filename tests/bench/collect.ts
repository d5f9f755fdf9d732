import { openDb } from '#db/open'
import { inWorkspace } from '#lib/context'
import { loadStructure } from '#lib/journeys/structure'
import { loadPublished } from '#lib/surveys/published'
import { makeJourney, makeWorkspace } from '../factory/world'
import { loadWindow, median, startProcess, stopProcess, type Window } from './measure'

const WINDOWS = 5
const SECONDS = 6
const CONNECTIONS = 64
const PORTS = { bare: 54391, ours: 54392, route: 54393 }

/** Collect with 64 connections: ours against bare node:http with the same group commit and against the Next route. */
export async function benchCollect(url: string): Promise<string[]> {
  const database = await openDb({ url })
  const ctx = { ...(await makeWorkspace(database)), now: () => new Date() }
  const { surveyId, journeyId } = await makeJourney(ctx)
  const known = await inWorkspace(ctx, async (tx) => ({
    survey: await loadPublished(tx, ctx.workspaceId, surveyId),
    structure: await loadStructure(tx, ctx.workspaceId, journeyId),
  }))
  await database.close()

  const env = (port: number) => ({
    NODE_ENV: 'production', DATABASE_URL: url, PORT: String(port), HOST: '127.0.0.1', WAYFELT_DEMO: 'off',
    AUTH_SECRET: 'bench-9f2c71d4e8a35b60-c1d2e3f4a5b6', DATA_DIR: '/tmp/wayfelt-bench',
  })
  const servers = {
    bare: await startProcess('bare.ts', [JSON.stringify({ url, workspaceId: ctx.workspaceId, known }), String(PORTS.bare)]),
    ours: await startProcess('serve-ours.ts', ['collect'], env(PORTS.ours)),
    route: await startProcess('serve-ours.ts', ['route'], env(PORTS.route)),
  }
  const path = `/api/v1/client/${ctx.workspaceId}/responses`
  const order = (port: number) => ({ port, path, surveyId, connections: CONNECTIONS, seconds: SECONDS })
  const windows: Record<keyof typeof PORTS, Window[]> = { bare: [], ours: [], route: [] }
  try {
    for (const name of ['bare', 'ours', 'route'] as const) await loadWindow({ ...order(PORTS[name]), seconds: 3 })
    for (let i = 0; i < WINDOWS; i++) {
      for (const name of ['bare', 'ours', 'route'] as const) windows[name].push(await loadWindow(order(PORTS[name])))
    }
    const rate = (name: keyof typeof PORTS) => median(windows[name].map((w) => w.rate))
    const ratio = (a: keyof typeof PORTS, b: keyof typeof PORTS) => median(windows[a].map((w, i) => w.rate / (windows[b][i]?.rate ?? Number.NaN)))
    const half: Window[] = []
    for (let i = 0; i < WINDOWS; i++) half.push(await loadWindow({ ...order(PORTS.ours), perSecond: rate('ours') / 2 }))
    return [
      `collect, ${CONNECTIONS} connections, durable, with tallies: bare ${rate('bare').toFixed(0)}/s, ours ${rate('ours').toFixed(0)}/s, Next route ${rate('route').toFixed(0)}/s`,
      `collect, ours / bare node:http: ${ratio('ours', 'bare').toFixed(2)} (budget >= 0.85)`,
      `collect, ours / Next route: ${ratio('ours', 'route').toFixed(1)} (budget >= 7)`,
      `collect at half of its maximum: p99 ${median(half.map((w) => w.p99)).toFixed(1)} ms (budget <= 25 ms)`,
    ]
  } finally {
    await Promise.all(Object.values(servers).map(stopProcess))
  }
}
