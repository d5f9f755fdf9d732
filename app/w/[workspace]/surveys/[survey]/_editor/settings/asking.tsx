'use client'

import { TextField } from '#ui/field'
import { Segment } from '#ui/segment'
import { Select } from '#ui/select'
import type { Definition } from '#lib/surveys/definition'
import { settingsOf } from '#lib/surveys/settings'
import { useWords } from '#words'
import { redefine } from '../draft'
import { faultUnder } from '../faults'
import type { Edited } from '../use-autosave'
import { Attributes } from './attributes'
import { Choice } from './look'
import { NumberField } from './number-field'
import { Pages } from './pages'

const FORMS = ['popup', 'slide', 'button'] as const
const SIDES = ['right', 'left'] as const
const KINDS = ['triggered', 'relationship'] as const
const OFTEN = ['displayOnce', 'displayMultiple', 'displaySome', 'respondMultiple'] as const

type Choices = (typeof FORMS | typeof SIDES | typeof KINDS | typeof OFTEN)[number]
type Rules = NonNullable<Definition['rules']>
type Window = NonNullable<Definition['window']>

/** Whom the widget asks of its own accord, when, and how often. Links and what stands open on a page are not held back by it. */
export function AskingFields({ draft, change, faults }: Edited) {
  const t = useWords('questions.settings.asking')
  const named = <V extends Choices>(values: readonly V[]) => values.map((value) => ({ value, label: t(value) }))
  const { window, rules } = settingsOf(draft.definition)
  const setRules = (part: Rules) => change((d) => redefine(d, { rules: { ...d.definition.rules, ...part } }))
  const setWindow = (part: Window) => change((d) => redefine(d, { window: { ...d.definition.window, ...part } }))
  return (
    <>
      <Choice label={t('form')}>
        <Segment label={t('form')} value={window.form} options={named(FORMS)} onChange={(form) => setWindow({ form })} className="w-full *:flex-1" />
      </Choice>
      <Segment label={t('side')} value={window.side} options={named(SIDES)} onChange={(side) => setWindow({ side })} className="w-full *:flex-1" />
      {window.form === 'button' && (
        <TextField
          label={t('says')}
          placeholder={t('saysPlace')}
          maxLength={40}
          value={window.label ?? ''}
          error={faults['window/label']}
          onChange={(e) => setWindow({ label: e.target.value })}
        />
      )}
      <TextField
        label={t('event')}
        placeholder={t('eventPlace')}
        hint={t('eventHint', { call: "wayfelt.track('setup_finished')" })}
        maxLength={80}
        spellCheck={false}
        value={rules.event ?? ''}
        error={faults['rules/event']}
        onChange={(e) => setRules({ event: e.target.value })}
      />
      <Pages pages={rules.pages ?? []} fault={faultUnder(faults, 'rules/pages')} onChange={(pages) => setRules({ pages })} />
      <Attributes attributes={rules.attributes ?? []} fault={faultUnder(faults, 'rules/attributes')} onChange={(attributes) => setRules({ attributes })} />
      <div className="grid grid-cols-2 items-start gap-3">
        <NumberField label={t('delay')} least={0} most={3600} value={rules.delaySeconds} onChange={(delaySeconds) => setRules({ delaySeconds: delaySeconds ?? 0 })} />
        <NumberField
          label={t('percentage')}
          least={0}
          most={100}
          value={rules.displayPercentage}
          onChange={(displayPercentage) => setRules({ displayPercentage: displayPercentage ?? 100 })}
        />
      </div>
      <Select
        label={t('often')}
        labelPlace="above"
        value={rules.displayOption}
        options={named(OFTEN)}
        onChange={(to) => setRules({ displayOption: to as Rules['displayOption'] })}
      />
      <div className="grid grid-cols-2 items-start gap-3">
        {rules.displayOption === 'displaySome' && (
          <NumberField label={t('times')} least={1} most={100} value={rules.displayLimit} onChange={(times) => setRules({ displayLimit: times ?? 1 })} />
        )}
        <NumberField
          label={t('days')}
          placeholder={t('daysPlace')}
          least={0}
          most={3650}
          value={rules.recontactDays ?? undefined}
          onChange={(days) => setRules({ recontactDays: days ?? null })}
        />
      </div>
      <Select
        label={t('kind')}
        labelPlace="above"
        value={rules.kind}
        options={named(KINDS)}
        onChange={(to) => setRules({ kind: to as Rules['kind'] })}
      />
      <p className="text-xs text-ink-3">{t('caps')}</p>
    </>
  )
}
