'use client'

import { Plus, X } from 'lucide-react'
import { Button } from '#ui/button'
import { FieldError, TextField } from '#ui/field'
import { Select } from '#ui/select'
import type { Definition } from '#lib/surveys/definition'
import { useWords } from '#words'

type Attributes = NonNullable<NonNullable<Definition['rules']>['attributes']>

const IS = ['equals', 'notEquals', 'contains', 'atLeast', 'atMost', 'set', 'notSet'] as const

const isAmount = (is: string) => is === 'atLeast' || is === 'atMost'
const needsNone = (is: string) => is === 'set' || is === 'notSet'

/** A bound is a number; elsewhere what was typed stays text, and how it is compared is the server's to say. */
const read = (is: string, text: string) => (isAmount(is) && text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text)

type AttributesProps = { attributes: Attributes; fault: string | undefined; onChange: (attributes: Attributes) => void }

/** Only people about whom your page says so. */
export function Attributes({ attributes, fault, onChange }: AttributesProps) {
  const t = useWords('questions.settings.attributes')
  const edit = (index: number, part: Partial<Attributes[number]>) => onChange(attributes.map((each, i) => (i === index ? { ...each, ...part } : each)))
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{t('legend')}</legend>
      <ul className="grid gap-1.5">
        {attributes.map(({ name, is, value }, i) => (
          <li key={i} className="flex flex-wrap items-start gap-1.5">
            <TextField
              label={t('name', { number: i + 1 })}
              labelHidden
              className="min-w-24 flex-1"
              placeholder="plan"
              maxLength={60}
              spellCheck={false}
              value={name}
              onChange={(e) => edit(i, { name: e.target.value })}
            />
            <Select
              label={t('how', { number: i + 1 })}
              labelPlace="hidden"
              value={is}
              options={IS.map((each) => ({ value: each, label: t(each) }))}
              onChange={(to) => edit(i, { is: to as Attributes[number]['is'], value: needsNone(to) ? undefined : read(to, String(value ?? '')) })}
              className="w-32 shrink-0 [&>button]:h-9 [&>button]:w-full max-wide:[&>button]:h-11"
            />
            {!needsNone(is) && (
              <TextField
                label={t('value', { number: i + 1 })}
                labelHidden
                className="min-w-24 flex-1"
                placeholder={isAmount(is) ? '6' : 'team'}
                maxLength={500}
                spellCheck={false}
                value={String(value ?? '')}
                onChange={(e) => edit(i, { value: read(is, e.target.value) })}
              />
            )}
            <Button look="ghost" size="icon" aria-label={t('remove', { number: i + 1 })} onClick={() => onChange(attributes.toSpliced(i, 1))}>
              <X aria-hidden className="size-3.5" />
            </Button>
          </li>
        ))}
      </ul>
      {fault && <FieldError>{fault}</FieldError>}
      {attributes.length < 20 && (
        <Button look="ghost" className="-ml-3" onClick={() => onChange([...attributes, { name: '', is: 'equals', value: '' }])}>
          <Plus aria-hidden className="size-3.5" />
          {t('add')}
        </Button>
      )}
    </fieldset>
  )
}
