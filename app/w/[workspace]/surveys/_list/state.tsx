import { LiveDot } from '#ui/live-dot'
import { useWords } from '#words'

/** Whether a survey takes answers: a dot only where it does, the word always. */
export function SurveyState({ state }: { state: 'draft' | 'live' | 'closed' }) {
  const t = useWords('surveys')
  if (state === 'live') return <LiveDot state="live">{t('state.live')}</LiveDot>
  return <span className="text-sm text-ink-2">{t(`state.${state}`)}</span>
}
