/** A row that was not stored: rejected, known with other content (changed), or with nothing in it (empty). */
export type RowProblem = { line: number; kind: 'rejected' | 'changed' | 'empty'; reason: string }

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

export function addProblem(summary: Summary, problem: RowProblem): void {
  summary[problem.kind]++
  if (summary[problem.kind] <= LISTED[problem.kind]) summary.problems.push({ ...problem, reason: problem.reason.slice(0, 300) })
}
