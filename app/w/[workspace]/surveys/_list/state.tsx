import { LiveDot } from '#ui/live-dot'

/** Whether a survey takes answers: a dot only where it does, the word always. */
export function SurveyState({ state }: { state: 'draft' | 'live' | 'closed' }) {
  if (state === 'live') return <LiveDot state="live">Live</LiveDot>
  return <span className="text-sm text-ink-2">{state === 'draft' ? 'Draft' : 'Closed'}</span>
}
