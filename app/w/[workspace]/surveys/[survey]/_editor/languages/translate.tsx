'use client'

import { TextArea, TextField } from '#ui/field'
import { useSay, useWords } from '#words'
import { redefine } from '../draft'
import { inShort } from '../instruments'
import type { Edited } from '../use-autosave'
import { isLeftwards, languageName } from './names'
import { type Text, textsOf, withTranslation, withWords, wordsAt } from './texts'

/** Each text of the survey beside its translation; what is empty is shown in the survey's own language. */
export function Translate({ draft, change, faults, language }: Edited & { language: string }) {
  const [t, say] = [useWords('questions.languages'), useSay()]
  const { definition } = draft
  const translation = definition.translations?.[language as keyof typeof definition.translations]
  const write = ({ path }: Text, words: string) =>
    change((d) => {
      const now = d.definition.translations?.[language as keyof typeof definition.translations] ?? {}
      return redefine(d, { translations: withTranslation(d.definition, language, withWords(now, path, words)) })
    })
  return (
    <section aria-label={t('translation', { language: languageName(language, say.language) })} className="grid gap-3.5">
      <p className="text-xs text-ink-3">{t('says', { language: languageName(definition.language, say.language) })}</p>
      {textsOf(definition).map((text) => {
        const shared = {
          label: t(`texts.${text.is}`, { number: text.number ?? 0, answer: inShort(text.own, 20) }),
          hint: <span dir="auto">{text.own}</span>,
          lang: language,
          dir: isLeftwards(language) ? 'rtl' : 'ltr',
          maxLength: text.most,
          value: wordsAt(translation, text.path),
          error: faults[`translations/${language}/${text.path.join('/')}`],
        } as const
        return text.lines ? (
          <TextArea key={text.path.join('/')} {...shared} rows={text.lines} onChange={(e) => write(text, e.target.value)} />
        ) : (
          <TextField key={text.path.join('/')} {...shared} onChange={(e) => write(text, e.target.value)} />
        )
      })}
    </section>
  )
}
