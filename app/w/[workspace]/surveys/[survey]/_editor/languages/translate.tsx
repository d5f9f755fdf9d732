'use client'

import { TextArea, TextField } from '#ui/field'
import { redefine } from '../draft'
import type { Edited } from '../use-autosave'
import { isLeftwards, languageName } from './names'
import { type Text, textsOf, withTranslation, withWords, wordsAt } from './texts'

/** Each text of the survey beside its translation; what is empty is shown in the survey's own language. */
export function Translate({ draft, change, faults, language }: Edited & { language: string }) {
  const { definition } = draft
  const translation = definition.translations?.[language as keyof typeof definition.translations]
  const say = ({ path }: Text, words: string) =>
    change((d) => {
      const now = d.definition.translations?.[language as keyof typeof definition.translations] ?? {}
      return redefine(d, { translations: withTranslation(d.definition, language, withWords(now, path, words)) })
    })
  return (
    <section aria-label={`${languageName(language)} translation`} className="grid gap-3.5">
      <p className="text-xs text-ink-3">What is left empty is shown in {languageName(definition.language)}. The preview shows this language now.</p>
      {textsOf(definition).map((text) => {
        const shared = {
          label: text.name,
          hint: <span dir="auto">{text.own}</span>,
          lang: language,
          dir: isLeftwards(language) ? 'rtl' : 'ltr',
          maxLength: text.most,
          value: wordsAt(translation, text.path),
          error: faults[`translations/${language}/${text.path.join('/')}`],
        } as const
        return text.lines ? (
          <TextArea key={text.path.join('/')} {...shared} rows={text.lines} onChange={(e) => say(text, e.target.value)} />
        ) : (
          <TextField key={text.path.join('/')} {...shared} onChange={(e) => say(text, e.target.value)} />
        )
      })}
    </section>
  )
}
