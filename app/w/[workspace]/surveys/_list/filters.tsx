'use client'

import { Search } from 'lucide-react'
import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useRef, useState, useTransition } from 'react'
import { Select } from '#ui/select'
import { useWords } from '#words'
import { type ListFilter, listQuery } from './address'

type Choice = { value: string; label: string }
type FiltersProps = { filter: ListFilter; journeys: readonly Choice[]; stages: readonly Choice[] }

const TYPING_MS = 300

/** Search, journey (where there are several) and stage; the address holds them. */
export function Filters({ filter, journeys, stages }: FiltersProps) {
  const t = useWords('surveys')
  const [router, path] = [useRouter(), usePathname()]
  const [pending, start] = useTransition()
  const [search, setSearch] = useState(filter.search ?? '')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const addressOf = (change: ListFilter) => path + listQuery({ ...filter, search, cursor: undefined, ...change })
  const go = (change: ListFilter) => start(() => router.replace(addressOf(change), { scroll: false }))
  const type = (text: string) => {
    setSearch(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => go({ search: text.trim() }), TYPING_MS)
  }
  return (
    <search className="flex flex-wrap items-center gap-2 max-wide:contents" aria-busy={pending || undefined}>
      <div className="relative max-wide:w-full">
        <Search aria-hidden className="absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-ink-3" />
        <input
          type="search"
          aria-label={t('list.find')}
          placeholder={t('list.find')}
          maxLength={120}
          value={search}
          onChange={(event) => type(event.target.value)}
          className="h-(--ctl-h) w-60 rounded-md border border-line-field bg-surface pr-2.5 pl-8 text-sm placeholder:text-ink-3 max-wide:w-full max-wide:text-lg"
        />
      </div>
      {journeys.length > 1 && (
        <Select
          label={t('list.journey')}
          value={filter.journey ?? ''}
          onChange={(journey) => go({ journey, stage: undefined })}
          options={[{ value: '', label: t('list.all') }, ...journeys]}
        />
      )}
      {stages.length > 0 && (
        <Select
          label={t('list.stage')}
          value={filter.stage ?? ''}
          onChange={(stage) => go({ stage })}
          options={[{ value: '', label: t('list.all') }, ...stages]}
        />
      )}
    </search>
  )
}
