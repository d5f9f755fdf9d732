'use client'

import { TextArea, TextField } from '#ui/field'
import { type Draft, draftFaults } from './draft'
import type { Autosave } from './use-autosave'

/** What stands around the questions: who asks, the page's title, and the thanks. */
export function Words({ draft, change, onThanks }: Pick<Autosave, 'draft' | 'change'> & { onThanks: () => void }) {
  const { title, company, thanks } = draft.definition
  const faults = draftFaults(draft)
  const set = (part: Partial<Draft['definition']>) => change((d) => ({ ...d, definition: { ...d.definition, ...part } }))
  return (
    <div className="grid gap-3">
      <div className="grid grid-cols-2 gap-3">
        <TextField label="Who asks" maxLength={120} value={company} error={faults.company} onChange={(e) => set({ company: e.target.value })} />
        <TextField label="Title of the page" maxLength={120} value={title} error={faults.title} onChange={(e) => set({ title: e.target.value })} />
      </div>
      <TextField
        label="Thanks"
        maxLength={120}
        value={thanks.title}
        error={faults.thanks}
        onFocus={onThanks}
        onChange={(e) => set({ thanks: { ...thanks, title: e.target.value } })}
      />
      <TextArea
        label="And below it"
        rows={2}
        maxLength={500}
        value={thanks.text}
        onFocus={onThanks}
        onChange={(e) => set({ thanks: { ...thanks, text: e.target.value } })}
      />
    </div>
  )
}
