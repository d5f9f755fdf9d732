import type { Curve } from './small-curves'

/** More solid lines than this nobody tells apart: from then on each curve stands alone. */
const MOST_LINES = 3

export const isTogether = (curves: readonly Curve[]): boolean => curves.length === MOST_LINES

/**
 * How the lines of one lane look, in their order: apart in hue, in lightness (so that grey tells them too) and in the shape of
 * their marks. None is a colour of feeling.
 */
export const LOOKS = [
  { colour: 'light-dark(#0d4f5c, #9be0ea)', mark: 'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z' },
  { colour: 'light-dark(#2b72c4, #5a9bea)', mark: 'M-4 -4H4V4H-4Z' },
  { colour: 'light-dark(#74861a, #c3cf5a)', mark: 'M0 -5L4.9 3.9H-4.9Z' },
] as const

/** Beside each other within a stage's column, as a share of it, so that no interval covers another. */
export const DODGE = [-0.07, 0, 0.07] as const

/** So far apart that a number can be read. */
export const APART = 15

/** Where the words of marks at these heights stand: in their order, moved apart as little as it takes, within the lane. */
export function spread(heights: readonly number[], least: number, most: number, apart = APART): number[] {
  const rising = heights.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y)
  const placed: { y: number; i: number }[] = []
  rising.forEach(({ y, i }) => placed.push({ i, y: Math.max(y, least, (placed.at(-1)?.y ?? -Infinity) + apart) }))
  for (let at = placed.length - 1, room = most; at >= 0; at--) {
    const one = placed[at]
    if (!one) continue
    one.y = Math.min(one.y, room)
    room = one.y - apart
  }
  return heights.map((_, i) => placed.find((one) => one.i === i)?.y ?? 0)
}
