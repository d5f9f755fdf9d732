'use client'

import { faultUnder } from '../faults'
import { Languages } from '../languages/languages'
import type { Edited } from '../use-autosave'
import { AccessFields } from './access'
import { AskingFields } from './asking'
import { LookFields } from './look'
import { useZone } from './moment'
import { PrivacyFields } from './privacy'
import { ProtectionFields } from './protection'
import { Section } from './section'
import { summariesOf } from './summaries'
import { Words } from './words'

type SettingsProps = Edited & { onThanks: () => void; language: string; onLanguage: (language: string) => void }

/** Everything about a survey but its questions: calm lines that say what is set, each opens its fields. */
export function SettingsParts({ onThanks, language, onLanguage, ...edited }: SettingsProps) {
  const { definition } = edited.draft
  const said = summariesOf(definition, useZone())
  const has = (...parts: string[]) => parts.some((part) => faultUnder(edited.faults, part) !== undefined)
  return (
    <div>
      <Section title="Page and thanks" summary={`${definition.company}: ${definition.thanks.title}`} hasFault={has('title', 'company', 'thanks')} onOpen={onThanks}>
        <Words {...edited} onThanks={onThanks} />
      </Section>
      <Section title="Look" summary={said.look} hasFault={has('look')}>
        <LookFields {...edited} />
      </Section>
      <Section title="When to ask" summary={said.asking} hasFault={has('rules', 'window')}>
        <AskingFields {...edited} />
      </Section>
      <Section title="Who may answer" summary={said.access} hasFault={has('access')}>
        <AccessFields {...edited} />
      </Section>
      <Section title="Privacy" summary={said.privacy} hasFault={has('privacy')}>
        <PrivacyFields {...edited} />
      </Section>
      <Section title="Protection" summary={said.protection} hasFault={has('protection')}>
        <ProtectionFields {...edited} />
      </Section>
      <Section title="Languages" summary={said.languages} hasFault={has('translations', 'language')}>
        <Languages {...edited} language={language} onLanguage={onLanguage} />
      </Section>
    </div>
  )
}
