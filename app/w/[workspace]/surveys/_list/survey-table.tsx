import { TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { Row, Table, Td, Th } from '#ui/table'
import type { AnswerCount } from '#lib/collect/results/count'
import type { Waiting } from '#lib/collect/results/waiting'
import type { SurveyRow } from '#lib/surveys/read'
import { INSTRUMENTS } from '#lib/widget/scale'
import type { Say } from '#lib/words/say'
import { useSay, useWords } from '#words'
import { SurveyState } from './state'

type TableProps = {
  base: string
  surveys: readonly SurveyRow[]
  counts: ReadonlyMap<string, AnswerCount>
  waiting: ReadonlyMap<string, Waiting>
  withJourney: boolean
  mayEdit: boolean
}

type Words = ReturnType<typeof useWords<'surveys'>>

function answersText(say: Say, t: Words, count: AnswerCount | undefined, state: SurveyRow['state']): string {
  if (count === undefined || count.n === 0) return state === 'draft' ? '–' : '0'
  return count.n === null ? t('list.few') : `${say.number(count.n)}${count.isMore ? '+' : ''}`
}

/** NPS, CES, comment: what a survey asks, each once. */
const instrumentNames = (t: Words, instruments: readonly string[]): string =>
  [...new Set(instruments.flatMap((asked) => INSTRUMENTS.filter((each) => each === asked).map((each) => t(`list.instruments.${each}`))))].join(', ')

export function SurveyTable({ base, surveys, counts, waiting, withJourney, mayEdit }: TableProps) {
  const [t, say] = [useWords('surveys'), useSay()]
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <Th>{t('list.survey')}</Th>
          {withJourney && <Th className="max-wide:hidden">{t('list.journey')}</Th>}
          <Th className="max-wide:hidden">{t('list.where')}</Th>
          <Th>{t('list.state')}</Th>
          <Th numeric className="max-wide:hidden">
            {t('list.answers')}
          </Th>
          <Th className="w-px max-wide:hidden">
            <span className="sr-only">{mayEdit ? t('list.edit') : t('list.view')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {surveys.map((survey) => {
          const { id, name, state, journey } = survey
          const answers = answersText(say, t, counts.get(id), state)
          return (
            <Row key={id} className="relative">
              <Th scope="row" className="h-15.5 py-2.5 whitespace-normal!">
                <Link href={`${base}/${id}`} className="text-base font-medium after:absolute after:inset-0">
                  {name}
                </Link>
                <span className="block text-xs font-normal text-ink-3 max-wide:hidden">{instrumentNames(t, survey.instruments)}</span>
                <span className="block text-xs font-normal text-ink-2 wide:hidden">
                  {survey.touchpoint ? `${survey.stage?.name} · ${survey.touchpoint.name}` : t('list.unplaced')}
                </span>
                {state !== 'draft' && (
                  <span className="block text-xs font-normal text-ink-3 wide:hidden">
                    <Link href={`${base}/${id}/answers`} prefetch={false} className="link relative z-1 inline-flex min-h-6 items-center">
                      {t('list.inDays', { answers })}
                    </Link>
                    <Held href={`${base}/${id}/answers?held=1`} waiting={waiting.get(id)} />
                  </span>
                )}
              </Th>
              {withJourney && <Td className="text-ink-2 max-wide:hidden">{journey.name}</Td>}
              <Td className="normal-nums max-wide:hidden">
                <Where survey={survey} />
              </Td>
              <Td>
                <SurveyState state={state} />
              </Td>
              <Td numeric className={counts.get(id)?.n ? 'max-wide:hidden' : 'text-ink-2 max-wide:hidden'}>
                {state === 'draft' ? (
                  answers
                ) : (
                  <Link href={`${base}/${id}/answers`} prefetch={false} className="relative z-1 underline-offset-2 hover:underline" aria-label={t('list.show', { answers })}>
                    {answers}
                  </Link>
                )}
                <Held href={`${base}/${id}/answers?held=1`} waiting={waiting.get(id)} />
              </Td>
              <Td className="max-wide:hidden">
                <span aria-hidden className="link">
                  {mayEdit ? (survey.touchpoint ? t('list.edit') : t('list.finish')) : t('list.view')}
                </span>
              </Td>
            </Row>
          )
        })}
      </tbody>
    </Table>
  )
}

/** Above the link of the row, which covers it. */
function Held({ href, waiting }: { href: string; waiting: Waiting | undefined }) {
  const [t, say] = [useWords('surveys'), useSay()]
  if (!waiting) return null
  return (
    <Link href={href} prefetch={false} className="relative z-1 block text-xs text-warn underline underline-offset-2 max-wide:py-1">
      {t('list.held', { count: `${say.number(waiting.n)}${waiting.isMore ? '+' : ''}` })}
    </Link>
  )
}

function Where({ survey: { stage, touchpoint } }: { survey: SurveyRow }) {
  const t = useWords('surveys')
  if (!stage || !touchpoint) {
    return (
      <span className="inline-flex items-center gap-1.5 text-xs text-warn">
        <TriangleAlert aria-hidden className="size-3" />
        {t('list.cannotGoLive')}
      </span>
    )
  }
  return (
    <>
      <span className="block">{stage.name}</span>
      <span className="block text-xs text-ink-3">{touchpoint.name}</span>
    </>
  )
}
