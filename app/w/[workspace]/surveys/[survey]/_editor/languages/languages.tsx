'use client'

import { X } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Button } from '#ui/button'
import { classes } from '#ui/classes'
import { FieldError } from '#ui/field'
import { Select } from '#ui/select'
import { useToast } from '#ui/toast'
import { useSay, useWords } from '#words'
import { redefine } from '../draft'
import { faultUnder } from '../faults'
import type { Edited } from '../use-autosave'
import { languageName, languagesIn } from './names'
import { progressOf, withTranslation } from './texts'

// Only who translates needs it.
const Translate = lazy(() => import('./translate').then((m) => ({ default: m.Translate })))

type LanguagesProps = Edited & { language: string; onLanguage: (language: string) => void }

/** The language of the texts above, and the others that the survey speaks, each with how much of it is translated. */
export function Languages({ draft, change, faults, language: shown, onLanguage }: LanguagesProps) {
  const [toast, t, say] = [useToast(), useWords('questions.languages'), useSay()]
  const nameOf = (code: string) => languageName(code, say.language)
  const { definition } = draft
  const { language: own, translations = {} } = definition
  const others = Object.keys(translations)
  const all = languagesIn(say.language)
  const known = all.some(({ value }) => value === own) ? all : [{ value: own, label: nameOf(own) }, ...all]
  const set = (code: string, to: Parameters<typeof withTranslation>[2]) =>
    change((d) => redefine(d, { translations: withTranslation(d.definition, code, to) }))
  const add = (code: string) => {
    set(code, {})
    onLanguage(code)
  }
  const remove = (code: string) => {
    const before = definition.translations?.[code as keyof typeof translations]
    set(code, undefined)
    if (shown === code) onLanguage(own)
    toast(t('removed', { language: nameOf(code) }), { undo: () => set(code, before) })
  }
  const fault = faultUnder(faults, 'translations') ?? faults.language
  return (
    <>
      <Select
        label={t('own')}
        labelPlace="above"
        value={own}
        options={known.filter(({ value }) => !others.includes(value))}
        onChange={(language) => {
          change((d) => redefine(d, { language }))
          if (shown === own) onLanguage(language)
        }}
      />
      {others.length > 0 && (
        <ul aria-label={t('list')} className="rounded-md border border-line">
          {others.map((code) => {
            const { done, of } = progressOf(definition, code)
            return (
              <li key={code} className="flex items-center gap-2 border-b border-line pl-3 last:border-0">
                <button
                  type="button"
                  aria-pressed={shown === code}
                  onClick={() => onLanguage(shown === code ? own : code)}
                  className="flex min-h-10 min-w-0 flex-1 items-center gap-3 rounded-sm text-left text-sm max-wide:min-h-12"
                >
                  <span className={classes('truncate', shown === code && 'font-semibold')}>{nameOf(code)}</span>
                  <span className="ml-auto shrink-0 text-xs text-ink-3">{t('done', { done, of })}</span>
                </button>
                <Button look="ghost" size="icon" aria-label={t('remove', { language: nameOf(code) })} onClick={() => remove(code)}>
                  <X aria-hidden className="size-3.5" />
                </Button>
              </li>
            )
          })}
        </ul>
      )}
      {fault && <FieldError>{fault}</FieldError>}
      <Select
        label={t('add')}
        labelPlace="hidden"
        placeholder={t('add')}
        value=""
        options={all.filter(({ value }) => value !== own && !others.includes(value))}
        onChange={add}
      />
      {shown !== own && others.includes(shown) && (
        <Suspense fallback={<p className="text-xs text-ink-3">{t('loading')}</p>}>
          <Translate draft={draft} change={change} faults={faults} language={shown} />
        </Suspense>
      )}
    </>
  )
}
