import { Chip } from '#ui/chip'
import type { Verdict } from '#lib/maps/beliefs/types'
import { useWords } from '#words'
import { TONES } from './words'

/** How a belief of the team fares; nothing where none was written. */
export function VerdictChip({ verdict }: { verdict: Exclude<Verdict, 'measured'> | null }) {
  const t = useWords('map')
  return verdict && <Chip tone={TONES[verdict]}>{t(`verdict.${verdict}`)}</Chip>
}
