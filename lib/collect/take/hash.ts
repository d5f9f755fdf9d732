import { createHash } from 'node:crypto'
import type { Submission } from '../input'

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

/** What only speaks for the sender is no content: the same answer may come again with another of it. */
const FOR_THE_SENDER = ['proof', 'token', 'displayId']
/** Of an anonymous answer the person is none either: whoever has a list of people could try each of them. */
const UNNAMED = [...FOR_THE_SENDER, 'userId']

/** SHA-256 of a parsed body with sorted keys: equal content in any order and spacing is the same submission. */
export function contentHash(submission: Submission, isAnonymous = false): Buffer {
  const left = isAnonymous ? UNNAMED : FOR_THE_SENDER
  const content = Object.fromEntries(Object.entries(submission).filter(([key]) => !left.includes(key)))
  return createHash('sha256').update(JSON.stringify(sorted(content))).digest()
}

/** Whichever way it was stored: the survey may have been anonymous then or not. */
export const isContent = (hash: Buffer, sent: Submission): boolean =>
  hash.equals(contentHash(sent)) || (sent.userId !== undefined && hash.equals(contentHash(sent, true)))
