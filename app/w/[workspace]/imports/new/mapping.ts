import type { useWords } from '#words'

export type ImportWords = ReturnType<typeof useWords<'imports'>>

/** What a column may be: `word` is its name in the catalogue. */
export const MEANINGS = [
  { value: '', word: 'unused' },
  { value: 'stage', word: 'stage' },
  { value: 'touchpoint', word: 'touchpoint' },
  { value: 'at', word: 'at' },
  { value: 'nps', word: 'nps' },
  { value: 'csat', word: 'csat' },
  { value: 'ces', word: 'ces' },
  { value: 'sentiment', word: 'sentiment' },
  { value: 'answer:nps', word: 'answerNps' },
  { value: 'answer:csat', word: 'answerCsat' },
  { value: 'answer:ces', word: 'answerCes' },
  { value: 'answer:sentiment', word: 'answerSentiment' },
  { value: 'comment', word: 'comment' },
  { value: 'channel', word: 'channel' },
  { value: 'person', word: 'person' },
  { value: 'attribute', word: 'attribute' },
  { value: 'outcome', word: 'outcome' },
  { value: 'id', word: 'id' },
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

/** The instrument of a column that rates a touchpoint of its own. */
const ratedBy = (meaning: Meaning | undefined): string | undefined => (meaning?.startsWith('answer:') ? meaning.slice(7) : undefined)

export const isRated = (mapping: Mapping, column: string): boolean => ratedBy(mapping[column]) !== undefined

export const hasScores = (mapping: Mapping): boolean =>
  Object.values(mapping).some((meaning) => ratedBy(meaning) !== undefined || ['nps', 'csat', 'ces', 'sentiment'].includes(meaning))

export type RatedPlace = { stage: string; touchpoint: string }
export type RatedPlaces = Readonly<Record<string, RatedPlace>>

/** What a column rates; until somebody says it, the touchpoint of its own name. */
export const placeOf = (places: RatedPlaces, column: string): RatedPlace => places[column] ?? { stage: '', touchpoint: column }

/** What is missing or cannot be sent, by column. */
export function placeFaults(t: ImportWords, mapping: Mapping, places: RatedPlaces): Record<string, Partial<RatedPlace>> {
  const faults = Object.keys(mapping)
    .filter((column) => isRated(mapping, column))
    .map((column) => [column, faultOf(t, placeOf(places, column))] as const)
  return Object.fromEntries(faults.filter(([, fault]) => Object.keys(fault).length > 0))
}

const faultOf = (t: ImportWords, { stage, touchpoint }: RatedPlace): Partial<RatedPlace> => ({
  ...(stage.trim() === '' ? { stage: t('rated.noStage') } : stage.includes('/') ? { stage: t('rated.slash') } : {}),
  ...(touchpoint.trim() === '' ? { touchpoint: t('rated.noTouchpoint') } : {}),
})

/** Only attributes and answers at touchpoints may stand on several columns: whatever had the meaning before is not used any more. */
export function assign(mapping: Mapping, column: string, meaning: Meaning): Mapping {
  const isShared = meaning === '' || meaning === 'attribute' || ratedBy(meaning) !== undefined
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

type Target = {
  journey: string
  create: boolean
  stages: string
  atFormat: string
  atDefault: string
  places: RatedPlaces
  ignoreValue: string
  outcomePositive: string
}

/** The same flags as the command line has, as the query of the upload. */
export function queryOf(mapping: Mapping, target: Target): URLSearchParams {
  const { journey, create, stages, atFormat, atDefault, places, ignoreValue, outcomePositive } = target
  const query = new URLSearchParams({ journey })
  if (create) query.set('create', 'true')
  if (create && stages.trim() !== '') query.set('stages', stages)
  for (const [column, meaning] of Object.entries(mapping)) {
    const instrument = ratedBy(meaning)
    const { stage, touchpoint } = placeOf(places, column)
    if (instrument !== undefined) query.append('answer', `${column}=${instrument}@${stage.trim()}/${touchpoint.trim()}`)
    else if (meaning !== '') query.append(meaning, column)
  }
  if (query.has('at') && atFormat.trim() !== '') query.set('at-format', atFormat.trim())
  if (!query.has('at') && atDefault !== '') query.set('at-default', atDefault)
  if (hasScores(mapping) && ignoreValue.trim() !== '') query.set('ignore-value', ignoreValue.trim())
  if (query.has('outcome') && outcomePositive.trim() !== '') query.set('outcome-positive', outcomePositive.trim())
  return query
}
