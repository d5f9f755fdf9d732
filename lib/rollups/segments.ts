/** What a response says of itself that it may be counted by. */
export type Said = {
  channel?: string | null | undefined
  variant?: string | null | undefined
  attributes?: Readonly<Record<string, unknown>> | null | undefined
}

const MOST = 100

function valueOf(said: unknown): string | null {
  if (typeof said !== 'string' && typeof said !== 'number' && typeof said !== 'boolean') return null
  const value = String(said).trim()
  // 1e21 and 1e-7 read otherwise in the database, and nobody compares groups by such a number.
  if (typeof said === 'number' && value.includes('e')) return null
  const isShort = value.length <= MOST || [...value].length <= MOST
  return isShort && value !== '' ? value : null
}

/**
 * By which value of each dimension a response counts: channel, variant, and declared attributes that are a text, a number or a
 * boolean of 1 to 100 characters without the space around it. What is longer is no group, and counts by none.
 */
export function segmentsOf({ channel, variant, attributes }: Said, dimensions: readonly string[]): Record<string, string> {
  const segments: Record<string, string> = {}
  for (const dimension of dimensions) {
    const said = dimension === 'channel' ? channel : dimension === 'variant' ? variant : attributes?.[dimension]
    const value = valueOf(said)
    if (value !== null) segments[dimension] = value
  }
  return segments
}
