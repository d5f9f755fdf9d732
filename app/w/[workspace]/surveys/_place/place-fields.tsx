'use client'

import { FieldError } from '#ui/field'
import { Select } from '#ui/select'
import { useWords } from '#words'

type Words = ReturnType<typeof useWords<'surveys'>>

export type Touchpoint = { key: string; name: string; overall: boolean; archived: boolean; channel: string | null }
export type Stage = { key: string; name: string; archived: boolean; touchpoints: readonly Touchpoint[] }

export const stageOf = (stages: readonly Stage[], touchpoint: string | null): Stage | undefined =>
  stages.find((stage) => stage.touchpoints.some(({ key }) => key === touchpoint))

/** Each touchpoint by its name, the built-in one as what it means; archived ones only while they are chosen. */
const optionsOf = (t: Words, stage: Stage, chosen: string | null) =>
  stage.touchpoints
    .filter(({ archived, key }) => !archived || key === chosen)
    .map(({ key, name, overall, archived }) => {
      const label = overall ? t('place.whole') : name
      return { value: key, label: archived ? t('place.archived', { name: label }) : label }
    })

type PlaceProps = { stages: readonly Stage[]; touchpoint: string | null; onChange: (touchpoint: string) => void; fault?: string }

/** Where an answer belongs: the stage, and in it the touchpoint. */
export function PlaceFields({ stages, touchpoint, onChange, fault }: PlaceProps) {
  const t = useWords('surveys')
  const stage = stageOf(stages, touchpoint)
  const choose = (key: string) => {
    const live = stages.find((s) => s.key === key)?.touchpoints.filter(({ archived }) => !archived) ?? []
    const first = live.find(({ overall }) => !overall) ?? live[0]
    if (first) onChange(first.key)
  }
  return (
    <div>
      <div className="grid grid-cols-2 gap-3">
        <Select
          label={t('place.stage')}
          labelPlace="above"
          placeholder={t('place.chooseStage')}
          value={stage?.key ?? ''}
          onChange={choose}
          options={stages.filter((s) => !s.archived || s === stage).map(({ key, name }) => ({ value: key, label: name }))}
        />
        <Select
          label={t('place.touchpoint')}
          labelPlace="above"
          placeholder={stage ? t('place.chooseTouchpoint') : t('place.stageFirst')}
          value={touchpoint ?? ''}
          onChange={onChange}
          options={stage ? optionsOf(t, stage, touchpoint) : []}
          disabled={!stage}
        />
      </div>
      {fault && <FieldError>{fault}</FieldError>}
    </div>
  )
}
