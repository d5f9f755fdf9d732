import { cpus } from 'node:os'
import { migrate } from '#db/migrate'
import { openDb } from '#db/open'
import { startPostgres } from '../harness/postgres'
import { benchCollect } from './collect'
import { benchLive } from './live'
import { benchMap } from './map'
import { benchPaint } from './paint'

// npm run bench [-- collect|live|map|map-10m|paint]: five windows each in turn after a warm-up, medians. Ratios decide; times are this machine's.
const only = process.argv[2]
const cluster = await startPostgres({ durable: true })
try {
  const database = await openDb({ url: cluster.url })
  await migrate(database).finally(() => database.close())
  const say = (lines: readonly string[]) => process.stdout.write(`${lines.join('\n')}\n`)
  say([`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}`])
  if (only === undefined || only === 'collect') say(await benchCollect(cluster.url))
  if (only === undefined || only === 'live') say(await benchLive(cluster.url))
  if (only === undefined || only === 'map') say(await benchMap(cluster.url, [100_000, 1_000_000]))
  if (only === undefined || only === 'paint') say(await benchPaint(cluster.url))
  if (only === 'map-10m') say(await benchMap(cluster.url, [100_000, 10_000_000]))
} finally {
  await cluster.stop()
}
