'use client'

import { Checkbox } from '#ui/field'
import { settingsOf } from '#lib/surveys/settings'
import { useWords } from '#words'
import { redefine } from '../draft'
import type { Edited } from '../use-autosave'

/** Against floods of made-up answers. What is always on is said too, so that nobody looks for it. */
export function ProtectionFields({ draft, change }: Edited) {
  const t = useWords('questions.settings.protection')
  const { protection } = settingsOf(draft.definition)
  return (
    <>
      <Checkbox
        label={t('work')}
        hint={t('workHint')}
        checked={protection.work}
        onChange={(e) => change((d) => redefine(d, { protection: { work: e.target.checked || undefined } }))}
      />
      <p className="text-xs text-ink-3">{t('always')}</p>
    </>
  )
}
