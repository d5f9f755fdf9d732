import { Agent, get } from 'node:http'

// So many open pages of one map, in a process of their own: each hears the feed and, when it is told to, reads the page's numbers
// anew as the page itself does.

type Order = { port: number; slug: string; journey: string; cookie: string; maps: number }

const REST_MS = 700

process.once('message', async ({ port, slug, journey, cookie, maps }: Order) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 6 })
  const counts = { events: 0, reloads: 0, failed: 0 }
  // What the page's own request would be called: Next says so once, in a redirect.
  let path = `/w/${slug}/journeys/${journey}`
  const reload = (): Promise<void> =>
    new Promise((resolve) => {
      get({ port, agent, path, headers: { cookie, rsc: '1' } }, (res) => {
        const { statusCode, headers } = res
        if (statusCode === 200) counts.reloads++
        else if (statusCode === 307 && headers.location && headers.location !== path) path = headers.location
        else counts.failed++
        res.resume().on('end', () => resolve(statusCode === 307 ? reload() : undefined))
      }).on('error', () => resolve(void counts.failed++))
    })
  const open = () =>
    new Promise<void>((resolve) => {
      let pending = false
      get({ port, agent: false, path: `/w/${slug}/live?journey=${journey}`, headers: { cookie, accept: 'text/event-stream' } }, (res) => {
        if (res.statusCode !== 200) counts.failed++
        resolve()
        res.on('data', (chunk: Buffer) => {
          const data = /^data: (.*)$/m.exec(chunk.toString())?.[1]
          if (!data) return
          counts.events++
          if (pending) return
          pending = true
          const { within = 0 } = JSON.parse(data) as { within?: number }
          setTimeout(() => void reload().finally(() => (pending = false)), REST_MS + Math.random() * within)
        })
      }).on('error', () => resolve(void counts.failed++))
    })
  for (let at = 0; at < maps; at += 20) await Promise.all(Array.from({ length: Math.min(20, maps - at) }, open))
  process.on('message', () => process.send?.(counts))
  process.send?.(counts)
})
