import { SCALES } from '#lib/stats/instruments'
import { type MomentFormat, readMoment } from './moment'

type Guess = Partial<Record<(typeof NAMES)[number][0] | 'at-format', string>>

// In the order of preference: a column that the first takes is gone for the others.
const NAMES = [
  ['nps', /(^|[^a-z])nps([^a-z]|$)|recommend/i],
  ['csat', /csat|satisf/i],
  ['ces', /(^|[^a-z])ces([^a-z]|$)|effort|easy|ease/i],
  ['sentiment', /sentiment/i],
  ['comment', /comment|verbatim|text|feedback|reason|remark|review|why/i],
  ['stage', /stage|phase|step/i],
  ['touchpoint', /touch.?point|interaction/i],
  ['at', /^(at|date|time|datetime|timestamp|when)$|date|_at$|(created|answered|submitted|completed|responded)/i],
  ['channel', /channel|medium/i],
  ['person', /person|customer|user|client|respondent|e-?mail/i],
  ['id', /^(id|uuid|key)$|[ _-]id$/i],
] as const

const BOUNDS = { nps: SCALES.nps, csat: SCALES.csat, ces: SCALES.ces, sentiment: { lo: -1, hi: 1 } }

/** "Satisfaction" with words in it, or "Arrival time convenient" up to 90, is no score whatever its name says. */
function couldBe(flag: string, values: string[]): boolean {
  if (!(flag in BOUNDS)) return true
  const { lo, hi } = BOUNDS[flag as keyof typeof BOUNDS]
  const fitting = values.filter((value) => Number(value) >= lo && Number(value) <= hi)
  return fitting.length * 2 >= values.length
}

const FORMATS = [
  undefined,
  'dd/MM/yyyy HH:mm',
  'MM/dd/yyyy HH:mm',
  'dd/MM/yyyy HH:mm:ss',
  'MM/dd/yyyy HH:mm:ss',
  'dd/MM/yyyy',
  'MM/dd/yyyy',
  'dd.MM.yyyy HH:mm',
  'dd.MM.yyyy',
  'dd-MM-yyyy HH:mm',
  'dd-MM-yyyy',
  'yyyy/MM/dd HH:mm',
  'yyyy/MM/dd',
  'MM/dd/yyyy hh:mm a',
  'd MMM yyyy',
  'MMM d, yyyy',
]

/** Which column is probably what, by its name, and how its times are written, by its values. For a person to confirm. */
export function guessFlags(columns: readonly string[], valuesOf: (column: string) => string[], now: Date): Guess {
  const guess: Guess = {}
  const free = new Set(columns)
  for (const [flag, pattern] of NAMES) {
    const able = [...free].filter((name) => couldBe(flag, valuesOf(name)))
    const column = able.find((name) => name.toLowerCase() === flag) ?? able.find((name) => pattern.test(name))
    if (column === undefined) continue
    guess[flag] = column
    free.delete(column)
  }
  if (guess.at === undefined) return guess
  const format = formatOf(valuesOf(guess.at), { timeZone: 'UTC', now })
  return format === undefined ? guess : { ...guess, 'at-format': format }
}

/** The first format that fits every value; day before month, as most of the world writes. */
function formatOf(values: string[], times: MomentFormat): string | undefined {
  return FORMATS.find((format) => values.length > 0 && values.every((value) => readMoment(value, { ...times, format })))
}
