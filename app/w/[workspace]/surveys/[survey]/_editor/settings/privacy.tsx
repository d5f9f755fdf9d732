'use client'

import { RadioCard, TextField } from '#ui/field'
import { settingsOf } from '#lib/surveys/settings'
import type { Definition } from '#lib/surveys/definition'
import { useWords } from '#words'
import { redefine } from '../draft'
import type { Edited } from '../use-autosave'

const MODES = ['anonymous', 'pseudonymous', 'identified'] as const

type Privacy = NonNullable<Definition['privacy']>

/** What is kept about who answered. */
export function PrivacyFields({ draft, change, faults }: Edited) {
  const t = useWords('questions.settings.privacy')
  const { privacy } = settingsOf(draft.definition)
  const set = (part: Privacy) => change((d) => redefine(d, { privacy: { ...d.definition.privacy, ...part } }))
  return (
    <>
      <fieldset>
        <legend className="sr-only">{t('legend')}</legend>
        <div className="grid gap-2">
          {MODES.map((mode) => (
            <RadioCard
              key={mode}
              name="privacy"
              value={mode}
              label={t(`${mode}.name`)}
              hint={t(`${mode}.about`)}
              checked={privacy.mode === mode}
              onChange={() => set({ mode })}
            />
          ))}
        </div>
      </fieldset>
      <TextField
        label={t('link')}
        type="url"
        inputMode="url"
        placeholder="https://"
        hint={t('linkHint')}
        maxLength={500}
        value={privacy.link ?? ''}
        error={faults['privacy/link']}
        onChange={(e) => set({ link: e.target.value.trim() })}
      />
      <p className="text-xs text-ink-3">{t('since')}</p>
    </>
  )
}
