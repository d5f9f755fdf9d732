import { type Child, h } from './tree'
import type { Piped } from './types'

const GAP = /\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g

/**
 * A text with each `{{name}}` filled in, or with what stands after its `|`, else with nothing. What is filled in is never
 * read again, and stands apart so that its writing direction turns nothing around it.
 */
export function pipe(text: string, piped: Piped): Child[] {
  const parts: Child[] = []
  let from = 0
  for (const gap of text.matchAll(GAP)) {
    const value: unknown = piped[(gap[1] ?? '').trim()]
    parts.push(text.slice(from, gap.index))
    parts.push(typeof value === 'string' && value !== '' ? h('bdi', {}, value) : (gap[2] ?? '').trim())
    from = gap.index + gap[0].length
  }
  return [...parts, text.slice(from)]
}

/** The same where only a text can stand: a title. */
export const pipeText = (text: string, piped: Piped): string =>
  text.replace(GAP, (_, name: string, instead = '') => {
    const value: unknown = piped[name.trim()]
    return typeof value === 'string' && value !== '' ? value : String(instead).trim()
  })
