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

const digest = (content: object): Buffer => createHash('sha256').update(JSON.stringify(sorted(content))).digest()

/**
 * SHA-256 of a parsed body with sorted keys: equal content in any order and spacing is the same submission. What only speaks for
 * the sender is no content. Of an anonymous answer the person is none either: whoever has a list of people could try each.
 */
export function contentHash({ proof: _proof, token: _token, displayId: _display, ...content }: Submission, isAnonymous = false): Buffer {
  const { userId: _person, ...unnamed } = content
  return digest(isAnonymous ? unnamed : content)
}

/** Whichever way it was stored: the survey may have been anonymous then or not. */
export const isContent = (hash: Buffer, sent: Submission): boolean =>
  hash.equals(contentHash(sent)) || (sent.userId !== undefined && hash.equals(contentHash(sent, true)))
