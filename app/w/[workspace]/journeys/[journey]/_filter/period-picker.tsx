'use client'

import { Check, ChevronDown } from 'lucide-react'
import Link from 'next/link'
import { type FormEvent, useState } from 'react'
import { Button } from '#ui/button'
import { TextField } from '#ui/field'
import { Popover } from '#ui/popover'
import { useWords } from '#words'
import { PRESETS } from './address'
import { rangeIn } from './range'

type PickerProps = {
  /** What is chosen, as the button says it. */
  text: string
  current: string
  from: string
  to: string
  hrefs: Readonly<Record<string, string>>
  onRange: (from: string, to: string) => void
}

/** The period: four relative ones, or a range of one's own. Each is an address. */
export function PeriodPicker({ text, current, from, to, hrefs, onRange }: PickerProps) {
  const t = useWords('map')
  const [open, setOpen] = useState(false)
  const [error, setError] = useState('')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const range = rangeIn(event.currentTarget)
    if (range.fault !== null) return setError(t(`period.${range.fault}`))
    setError('')
    setOpen(false)
    onRange(range.from, range.to)
  }
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={t('period.label')}
      className="w-76"
      trigger={
        <Button aria-label={t('period.says', { text })}>
          <span className="font-normal text-ink-3 max-[1599px]:hidden">{t('period.label')}</span> {text}
          <ChevronDown aria-hidden className="size-3.5 text-ink-3" />
        </Button>
      }
    >
      <ul>
        {PRESETS.map((preset) => (
          <li key={preset}>
            <Link
              href={hrefs[preset] ?? ''}
              scroll={false}
              prefetch={false}
              onClick={() => setOpen(false)}
              aria-current={preset === current ? 'true' : undefined}
              className="flex h-8 items-center gap-2 rounded-sm px-2.5 text-sm hover:bg-hover max-wide:h-11"
            >
              <Check aria-hidden className={preset === current ? 'size-3.5 text-accent-text' : 'invisible size-3.5'} />
              {t(`preset.${preset}`)}
            </Link>
          </li>
        ))}
      </ul>
      <form onSubmit={submit} className="mt-1 grid grid-cols-2 gap-2.5 border-t max-wide:grid-cols-1 border-line p-2.5" noValidate>
        <TextField label={t('period.from')} name="from" type="date" defaultValue={from} />
        <TextField label={t('period.to')} name="to" type="date" defaultValue={to} />
        {error && (
          <p role="alert" className="wide:col-span-2 text-xs text-danger">
            {error}
          </p>
        )}
        <Button type="submit" look="primary" className="wide:col-span-2">
          {t('period.show')}
        </Button>
      </form>
    </Popover>
  )
}
