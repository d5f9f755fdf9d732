import type { MapDocument } from '#lib/journeys/document/schema'

/** The place on the board that a cell belongs to; null for orders, moves and the name of the journey, which have none. */
export function placeOf(cell: string): { level: string; key: string } | null {
  const [kind = '', first = '', second = '', third = ''] = cell.split('/')
  if (kind === 'lane') return { level: second, key: third }
  return kind === 'stage' || (kind === 'touchpoint' && second !== 'stage') ? { level: kind, key: first } : null
}

/** Does the thing that a cell is about stand on the board? */
export function isPlaced({ stages, touchpoints }: MapDocument, cell: string): boolean {
  const place = placeOf(cell)
  return place !== null && (place.level === 'stage' ? stages : touchpoints).some(({ key }) => key === place.key)
}
