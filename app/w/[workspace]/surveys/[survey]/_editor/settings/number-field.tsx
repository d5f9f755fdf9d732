'use client'

import { useState } from 'react'
import { TextField } from '#ui/field'
import { useSay, useWords } from '#words'

type NumberFieldProps = {
  label: string
  least: number
  most: number
  value: number | undefined
  placeholder?: string
  hint?: string
  onChange: (value: number | undefined) => void
}

/** A whole number; what is none or out of its bounds is said, and not taken over. */
export function NumberField({ label, least, most, value, placeholder, hint, onChange }: NumberFieldProps) {
  const [t, say] = [useWords('questions.settings'), useSay()]
  const [typed, setTyped] = useState<string | null>(null)
  const isRight = (text: string) => text.trim() === '' || (/^\d{1,8}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most)
  const read = (text: string) => {
    setTyped(text)
    if (isRight(text)) onChange(text.trim() === '' ? undefined : Number(text))
  }
  return (
    <TextField
      label={label}
      inputMode="numeric"
      placeholder={placeholder}
      hint={hint}
      maxLength={8}
      value={typed ?? (value === undefined ? '' : String(value))}
      error={typed !== null && !isRight(typed) ? t('number', { least: say.number(least), most: say.number(most) }) : undefined}
      onChange={(e) => read(e.target.value)}
      onBlur={() => typed !== null && isRight(typed) && setTyped(null)}
    />
  )
}
