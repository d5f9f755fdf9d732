'use client'

import { Plus, X } from 'lucide-react'
import { Button } from '#ui/button'
import { TextField } from '#ui/field'
import { Select } from '#ui/select'
import { useWords } from '#words'
import type { Seen } from '#lib/collect/dimensions/seen'
import { FIELDS, LIST_TESTS, NUMBER_TESTS } from '#lib/journeys/personas/definition'
import { type DraftCondition, type DraftGroup, newCondition, TESTS } from './draft'
import { ValuesField } from './values-field'
import { useRuleWords } from '../_list/words'

type GroupProps = { group: DraftGroup; isFirst: boolean; isOnly: boolean; seen: readonly Seen[]; onChange: (group: DraftGroup) => void }

/** Conditions that all must fit. */
export function GroupFields({ group, isFirst, isOnly, seen, onChange }: GroupProps) {
  const t = useWords('personas')
  const put = (next: DraftCondition) => onChange({ ...group, all: group.all.map((one) => (one.id === next.id ? next : one)) })
  return (
    <section aria-label={t(isFirst ? 'form.all' : 'form.orAll')} className="rounded-md border border-line p-3">
      <p className="text-xs text-ink-2">{t(isFirst ? 'form.all' : 'form.orAll')}</p>
      <ul className="mt-2 space-y-3">
        {group.all.map((condition) => (
          <li key={condition.id}>
            <ConditionFields
              condition={condition}
              seen={seen}
              onChange={put}
              onRemove={isOnly && group.all.length === 1 ? null : () => onChange({ ...group, all: group.all.filter(({ id }) => id !== condition.id) })}
            />
          </li>
        ))}
      </ul>
      <Button look="ghost" className="mt-2 -ml-2" onClick={() => onChange({ ...group, all: [...group.all, newCondition()] })}>
        <Plus aria-hidden className="size-4" />
        {t('form.addCondition')}
      </Button>
    </section>
  )
}

const OTHER = 'other'

type ConditionProps = { condition: DraftCondition; seen: readonly Seen[]; onChange: (condition: DraftCondition) => void; onRemove: (() => void) | null }

function ConditionFields({ condition, seen, onChange, onRemove }: ConditionProps) {
  const t = useWords('personas')
  const { aboutOf } = useRuleWords()
  const { field, name, test } = condition
  const attributes = seen.flatMap((one) => (one.field === 'attribute' && one.name !== undefined ? [one.name] : []))
  const isOther = field === 'attribute' && !attributes.includes(name)
  const options = [
    ...attributes.map((value) => ({ value: `attribute:${value}`, label: value })),
    ...FIELDS.filter((one) => one !== 'attribute').map((value) => ({ value, label: aboutOf({ field: value }) })),
    { value: OTHER, label: t('form.other') },
  ]
  const choose = (value: string) => {
    if (value === OTHER) return onChange({ ...condition, field: 'attribute', name: '', values: [] })
    const [chosen = 'attribute', ...rest] = value.split(':')
    onChange({ ...condition, field: FIELDS.find((one) => one === chosen) ?? 'attribute', name: rest.join(':'), values: [] })
  }
  const offered = seen.find((one) => one.field === field && (one.name ?? '') === name)?.values ?? []
  const isList = LIST_TESTS.some((one) => one === test)
  const isNumber = NUMBER_TESTS.some((one) => one === test)
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-end gap-2">
        <Select label={t('form.about')} labelPlace="hidden" value={isOther ? OTHER : field === 'attribute' ? `attribute:${name}` : field} onChange={choose} options={options} className="min-w-36 flex-1" />
        <Select label={t('form.test')} labelPlace="hidden" value={test} onChange={(next) => onChange({ ...condition, test: TESTS.find((one) => one === next) ?? 'one_of' })} options={TESTS.map((value) => ({ value, label: t(`test.${value}`) }))} className="min-w-36 flex-1" />
        {onRemove && (
          <Button look="ghost" size="icon" aria-label={t('form.takeCondition')} onClick={onRemove}>
            <X aria-hidden className="size-4" />
          </Button>
        )}
      </div>
      {isOther && <TextField label={t('form.attribute')} value={name} maxLength={60} onChange={(event) => onChange({ ...condition, name: event.target.value })} />}
      {isList && <ValuesField values={condition.values} offered={offered} onChange={(values) => onChange({ ...condition, values })} hint={test === 'none_of' && (name || field !== 'attribute') ? t('form.noneOfHint', { about: aboutOf({ field, name }) }) : undefined} />}
      {isNumber && <TextField label={t('form.number')} labelHidden hint={t('form.numberHint')} inputMode="decimal" value={condition.number} onChange={(event) => onChange({ ...condition, number: event.target.value })} />}
    </div>
  )
}
