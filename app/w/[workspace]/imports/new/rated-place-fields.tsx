'use client'

import { TextField } from '#ui/field'
import { useWords } from '#words'
import type { RatedPlace } from './mapping'

type FieldsProps = {
  column: string
  place: RatedPlace
  faults: Partial<RatedPlace> | undefined
  /** The id of a datalist with the stages that were named already. */
  stageList: string
  onChange: (place: RatedPlace) => void
}

/** Which stage and touchpoint the scores of one column rate. */
export function RatedPlaceFields({ column, place, faults, stageList, onChange }: FieldsProps) {
  const t = useWords('imports.rated')
  const label = (what: 'stage' | 'touchpoint') => t.rich(what, { column, of: (chunks) => <span className="sr-only">{chunks}</span> })
  return (
    <div className="mt-2 grid gap-2 font-normal whitespace-normal wide:grid-cols-2">
      <TextField
        label={label('stage')}
        value={place.stage}
        onChange={(event) => onChange({ ...place, stage: event.target.value })}
        list={stageList}
        maxLength={120}
        autoComplete="off"
        error={faults?.stage}
      />
      <TextField
        label={label('touchpoint')}
        value={place.touchpoint}
        onChange={(event) => onChange({ ...place, touchpoint: event.target.value })}
        maxLength={120}
        autoComplete="off"
        error={faults?.touchpoint}
      />
    </div>
  )
}
