import { createHash } from 'node:crypto'
import type { Submission } from './input'

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

/** SHA-256 of a parsed body with sorted keys: equal content in any order and spacing is the same submission. */
export const contentHash = (submission: Submission): Buffer =>
  createHash('sha256').update(JSON.stringify(sorted(submission))).digest()
