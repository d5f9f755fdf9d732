import { Chip } from '#ui/chip'

export type ImportState = 'receiving' | 'waiting' | 'running' | 'done' | 'failed'

const WORDS: Record<ImportState, string> = { receiving: 'Receiving', waiting: 'Waiting', running: 'Running', done: 'Done', failed: 'Stopped' }
const TONES = { receiving: 'neutral', waiting: 'neutral', running: 'accent', done: 'neutral', failed: 'danger' } as const

export const isOver = (state: ImportState): boolean => state === 'done' || state === 'failed'

export const StateChip = ({ state }: { state: ImportState }) => <Chip tone={TONES[state]}>{WORDS[state]}</Chip>
