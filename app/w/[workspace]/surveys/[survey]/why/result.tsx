import Link from 'next/link'
import { Card } from '#ui/card'
import type { Why } from '#lib/people/asking/why'
import { useSay, useWords } from '#words'
import { Encounters } from './encounters'
import { Steps } from './steps'

/** The sentence first, then every rule that led to it, then what the person had met. */
export function Result({ why, person, surveys }: { why: Why; person: string; surveys: string }) {
  const { at, timeZone, show, detail, until, steps, encounters, survey } = why
  const [say, t] = [useSay(), useWords('answers.why')]
  const who = person === '' ? t('somebody') : t('named', { person })
  // As it stands, and as it reads within an English sentence.
  const verdict = { detail, inside: detail.charAt(0).toLowerCase() + detail.slice(1) }
  return (
    <div className="grid min-w-0 gap-4 max-wide:order-first" aria-live="polite">
      <Card>
        <div className="border-b border-line px-4 pt-4 pb-3.5">
          <h2 className="text-xl font-semibold tracking-tight text-balance break-words" data-testid="verdict">
            {show ? t('shown') : t('notShown', verdict)}
          </h2>
          <p className="mt-1 text-sm break-words text-ink-2">
            {t('to', { who, moment: say.moment(at, timeZone), timeZone })} {survey.version === null ? t('unpublished') : t('version', { version: survey.version })}
            {until && ` ${t('until', { moment: say.moment(until, timeZone) })}`}
          </p>
        </div>
        <Steps steps={steps} />
      </Card>
      {person !== '' && (
        <Card>
          <h2 className="px-4 pt-4 pb-2 text-lg font-semibold tracking-tight">{t('met')}</h2>
          {encounters.length > 0 ? (
            <Encounters encounters={encounters} at={at} timeZone={timeZone} surveys={surveys} />
          ) : (
            <p className="px-4 pb-4 text-sm text-ink-2">{t('unknown')}</p>
          )}
        </Card>
      )}
      <p className="text-xs text-ink-3">
        {t('limits')}{' '}
        <Link href="/help/asking" className="link">
          {t('help')}
        </Link>
      </p>
    </div>
  )
}
