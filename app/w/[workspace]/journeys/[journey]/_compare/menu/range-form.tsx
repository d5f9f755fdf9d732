'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '#ui/button'
import { FieldError, TextField } from '#ui/field'
import { useWords } from '#words'
import { rangeIn } from '../../_filter/range'

/** Days of one's own to compare with. */
export function RangeForm({ onRange }: { onRange: (from: string, to: string) => void }) {
  const [t, period] = [useWords('compare.range'), useWords('map.period')]
  const [error, setError] = useState('')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const range = rangeIn(event.currentTarget)
    if (range.fault !== null) return setError(period(range.fault))
    onRange(range.from, range.to)
  }
  return (
    <form onSubmit={submit} className="grid grid-cols-2 gap-2.5 px-2.5 pt-1.5 pb-2 max-wide:grid-cols-1" noValidate>
      <TextField label={t('from')} name="from" type="date" />
      <TextField label={t('to')} name="to" type="date" />
      {error && (
        <div className="-mt-1.5 wide:col-span-2">
          <FieldError>{error}</FieldError>
        </div>
      )}
      <Button type="submit" className="wide:col-span-2">
        {t('submit')}
      </Button>
    </form>
  )
}
