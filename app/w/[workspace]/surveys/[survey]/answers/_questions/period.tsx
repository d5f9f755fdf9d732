'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { Select } from '#ui/select'
import { useWords } from '#words'
import { type AnswersFilter, answersQuery, PERIODS } from '../address'

export function Period({ days }: Pick<AnswersFilter, 'days'>) {
  const t = useWords('answers')
  const [router, path] = [useRouter(), usePathname()]
  const [pending, start] = useTransition()
  const go = (chosen: string) => {
    const next = PERIODS.find((each) => String(each) === chosen) ?? 90
    start(() => router.replace(path + answersQuery({ view: 'questions', days: next }), { scroll: false }))
  }
  return (
    <div aria-busy={pending || undefined}>
      <Select label={t('period.label')} value={String(days)} onChange={go} options={PERIODS.map((each) => ({ value: String(each), label: t(`period.${each}`) }))} />
    </div>
  )
}
