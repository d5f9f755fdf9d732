'use client'

import { FieldError } from '#ui/field'
import { Select } from '#ui/select'
import { useWords } from '#words'
import type { Stage } from '../../../_place/place-fields'

type OwnPlaceProps = {
  value: string | undefined
  stages: readonly Stage[]
  fault: string | undefined
  onChange: (touchpoint: string | undefined) => void
}

/** Where answers to this question belong: one survey about a whole journey gives an answer for each of its places. */
export function OwnPlace({ value, stages, fault, onChange }: OwnPlaceProps) {
  const t = useWords('questions')
  const places = stages.flatMap((stage) =>
    stage.touchpoints
      .filter(({ key, archived }) => key === value || (!archived && !stage.archived))
      .map(({ key, name, overall }) => ({ value: key, label: `${stage.name} · ${overall ? t('place.whole') : name}` })),
  )
  return (
    <div>
      <Select
        label={t('place.label')}
        labelPlace="above"
        value={value ?? ''}
        options={[{ value: '', label: t('place.own') }, ...places]}
        onChange={(key) => onChange(key === '' ? undefined : key)}
      />
      {fault && <FieldError>{fault}</FieldError>}
    </div>
  )
}
