'use client'

import { FieldError } from '#ui/field'
import { Select } from '#ui/select'
import type { Stage } from '../../../_place/place-fields'

type OwnPlaceProps = {
  value: string | undefined
  stages: readonly Stage[]
  fault: string | undefined
  onChange: (touchpoint: string | undefined) => void
}

/** Where answers to this question belong: one survey about a whole journey gives an answer for each of its places. */
export function OwnPlace({ value, stages, fault, onChange }: OwnPlaceProps) {
  const places = stages.flatMap((stage) =>
    stage.touchpoints
      .filter((t) => t.key === value || (!t.archived && !stage.archived))
      .map((t) => ({ value: t.key, label: `${stage.name} · ${t.overall ? 'the stage as a whole' : t.name}` })),
  )
  return (
    <div>
      <Select
        label="Answers belong to"
        labelPlace="above"
        value={value ?? ''}
        options={[{ value: '', label: 'The touchpoint of the survey' }, ...places]}
        onChange={(key) => onChange(key === '' ? undefined : key)}
      />
      {fault && <FieldError>{fault}</FieldError>}
    </div>
  )
}
