import { contrast, legible, mixed, readableOn } from './contrast'

/** Ours, where a survey chooses none (as in style.ts). */
export const OURS = { light: '#0d5c6b', dark: '#6cc3d2' } as const

/** What questions stand on. */
export const SURFACE = { light: '#ffffff', dark: '#161b20' } as const

/** All that follows from one accent colour: as a fill with its text, as a line or link, as the ground of what is chosen. */
export function accentOn(accent: string, surface: string): { accent: string; hover: string; soft: string; on: string; line: string } {
  const on = readableOn(accent)
  // A fill in the middle of the scale carries neither white nor black well: it moves away from its text.
  const fill = contrast(accent, on) >= 4.5 ? accent : legible(accent, on, 4.5)
  const hover = mixed(fill, on === '#ffffff' ? '#000000' : '#ffffff', 0.14)
  return { accent: fill, hover, soft: mixed(surface, accent, 0.12), on, line: legible(accent, surface, 4.5) }
}

const written = (accent: string, surface: string): string => {
  const { accent: fill, hover, soft, on, line } = accentOn(accent, surface)
  return `--accent:${fill};--accent-hover:${hover};--accent-soft:${soft};--on-accent:${on};--line:${line}`
}

/** The accent of a dark page where only one for light pages was chosen: light enough to be seen there. */
export const darkAccent = (accent: string): string => legible(accent, SURFACE.dark, 6)

/** A survey's colours as CSS; '' where it keeps ours. */
export function coloursCss({ accent, accentDark }: { accent?: string | undefined; accentDark?: string | undefined }): string {
  if (!accent && !accentDark) return ''
  const light = accent ? `:root,:host{${written(accent, SURFACE.light)}}` : ''
  const dark = written(accentDark ?? darkAccent(accent ?? ''), SURFACE.dark)
  const isDark = (at: string) => `:root${at},:host(${at})`
  return `${light}@media(prefers-color-scheme:dark){${isDark(':not([data-theme=light])')}{${dark}}}${isDark('[data-theme=dark]')}{${dark}}`
}
