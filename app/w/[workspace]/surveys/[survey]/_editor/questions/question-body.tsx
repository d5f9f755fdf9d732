'use client'

import { ChevronDown } from 'lucide-react'
import { Button } from '#ui/button'
import { Checkbox, TextField } from '#ui/field'
import { Menu, MenuItem } from '#ui/menu'
import { Select } from '#ui/select'
import { useToast } from '#ui/toast'
import type { Question } from '#lib/surveys/definition'
import { EMOTION_WORDS } from '#lib/widget/scale'
import { useWords } from '#words'
import type { Stage } from '../../../_place/place-fields'
import type { Ready } from '../blanks'
import type { Change } from '../draft'
import { type Faults, faultUnder } from '../faults'
import { endLabels, type Instrument } from '../instruments'
import { AskedOf } from './asked-of'
import { Options } from './options'
import { OwnPlace } from './own-place'
import { PipedText } from './piped-text'

export type BodyProps = {
  question: Question
  questions: readonly Question[]
  ready: Ready[Instrument]
  stages: readonly Stage[]
  faults: Faults
  onChange: (change: Change) => void
  onRemove: (() => void) | undefined
}

/** All that can be said about one question. */
export function QuestionBody(props: BodyProps) {
  const { question, faults, onChange, onRemove } = props
  const t = useWords('questions')
  const ends = endLabels(t, question.instrument)
  const at = `questions/${question.id}`
  return (
    <div className="grid grid-cols-1 gap-3">
      <PipedText
        label={question.instrument === 'consent' ? t('body.agreeTo') : t('body.question')}
        rows={2}
        maxLength={500}
        value={question.text}
        error={faults[`${at}/text`]}
        onText={(text) => onChange({ text })}
        aside={<ReadyMenu {...props} />}
      />
      {ends && (
        <div className="grid grid-cols-2 gap-3">
          <TextField label={ends[0]} maxLength={60} value={question.low ?? ''} onChange={(e) => onChange({ low: e.target.value })} />
          <TextField label={ends[1]} maxLength={60} value={question.high ?? ''} onChange={(e) => onChange({ high: e.target.value })} />
        </div>
      )}
      {(question.instrument === 'choice' || question.instrument === 'choices') && (
        <Options question={question} faults={faults} onChange={onChange} />
      )}
      <HowChosen question={question} onChange={onChange} />
      <TextField
        label={t('body.hint')}
        maxLength={300}
        value={question.hint ?? ''}
        onChange={(e) => onChange({ hint: e.target.value })}
      />
      <AskedOf question={question} questions={props.questions} fault={faultUnder(faults, `${at}/when`)} onChange={onChange} />
      <OwnPlace value={question.touchpoint} stages={props.stages} fault={faults[`${at}/touchpoint`]} onChange={(touchpoint) => onChange({ touchpoint })} />
      <div className="flex items-center gap-2">
        <Checkbox
          label={question.instrument === 'consent' ? t('body.mustAgree') : t('body.required')}
          checked={question.required}
          onChange={(e) => onChange({ required: e.target.checked })}
        />
        {onRemove && (
          <Button look="ghost" className="ml-auto" onClick={onRemove}>
            {t('body.remove')}
          </Button>
        )}
      </div>
    </div>
  )
}

function HowChosen({ question, onChange }: Pick<BodyProps, 'question' | 'onChange'>) {
  const t = useWords('questions.body')
  const { instrument, options, most, shuffle, reversed } = question
  const several = instrument === 'choices' ? (options?.length ?? 0) : instrument === 'emotions' ? EMOTION_WORDS.length : 0
  const counts = Array.from({ length: Math.max(several - 1, 0) }, (_, i) => ({ value: String(i + 1), label: t('atMost', { n: i + 1 }) }))
  return (
    <>
      {several > 1 && (
        <Select
          label={t('most')}
          labelPlace="above"
          value={most === undefined || most >= several ? '' : String(most)}
          options={[{ value: '', label: t('anyNumber') }, ...counts]}
          onChange={(value) => onChange({ most: value === '' ? undefined : Number(value) })}
        />
      )}
      {(instrument === 'choice' || instrument === 'choices') && (
        <Checkbox
          label={t('shuffle')}
          hint={t('shuffleHint')}
          checked={shuffle ?? false}
          onChange={(e) => onChange({ shuffle: e.target.checked || undefined })}
        />
      )}
      {instrument === 'ces' && (
        <Checkbox
          label={t('reversed')}
          hint={t('reversedHint')}
          checked={reversed ?? false}
          onChange={(e) => onChange({ reversed: e.target.checked || undefined })}
        />
      )}
    </>
  )
}

const WORDING = ['text', 'hint', 'low', 'high', 'reversed', 'options', 'most', 'shuffle'] as const

/** Ready wordings of this kind; what stood there comes back by Undo. */
function ReadyMenu({ question, ready, onChange }: BodyProps) {
  const [toast, t] = [useToast(), useWords('questions')]
  const use = (name: string, wording: Question) => {
    const part = (from: Question): Partial<Question> => Object.fromEntries(WORDING.map((key) => [key, from[key]]))
    onChange(part(wording))
    toast(t('body.worded', { name }), { undo: () => onChange(part(question)) })
  }
  return (
    <Menu
      trigger={
        <Button look="ghost" className="h-6 gap-1 px-1.5 text-xs max-wide:h-11">
          {t('body.wordings')}
          <ChevronDown aria-hidden className="size-3" />
        </Button>
      }
    >
      {ready.map(({ name, question: wording }) => (
        <MenuItem key={name} onSelect={() => use(t(`ready.${name}`), wording)}>
          <span className="max-w-80">
            {t(`ready.${name}`)}
            <span className="block text-xs text-ink-3">{wording.text}</span>
          </span>
        </MenuItem>
      ))}
    </Menu>
  )
}
