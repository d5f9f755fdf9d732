import { describe, expect, it } from 'vitest'
import { readHead, readRecords } from '#lib/imports/file/head'
import { all, fileOf } from './files'

const read = async (name: string, content: string | Uint8Array) => {
  const file = fileOf(name, content)
  return all(readRecords(file.open(), (await readHead(file)).format))
}

describe('CSV', () => {
  it('is read with a BOM, Windows line ends, quotes and breaks inside of quotes, each row with the line it begins on', async () => {
    const rows = await read('a.csv', '\ufeffid,text\r\n1,"a ""big"" one"\r\n2,"two\nlines"\r\n\r\n3,ünï\r\n')
    expect(rows).toEqual([
      { line: 2, row: { id: '1', text: 'a "big" one' } },
      { line: 3, row: { id: '2', text: 'two\nlines' } },
      { line: 6, row: { id: '3', text: 'ünï' } },
    ])
  })

  it('lists a ragged row with its line and goes on', async () => {
    const rows = await read('a.csv', 'id,nps,text\n1,9\n2,8,ok\n3,7,x,\n4,6,x,y\n')
    expect(rows.map(({ line, row }) => [line, typeof row === 'string' ? row : row.id])).toEqual([
      [2, 'This row has 2 fields; the header names 3.'],
      [3, '2'],
      [4, '3'],
      [5, 'This row has 4 fields; the header names 3.'],
    ])
  })

  it('keeps a stray quote inside of a field as it stands', async () => {
    expect(await read('a.csv', 'id,text\n1,a 5" pipe\n2,fine\n')).toEqual([
      { line: 2, row: { id: '1', text: 'a 5" pipe' } },
      { line: 3, row: { id: '2', text: 'fine' } },
    ])
  })

  it('lists a row that is not UTF-8 far down in the file, and reads the others letter by letter', async () => {
    const bytes = Buffer.from('id,text\n1,zü 日本\n2,caf#\n3,"ünï, ""ok"" 😀"\n')
    const broken = bytes.map((byte) => (byte === 0x23 ? 0xe9 : byte))
    const rows = await all(readRecords(fileOf('a.csv', broken, 3).open(), { kind: 'csv', delimiter: ',' }))
    expect(rows).toEqual([
      { line: 2, row: { id: '1', text: 'zü 日本' } },
      { line: 3, row: 'This row is not UTF-8 text.' },
      { line: 4, row: { id: '3', text: 'ünï, "ok" 😀' } },
    ])
  })

  it('says on which line a quote opens that never closes', async () => {
    const rows = await read('a.csv', 'id,text\n1,fine\n2,"oh\n3,no\n')
    expect(rows.at(-1)).toEqual({ line: 3, row: expect.stringContaining('never closes') })
    expect(rows).toHaveLength(2)
  })

  it.each([
    ['semicolons', 'id;text\n1;a,b,c\n'],
    ['tabs', 'id\ttext\n1\ta,b,c\n'],
  ])('separated by %s is understood from its header', async (_, content) => {
    expect(await read('a.csv', content)).toEqual([{ line: 2, row: { id: '1', text: 'a,b,c' } }])
  })

  it('gives up a row of more than 1 MiB instead of keeping it', async () => {
    const file = { ...fileOf('a.csv', `id,text\n1,ok\n2,"${'x'.repeat(2_000_000)}"\n`, 65_536) }
    const rows = await all(readRecords(file.open(), { kind: 'csv', delimiter: ',' }))
    expect(rows).toEqual([{ line: 2, row: { id: '1', text: 'ok' } }, { line: 3, row: expect.stringContaining('longer than 1 MiB') }])
  })
})

describe('JSON lines', () => {
  it('are read with blank lines, without a last line end, and told from CSV by the first byte', async () => {
    expect(await read('upload', '{"id":1}\n\n{"id":2,"text":"z\u00fc"}')).toEqual([
      { line: 1, row: { id: 1 } },
      { line: 3, row: { id: 2, text: 'zü' } },
    ])
  })

  it('that cannot be read are listed with line and reason, and the rest goes in', async () => {
    const rows = await read('a.jsonl', '{"id":1}\n{"id":\n[1]\n{"id":4}\n')
    expect(rows.map(({ line, row }) => [line, row])).toEqual([
      [1, { id: 1 }],
      [2, 'This line is not JSON: {"id":'],
      [3, 'Expected one JSON object in braces, found [1]'],
      [4, { id: 4 }],
    ])
  })

  it('longer than 1 MiB are passed over', async () => {
    const file = fileOf('a.jsonl', `{"id":1}\n{"text":"${'x'.repeat(1_100_000)}"}\n{"id":3}\n`, 65_536)
    const rows = await all(readRecords(file.open(), { kind: 'jsonl' }))
    expect(rows.map(({ line, row }) => [line, row])).toEqual([[1, { id: 1 }], [2, 'This line is longer than 1 MiB.'], [3, { id: 3 }]])
  })
})

describe('a file that cannot be imported', () => {
  it.each([
    ['is empty', 'a.csv', '', 'empty'],
    ['is an Excel workbook', 'a.csv', 'PK\u0003\u0004rest', 'Excel workbook'],
    ['is UTF-16', 'a.csv', Buffer.from('\ufeffid,nps\n1,2', 'utf16le'), 'UTF-16'],
    ['is Windows text', 'a.csv', Buffer.from('id,text\n1,ok\n2,caf\xe9\n', 'latin1'), 'Line 3 is not UTF-8'],
    ['holds no JSON lines', 'a.jsonl', 'id,nps\n1,9\n', 'Line 1: This line is not JSON'],
    ['names a column twice', 'a.csv', 'id,nps,nps\n1,2,3\n', 'Line 1: the header names the column "nps" twice'],
  ])('because it %s is refused in words', async (_, name, content, words) => {
    await expect(readHead(fileOf(name, content))).rejects.toThrow(words)
  })

  it('cut in the middle of a row by the head does not count that row', async () => {
    const content = `id,text\n${Array.from({ length: 40_000 }, (_, i) => `${i},"some words of a person"`).join('\n')}\n`
    const { records } = await readHead(fileOf('a.csv', content, 65_536))
    expect(records).toHaveLength(1000)
    expect(records.every((record) => 'values' in record)).toBe(true)
  })
})
