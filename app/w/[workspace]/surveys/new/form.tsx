'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState, useTransition } from 'react'
import { Banner } from '#ui/banner'
import { Button } from '#ui/button'
import { Card } from '#ui/card'
import { faultsOf } from '#ui/faults'
import { RadioCard, TextField } from '#ui/field'
import { Select } from '#ui/select'
import { useWords } from '#words'
import { PlaceFields, type Stage, stageOf } from '../_place/place-fields'
import { createSurvey } from '../actions'
import { ImportJson } from './import-json'
import type { SetId } from './sets'
import { kindOf, type StageKind } from './stage-kinds'

type Set = { id: SetId; name: string; about: string; kind: StageKind | null }

type FormProps = {
  slug: string
  journeys: readonly { value: string; label: string }[]
  journey: string
  stages: readonly Stage[]
  asked: { stage?: string; touchpoint?: string }
  company: string
  sets: readonly Set[]
}

function firstPlace(stages: readonly Stage[], { stage, touchpoint }: FormProps['asked']): string | null {
  const all = stages.flatMap((s) => s.touchpoints.filter((t) => !t.archived))
  const inStage = stages.find(({ key }) => key === stage)?.touchpoints.find((t) => !t.archived && !t.overall)
  return (all.find(({ key }) => key === touchpoint) ?? inStage)?.key ?? null
}

/** Where it asks, who asks and what; everything can be changed in the editor that opens next. */
export function NewSurveyForm({ slug, journeys, journey, stages, asked, company, sets }: FormProps) {
  const [router, t] = [useRouter(), useWords('surveys')]
  const form = useRef<HTMLFormElement>(null)
  const [touchpoint, setTouchpoint] = useState(() => firstPlace(stages, asked))
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [busy, begin] = useTransition()
  const submit = (data: FormData) =>
    begin(async () => {
      if (touchpoint === null) return setFaults({ touchpoint: t('new.choosePlace') })
      const text = (name: string) => String(data.get(name))
      const set = sets.find(({ id }) => id === data.get('questions'))?.id ?? 'nps'
      const result = await createSurvey(slug, { journey, touchpoint, name: text('name'), company: text('company'), questions: set })
      if (result.ok) return router.push(`/w/${slug}/surveys/${result.data.id}`)
      setFaults(faultsOf(result.problem))
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
    })
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit(new FormData(event.currentTarget))
      }}
    >
      <Card className="grid gap-5 p-5 max-wide:p-4">
        {faults[''] && <Banner>{faults['']}</Banner>}
        {journeys.length > 1 && (
          <Select
            label={t('new.journey')}
            labelPlace="above"
            value={journey}
            options={journeys}
            onChange={(next) => router.replace(`/w/${slug}/surveys/new?journey=${encodeURIComponent(next)}`)}
          />
        )}
        <div>
          <PlaceFields stages={stages} touchpoint={touchpoint} onChange={setTouchpoint} fault={faults.touchpoint} />
          <p className="mt-1.5 text-xs text-ink-3">{t('new.lands')}</p>
        </div>
        <div className="grid gap-5 wide:grid-cols-2 wide:gap-3">
          <TextField
            label={t('new.name')}
            name="name"
            placeholder={t('new.namePlace')}
            hint={t('new.nameHint')}
            error={faults.name}
            maxLength={120}
            required
          />
          <TextField
            label={t('new.company')}
            name="company"
            defaultValue={company}
            hint={t('new.companyHint')}
            error={faults.company}
            maxLength={120}
            required
          />
        </div>
        <Sets stages={stages} touchpoint={touchpoint} sets={sets} />
        <div className="flex justify-end gap-2">
          <Button onClick={() => router.back()}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={busy} busyLabel={t('new.making')}>
            {t('new.create')}
          </Button>
        </div>
      </Card>
      <div className="mt-4">
        <ImportJson slug={slug} journey={journey} touchpoint={touchpoint} />
      </div>
    </form>
  )
}

/** What it can start with: first what fits the chosen stage, then what fits any. */
function Sets({ stages, touchpoint, sets }: Pick<FormProps, 'stages' | 'sets'> & { touchpoint: string | null }) {
  const t = useWords('surveys')
  const [chosen, choose] = useState<SetId | null>(null)
  const stage = stageOf(stages, touchpoint)
  const place = stage?.touchpoints.find(({ key }) => key === touchpoint)
  const kind = stage ? kindOf(stage.name, place?.name ?? '') : null
  const fitting = kind === null ? [] : sets.filter((set) => set.kind === kind)
  const general = sets.filter((set) => set.kind === null)
  // What was chosen for another stage is not offered any more.
  const isOffered = [...fitting, ...general].some(({ id }) => id === chosen)
  const shared = { chosen: isOffered ? chosen : (fitting[0]?.id ?? 'nps'), onChoose: choose }
  return (
    <>
      {fitting.length > 0 && stage && <Group legend={t('new.readyFor', { stage: stage.name })} sets={fitting} {...shared} />}
      <Group legend={fitting.length > 0 ? t('new.forAny') : t('new.startWith')} sets={general} {...shared} />
    </>
  )
}

type GroupProps = { legend: string; sets: readonly Set[]; chosen: SetId | null; onChoose: (id: SetId) => void }

function Group({ legend, sets, chosen, onChoose }: GroupProps) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{legend}</legend>
      <div className="grid gap-2 wide:grid-cols-2 wide:gap-x-3">
        {sets.map(({ id, name, about }) => (
          <RadioCard key={id} name="questions" value={id} label={name} hint={about} checked={id === chosen} onChange={() => onChoose(id)} />
        ))}
      </div>
    </fieldset>
  )
}
