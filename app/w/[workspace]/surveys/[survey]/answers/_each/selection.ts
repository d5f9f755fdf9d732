/** What is selected, and where the last click was: a click with Shift takes everything up to there. */
export type Selection = { chosen: ReadonlySet<string>; anchor: string | null }

export const NOTHING: Selection = { chosen: new Set(), anchor: null }

/** Turns one over; with `range` all from the last one to this one become what this one becomes. */
export function turn({ chosen, anchor }: Selection, ids: readonly string[], id: string, range: boolean): Selection {
  const becomes = !chosen.has(id)
  const [from, to] = [ids.indexOf(range && anchor !== null ? anchor : id), ids.indexOf(id)].sort((a, b) => a - b)
  const next = new Set(chosen)
  for (const each of from === undefined || from < 0 ? [id] : ids.slice(from, (to ?? from) + 1)) {
    if (becomes) next.add(each)
    else next.delete(each)
  }
  return { chosen: next, anchor: id }
}

/** All of the page, or nothing where all were selected. */
export const turnAll = ({ chosen }: Selection, ids: readonly string[]): Selection =>
  ids.every((id) => chosen.has(id)) ? NOTHING : { chosen: new Set(ids), anchor: null }

/** Only what is still on the page: what has gone must not be changed by accident. */
export const onPage = ({ chosen }: Selection, ids: readonly string[]): string[] => ids.filter((id) => chosen.has(id))
