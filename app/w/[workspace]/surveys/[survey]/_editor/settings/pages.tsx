'use client'

import { Plus, X } from 'lucide-react'
import { Button } from '#ui/button'
import { FieldError, TextField } from '#ui/field'
import { Select } from '#ui/select'
import type { Definition } from '#lib/surveys/definition'
import { useWords } from '#words'

type Pages = NonNullable<NonNullable<Definition['rules']>['pages']>

const IS = ['startsWith', 'exactly', 'contains', 'endsWith', 'not'] as const

type PagesProps = { pages: Pages; fault: string | undefined; onChange: (pages: Pages) => void }

/** The pages on which it asks; without one, on any. */
export function Pages({ pages, fault, onChange }: PagesProps) {
  const t = useWords('questions.settings.pages')
  const edit = (index: number, part: Partial<Pages[number]>) => onChange(pages.map((page, i) => (i === index ? { ...page, ...part } : page)))
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{t('legend')}</legend>
      <ul className="grid gap-1.5">
        {pages.map(({ is, value }, i) => (
          <li key={i} className="flex items-start gap-1.5">
            <Select
              label={t('how', { number: i + 1 })}
              labelPlace="hidden"
              value={is}
              options={IS.map((each) => ({ value: each, label: t(each) }))}
              onChange={(to) => edit(i, { is: to as Pages[number]['is'] })}
              className="w-42 shrink-0 [&>button]:h-9 [&>button]:w-full max-wide:[&>button]:h-11"
            />
            <TextField
              label={t('address', { number: i + 1 })}
              labelHidden
              className="min-w-0 flex-1"
              placeholder={t('addressPlace')}
              maxLength={500}
              spellCheck={false}
              value={value}
              onChange={(e) => edit(i, { value: e.target.value })}
            />
            <Button look="ghost" size="icon" aria-label={t('remove', { number: i + 1 })} onClick={() => onChange(pages.toSpliced(i, 1))}>
              <X aria-hidden className="size-3.5" />
            </Button>
          </li>
        ))}
      </ul>
      {fault && <FieldError>{fault}</FieldError>}
      {pages.length < 20 && (
        <Button look="ghost" className="-ml-3" onClick={() => onChange([...pages, { is: 'startsWith', value: '' }])}>
          <Plus aria-hidden className="size-3.5" />
          {t('add')}
        </Button>
      )}
    </fieldset>
  )
}
