import { rebuildTallies } from '#lib/rollups/verify'
import { type Command, textOf, WORKSPACE, WORKSPACE_HELP } from '../command'
import { chooseWorkspace, contextOf, withDatabase } from '../connect'

export const command: Command = {
  usage: '[--workspace SLUG]',
  help: `Replaces the tallies of a workspace by a recount of its answers. Only needed when verify has found a difference.
Needs the database for itself: stop the server first.

${WORKSPACE_HELP}`,
  options: WORKSPACE,
  words: [0, 0],
  run: (values) =>
    withDatabase(async (db, workspaces) => {
      const workspace = chooseWorkspace(workspaces, textOf(values, 'workspace'))
      const { journeys } = await rebuildTallies(contextOf(db, workspace))
      process.stdout.write(`Journeys rebuilt: ${journeys}.\n`)
    }),
}
