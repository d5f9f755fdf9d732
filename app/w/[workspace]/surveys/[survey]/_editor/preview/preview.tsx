'use client'

import { useDeferredValue, useMemo, useState } from 'react'
import { classes } from '#ui/classes'
import { Segment } from '#ui/segment'
import { Select } from '#ui/select'
import type { Definition } from '#lib/surveys/definition'
import { settingsOf } from '#lib/surveys/settings'
import { useSay, useWords } from '#words'
import { inShort } from '../instruments'
import { languageName } from '../languages/names'
import { Frame } from './frame'
import { ALL, previewed, type Size, THANKS, type Theme } from './page-of'

type PreviewProps = {
  definition: Definition
  /** The question that is looked at, ALL, or THANKS. */
  step: string
  onStep: (step: string) => void
  language: string
  onLanguage: (language: string) => void
  place: { touchpoint: string; stage: string }
}

const THEMES = ['light', 'dark'] as const

const FRAMES: Readonly<Record<Size, string>> = {
  phone: 'h-[700px] w-[344px] rounded-[34px]',
  desktop: 'h-[700px] w-full max-w-[720px] rounded-lg',
  popup: 'h-[700px] w-full max-w-[720px] rounded-lg',
}

/** The page itself, made by the same renderer as for respondents: it can be answered here, and nothing is stored. */
export function Preview({ definition, step, onStep, language, onLanguage, place }: PreviewProps) {
  const [t, say] = [useWords('questions'), useSay()]
  const [size, setSize] = useState<Size>('phone')
  const [theme, setTheme] = useState<Theme>('light')
  const shown = useDeferredValue(definition)
  const survey = useMemo(() => previewed(shown, language, theme), [shown, language, theme])
  const piped = useMemo(() => ({ ...place, company: shown.company }), [place.touchpoint, place.stage, shown.company])
  const isOne = survey.steps === 'one'
  const steps = [
    ...(isOne
      ? survey.questions.map(({ id, text }, i) => ({ value: id, label: `${i + 1} · ${inShort(text || t('noText'), 34)}` }))
      : [{ value: ALL, label: t('preview.all') }]),
    { value: THANKS, label: t('preview.thanks') },
  ]
  const at = steps.some(({ value }) => value === step) ? step : (steps[0]?.value ?? ALL)
  const languages = [shown.language, ...Object.keys(shown.translations ?? {})].map((code) => ({ value: code, label: languageName(code, say.language) }))
  const sizes = [
    { value: 'phone', label: t('preview.phone') },
    { value: 'desktop', label: t('preview.desktop') },
    { value: 'popup', label: t(`preview.${settingsOf(shown).window.form}`) },
  ] as const
  return (
    <section aria-label={t('preview.label')} className="flex flex-col items-center gap-3.5 px-5 py-4.5 max-wide:px-0">
      <div className="flex flex-wrap justify-center gap-2">
        <Segment label={t('preview.size')} value={size} onChange={setSize} options={sizes} />
        <Select label={t('preview.step')} value={at} onChange={onStep} options={steps} className="[&>button]:max-w-52" />
        {languages.length > 1 && <Select label={t('preview.language')} value={survey.language} onChange={onLanguage} options={languages} />}
        {settingsOf(shown).look.theme === 'auto' && (
          <Segment label={t('preview.theme')} value={theme} onChange={setTheme} options={THEMES.map((value) => ({ value, label: t(`preview.${value}`) }))} />
        )}
      </div>
      <Frame
        definition={shown}
        survey={survey}
        size={size}
        step={at}
        piped={piped}
        onStep={onStep}
        className={classes('max-w-full border border-line-strong bg-surface shadow-md', FRAMES[size])}
      />
      <p className="text-center text-xs text-ink-3">{t('preview.real', { size })}</p>
    </section>
  )
}
