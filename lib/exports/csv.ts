import type { ResponseRow } from '#lib/collect/results/list'

const INSTRUMENTS = ['nps', 'csat', 'ces', 'sentiment', 'comment'] as const
const CHOSEN = ['emotions', 'choice', 'choices', 'short', 'consent'] as const
const HEADER = ['id', 'occurred_at', 'stage', 'touchpoint', ...INSTRUMENTS, 'channel', 'person', 'source', ...CHOSEN] as const

/** A text that a spreadsheet would run as a formula gets an apostrophe, which shows it as it is. Numbers are left alone. */
const defused = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

function cell(value: string | number | null | undefined): string {
  if (typeof value === 'number') return String(value)
  const text = defused(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export const csvLine = (cells: readonly (string | number | null | undefined)[]): string => `${cells.map(cell).join(',')}\r\n`

export const csvHeader = (): string => csvLine(HEADER)

type Cell = string | number | undefined

/** What was chosen together stands in one cell; a consent is yes or no. */
const shown = (value: ResponseRow['answers'][number]['value']): string | number => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return Array.isArray(value) ? value.join('; ') : value
}

type Written = Pick<ResponseRow, 'id' | 'occurredAt' | 'channel' | 'person' | 'source' | 'answers'>

/** A line for each touchpoint that the response speaks of; a second answer of one instrument there begins another line. */
export function csvLines({ id, occurredAt, channel, person, source, answers }: Written): string {
  const lines: { stage: string; touchpoint: string; values: Record<string, Cell> }[] = []
  for (const { stage, touchpoint, instrument, value } of answers) {
    const open = lines.find((line) => line.touchpoint === touchpoint && line.values[instrument] === undefined)
    if (open) open.values[instrument] = shown(value)
    else lines.push({ stage, touchpoint, values: { [instrument]: shown(value) } })
  }
  return lines
    .map(({ stage, touchpoint, values }) => {
      const of = (instruments: readonly string[]) => instruments.map((one) => values[one])
      return csvLine([id, occurredAt, stage, touchpoint, ...of(INSTRUMENTS), channel, person, source, ...of(CHOSEN)])
    })
    .join('')
}
