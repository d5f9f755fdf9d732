/** What a response says of itself that it may be counted by. */
export type Said = {
  channel?: string | null | undefined
  variant?: string | null | undefined
  language?: string | null | undefined
  source: string
  attributes?: Readonly<Record<string, unknown>> | null | undefined
}

const MOST = 100

/**
 * A text, a number or a boolean as a value to count by: 1 to 100 characters without the space around it, else null. What is
 * longer is no group, and counts by none.
 */
export function valueOf(said: unknown): string | null {
  if (typeof said !== 'string' && typeof said !== 'number' && typeof said !== 'boolean') return null
  const value = String(said).trim()
  // 1e21 and 1e-7 read otherwise in the database, and nobody compares groups by such a number.
  if (typeof said === 'number' && value.includes('e')) return null
  const isShort = value.length <= MOST || [...value].length <= MOST
  return isShort && value !== '' ? value : null
}
