import { accentOn, SURFACE } from '#lib/widget/colours'
import { contrast } from '#lib/widget/contrast'

export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/.test(text)

const times = (ratio: number): string => `${(Math.floor(ratio * 10) / 10).toFixed(1)}\u00a0:\u00a01`

/** How well a colour can be told from what it stands on, in words; below 4.5 the page shifts it itself. */
export function contrastSentence(accent: string, theme: 'light' | 'dark'): { isFine: boolean; text: string } {
  const surface = SURFACE[theme]
  const ratio = contrast(accent, surface)
  const used = accentOn(accent, surface)
  const moved = used.line === accent && used.accent === accent
  const page = theme === 'light' ? 'white' : 'the dark page'
  if (moved) return { isFine: true, text: `${times(ratio)} on ${page}: easy to read.` }
  const to = times(contrast(used.line, surface))
  return { isFine: false, text: `${times(ratio)} on ${page} is too weak for links and lines: they become ${used.line} (${to}).` }
}
