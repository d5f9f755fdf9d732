'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { Select } from '#ui/select'
import { type AnswersFilter, answersQuery, PERIODS } from '../address'

const LABELS = { 30: 'Last 30 days', 90: 'Last 90 days', 365: 'Last year' } as const

export function Period({ days }: Pick<AnswersFilter, 'days'>) {
  const [router, path] = [useRouter(), usePathname()]
  const [pending, start] = useTransition()
  const go = (chosen: string) => {
    const next = PERIODS.find((each) => String(each) === chosen) ?? 90
    start(() => router.replace(path + answersQuery({ view: 'questions', days: next }), { scroll: false }))
  }
  return (
    <div aria-busy={pending || undefined}>
      <Select label="Period" value={String(days)} onChange={go} options={PERIODS.map((each) => ({ value: String(each), label: LABELS[each] }))} />
    </div>
  )
}
