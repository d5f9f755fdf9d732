'use client'

import { useDeferredValue, useMemo, useState } from 'react'
import { classes } from '#ui/classes'
import { Segment } from '#ui/segment'
import { Select } from '#ui/select'
import type { Definition } from '#lib/surveys/definition'
import { settingsOf } from '#lib/surveys/settings'
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

const WINDOWS = { popup: 'Popup', slide: 'Slide-in', button: 'Button' } as const

const THEMES = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

const FRAMES: Readonly<Record<Size, string>> = {
  phone: 'h-[700px] w-[344px] rounded-[34px]',
  desktop: 'h-[700px] w-full max-w-[720px] rounded-lg',
  popup: 'h-[700px] w-full max-w-[720px] rounded-lg',
}

/** The page itself, made by the same renderer as for respondents: it can be answered here, and nothing is stored. */
export function Preview({ definition, step, onStep, language, onLanguage, place }: PreviewProps) {
  const [size, setSize] = useState<Size>('phone')
  const [theme, setTheme] = useState<Theme>('light')
  const shown = useDeferredValue(definition)
  const survey = useMemo(() => previewed(shown, language, theme), [shown, language, theme])
  const piped = useMemo(() => ({ ...place, company: shown.company }), [place.touchpoint, place.stage, shown.company])
  const isOne = survey.steps === 'one'
  const steps = [
    ...(isOne ? survey.questions.map(({ id, text }, i) => ({ value: id, label: `${i + 1} · ${inShort(text || 'No text yet', 34)}` })) : [{ value: ALL, label: 'All questions' }]),
    { value: THANKS, label: 'Thanks' },
  ]
  const at = steps.some(({ value }) => value === step) ? step : (steps[0]?.value ?? ALL)
  const languages = [shown.language, ...Object.keys(shown.translations ?? {})].map((code) => ({ value: code, label: languageName(code) }))
  const sizes = [
    { value: 'phone', label: 'Phone' },
    { value: 'desktop', label: 'Desktop' },
    { value: 'popup', label: WINDOWS[settingsOf(shown).window.form] },
  ] as const
  return (
    <section aria-label="Preview" className="flex flex-col items-center gap-3.5 px-5 py-4.5 max-wide:px-0">
      <div className="flex flex-wrap justify-center gap-2">
        <Segment label="Size of the preview" value={size} onChange={setSize} options={sizes} />
        <Select label="Step" value={at} onChange={onStep} options={steps} className="[&>button]:max-w-52" />
        {languages.length > 1 && <Select label="Language" value={survey.language} onChange={onLanguage} options={languages} />}
        {settingsOf(shown).look.theme === 'auto' && <Segment label="Theme of the preview" value={theme} onChange={setTheme} options={THEMES} />}
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
      <p className="text-center text-xs text-ink-3">
        This is the real {size === 'popup' ? 'window' : 'page'}
        {size === 'phone' && ' at 344 px'}, not a drawing. Try it: nothing that you answer here is stored.
      </p>
    </section>
  )
}
