// WCAG 2.2: relative luminance and contrast of two colours written as #rrggbb. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio

type Rgb = readonly [number, number, number]

const channels = (colour: string): Rgb => {
  const at = (i: number) => Number.parseInt(colour.slice(i, i + 2), 16)
  return [at(1), at(3), at(5)]
}

const linear = (channel: number): number => {
  const part = channel / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}

function luminance(colour: string): number {
  const [r, g, b] = channels(colour)
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

/** From 1 (the same) to 21 (black on white). */
export function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

/** A colour with this share of another, from 0 to 1. */
export function mixed(colour: string, other: string, share: number): string {
  const [a, b] = [channels(colour), channels(other)]
  return `#${a.map((channel, i) => Math.round(channel + ((b[i] ?? 0) - channel) * share).toString(16).padStart(2, '0')).join('')}`
}

/** White or nearly black, whichever can be read better on this colour. */
export const readableOn = (colour: string): string => (contrast(colour, '#ffffff') >= contrast(colour, '#14191f') ? '#ffffff' : '#14191f')

/** The colour itself, or as little darker or lighter as gives it this contrast with the ground. */
export function legible(colour: string, ground: string, least: number): string {
  const away = luminance(ground) > 0.18 ? '#000000' : '#ffffff'
  for (let share = 0; share < 1; share += 0.04) {
    const shade = mixed(colour, away, share)
    if (contrast(shade, ground) >= least) return shade
  }
  return away
}
