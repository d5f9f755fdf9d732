import { Fragment } from 'react'
import Link from 'next/link'
import { Row, Table, Td, Th } from '#ui/table'
import type { Why } from '#lib/people/asking/why'
import { useSay, useWords } from '#words'

/** What of it counts as being asked: what came by itself, and every answer. */
const counts = (form: Why['encounters'][number]['form'], answeredAt: Date | null) => form === 'popup' || form === 'slide' || form === 'invitation' || answeredAt !== null

type EncountersProps = { encounters: Why['encounters']; at: Date; timeZone: string; surveys: string }

/** What the person met, with the moment that was asked about among it. */
export function Encounters({ encounters, at, timeZone, surveys }: EncountersProps) {
  const [say, t] = [useSay(), useWords('answers.why.encounters')]
  const firstBefore = encounters.findIndex((each) => each.at <= at)
  return (
    <Table caption={t('caption')}>
      <thead>
        <tr>
          <Th>{t('when')}</Th>
          <Th>{t('survey')}</Th>
          <Th className="max-wide:hidden">{t('how')}</Th>
          <Th className="max-wide:hidden">{t('answered')}</Th>
          <Th className="max-wide:hidden">{t('counts')}</Th>
        </tr>
      </thead>
      <tbody>
        {encounters.map(({ surveyId, survey, form, at: met, answeredAt }, i) => (
          <Fragment key={`${surveyId} ${form} ${met.getTime()}`}>
            {i === firstBefore && i > 0 && <Then at={at} timeZone={timeZone} />}
            <Row>
              <Td className="whitespace-nowrap tabular-nums max-wide:py-2 max-wide:align-top">{say.moment(met, timeZone)}</Td>
              <Th scope="row" className="py-2 break-words whitespace-normal!">
                <Link href={`${surveys}/${surveyId}/why`} className="link">
                  {survey}
                </Link>
                <span className="block text-xs font-normal text-ink-2 wide:hidden">
                  {t(`forms.${form}`)}
                  {form !== 'answer' && answeredAt && t('answeredAt', { moment: say.moment(answeredAt, timeZone) })}
                  {!counts(form, answeredAt) && t('countsNot')}
                </span>
              </Th>
              <Td className="max-wide:hidden">{t(`forms.${form}`)}</Td>
              <Td className="whitespace-nowrap tabular-nums max-wide:hidden">{answeredAt ? say.moment(answeredAt, timeZone) : <span className="text-ink-3">{t('no')}</span>}</Td>
              <Td className="max-wide:hidden">{counts(form, answeredAt) ? t('yes') : <span className="text-ink-3">{t('themselves')}</span>}</Td>
            </Row>
          </Fragment>
        ))}
        {firstBefore === -1 && <Then at={at} timeZone={timeZone} />}
      </tbody>
    </Table>
  )
}

function Then({ at, timeZone }: { at: Date; timeZone: string }) {
  const [say, t] = [useSay(), useWords('answers.why.encounters')]
  return (
    <tr className="bg-surface-2 text-xs text-ink-2">
      <td colSpan={5} className="border-b border-grid px-3.5 py-1.5">
        {t('then', { moment: say.moment(at, timeZone) })}
      </td>
    </tr>
  )
}
