'use client'

import { useDeferredValue, useState } from 'react'
import { Segment } from '#ui/segment'
import { surveyPage } from '#lib/widget/page'
import type { View } from '#lib/widget/types'
import type { Definition } from '#lib/surveys/definition'

export type Step = Exclude<View, 'all'>

type PreviewProps = { definition: Definition; step: Step; onStep: (step: Step) => void }

const SIZES = [
  { value: 'phone', label: 'Phone' },
  { value: 'desktop', label: 'Desktop' },
] as const

/** The page itself, made by the same renderer as for respondents; nothing runs in it and nothing can be sent. */
export function Preview({ definition, step, onStep }: PreviewProps) {
  const [size, setSize] = useState<'phone' | 'desktop'>('phone')
  const survey = useDeferredValue(definition)
  const isSingle = survey.questions.length === 1
  const steps = [
    { value: 'first' as const, label: isSingle ? 'Question' : 'First question' },
    ...(isSingle ? [] : [{ value: 'rest' as const, label: 'The rest' }]),
    { value: 'thanks' as const, label: 'Thanks' },
  ]
  const shown = isSingle && step === 'rest' ? 'first' : step
  const page = surveyPage({ survey, view: isSingle && shown === 'first' ? 'all' : shown })
  const frame =
    size === 'phone'
      ? 'h-[700px] w-[344px] rounded-[34px] border border-line-strong shadow-md'
      : 'h-[700px] w-full max-w-[720px] rounded-lg border border-line-strong shadow-md'
  return (
    <section aria-label="Preview" className="flex flex-col items-center gap-3.5 px-5 py-4.5 max-wide:px-0">
      <div className="flex flex-wrap justify-center gap-2">
        <Segment label="Size of the preview" value={size} onChange={setSize} options={SIZES} className="max-wide:hidden" />
        <Segment label="Step of the preview" value={shown} onChange={onStep} options={steps} />
      </div>
      <iframe title="Preview of the survey" sandbox="" srcDoc={page} className={`max-w-full bg-surface ${frame}`} />
      <p className="text-xs text-ink-3">This is the real page{size === 'phone' && ' at 344 px'}, not a drawing.</p>
    </section>
  )
}
