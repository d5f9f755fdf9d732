import path from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { toProblem } from '#lib/http/problem'
import { ImportWithProblems } from '#lib/imports/contract'
import { Flags, flagsToQuery } from '#lib/imports/flags'
import type { ImportFile } from '#lib/imports/file/record'
import { checkFile, planImport } from '#lib/imports/plan'
import { runImport } from '#lib/imports/run'
import type { Summary } from '#lib/imports/summary'
import { diskFile } from '#lib/imports/upload'
import { bar } from '../bar'
import { callServer } from '../call'
import { type Command, say, Stop, textOf, type Values, WORKSPACE, WORKSPACE_HELP } from '../command'
import { chooseWorkspace, contextOf, findServer, type Server, withDatabase } from '../connect'

const IMPORTS = '/api/v1/management/imports'
const ASK_MS = 300

const column = { type: 'string' } as const

export const command: Command = {
  usage: 'FILE --journey KEY [--create] [--stages A,B,C] [--stage COL] [--touchpoint COL] [--at COL] [--nps COL] …',
  help: `Imports answers from CSV or JSON lines. The same file twice changes nothing. Goes through the running server
(WAYFELT_URL and WAYFELT_API_KEY, else DATA_DIR/demo.json), or opens the database itself when none runs.

  --journey KEY       the journey, by its key or name
  --create            make the journey, stages and touchpoints that are not there yet
  --stages A,B,C      the order in which --create appends stages; else that of first sight
  --stage COL         column with the stage, by key or name
  --touchpoint COL    column with the touchpoint, by key or name
  --at COL            column with the time of the answer
  --at-default DATE   the time of rows that have none
  --at-format FMT     how times are written, e.g. 'dd/MM/yyyy HH:mm' (default: ISO 8601); without an offset in the
                      journey's time zone
  --nps COL  --csat COL  --ces COL  --sentiment COL   columns with scores (0..10, 1..5, 1..7, -1..1)
  --comment COL       column with words
  --channel COL  --person COL  --attribute COL (may be repeated)
  --answer 'COL=csat@stage/touchpoint'   a column with scores of one touchpoint (may be repeated): nps, csat, ces or
                      sentiment, then the place by key or name; --create makes it. One row rates them all at once
  --ignore-value V    "not rated" in every column with scores, e.g. 0 (may be repeated)
  --outcome COL       column with what the journey is for, kept as an attribute; drivers are measured against it
  --outcome-positive V   the value of that column that counts as reached; an empty cell is no outcome
  --id COL            column that names a row for ever; else its whole content does
${WORKSPACE_HELP}`,
  options: {
    journey: column,
    create: { type: 'boolean' },
    stages: column,
    stage: column,
    touchpoint: column,
    at: column,
    'at-default': column,
    'at-format': column,
    nps: column,
    csat: column,
    ces: column,
    sentiment: column,
    comment: column,
    channel: column,
    person: column,
    attribute: { type: 'string', multiple: true },
    answer: { type: 'string', multiple: true },
    'ignore-value': { type: 'string', multiple: true },
    outcome: column,
    'outcome-positive': column,
    id: column,
    ...WORKSPACE,
  },
  words: [1, 1],
  async run(values, [at = '']) {
    const { file, flags } = await checked(at, values)
    const server = await findServer()
    const slug = textOf(values, 'workspace')
    if (server && slug !== undefined) throw new Stop(`The API key decides the workspace at ${server.url}; leave --workspace out.`, 2)
    tell(server ? await throughServer(server, file, flags) : await throughDatabase(file, flags, slug))
  },
}

/** All that can be said without asking anybody: exit code 2 and nothing is stored. */
async function checked(at: string, values: Values): Promise<{ file: ImportFile; flags: Flags }> {
  const { workspace: _, help: __, ...given } = values
  return beforeTheFirstRow(async () => {
    const flags = Flags.parse(given)
    const file = await diskFile(at, path.basename(at)).catch(() => {
      throw new Stop(`The file ${at} cannot be read.`, 2)
    })
    await checkFile(file, flags, new Date())
    return { file, flags }
  })
}

async function beforeTheFirstRow<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Stop) throw error
    const problem = toProblem(error)
    if (problem.code === 'internal') throw error
    const sentences = problem.errors.map((one) => (one.pointer ? `--${one.pointer.split('/')[1]}: ${one.message}` : one.message))
    throw new Stop(sentences.join('\n') || problem.message, 2)
  }
}

async function throughServer(server: Server, file: ImportFile, flags: Flags): Promise<Summary> {
  const sending = bar('Sending')
  let read = 0
  async function* chunks() {
    for await (const chunk of file.open()) {
      read += chunk.byteLength
      sending.show(read / file.size)
      yield chunk
    }
  }
  const headers = {
    'content-type': /\.csv$/i.test(file.name) ? 'text/csv' : 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  }
  const body = Readable.toWeb(Readable.from(chunks())) as ReadableStream<Uint8Array>
  const sent = await callServer(server, `${IMPORTS}?${flagsToQuery(flags)}`, { method: 'POST', body, headers, duplex: 'half' })
  sending.done()
  return stored(server, z.object({ id: z.string() }).parse(sent).id)
}

/** Waits until every row can be read on the map. */
async function stored(server: Server, id: string): Promise<Summary> {
  const progress = bar('Importing')
  for (;;) {
    const told = ImportWithProblems.parse(await callServer(server, `${IMPORTS}/${id}`))
    if (told.state === 'done') {
      progress.done()
      return told
    }
    if (told.state === 'failed') throw new Stop(told.error?.message ?? 'The import failed.')
    progress.show(told.progress, `${told.rows.toLocaleString('en')} rows`)
    await wait(ASK_MS)
  }
}

async function throughDatabase(file: ImportFile, flags: Flags, slug: string | undefined): Promise<Summary> {
  const progress = bar('Importing')
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort(new Stop('Stopped. Import the same file again to go on: what is stored is known.')))
  return withDatabase(async (db, workspaces) => {
    const ctx = contextOf(db, chooseWorkspace(workspaces, slug))
    const plan = await beforeTheFirstRow(() => planImport(ctx, file, flags))
    const summary = await runImport(ctx, file, plan, {
      signal: stop.signal,
      onProgress: ({ summary: soFar, read, size }) => progress.show(read / size, `${soFar.rows.toLocaleString('en')} rows`),
    })
    progress.done()
    return summary
  })
}

function tell(summary: Summary): void {
  for (const { line, kind, reason } of summary.problems) say(`line ${line}: ${kind}: ${reason}`)
  const unlisted = summary.rejected + summary.changed + summary.empty - summary.problems.length
  if (unlisted > 0) say(`… and ${unlisted.toLocaleString('en')} more`)
  const kinds = ['accepted', 'known', 'changed', 'empty', 'rejected'] as const
  const counts = kinds.map((kind) => `${summary[kind].toLocaleString('en')} ${kind}`)
  process.stdout.write(`${summary.rows.toLocaleString('en')} rows: ${counts.join(', ')}\n`)
}
