'use client'

import { Search } from 'lucide-react'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import type { FormEvent } from 'react'
import { useWords } from '#words'
import { Segment } from '#ui/segment'
import { Select } from '#ui/select'

export type Said = { search: string; mood: '' | 'negative' | 'neutral' | 'positive'; via: string; at: string }

type FiltersProps = { said: Said; channels: readonly string[]; touchpoints: readonly { key: string; name: string }[] }

/** Which of the comments are shown. Each choice is an address of its own, so that Back undoes it. */
export function CommentFilters({ said, channels, touchpoints }: FiltersProps) {
  const t = useWords('panel')
  const go = useSaid()
  const moods = (['negative', 'neutral', 'positive'] as const).map((value) => ({ value, label: t(`comments.${value}`) }))
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <Segment<Said['mood']> label={t('comments.mood')} value={said.mood} onChange={(mood) => go({ mood })} options={[{ value: '', label: t('comments.all') }, ...moods]} />
      {channels.length > 1 && (
        <Select label={t('comments.channel')} value={said.via} onChange={(via) => go({ via })} options={[{ value: '', label: t('comments.any') }, ...channels.map((value) => ({ value, label: value }))]} />
      )}
      {touchpoints.length > 1 && (
        <Select
          label={t('comments.touchpoint')}
          value={said.at}
          onChange={(at) => go({ at })}
          options={[{ value: '', label: t('comments.any') }, ...touchpoints.map(({ key, name }) => ({ value: key, label: name }))]}
          className="max-w-64 min-w-0"
        />
      )}
    </div>
  )
}

/** Opens the panel's address with some of what is looked for changed. */
export function useSaid(): (change: Partial<Said>) => void {
  const router = useRouter()
  const path = usePathname()
  const params = useSearchParams()
  return (change) => {
    const next = new URLSearchParams(params)
    for (const [name, value] of Object.entries(change)) {
      if (value === '') next.delete(name)
      else next.set(name, value)
    }
    router.push(`${path}?${next}`, { scroll: false })
  }
}

export function SearchBox({ search }: { search: string }) {
  const t = useWords('panel')
  const go = useSaid()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    go({ search: String(new FormData(event.currentTarget).get('search')).trim() })
  }
  return (
    <form role="search" onSubmit={submit} className="relative ml-auto w-60 max-wide:w-full">
      <Search aria-hidden className="absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-ink-3" />
      <input
        key={search}
        type="search"
        name="search"
        aria-label={t('comments.find')}
        placeholder={t('comments.find')}
        defaultValue={search}
        maxLength={200}
        className="h-(--ctl-h) w-full rounded-md border border-line-field bg-surface pr-2 pl-8 text-sm placeholder:text-ink-3"
      />
    </form>
  )
}
