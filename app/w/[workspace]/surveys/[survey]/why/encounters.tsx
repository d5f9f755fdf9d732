import { Fragment } from 'react'
import Link from 'next/link'
import { Row, Table, Td, Th } from '#ui/table'
import { formatMoment } from '#lib/stats/format-date'
import type { Why } from '#lib/people/asking/why'

const FORMS = {
  popup: 'Pop-up',
  slide: 'Slide-in',
  inline: 'Open on a page',
  button: 'Feedback button',
  page: 'Opened by a link',
  invitation: 'Personal link sent',
  answer: 'Answered',
} as const

/** What of it counts as being asked: what came by itself, and every answer. */
const counts = (form: keyof typeof FORMS, answeredAt: Date | null) => form === 'popup' || form === 'slide' || form === 'invitation' || answeredAt !== null

type EncountersProps = { encounters: Why['encounters']; at: Date; timeZone: string; surveys: string }

/** What the person met, with the moment that was asked about among it. */
export function Encounters({ encounters, at, timeZone, surveys }: EncountersProps) {
  const firstBefore = encounters.findIndex((each) => each.at <= at)
  return (
    <Table caption="What this person met around that moment, the latest first">
      <thead>
        <tr>
          <Th>When</Th>
          <Th>Survey</Th>
          <Th className="max-wide:hidden">How</Th>
          <Th className="max-wide:hidden">Answered</Th>
          <Th className="max-wide:hidden">Counts as asked</Th>
        </tr>
      </thead>
      <tbody>
        {encounters.map(({ surveyId, survey, form, at: met, answeredAt }, i) => (
          <Fragment key={`${surveyId} ${form} ${met.getTime()}`}>
            {i === firstBefore && i > 0 && <Then at={at} timeZone={timeZone} />}
            <Row>
              <Td className="whitespace-nowrap tabular-nums max-wide:py-2 max-wide:align-top">{formatMoment(met, timeZone)}</Td>
              <Th scope="row" className="py-2 break-words whitespace-normal!">
                <Link href={`${surveys}/${surveyId}/why`} className="link">
                  {survey}
                </Link>
                <span className="block text-xs font-normal text-ink-2 wide:hidden">
                  {FORMS[form]}
                  {form !== 'answer' && answeredAt && `, answered ${formatMoment(answeredAt, timeZone)}`}
                  {!counts(form, answeredAt) && ', does not count as asked'}
                </span>
              </Th>
              <Td className="max-wide:hidden">{FORMS[form]}</Td>
              <Td className="whitespace-nowrap tabular-nums max-wide:hidden">{answeredAt ? formatMoment(answeredAt, timeZone) : <span className="text-ink-3">no</span>}</Td>
              <Td className="max-wide:hidden">{counts(form, answeredAt) ? 'yes' : <span className="text-ink-3">no, opened by themselves</span>}</Td>
            </Row>
          </Fragment>
        ))}
        {firstBefore === -1 && <Then at={at} timeZone={timeZone} />}
      </tbody>
    </Table>
  )
}

function Then({ at, timeZone }: { at: Date; timeZone: string }) {
  return (
    <tr className="bg-surface-2 text-xs text-ink-2">
      <td colSpan={5} className="border-b border-grid px-3.5 py-1.5">
        The moment you ask about: {formatMoment(at, timeZone)}. What stands above came later.
      </td>
    </tr>
  )
}
