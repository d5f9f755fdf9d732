import { TriangleAlert } from 'lucide-react'
import { useWords } from '#words'
import type { SaveState } from './use-autosave'

// In the reader's own clock, which the server does not know.
const clock = (at: Date) => at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })

/** Whether what was typed is kept: "Saved 10:42". */
export function SaveNote({ state }: { state: SaveState }) {
  const t = useWords('questions')
  if (state.kind === 'saved') {
    return (
      <p role="status" suppressHydrationWarning className="text-xs text-ink-3">
        {t('saved.saved', { time: clock(state.at) })}
      </p>
    )
  }
  if (state.kind === 'saving') return <p className="text-xs text-ink-3">{t('saved.saving')}</p>
  return (
    <p role="status" className="flex items-center gap-1.5 text-xs text-danger">
      <TriangleAlert aria-hidden className="size-3 shrink-0" />
      {state.kind === 'lost' ? t('saved.lost') : t('saved.not')}
    </p>
  )
}
