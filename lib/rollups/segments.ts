import { PERSONA, type PersonaRule } from '#lib/journeys/personas/definition'
import { personaOf } from './personas'
import { type Said, valueOf } from './value'

/** By what a journey's answers are counted besides their places. */
type Divided = { dimensions: readonly string[]; personas: readonly PersonaRule[] | null }

/** By which value of each dimension a response counts: channel, variant, its persona, and declared attributes. */
export function segmentsOf(said: Said, { dimensions, personas }: Divided): Record<string, string> {
  const segments: Record<string, string> = {}
  for (const dimension of dimensions) {
    const value = dimension === PERSONA && personas ? personaOf(said, personas) : valueOf(saidAs(said, dimension))
    if (value !== null) segments[dimension] = value
  }
  return segments
}

const saidAs = ({ channel, variant, attributes }: Said, dimension: string): unknown =>
  dimension === 'channel' ? channel : dimension === 'variant' ? variant : attributes?.[dimension]
