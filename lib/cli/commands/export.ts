import { createWriteStream } from 'node:fs'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { listResponses, ResponseRow } from '#lib/collect/results/list'
import { csvHeader, csvLines } from '#lib/exports/csv'
import { callPage } from '../call'
import { type Command, Stop, textOf, WORKSPACE, WORKSPACE_HELP } from '../command'
import { chooseWorkspace, contextOf, findServer, withDatabase } from '../connect'

const PAGE = 200

type Page = { data: ResponseRow[]; nextCursor: string | null }
type ReadPage = (cursor: string | null) => Promise<Page>

async function* lines(readPage: ReadPage, isCsv: boolean): AsyncGenerator<string> {
  if (isCsv) yield csvHeader()
  for (let cursor: string | null = null; ; ) {
    const page: Page = await readPage(cursor)
    yield page.data.map((row) => (isCsv ? csvLines(row) : `${JSON.stringify(row)}\n`)).join('')
    if (page.nextCursor === null) return
    cursor = page.nextCursor
  }
}

async function write(readPage: ReadPage, isCsv: boolean, file: string | undefined): Promise<void> {
  const out: Writable = file === undefined ? process.stdout : createWriteStream(file, { flags: 'wx' })
  try {
    await pipeline(Readable.from(lines(readPage, isCsv)), out, { end: file !== undefined })
  } catch (error) {
    // `wayfelt export … | head` has read enough.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error
  }
}

export const command: Command = {
  usage: 'JOURNEY [--format csv|jsonl] [--out FILE]',
  help: `Writes the responses of a journey, the latest first, to stdout or a new file. CSV has a line for each touchpoint that a
response speaks of, and cells that a spreadsheet would run as a formula are defused.

  --format FORMAT    jsonl (default) or csv
  --out FILE         a file that is not there yet
${WORKSPACE_HELP}`,
  options: { format: { type: 'string' }, out: { type: 'string' }, ...WORKSPACE },
  words: [1, 1],
  async run(values, [journey = '']) {
    const format = textOf(values, 'format') ?? 'jsonl'
    if (format !== 'csv' && format !== 'jsonl') throw new Stop('--format is csv or jsonl.', 2)
    const [isCsv, out, server] = [format === 'csv', textOf(values, 'out'), await findServer()]
    if (server) {
      const readPage: ReadPage = async (cursor) => {
        const query = new URLSearchParams({ journey, limit: String(PAGE), ...(cursor === null ? {} : { cursor }) })
        const { data, nextCursor } = await callPage(server, `/api/v1/management/responses?${query}`)
        return { data: z.array(ResponseRow).parse(data), nextCursor: nextCursor ?? null }
      }
      return write(readPage, isCsv, out)
    }
    await withDatabase(async (db, workspaces) => {
      const ctx = contextOf(db, chooseWorkspace(workspaces, textOf(values, 'workspace')))
      await write((cursor) => listResponses(ctx, { journey, limit: PAGE, ...(cursor === null ? {} : { cursor }) }), isCsv, out)
    })
  },
}
