'use client'

import { Checkbox, FieldError } from '#ui/field'
import { Segment } from '#ui/segment'
import { Select } from '#ui/select'
import type { Question } from '#lib/surveys/definition'
import { inShort, isScored } from '../instruments'
import { choosable, conditionSentence, firstWhen, isAnchor, stepsOf, type When } from './condition'

type AskedOfProps = {
  question: Question
  questions: readonly Question[]
  fault: string | undefined
  onChange: (change: Partial<Question>) => void
}

const CONSENT = [
  { value: 'yes', label: 'Agreed' },
  { value: 'no', label: 'Not agreed' },
] as const

/** Who is asked this question: everybody, or those who answered an earlier one so. */
export function AskedOf({ question: { id, when }, questions, fault, onChange }: AskedOfProps) {
  const index = questions.findIndex((q) => q.id === id)
  const earlier = questions.slice(0, index).filter(isAnchor)
  // A question that moved to before its anchor still names it, so that it can be seen and mended.
  const anchor = questions.find((q) => q.id === when?.question)
  const offered = anchor && !earlier.includes(anchor) ? [...earlier, anchor] : earlier
  if (offered.length === 0) return null
  const choose = (to: string) => {
    const found = questions.find((q) => q.id === to)
    onChange({ when: found ? firstWhen(found) : undefined })
  }
  return (
    <div className="grid grid-cols-1 gap-2">
      <Select
        label="Ask this"
        labelPlace="above"
        value={when?.question ?? ''}
        onChange={choose}
        options={[
          { value: '', label: 'Everybody' },
          ...offered.map((q) => ({ value: q.id, label: `Only after an answer to ${questions.indexOf(q) + 1} · ${inShort(q.text, 32)}` })),
        ]}
      />
      {when && anchor && (
        <div className="grid grid-cols-1 gap-2 border-l-2 border-line pl-3">
          <Answer when={when} anchor={anchor} onWhen={(next) => onChange({ when: next })} />
          <p className="text-xs text-ink-2">{conditionSentence(when, questions)}.</p>
        </div>
      )}
      {fault && <FieldError>{fault}</FieldError>}
    </div>
  )
}

type AnswerProps = { when: When; anchor: Question; onWhen: (when: When) => void }

function Answer({ when, anchor, onWhen }: AnswerProps) {
  if (isScored(anchor.instrument)) return <Range when={when} anchor={anchor} onWhen={onWhen} />
  const chosen = when.chosen ?? []
  if (anchor.instrument === 'consent') {
    const value = chosen[0] === 'no' ? 'no' : 'yes'
    return <Segment label="Answer" value={value} options={CONSENT} onChange={(to) => onWhen({ question: anchor.id, chosen: [to] })} className="w-fit" />
  }
  const known = choosable(anchor) ?? []
  const toggle = (id: string, isOn: boolean) => {
    const next = known.filter((option) => (option.id === id ? isOn : chosen.includes(option.id))).map((option) => option.id)
    if (next.length > 0) onWhen({ question: anchor.id, chosen: next })
  }
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 text-xs text-ink-3">One of these was chosen</legend>
      {known.map(({ id, label }) => (
        <Checkbox key={id} label={label || 'No text yet'} checked={chosen.includes(id)} onChange={(e) => toggle(id, e.target.checked)} />
      ))}
    </fieldset>
  )
}

function Range({ when, anchor, onWhen }: AnswerProps) {
  const steps = stepsOf(anchor)
  const [lowest, highest] = [steps[0]?.value ?? '', steps.at(-1)?.value ?? '']
  const [from, to] = [String(when.from ?? lowest), String(when.to ?? highest)]
  const set = (a: string, b: string) => onWhen({ question: anchor.id, from: Number(a), to: Number(b) })
  return (
    <div className="grid grid-cols-2 gap-3">
      <Select
        label="From"
        labelPlace="above"
        value={from}
        options={steps}
        onChange={(next) => set(next, Number(next) > Number(to) ? next : to)}
      />
      <Select label="To" labelPlace="above" value={to} options={steps} onChange={(next) => set(Number(next) < Number(from) ? next : from, next)} />
    </div>
  )
}
