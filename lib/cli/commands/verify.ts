import { z } from 'zod'
import { verifyTallies } from '#lib/rollups/verify'
import { callServer } from '../call'
import { type Command, say, Stop, textOf, WORKSPACE } from '../command'
import { chooseWorkspace, contextOf, findServer, withDatabase } from '../connect'

const Differences = z.array(
  z.object({ journey: z.string(), table: z.string(), cell: z.string(), stored: z.string().nullable(), recounted: z.string().nullable() }),
)
const Verified = z.object({ journeys: z.number(), differences: Differences })

type Verified = z.infer<typeof Verified>

async function verified(slug: string | undefined): Promise<Verified[]> {
  const server = await findServer()
  if (server) return [Verified.parse(await callServer(server, '/api/v1/management/verify'))]
  return withDatabase(async (db, workspaces) => {
    const chosen = slug === undefined ? workspaces : [chooseWorkspace(workspaces, slug)]
    const found: Verified[] = []
    for (const workspace of chosen) found.push(await verifyTallies(contextOf(db, workspace)))
    return found
  })
}

export const command: Command = {
  usage: '[--workspace SLUG]',
  help: `Recounts every answer and compares with the stored tallies: no difference is the only good result.
Asks the running server about the workspace of its key; when none runs, looks at every workspace.

  --workspace SLUG   only this one, when no server runs`,
  options: WORKSPACE,
  words: [0, 0],
  async run(values) {
    const all = await verified(textOf(values, 'workspace'))
    const differences = all.flatMap((one) => one.differences)
    for (const { journey, table, cell, stored, recounted } of differences) {
      say(`${journey}: ${table} ${cell}: stored ${stored ?? 'nothing'}, recounted ${recounted ?? 'nothing'}`)
    }
    const journeys = all.reduce((sum, one) => sum + one.journeys, 0)
    if (differences.length > 0) throw new Stop(`${differences.length} cells differ. wayfelt rebuild replaces them by the recount.`)
    process.stdout.write(`Journeys recounted: ${journeys}. No cell differs.\n`)
  },
}
