'use client'

import { useState } from 'react'
import { Card } from '#ui/card'
import { Checkbox, TextArea, TextField } from '#ui/field'
import { Select } from '#ui/select'
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
  const [chosen, setChosen] = useState('')
  const options = [{ value: '', label: 'A new journey' }, ...journeys.map(({ key, name }) => ({ value: key, label: name }))]
  const stages = stageColumn === undefined ? '' : valuesOf(preview, stageColumn, MOST_STAGES).join(', ')
  return (
    <Card className="grid gap-4 p-5 max-wide:p-4 wide:grid-cols-2">
      <Select label="Journey" labelPlace="above" name="target" value={chosen} onChange={setChosen} options={options} />
      {chosen === '' ? (
        <>
          <TextField label="Name of the new journey" name="name" defaultValue={titleOf(fileName)} error={faults.journey} maxLength={120} />
          <TextArea
            key={stageColumn}
            label="Stages in order"
            name="stages"
            defaultValue={stages}
            hint="Separated by commas; from the first rows. Others are added behind as they come. The days are counted in UTC."
            error={faults.stages}
            className="wide:col-span-2"
            rows={2}
          />
        </>
      ) : (
        <div className="wide:pt-7">
          <Checkbox name="create" label="Add what the journey does not have yet" hint="Otherwise rows with an unknown stage or touchpoint are rejected." />
          {faults.journey && <p className="mt-1.5 text-xs text-danger">{faults.journey}</p>}
        </div>
      )}
    </Card>
  )
}
