/** Every lane of the map in its usual order; `folded` are those that stay out of the way until somebody wants them, below the others. */
export const LANE_IDS = ['emotion', 'scores', 'pain', 'campaigns', 'quotes', 'owners', 'reach', 'touchpoints', 'doing', 'kpis', 'transitions'] as const
export type LaneId = (typeof LANE_IDS)[number]

const FOLDED: readonly LaneId[] = ['reach', 'touchpoints', 'doing', 'kpis', 'transitions']

export type LaneSettings = readonly { id: LaneId; folded: boolean }[]

/** What somebody chose, without lanes that are gone, and with newer ones where they usually stand. */
export function settled(chosen: readonly { id: string; folded: boolean }[]): LaneSettings {
  const known = LANE_IDS.flatMap((id) => {
    const at = chosen.findIndex((lane) => lane.id === id)
    return at < 0 ? [] : [{ id, folded: chosen[at]?.folded ?? false, at }]
  })
    .sort((a, b) => a.at - b.at)
    .map(({ id, folded }) => ({ id, folded }))
  const all = [...known]
  LANE_IDS.forEach((id, usual) => {
    if (known.some((lane) => lane.id === id)) return
    const before = LANE_IDS.slice(0, usual).reverse().find((each) => all.some((lane) => lane.id === each))
    const at = before === undefined ? 0 : all.findIndex((lane) => lane.id === before) + 1
    all.splice(at, 0, { id, folded: FOLDED.includes(id) })
  })
  return all
}

/** One step along the order; at an end it stays. */
export function moved(lanes: LaneSettings, id: LaneId, to: number): LaneSettings {
  const lane = lanes.find((each) => each.id === id)
  if (!lane) return lanes
  const others = lanes.filter((each) => each !== lane)
  const at = Math.max(0, Math.min(to, others.length))
  return [...others.slice(0, at), lane, ...others.slice(at)]
}
