/** A dot in pixels, and how wide its name is. */
export type Spot = { key: string; x: number; y: number; width: number }
export type Box = { left: number; top: number; right: number; bottom: number }
type Anchor = 'start' | 'middle' | 'end'
/** Where the name stands (its anchor, on its baseline); `line` leads there from the dot where it is not beside it. */
export type Label = { key: string; x: number; y: number; anchor: Anchor; line: { x: number; y: number } | null }

const HEIGHT = 14
const RADIUS = 5
const GAP = 8

const BEFORE: Record<Anchor, number> = { start: 0, middle: 0.5, end: 1 }

function boxAt(x: number, y: number, width: number, anchor: Anchor): Box {
  const left = x - BEFORE[anchor] * width
  return { left: left - 1, top: y - HEIGHT + 3, right: left + width + 1, bottom: y + 4 }
}

const overlaps = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
const inside = (a: Box, b: Box) => a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom
const around = ({ x, y }: Spot): Box => ({ left: x - RADIUS, top: y - RADIUS, right: x + RADIUS, bottom: y + RADIUS })
const within = (x: number, low: number, high: number) => Math.max(low, Math.min(high, x))

type Place = { x: number; y: number; anchor: Anchor; isLed: boolean }

/** Beside the dot, then over and under it, then ever further away. */
function* placesOf({ x, y }: Spot): Generator<Place> {
  for (const dy of [4, -6, 14]) {
    yield { x: x + GAP, y: y + dy, anchor: 'start', isLed: false }
    yield { x: x - GAP, y: y + dy, anchor: 'end', isLed: false }
  }
  for (let step = 1; step <= 16; step++) {
    for (const dy of [4 - step * HEIGHT, 4 + step * HEIGHT]) {
      yield { x: x + GAP + 4, y: y + dy, anchor: 'start', isLed: true }
      yield { x: x - GAP - 4, y: y + dy, anchor: 'end', isLed: true }
      yield { x, y: y + dy, anchor: 'middle', isLed: true }
    }
  }
}

/** A place for each name where it covers no dot, no other name and nothing `reserved`; one that has none within the box is left out. */
export function placeLabels(spots: readonly Spot[], box: Box, reserved: readonly Box[] = []): Label[] {
  const taken = [...spots.map(around), ...reserved]
  return spots.flatMap((spot): Label[] => {
    for (const { x, y, anchor, isLed } of placesOf(spot)) {
      const at = boxAt(x, y, spot.width, anchor)
      if (!inside(at, box) || taken.some((other) => overlaps(at, other))) continue
      taken.push(at)
      const line = isLed ? { x: within(spot.x, at.left, at.right), y: within(spot.y, at.top, at.bottom) } : null
      return [{ key: spot.key, x, y, anchor, line }]
    }
    return []
  })
}
