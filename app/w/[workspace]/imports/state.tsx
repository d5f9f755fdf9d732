import { Chip } from '#ui/chip'
import { useWords } from '#words'

export type ImportState = 'receiving' | 'waiting' | 'running' | 'done' | 'failed'

const TONES = { receiving: 'neutral', waiting: 'neutral', running: 'accent', done: 'neutral', failed: 'danger' } as const

export const isOver = (state: ImportState): boolean => state === 'done' || state === 'failed'

export function StateChip({ state }: { state: ImportState }) {
  const t = useWords('imports')
  return <Chip tone={TONES[state]}>{t(`states.${state}`)}</Chip>
}
