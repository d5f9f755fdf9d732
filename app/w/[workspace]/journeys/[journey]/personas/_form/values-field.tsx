'use client'

import { Plus, X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { Button } from '#ui/button'
import { TextField } from '#ui/field'
import { useSay, useWords } from '#words'

type ValuesProps = { values: readonly string[]; offered: readonly { value: string; n: number | null }[]; hint?: string; onChange: (values: string[]) => void }

const MOST_OFFERED = 10
const MOST = 50

/** The values of a condition: those that answers have are one press away, others are typed. */
export function ValuesField({ values, offered, hint, onChange }: ValuesProps) {
  const [t, say] = [useWords('personas'), useSay()]
  const [text, setText] = useState('')
  const add = (value: string) => {
    const trimmed = value.trim()
    if (trimmed !== '' && !values.includes(trimmed) && values.length < MOST) onChange([...values, trimmed])
    setText('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    add(text)
  }
  const rest = offered.filter(({ value }) => !values.includes(value)).slice(0, MOST_OFFERED)
  return (
    <div>
      {values.length > 0 && (
        <ul aria-label={t('form.values')} className="mb-2 flex flex-wrap gap-1.5">
          {values.map((value) => (
            <li key={value} className="inline-flex max-w-full items-center rounded-md bg-accent-soft pl-2 text-sm text-accent-text">
              <span className="truncate">{value}</span>
              <button type="button" aria-label={t('form.takeValue', { value })} onClick={() => onChange(values.filter((one) => one !== value))} className="grid size-7 shrink-0 place-items-center rounded-md hover:text-ink max-wide:size-11">
                <X aria-hidden className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="flex items-end gap-2">
        <TextField label={t('form.values')} labelHidden placeholder={t('form.valueHint')} value={text} maxLength={100} onChange={(event) => setText(event.target.value)} onKeyDown={onKeyDown} onBlur={() => add(text)} className="flex-1" />
        <Button size="icon" aria-label={t('form.addValue')} onClick={() => add(text)}>
          <Plus aria-hidden className="size-4" />
        </Button>
      </div>
      {rest.length > 0 && (
        <div className="mt-1.5 flex flex-wrap items-center gap-1.5 text-xs text-ink-2">
          {t('form.offered')}
          {rest.map(({ value, n }) => (
            <button key={value} type="button" onClick={() => add(value)} className="inline-flex min-h-6 max-w-48 items-center gap-1 rounded-sm border border-line bg-surface px-1.5 text-ink hover:bg-hover max-wide:min-h-11">
              <span className="truncate">{value}</span> <span className="text-ink-3 tabular-nums">{say.count(n)}</span>
            </button>
          ))}
        </div>
      )}
      {hint && <p className="mt-1.5 text-xs text-ink-3">{hint}</p>}
    </div>
  )
}
