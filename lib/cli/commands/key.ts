import { createKey } from '#lib/auth/keys'
import { type Command, Stop, textOf, WORKSPACE, WORKSPACE_HELP } from '../command'
import { chooseWorkspace, contextOf, findServer, withDatabase } from '../connect'

const SCOPES = ['read', 'write'] as const

export const command: Command = {
  usage: '--name NAME [--scope read] [--scope write] [--workspace SLUG]',
  help: `Makes an API key and prints it, once. With a server running, make keys under Settings, API keys.

  --name NAME        what the key is for
  --scope SCOPE      read or write; both when none is named
${WORKSPACE_HELP}`,
  options: { name: { type: 'string' }, scope: { type: 'string', multiple: true }, ...WORKSPACE },
  words: [0, 0],
  async run(values) {
    const asked = Array.isArray(values.scope) ? values.scope : SCOPES
    const scopes = SCOPES.filter((scope) => asked.includes(scope))
    if (asked.some((scope) => !SCOPES.some((known) => known === scope))) throw new Stop('--scope is read or write.', 2)
    const name = textOf(values, 'name')
    if (!name) throw new Stop('Say with --name what the key is for.', 2)
    const server = await findServer()
    if (server) throw new Stop(`The server at ${server.url} has the database. Make the key there: Settings, API keys.`)
    await withDatabase(async (db, workspaces) => {
      const workspace = chooseWorkspace(workspaces, textOf(values, 'workspace'))
      const { key } = await createKey(contextOf(db, workspace), { name, scopes })
      process.stdout.write(`${key}\n`)
    })
  },
}
