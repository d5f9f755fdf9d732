'use client'

import { useSay, useWords } from '#words'
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
  const [t, say, zone] = [useWords('questions'), useSay(), useZone()]
  const { definition } = edited.draft
  const said = summariesOf(t, say, definition, zone)
  const has = (...parts: string[]) => parts.some((part) => faultUnder(edited.faults, part) !== undefined)
  return (
    <div>
      <Section title={t('settings.sections.words')} summary={`${definition.company}: ${definition.thanks.title}`} hasFault={has('title', 'company', 'thanks')} onOpen={onThanks}>
        <Words {...edited} onThanks={onThanks} />
      </Section>
      <Section title={t('settings.sections.look')} summary={said.look} hasFault={has('look')}>
        <LookFields {...edited} />
      </Section>
      <Section title={t('settings.sections.asking')} summary={said.asking} hasFault={has('rules', 'window')}>
        <AskingFields {...edited} />
      </Section>
      <Section title={t('settings.sections.access')} summary={said.access} hasFault={has('access')}>
        <AccessFields {...edited} />
      </Section>
      <Section title={t('settings.sections.privacy')} summary={said.privacy} hasFault={has('privacy')}>
        <PrivacyFields {...edited} />
      </Section>
      <Section title={t('settings.sections.protection')} summary={said.protection} hasFault={has('protection')}>
        <ProtectionFields {...edited} />
      </Section>
      <Section title={t('settings.sections.languages')} summary={said.languages} hasFault={has('translations', 'language')}>
        <Languages {...edited} language={language} onLanguage={onLanguage} />
      </Section>
    </div>
  )
}
