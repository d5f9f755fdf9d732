'use client'

import { Plus, X } from 'lucide-react'
import { Button } from '#ui/button'
import { FieldError, TextField } from '#ui/field'
import { Select } from '#ui/select'
import type { Definition } from '#lib/surveys/definition'

type Pages = NonNullable<NonNullable<Definition['rules']>['pages']>

const IS = [
  { value: 'startsWith', label: 'begins with' },
  { value: 'exactly', label: 'is exactly' },
  { value: 'contains', label: 'contains' },
  { value: 'endsWith', label: 'ends with' },
  { value: 'not', label: 'does not contain' },
]

type PagesProps = { pages: Pages; fault: string | undefined; onChange: (pages: Pages) => void }

/** The pages on which it asks; without one, on any. */
export function Pages({ pages, fault, onChange }: PagesProps) {
  const edit = (index: number, part: Partial<Pages[number]>) => onChange(pages.map((page, i) => (i === index ? { ...page, ...part } : page)))
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">On pages whose address</legend>
      <ul className="grid gap-1.5">
        {pages.map(({ is, value }, i) => (
          <li key={i} className="flex items-start gap-1.5">
            <Select
              label={`Page ${i + 1}, how`}
              labelPlace="hidden"
              value={is}
              options={IS}
              onChange={(to) => edit(i, { is: to as Pages[number]['is'] })}
              className="w-42 shrink-0 [&>button]:h-9 [&>button]:w-full max-wide:[&>button]:h-11"
            />
            <TextField
              label={`Page ${i + 1}, address`}
              labelHidden
              className="min-w-0 flex-1"
              placeholder="https://shop.example/thanks"
              maxLength={500}
              spellCheck={false}
              value={value}
              onChange={(e) => edit(i, { value: e.target.value })}
            />
            <Button look="ghost" size="icon" aria-label={`Remove page ${i + 1}`} onClick={() => onChange(pages.toSpliced(i, 1))}>
              <X aria-hidden className="size-3.5" />
            </Button>
          </li>
        ))}
      </ul>
      {fault && <FieldError>{fault}</FieldError>}
      {pages.length < 20 && (
        <Button look="ghost" className="-ml-3" onClick={() => onChange([...pages, { is: 'startsWith', value: '' }])}>
          <Plus aria-hidden className="size-3.5" />
          Add page
        </Button>
      )}
    </fieldset>
  )
}
