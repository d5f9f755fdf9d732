/** The small curve of the editor, in pixels: the axis is always -100..+100. */
export const HEIGHT = 128
const INSET = 12

export const yOf = (index: number): number => INSET + ((100 - index) / 200) * (HEIGHT - 2 * INSET)

/** The index at a height, whole and within the axis. */
export const indexAt = (y: number): number => Math.max(-100, Math.min(100, Math.round(100 - ((y - INSET) / (HEIGHT - 2 * INSET)) * 200)))

const STEPS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 10, PageDown: -10 }

/** Where a key leads from an index; null for a key that does not lead anywhere. With Shift an arrow goes ten steps. */
export function indexAfter(key: string, from: number, big: boolean): number | null {
  if (key === 'Home') return -100
  if (key === 'End') return 100
  const step = STEPS[key]
  return step === undefined ? null : Math.max(-100, Math.min(100, from + step * (big && Math.abs(step) === 1 ? 10 : 1)))
}

/** The part of a line that runs through one column, in a box of 100 by HEIGHT: to the middle of the way to each neighbour that has a value. */
export function partOf(own: number | null, before: number | null, next: number | null): string {
  if (own === null) return ''
  const half = (other: number) => yOf((own + other) / 2)
  const left = before === null ? '' : `M0 ${half(before)}L50 ${yOf(own)}`
  const right = next === null ? '' : `M50 ${yOf(own)}L100 ${half(next)}`
  return left + right
}
