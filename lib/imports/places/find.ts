import type { Structure } from '#lib/journeys/structure'
import { type Sentence, sentence } from '#lib/sentence'

/** As much of a journey as places are found by. */
export type Layout = Pick<Structure, 'stages' | 'touchpoints'>

type Named = { key: string; name: string; archived: boolean }

/** A place in the words of a file or a flag. */
export type Place = { stage?: string | undefined; touchpoint?: string | undefined }

/** By key, then by name; what is in use goes before what is archived. */
export const match = <T extends Named>(list: readonly T[], text: string): T | undefined =>
  list.find((one) => one.key === text) ??
  list.find((one) => one.name === text && !one.archived) ??
  list.find((one) => one.name === text)

/** The key of the touchpoint that these words mean; undefined where there is none, a fault where there are several. */
export function findPlace({ stages, touchpoints }: Layout, place: Place, create: boolean): string | undefined | { fault: Sentence } {
  const { stage, touchpoint } = place
  const inStage = stage === undefined ? undefined : match(stages, stage)?.key
  // By its key: where a stage was merged into another one, its overall stands there.
  if (touchpoint === undefined) return touchpoints.find((t) => inStage !== undefined && t.key === `${inStage}.overall`)?.key
  const here = match(touchpoints.filter((t) => t.stageKey === inStage), touchpoint)
  const keyed = touchpoints.find((t) => t.key === touchpoint)
  if (here) return here.key
  // Where places are made from the file, each stage may have a "Website" of its own; elsewhere the touchpoint alone decides.
  if (create && stage !== undefined) return keyed?.name === touchpoint ? undefined : keyed?.key
  if (keyed) return keyed.key
  const named = touchpoints.filter((t) => t.name === touchpoint && !t.overall)
  const inUse = named.filter((t) => !t.archived)
  const [one, other] = inUse.length > 0 ? inUse : named
  if (other) return { fault: sentence('The journey has several touchpoints "{touchpoint}"; name the stage too, or use the key.', { touchpoint }) }
  return one?.key
}

/** What to say to words that mean no place. */
export function unknownPlace({ stages, touchpoints }: Layout, { stage = '', touchpoint }: Place): Sentence {
  const list: readonly Named[] = touchpoint === undefined ? stages : touchpoints.filter((t) => !t.overall)
  const names = list.filter((one) => !one.archived).map((one) => one.name)
  const has = names.slice(0, 12).join(', ') || sentence('none')
  if (touchpoint === undefined) return sentence('The journey has no stage "{stage}"; it has {has}. Use create to add it.', { stage, has })
  return sentence('The journey has no touchpoint "{touchpoint}"; it has {has}. Use create to add it.', { touchpoint, has })
}
