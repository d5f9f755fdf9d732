'use client'

import Link from 'next/link'
import { useState, useTransition } from 'react'
import { useSay, useWords } from '#words'
import { Button } from '#ui/button'
import { Row, Table, Td, Th } from '#ui/table'
import { useToast } from '#ui/toast'
import type { PeoplePage } from '#lib/maps/people/types'
import { morePeople } from './actions'
import { dayOf, Score } from './score'

type PeopleProps = { slug: string; asked: Readonly<Record<string, string>>; timeZone: string; first: PeoplePage }

/** Who answered here, for whoever may look a person up; where nobody is known, why. */
export function People({ slug, asked, timeZone, first }: PeopleProps) {
  const t = useWords('panel')
  const say = useSay()
  const toast = useToast()
  const [later, setLater] = useState<PeoplePage | null>(null)
  const [pending, start] = useTransition()
  const cursor = later ? later.nextCursor : first.nextCursor
  const people = [...first.people, ...(later?.people ?? []).filter(({ response }) => !first.people.some((known) => known.response === response))]
  const more = () =>
    start(async () => {
      const answer = await morePeople(slug, { ...asked, ...(cursor ? { cursor } : {}) }).catch(() => null)
      if (!answer?.ok) return toast(answer?.problem.detail ?? t('comments.failed'), { tone: 'error' })
      setLater({ ...answer.data, people: [...people, ...answer.data.people] })
    })
  return (
    <>
      {first.why && (
        <p className="text-sm text-ink-2">
          {t(`people.${first.why}`)}{' '}
          {first.why !== 'too_few_answers' && (
            <Link href={`/w/${slug}/surveys`} prefetch={false} className="link">
              {t('people.how')}
            </Link>
          )}
        </p>
      )}
      {people.length > 0 && (
        <Table caption={t('people.list')} className="-mx-3.5 w-[calc(100%+28px)]">
          <thead>
            <tr>
              <Th>{t('people.person')}</Th>
              <Th>{t('people.score')}</Th>
              <Th>{t('people.where')}</Th>
            </tr>
          </thead>
          <tbody>
            {people.map(({ response, person, score, touchpoint, channel, occurredAt }) => (
              <Row key={response}>
                <Th scope="row" className="max-w-40 truncate wide:max-w-56">
                  {person}
                </Th>
                <Td>
                  <span className="inline-block">
                    <Score score={score} />
                  </span>
                </Td>
                <Td className="max-w-56 py-1.5">
                  <span className="block truncate">{[touchpoint.name, channel].filter(Boolean).join(' · ')}</span>
                  <span className="block text-xs text-ink-3">{dayOf(say, occurredAt, timeZone)}</span>
                </Td>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
      {cursor && (
        <Button className="mt-3" onClick={more} busy={pending} busyLabel={t('comments.loading')}>
          {t('people.more')}
        </Button>
      )}
    </>
  )
}
