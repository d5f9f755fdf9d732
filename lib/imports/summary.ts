import type { Sentence } from '#lib/sentence'
/** A row that was not stored: rejected, known with other content (changed), or with nothing in it (empty). */
export type RowProblem = { line: number; kind: 'rejected' | 'changed' | 'empty'; reason: string } & Omit<Sentence, 'message'>

export type Summary = {
  rows: number
  accepted: number
  known: number
  changed: number
  empty: number
  rejected: number
  problems: RowProblem[]
}

export const noRows = (): Summary => ({ rows: 0, accepted: 0, known: 0, changed: 0, empty: 0, rejected: 0, problems: [] })

// A thousand in all; empty rows must not crowd out the lines that somebody can mend.
const LISTED = { rejected: 600, changed: 300, empty: 100 }

const MOST_SAID = 300

/** A sentence without whatever else it came with. */
const pick = ({ message, template, values }: Sentence): Sentence => ({ message, ...(template === undefined ? {} : { template }), ...(values ? { values } : {}) })

export function addProblem(summary: Summary, { reason, ...problem }: Pick<RowProblem, 'line' | 'kind'> & { reason: Sentence }): void {
  summary[problem.kind]++
  if (summary[problem.kind] > LISTED[problem.kind]) return
  const { message, ...made } = pick(reason)
  summary.problems.push({ ...problem, reason: message.slice(0, MOST_SAID), ...(message.length > MOST_SAID ? {} : made) })
}
