'use client'

import { Checkbox } from '#ui/field'
import { settingsOf } from '#lib/surveys/settings'
import { redefine } from '../draft'
import type { Edited } from '../use-autosave'

/** Against floods of made-up answers. What is always on is said too, so that nobody looks for it. */
export function ProtectionFields({ draft, change }: Edited) {
  const { protection } = settingsOf(draft.definition)
  return (
    <>
      <Checkbox
        label="Ask each browser for a moment of computing"
        hint="People notice nothing; a flood becomes expensive. Turn it on when a survey is public and somebody floods it."
        checked={protection.work}
        onChange={(e) => change((d) => redefine(d, { protection: { work: e.target.checked || undefined } }))}
      />
      <p className="text-xs text-ink-3">
        Always on: limits for each address, a signed ticket for each page, a field that only machines fill in. What looks made up is held back and
        listed with the answers, where you can count it after all; nothing is dropped.
      </p>
    </>
  )
}
