'use client'

import { Checkbox, FieldError } from '#ui/field'
import { Segment } from '#ui/segment'
import { Select } from '#ui/select'
import type { Question } from '#lib/surveys/definition'
import { useSay, useWords } from '#words'
import { inShort, isScored } from '../instruments'
import { choiceName, choosable, conditionSentence, firstWhen, isAnchor, stepsOf, type When } from './condition'

type AskedOfProps = {
  question: Question
  questions: readonly Question[]
  fault: string | undefined
  onChange: (change: Partial<Question>) => void
}

/** Who is asked this question: everybody, or those who answered an earlier one so. */
export function AskedOf({ question: { id, when }, questions, fault, onChange }: AskedOfProps) {
  const [t, say] = [useWords('questions'), useSay()]
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
        label={t('asked.label')}
        labelPlace="above"
        value={when?.question ?? ''}
        onChange={choose}
        options={[
          { value: '', label: t('asked.everybody') },
          ...offered.map((q) => ({ value: q.id, label: t('asked.after', { number: questions.indexOf(q) + 1, question: inShort(q.text, 32) }) })),
        ]}
      />
      {when && anchor && (
        <div className="grid grid-cols-1 gap-2 border-l-2 border-line pl-3">
          <Answer when={when} anchor={anchor} onWhen={(next) => onChange({ when: next })} />
          <p className="text-xs text-ink-2">{conditionSentence(t, say, when, questions)}.</p>
        </div>
      )}
      {fault && <FieldError>{fault}</FieldError>}
    </div>
  )
}

type AnswerProps = { when: When; anchor: Question; onWhen: (when: When) => void }

function Answer({ when, anchor, onWhen }: AnswerProps) {
  const t = useWords('questions')
  if (isScored(anchor.instrument)) return <Range when={when} anchor={anchor} onWhen={onWhen} />
  const chosen = when.chosen ?? []
  if (anchor.instrument === 'consent') {
    const value = chosen[0] === 'no' ? 'no' : 'yes'
    const agreed = [
      { value: 'yes', label: t('asked.agreed') },
      { value: 'no', label: t('asked.notAgreed') },
    ] as const
    return <Segment label={t('asked.answer')} value={value} options={agreed} onChange={(to) => onWhen({ question: anchor.id, chosen: [to] })} className="w-fit" />
  }
  const known = choosable(anchor) ?? []
  const toggle = (id: string, isOn: boolean) => {
    const next = known.filter((option) => (option === id ? isOn : chosen.includes(option)))
    if (next.length > 0) onWhen({ question: anchor.id, chosen: next })
  }
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 text-xs text-ink-3">{t('asked.oneOf')}</legend>
      {known.map((id) => (
        <Checkbox key={id} label={choiceName(t, anchor, id) || t('noText')} checked={chosen.includes(id)} onChange={(e) => toggle(id, e.target.checked)} />
      ))}
    </fieldset>
  )
}

function Range({ when, anchor, onWhen }: AnswerProps) {
  const t = useWords('questions')
  const steps = stepsOf(t, anchor)
  const [lowest, highest] = [steps[0]?.value ?? '', steps.at(-1)?.value ?? '']
  const [from, to] = [String(when.from ?? lowest), String(when.to ?? highest)]
  const set = (a: string, b: string) => onWhen({ question: anchor.id, from: Number(a), to: Number(b) })
  return (
    <div className="grid grid-cols-2 gap-3">
      <Select
        label={t('asked.from')}
        labelPlace="above"
        value={from}
        options={steps}
        onChange={(next) => set(next, Number(next) > Number(to) ? next : to)}
      />
      <Select label={t('asked.to')} labelPlace="above" value={to} options={steps} onChange={(next) => set(Number(next) < Number(from) ? next : from, next)} />
    </div>
  )
}
