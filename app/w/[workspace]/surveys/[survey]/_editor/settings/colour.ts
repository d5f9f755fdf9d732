import type { Say } from '#lib/words/say'
import { accentOn, SURFACE } from '#lib/widget/colours'
import { contrast } from '#lib/widget/contrast'
import type { EditorWords } from '../instruments'

export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/.test(text)

const times = (say: Say, ratio: number): string => `${say.number(Math.floor(ratio * 10) / 10, 1)}\u00a0:\u00a0${say.number(1)}`

/** How well a colour can be told from what it stands on, in words; below 4.5 the page shifts it itself. */
export function contrastSentence(t: EditorWords, say: Say, accent: string, theme: 'light' | 'dark'): { isFine: boolean; text: string } {
  const surface = SURFACE[theme]
  const ratio = contrast(accent, surface)
  const used = accentOn(accent, surface)
  const moved = used.line === accent && used.accent === accent
  const said = { ratio: times(say, ratio), theme }
  if (moved) return { isFine: true, text: t('settings.look.fine', said) }
  const to = times(say, contrast(used.line, surface))
  return { isFine: false, text: t('settings.look.weak', { ...said, colour: used.line, to }) }
}
