'use client'

import { TextField } from '#ui/field'
import { Segment } from '#ui/segment'
import { Select } from '#ui/select'
import type { Definition } from '#lib/surveys/definition'
import { settingsOf } from '#lib/surveys/settings'
import { redefine } from '../draft'
import { faultUnder } from '../faults'
import type { Edited } from '../use-autosave'
import { Attributes } from './attributes'
import { Choice } from './look'
import { NumberField } from './number-field'
import { Pages } from './pages'

const FORMS = [
  { value: 'popup', label: 'Popup' },
  { value: 'slide', label: 'Slide-in' },
  { value: 'button', label: 'Button' },
] as const

const SIDES = [
  { value: 'right', label: 'On the right' },
  { value: 'left', label: 'On the left' },
] as const

const KINDS = [
  { value: 'triggered', label: 'After something happened' },
  { value: 'relationship', label: 'Now and then, about the whole' },
]

const OFTEN = [
  { value: 'displayOnce', label: 'Once, answered or not' },
  { value: 'displayMultiple', label: 'Until they answer' },
  { value: 'displaySome', label: 'A few times, until they answer' },
  { value: 'respondMultiple', label: 'Again and again, also after an answer' },
]

type Rules = NonNullable<Definition['rules']>
type Window = NonNullable<Definition['window']>

/** Whom the widget asks of its own accord, when, and how often. Links and what stands open on a page are not held back by it. */
export function AskingFields({ draft, change, faults }: Edited) {
  const { window, rules } = settingsOf(draft.definition)
  const setRules = (part: Rules) => change((d) => redefine(d, { rules: { ...d.definition.rules, ...part } }))
  const setWindow = (part: Window) => change((d) => redefine(d, { window: { ...d.definition.window, ...part } }))
  return (
    <>
      <Choice label="On your site it comes as a">
        <Segment label="On your site it comes as a" value={window.form} options={FORMS} onChange={(form) => setWindow({ form })} className="w-full *:flex-1" />
      </Choice>
      <Segment label="Side" value={window.side} options={SIDES} onChange={(side) => setWindow({ side })} className="w-full *:flex-1" />
      {window.form === 'button' && (
        <TextField
          label="The button says"
          placeholder="Feedback"
          maxLength={40}
          value={window.label ?? ''}
          error={faults['window/label']}
          onChange={(e) => setWindow({ label: e.target.value })}
        />
      )}
      <TextField
        label="When your code tracks"
        placeholder="for example setup_finished"
        hint="wayfelt.track('setup_finished') in your page. Without an event and without pages only wayfelt.show(…) shows it."
        maxLength={80}
        spellCheck={false}
        value={rules.event ?? ''}
        error={faults['rules/event']}
        onChange={(e) => setRules({ event: e.target.value })}
      />
      <Pages pages={rules.pages ?? []} fault={faultUnder(faults, 'rules/pages')} onChange={(pages) => setRules({ pages })} />
      <Attributes attributes={rules.attributes ?? []} fault={faultUnder(faults, 'rules/attributes')} onChange={(attributes) => setRules({ attributes })} />
      <div className="grid grid-cols-2 items-start gap-3">
        <NumberField label="Seconds to wait" least={0} most={3600} value={rules.delaySeconds} onChange={(delaySeconds) => setRules({ delaySeconds: delaySeconds ?? 0 })} />
        <NumberField
          label="Of a hundred people, ask"
          least={0}
          most={100}
          value={rules.displayPercentage}
          onChange={(displayPercentage) => setRules({ displayPercentage: displayPercentage ?? 100 })}
        />
      </div>
      <Select
        label="The same person"
        labelPlace="above"
        value={rules.displayOption}
        options={OFTEN}
        onChange={(to) => setRules({ displayOption: to as Rules['displayOption'] })}
      />
      <div className="grid grid-cols-2 items-start gap-3">
        {rules.displayOption === 'displaySome' && (
          <NumberField label="Times at most" least={1} most={100} value={rules.displayLimit} onChange={(times) => setRules({ displayLimit: times ?? 1 })} />
        )}
        <NumberField
          label="Days until asked again"
          placeholder="as your limits say"
          least={0}
          most={3650}
          value={rules.recontactDays ?? undefined}
          onChange={(days) => setRules({ recontactDays: days ?? null })}
        />
      </div>
      <Select
        label="When it asks"
        labelPlace="above"
        value={rules.kind}
        options={KINDS}
        onChange={(to) => setRules({ kind: to as Rules['kind'] })}
      />
      <p className="text-xs text-ink-3">Nobody is asked more often than the workspace allows across all surveys, in a stage and in a journey; see its settings.</p>
    </>
  )
}
