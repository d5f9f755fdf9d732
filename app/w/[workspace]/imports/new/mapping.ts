export const MEANINGS = [
  { value: '', label: 'Not used' },
  { value: 'stage', label: 'Stage' },
  { value: 'touchpoint', label: 'Touchpoint' },
  { value: 'at', label: 'Time' },
  { value: 'nps', label: 'NPS, 0 to 10' },
  { value: 'csat', label: 'CSAT, 1 to 5' },
  { value: 'ces', label: 'CES, 1 to 7' },
  { value: 'sentiment', label: 'Sentiment, −1 to 1' },
  { value: 'comment', label: 'Comment' },
  { value: 'channel', label: 'Channel' },
  { value: 'person', label: 'Person' },
  { value: 'attribute', label: 'Attribute' },
  { value: 'id', label: 'Id of the answer' },
] as const

export type Meaning = (typeof MEANINGS)[number]['value']
export type Mapping = Readonly<Record<string, Meaning>>

export type Preview = {
  format: string
  columns: string[]
  rows: { line: number; fault: string | null; values: string[] }[]
  guess: Partial<Record<Meaning | 'at-format', string>>
}

const isMeaning = (text: string): text is Meaning => MEANINGS.some(({ value }) => value === text)

/** What the server guessed, column by column. */
export function mappingOf({ columns, guess }: Preview): Mapping {
  const guessed = new Map(Object.entries(guess).map(([flag, column]) => [column, flag]))
  return Object.fromEntries(columns.map((column) => [column, meaningOf(guessed.get(column) ?? '')]))
}

const meaningOf = (flag: string): Meaning => (isMeaning(flag) ? flag : '')

/** Only attributes may stand on several columns: whatever had the meaning before is not used any more. */
export function assign(mapping: Mapping, column: string, meaning: Meaning): Mapping {
  const isShared = meaning === '' || meaning === 'attribute'
  const others = Object.entries(mapping).map(([name, had]) => [name, !isShared && had === meaning ? '' : had] as const)
  return { ...Object.fromEntries(others), [column]: meaning }
}

export const columnFor = (mapping: Mapping, meaning: Meaning): string | undefined =>
  Object.keys(mapping).find((column) => mapping[column] === meaning)

/** The first few different values of a column, as they stand in the file. */
export function valuesOf({ columns, rows }: Preview, column: string, most: number): string[] {
  const place = columns.indexOf(column)
  const values = rows.map(({ values }) => values[place]?.trim() ?? '').filter((value) => value !== '')
  return [...new Set(values)].slice(0, most)
}

type Target = { journey: string; create: boolean; stages: string; atFormat: string; atDefault: string }

/** The same flags as the command line has, as the query of the upload. */
export function queryOf(mapping: Mapping, { journey, create, stages, atFormat, atDefault }: Target): URLSearchParams {
  const query = new URLSearchParams({ journey })
  if (create) query.set('create', 'true')
  if (create && stages.trim() !== '') query.set('stages', stages)
  for (const [column, meaning] of Object.entries(mapping)) if (meaning !== '') query.append(meaning, column)
  if (query.has('at') && atFormat.trim() !== '') query.set('at-format', atFormat.trim())
  if (!query.has('at') && atDefault !== '') query.set('at-default', atDefault)
  return query
}
