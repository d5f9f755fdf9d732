/** A dot in pixels, and how wide its name is. */
export type Spot = { key: string; x: number; y: number; width: number }
export type Box = { left: number; top: number; right: number; bottom: number }
/** Where the name begins (its left end, on its baseline), and whether a thin line has to lead there. */
export type Label = { key: string; x: number; y: number; led: boolean }

const HEIGHT = 14
const RADIUS = 5
const GAP = 7

const boxAt = (x: number, y: number, width: number): Box => ({ left: x - 1, top: y - HEIGHT + 3, right: x + width + 1, bottom: y + 4 })
const overlaps = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
const inside = (a: Box, b: Box) => a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom
const around = ({ x, y }: Spot): Box => ({ left: x - RADIUS, top: y - RADIUS, right: x + RADIUS, bottom: y + RADIUS })

/** Beside the dot, then over and under it, then ever further away. */
function* placesOf({ x, y, width }: Spot): Generator<{ x: number; y: number; led: boolean }> {
  const [right, left, middle] = [x + GAP, x - GAP - width, x - width / 2]
  yield { x: right, y: y + 4, led: false }
  yield { x: left, y: y + 4, led: false }
  yield { x: right, y: y - 6, led: false }
  yield { x: right, y: y + 14, led: false }
  yield { x: left, y: y - 6, led: false }
  yield { x: left, y: y + 14, led: false }
  for (let step = 1; step <= 16; step++) {
    for (const dy of [-step * HEIGHT, step * HEIGHT]) {
      for (const at of [right + 4, left - 4, middle]) yield { x: at, y: y + 4 + dy, led: true }
    }
  }
}

/** A place for each name where it covers no dot and no other name; one that has none within the box is left out. */
export function placeLabels(spots: readonly Spot[], box: Box): Label[] {
  const taken = spots.map(around)
  return spots.flatMap((spot) => {
    for (const { x, y, led } of placesOf(spot)) {
      const at = boxAt(x, y, spot.width)
      if (!inside(at, box) || taken.some((other) => overlaps(at, other))) continue
      taken.push(at)
      return [{ key: spot.key, x, y, led }]
    }
    return []
  })
}
