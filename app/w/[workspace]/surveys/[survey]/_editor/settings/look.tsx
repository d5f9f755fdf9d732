'use client'

import { useState } from 'react'
import { Button } from '#ui/button'
import { TextField } from '#ui/field'
import { Segment } from '#ui/segment'
import { useToast } from '#ui/toast'
import { settingsOf } from '#lib/surveys/settings'
import type { Definition } from '#lib/surveys/definition'
import { darkAccent, OURS } from '#lib/widget/colours'
import { redefine } from '../draft'
import type { Edited } from '../use-autosave'
import { contrastSentence, isColour } from './colour'

const THEMES = [
  { value: 'auto', label: 'As their device' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

const STEPS = [
  { value: 'one', label: 'One at a time' },
  { value: 'all', label: 'All at once' },
] as const

type Look = NonNullable<Definition['look']>

/** Colour, theme and steps. The scale itself has no colour before a choice, whatever stands here. */
export function LookFields({ draft, change }: Edited) {
  const toast = useToast()
  const { look } = settingsOf(draft.definition)
  const set = (part: Look) => change((d) => redefine(d, { look: { ...d.definition.look, ...part } }))
  const reset = () => {
    const before = draft.definition.look
    set({ accent: undefined, accentDark: undefined })
    toast('The colour is Wayfelt’s again.', { undo: () => set({ accent: before?.accent, accentDark: before?.accentDark }) })
  }
  return (
    <>
      <Colour label="Colour of buttons and choices" theme="light" value={look.accent} usual={OURS.light} onChange={(accent) => set({ accent })} />
      {look.theme !== 'light' && (
        <Colour
          label="The same on a dark page"
          theme="dark"
          value={look.accentDark}
          usual={look.accent ? darkAccent(look.accent) : OURS.dark}
          onChange={(accentDark) => set({ accentDark })}
        />
      )}
      {(look.accent ?? look.accentDark) && (
        <Button look="ghost" className="-ml-3 w-fit" onClick={reset}>
          Take our colour again
        </Button>
      )}
      <Choice label="Theme">
        <Segment label="Theme" value={look.theme} options={THEMES} onChange={(theme) => set({ theme })} className="w-full *:flex-1" />
      </Choice>
      <Choice label="Questions">
        <Segment label="Questions" value={look.steps} options={STEPS} onChange={(steps) => set({ steps })} className="w-full *:flex-1" />
      </Choice>
      <p className="text-xs text-ink-3">No colours on the scale before a choice: they would push people towards an answer.</p>
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
  const [typed, setTyped] = useState<string | null>(null)
  const shown = value ?? usual
  const { isFine, text } = contrastSentence(shown, theme)
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
          error={isHalf ? 'Six digits after #, such as #0d5c6b.' : undefined}
          onChange={(e) => read(e.target.value)}
          onBlur={() => setTyped(null)}
        />
        {!isHalf && (
          <input
            type="color"
            aria-label={`${label}, picker`}
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
