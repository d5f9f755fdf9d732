import Link from 'next/link'
import { Card } from '#ui/card'
import { formatMoment } from '#lib/stats/format-date'
import type { Why } from '#lib/people/asking/why'
import { Encounters } from './encounters'
import { Steps } from './steps'

/** The sentence first, then every rule that led to it, then what the person had met. */
export function Result({ why, person, surveys }: { why: Why; person: string; surveys: string }) {
  const { at, timeZone, show, detail, until, steps, encounters, survey } = why
  const who = person === '' ? 'somebody whom nobody knows' : `“${person}”`
  return (
    <div className="grid min-w-0 gap-4 max-wide:order-first" aria-live="polite">
      <Card>
        <div className="border-b border-line px-4 pt-4 pb-3.5">
          <h2 className="text-xl font-semibold tracking-tight text-balance break-words" data-testid="verdict">
            {show ? 'It may be shown.' : `Not shown: ${detail.charAt(0).toLowerCase()}${detail.slice(1)}`}
          </h2>
          <p className="mt-1 text-sm break-words text-ink-2">
            To {who}, on {formatMoment(at, timeZone)} ({timeZone}). {survey.version === null ? 'It was not published yet.' : `Version ${survey.version} was the published one.`}
            {until && ` This rule holds it back until ${formatMoment(until, timeZone)}.`}
          </p>
        </div>
        <Steps steps={steps} />
      </Card>
      {person !== '' && (
        <Card>
          <h2 className="px-4 pt-4 pb-2 text-lg font-semibold tracking-tight">What this person met</h2>
          {encounters.length > 0 ? (
            <Encounters encounters={encounters} at={at} timeZone={timeZone} surveys={surveys} />
          ) : (
            <p className="px-4 pb-4 text-sm text-ink-2">Nothing is known of anybody by this id: no survey was shown or sent to them, and none was answered under it.</p>
          )}
        </Card>
      )}
      <p className="text-xs text-ink-3">
        The caps are those of today, also for a moment in the past. An anonymous answer stands at the time at which its survey was shown. What a browser remembers of somebody without an id is known to that browser alone.{' '}
        <Link href="/help/asking" className="link">
          Who is asked, and when
        </Link>
      </p>
    </div>
  )
}
