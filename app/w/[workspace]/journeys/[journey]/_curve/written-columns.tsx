import { Td, Th } from '#ui/table'
import type { JourneyMap } from '#lib/maps/types'
import { useSay, useWords } from '#words'
import { gapText } from '../_beliefs/words'

type Written = Pick<JourneyMap, 'beliefs'>

/** Which columns there are: a team that assumed nothing, or aims at nothing, sees none of it. `details`: touchpoints have rows, too. */
const columnsOf = ({ beliefs }: Written, details: boolean) => ({
  assumed: beliefs.places.some(({ touchpoint, assumed }) => assumed !== null && (details || touchpoint === null)),
  target: beliefs.targets.some(({ metric }) => metric === 'emotion'),
})

/** Heads of the columns that say what the team wrote, beside the numbers of the emotion curve. */
export function WrittenHeads({ map, details = false }: { map: Written; details?: boolean }) {
  const t = useWords('map')
  const has = columnsOf(map, details)
  return (
    <>
      {has.assumed && <Th numeric>{t('legend.assumed')}</Th>}
      {has.target && <Th numeric>{t('legend.target')}</Th>}
    </>
  )
}

/** What was assumed of a place and how that fares; of a stage also its target and how far it is away. */
export function WrittenCells({ map, stage, touchpoint = null, details = false }: { map: Written; stage: string; touchpoint?: string | null; details?: boolean }) {
  const [t, say] = [useWords('map'), useSay()]
  const has = columnsOf(map, details)
  const belief = map.beliefs.places.find((place) => place.stage === stage && place.touchpoint === touchpoint)
  const target = touchpoint === null ? map.beliefs.targets.find((one) => one.stage === stage && one.metric === 'emotion') : undefined
  return (
    <>
      {has.assumed && <Td numeric>{belief?.assumed == null ? '–' : `${say.index(belief.assumed)}, ${t(`verdict.${belief.verdict}`)}`}</Td>}
      {has.target && <Td numeric>{target ? [say.index(target.target), gapText(t, target)].filter(Boolean).join(', ') : '–'}</Td>}
    </>
  )
}
