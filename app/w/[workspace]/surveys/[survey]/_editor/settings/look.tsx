'use client'

import { useState } from 'react'
import { Button } from '#ui/button'
import { TextField } from '#ui/field'
import { Segment } from '#ui/segment'
import { useToast } from '#ui/toast'
import { settingsOf } from '#lib/surveys/settings'
import type { Definition } from '#lib/surveys/definition'
import { darkAccent, OURS } from '#lib/widget/colours'
import { useSay, useWords } from '#words'
import { redefine } from '../draft'
import type { Edited } from '../use-autosave'
import { contrastSentence, isColour } from './colour'

const THEMES = ['auto', 'light', 'dark'] as const
const STEPS = ['one', 'all'] as const

type Look = NonNullable<Definition['look']>

/** Colour, theme and steps. The scale itself has no colour before a choice, whatever stands here. */
export function LookFields({ draft, change }: Edited) {
  const [toast, t] = [useToast(), useWords('questions.settings.look')]
  const { look } = settingsOf(draft.definition)
  const set = (part: Look) => change((d) => redefine(d, { look: { ...d.definition.look, ...part } }))
  const reset = () => {
    const before = draft.definition.look
    set({ accent: undefined, accentDark: undefined })
    toast(t('isReset'), { undo: () => set({ accent: before?.accent, accentDark: before?.accentDark }) })
  }
  return (
    <>
      <Colour label={t('accent')} theme="light" value={look.accent} usual={OURS.light} onChange={(accent) => set({ accent })} />
      {look.theme !== 'light' && (
        <Colour
          label={t('accentDark')}
          theme="dark"
          value={look.accentDark}
          usual={look.accent ? darkAccent(look.accent) : OURS.dark}
          onChange={(accentDark) => set({ accentDark })}
        />
      )}
      {(look.accent ?? look.accentDark) && (
        <Button look="ghost" className="-ml-3 w-fit" onClick={reset}>
          {t('reset')}
        </Button>
      )}
      <Choice label={t('theme')}>
        <Segment
          label={t('theme')}
          value={look.theme}
          options={THEMES.map((value) => ({ value, label: t(value) }))}
          onChange={(theme) => set({ theme })}
          className="w-full *:flex-1"
        />
      </Choice>
      <Choice label={t('steps')}>
        <Segment
          label={t('steps')}
          value={look.steps}
          options={STEPS.map((value) => ({ value, label: t(value) }))}
          onChange={(steps) => set({ steps })}
          className="w-full *:flex-1"
        />
      </Choice>
      <p className="text-xs text-ink-3">{t('colourless')}</p>
    </>
  )
}

export function Choice({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <span aria-hidden className="mb-1.5 block text-sm font-medium">
        {label}
      </span>
      {children}
    </div>
  )
}

type ColourProps = { label: string; theme: 'light' | 'dark'; value: string | undefined; usual: string; onChange: (colour: string | undefined) => void }

/** A colour by its picker or as text; half a text is not taken over. */
function Colour({ label, theme, value, usual, onChange }: ColourProps) {
  const [t, say] = [useWords('questions'), useSay()]
  const [typed, setTyped] = useState<string | null>(null)
  const shown = value ?? usual
  const { isFine, text } = contrastSentence(t, say, shown, theme)
  const read = (raw: string) => {
    const colour = raw.trim().toLowerCase().replace(/^#?/, '#')
    setTyped(raw)
    if (raw.trim() === '') onChange(undefined)
    else if (isColour(colour)) onChange(colour)
  }
  const isHalf = typed !== null && typed.trim() !== '' && !isColour(typed.trim().toLowerCase().replace(/^#?/, '#'))
  return (
    <div>
      <div className="flex items-end gap-2">
        <TextField
          label={label}
          className="min-w-0 flex-1"
          placeholder={usual}
          maxLength={7}
          spellCheck={false}
          value={typed ?? value ?? ''}
          error={isHalf ? t('settings.look.digits') : undefined}
          onChange={(e) => read(e.target.value)}
          onBlur={() => setTyped(null)}
        />
        {!isHalf && (
          <input
            type="color"
            aria-label={t('settings.look.picker', { label })}
            value={shown}
            onChange={(e) => onChange(e.target.value)}
            className="h-9 w-12 shrink-0 cursor-pointer rounded-md border border-line-field bg-surface p-1 max-wide:h-11"
          />
        )}
      </div>
      <p className={`mt-1.5 text-xs ${isFine ? 'text-ink-3' : 'text-ink-2'}`}>{text}</p>
    </div>
  )
}
