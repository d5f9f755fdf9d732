'use client'

import { RadioCard, TextField } from '#ui/field'
import { settingsOf } from '#lib/surveys/settings'
import type { Definition } from '#lib/surveys/definition'
import { redefine } from '../draft'
import type { Edited } from '../use-autosave'

const MODES = [
  { value: 'anonymous', label: 'Anonymous', about: 'Nobody’s id is kept beside an answer, even when your page sends one.' },
  { value: 'pseudonymous', label: 'Pseudonymous', about: 'A keyed hash of the id is kept: you see that two answers are one person’s, not whose.' },
  { value: 'identified', label: 'Identified', about: 'The id that you send is kept, so that you can get back to the person. The page says so.' },
] as const

type Privacy = NonNullable<Definition['privacy']>

/** What is kept about who answered. */
export function PrivacyFields({ draft, change, faults }: Edited) {
  const { privacy } = settingsOf(draft.definition)
  const set = (part: Privacy) => change((d) => redefine(d, { privacy: { ...d.definition.privacy, ...part } }))
  return (
    <>
      <fieldset>
        <legend className="sr-only">What is kept about who answered</legend>
        <div className="grid gap-2">
          {MODES.map(({ value, label, about }) => (
            <RadioCard
              key={value}
              name="privacy"
              value={value}
              label={label}
              hint={about}
              checked={privacy.mode === value}
              onChange={() => set({ mode: value })}
            />
          ))}
        </div>
      </fieldset>
      <TextField
        label="Where people read more"
        type="url"
        inputMode="url"
        placeholder="https://"
        hint="A link at the foot of the page. No cookie, address or browser is kept in any case."
        maxLength={500}
        value={privacy.link ?? ''}
        error={faults['privacy/link']}
        onChange={(e) => set({ link: e.target.value.trim() })}
      />
      <p className="text-xs text-ink-3">It holds for answers from publishing on; those that came before stay as they were taken.</p>
    </>
  )
}
