'use client'

import { type ComponentProps, type FormEvent, useState } from 'react'
import { Button } from '#ui/button'
import { FieldError, TextField } from '#ui/field'
import { useWords } from '#words'
import { rangeIn } from './range'

type FormProps = { from?: string; to?: string; submit: string; look?: ComponentProps<typeof Button>['look']; onRange: (from: string, to: string) => void }

/** Two days of one's own, for the map or to compare it with; `submit`: what its button says. */
export function RangeForm({ from, to, submit, look, onRange }: FormProps) {
  const t = useWords('map.period')
  const [error, setError] = useState('')
  const read = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const range = rangeIn(event.currentTarget)
    if (range.fault !== null) return setError(t(range.fault))
    setError('')
    onRange(range.from, range.to)
  }
  return (
    <form onSubmit={read} className="grid grid-cols-2 gap-2.5 px-2.5 pt-1.5 pb-2 max-wide:grid-cols-1" noValidate>
      <TextField label={t('from')} name="from" type="date" defaultValue={from} />
      <TextField label={t('to')} name="to" type="date" defaultValue={to} />
      {error && (
        <div className="-mt-1.5 wide:col-span-2">
          <FieldError>{error}</FieldError>
        </div>
      )}
      <Button type="submit" look={look} className="wide:col-span-2">
        {submit}
      </Button>
    </form>
  )
}
