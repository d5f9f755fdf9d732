'use client'

import { usePathname, useRouter } from 'next/navigation'
import { type ReactNode, useTransition } from 'react'
import { Select } from '#ui/select'
import { useWords } from '#words'
import { type Filter, filterQuery, groupOf, MAP_PRESET, PRESETS, type Preset, withGroup } from './address'
import { PeriodPicker } from './period-picker'

type FiltersProps = {
  filter: Filter
  /** The period of an address that names none. */
  preset?: Preset
  /** What else this page's address says: each is a picker of its own. */
  choices?: readonly { name: string; label: string; value: string; options: readonly { value: string; label: string }[] }[]
  from: string
  to: string
  periodText: string
  channels: readonly { value: string; label: string; detail: string }[]
  /** By what else the answers are counted: one group at a time is shown, `value` as groupOf writes it. */
  groups?: { label: string; options: readonly { value: string; label: string; detail: string }[] }
  children?: ReactNode
}

/** In a row; on a phone in rows that are filled, so that days of two years are not cut. */
const FILTERS = 'flex flex-wrap items-center gap-2 max-wide:w-full max-wide:[&>*]:grow max-wide:[&_button]:w-full max-wide:[&_button]:justify-between'

/** Period, channel, and other groups. The address holds them, so that the back button and a shared link show the same map. */
export function Filters({ filter, preset = MAP_PRESET, choices = [], from, to, periodText, channels, groups, children }: FiltersProps) {
  const t = useWords('map.filters')
  const router = useRouter()
  const path = usePathname()
  const [pending, start] = useTransition()
  const chosen = Object.fromEntries(choices.filter(({ value, options }) => value !== options[0]?.value).map(({ name, value }) => [name, value]))
  const addressOf = (change: Partial<Filter>, more = chosen) => path + filterQuery({ ...filter, ...change }, preset, more)
  const go = (address: string) => start(() => router.push(address, { scroll: false }))
  const hrefs = Object.fromEntries(PRESETS.map((period) => [period, addressOf({ period })]))
  const options = [{ value: '', label: t('all') }, ...channels]
  const unknown = filter.channel !== undefined && !channels.some(({ value }) => value === filter.channel)
  if (unknown && filter.channel) options.push({ value: filter.channel, label: filter.channel, detail: '0' })
  const group = groupOf(filter)
  const isMissing = group !== '' && !filter.channel && groups?.options.every(({ value }) => value !== group)
  const missing = isMissing ? [{ value: group, label: group.slice(group.lastIndexOf(':') + 1), detail: '0' }] : []
  return (
    <div className={FILTERS} aria-busy={pending || undefined}>
      {pending && (
        <span role="status" className="animate-[appear_160ms_200ms_backwards] text-xs text-ink-3 max-wide:sr-only">
          {t('loading')}
        </span>
      )}
      {choices.map(({ name, label, value, options: offered }) => (
        <Select
          key={name}
          label={label}
          value={value}
          options={offered}
          onChange={(next) => go(addressOf({}, { ...chosen, [name]: next }))}
        />
      ))}
      <PeriodPicker
        text={periodText}
        current={filter.period}
        from={from}
        to={to}
        hrefs={hrefs}
        onRange={(first, last) => go(addressOf({ period: 'custom', from: first, to: last }))}
      />
      <Select
        label={t('channel')}
        value={filter.channel ?? ''}
        onChange={(channel) => go(addressOf(withGroup(filter, channel && `channel:${channel}`)))}
        options={options}
      />
      {groups && (
        <Select
          label={groups.label}
          value={filter.channel ? '' : group}
          onChange={(next) => go(addressOf(withGroup(filter, next)))}
          options={[{ value: '', label: t('all') }, ...groups.options, ...missing]}
        />
      )}
      {children}
    </div>
  )
}
