'use client'

import { useState } from 'react'
import { Card } from '#ui/card'
import { Checkbox, TextArea, TextField } from '#ui/field'
import { Select } from '#ui/select'
import { useWords } from '#words'
import type { JourneyChoice } from './import-form'
import { type Preview, valuesOf } from './mapping'

type TargetProps = {
  journeys: readonly JourneyChoice[]
  fileName: string
  preview: Preview
  stageColumn: string | undefined
  faults: Record<string, string>
}

const MOST_STAGES = 20

/** "telecom_answers.csv" -> "Telecom answers" */
function titleOf(fileName: string): string {
  const words = fileName.replace(/\.[a-z0-9]+$/i, '').replace(/[-_.]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A journey that is there, or a new one with the stages of the file. The chosen key is sent as `target`, '' for a new one. */
export function Target({ journeys, fileName, preview, stageColumn, faults }: TargetProps) {
  const t = useWords('imports.target')
  const [chosen, setChosen] = useState('')
  const options = [{ value: '', label: t('new') }, ...journeys.map(({ key, name }) => ({ value: key, label: name }))]
  const stages = stageColumn === undefined ? '' : valuesOf(preview, stageColumn, MOST_STAGES).join(', ')
  return (
    <Card className="grid gap-4 p-5 max-wide:p-4 wide:grid-cols-2">
      <Select label={t('journey')} labelPlace="above" name="target" value={chosen} onChange={setChosen} options={options} />
      {chosen === '' ? (
        <>
          <TextField label={t('name')} name="name" defaultValue={titleOf(fileName)} error={faults.journey} maxLength={120} />
          <TextArea
            key={stageColumn}
            label={t('stages')}
            name="stages"
            defaultValue={stages}
            hint={t('stagesHint')}
            error={faults.stages}
            className="wide:col-span-2"
            rows={2}
          />
        </>
      ) : (
        <div className="wide:pt-7">
          <Checkbox name="create" label={t('add')} hint={t('addHint')} />
          {faults.journey && <p className="mt-1.5 text-xs text-danger">{faults.journey}</p>}
        </div>
      )}
    </Card>
  )
}
