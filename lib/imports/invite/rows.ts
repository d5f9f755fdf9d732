import { fault, invalid } from '#lib/errors'
import { badText } from '#lib/http/body'
import { issueSentence } from '#lib/http/issue'
import { Invited, MOST_PEOPLE, type Row } from '#lib/people/invitations'
import { sentence } from '#lib/sentence'
import { readHead, readRecords } from '../file/head'
import type { FileRecord } from '../file/record'

/** What a column may be besides an attribute of the person. */
export const COLUMNS = ['person', 'language', 'touchpoint', 'channel', 'campaign'] as const

/** What our own list of links says beside: it can be changed and sent back as it is. */
const OURS: readonly string[] = ['link', 'expires', 'status']

export type Listed = { columns: string[]; attributes: string[]; rows: { line: number; row: Row }[] }

const isKnown = (name: string): name is (typeof COLUMNS)[number] => (COLUMNS as readonly string[]).includes(name)

/** One person of a file: known columns by their name, whatever else it says as attributes. Empty cells say nothing. */
function asRow(record: FileRecord): Row {
  if ('fault' in record) return { fault: record.fault }
  const said = [...record.values].flatMap(([name, value]) => {
    const text = String(value ?? '').trim()
    return name === '' || text === '' || OURS.includes(name) ? [] : [[isKnown(name.toLowerCase()) ? name.toLowerCase() : name, text] as const]
  })
  const attributes = Object.fromEntries(said.filter(([name]) => !isKnown(name)))
  const read = Invited.safeParse({
    ...Object.fromEntries(said.filter(([name]) => isKnown(name))),
    ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
  })
  const [issue] = read.error?.issues ?? []
  if (issue || !read.data) return { fault: sentence('{place}: {why}.', { place: issue?.path.join(' ') || sentence('The row'), why: issue ? issueSentence(issue) : sentence('could not be read') }) }
  const bad = badText(read.data, [])
  return bad ? { fault: bad } : read.data
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** The people of a CSV file. Whatever is wrong with one row is said in its place; more than 10,000 are refused as a whole. */
export async function readPeople(bytes: Uint8Array): Promise<Listed> {
  const { format, columns } = await readHead({ name: 'people.csv', size: bytes.byteLength, open: () => once(bytes) })
  const rows: Listed['rows'] = []
  for await (const record of readRecords(once(bytes), format)) {
    if (rows.length === MOST_PEOPLE) {
      throw invalid(fault('', 'too_many', 'A file may name at most {most, number} people. Split it into several.', { most: MOST_PEOPLE }))
    }
    rows.push({ line: record.line, row: asRow(record) })
  }
  if (rows.length === 0) throw invalid(fault('', 'required', 'The file names no people: it needs a header line and a line for each of them.'))
  return { columns, attributes: columns.filter((name) => !isKnown(name.toLowerCase()) && !OURS.includes(name)), rows }
}
