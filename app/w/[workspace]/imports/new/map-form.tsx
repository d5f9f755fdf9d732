'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Banner } from '#ui/banner'
import { Button } from '#ui/button'
import { Card } from '#ui/card'
import { TextField } from '#ui/field'
import { useWords } from '#words'
import { ColumnsTable } from './columns-table'
import { FirstRows } from './first-rows'
import type { JourneyChoice } from './import-form'
import { columnFor, hasScores, type Mapping, mappingOf, placeFaults, type Preview, queryOf, type RatedPlace, type RatedPlaces } from './mapping'
import { ScoreFields } from './score-fields'
import { sendFile } from './send'
import { Target } from './target'

type MapFormProps = { slug: string; journeys: readonly JourneyChoice[]; file: File; preview: Preview }

// Faults of these stand at their fields; the others say themselves which column they mean.
const FIELDS = ['journey', 'stages', 'at-format', 'at-default', 'ignore-value', 'outcome-positive']

export function MapForm({ slug, journeys, file, preview }: MapFormProps) {
  const t = useWords('imports')
  const router = useRouter()
  const [mapping, setMapping] = useState<Mapping>(() => mappingOf(preview))
  const [places, setPlaces] = useState<RatedPlaces>({})
  const [misplaced, setMisplaced] = useState<Record<string, Partial<RatedPlace>>>({})
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const hasTime = columnFor(mapping, 'at') !== undefined
  const others = Object.entries(faults).filter(([flag]) => !FIELDS.includes(flag))

  const place = (column: string, named: RatedPlace) => {
    setPlaces({ ...places, [column]: named })
    setMisplaced(({ [column]: _, ...rest }) => rest)
  }

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const sheet = event.currentTarget
    const toFault = () => requestAnimationFrame(() => sheet.querySelector<HTMLElement>('[aria-invalid]')?.focus())
    const wrong = placeFaults(t, mapping, places)
    setMisplaced(wrong)
    if (Object.keys(wrong).length > 0) return void toFault()
    const form = new FormData(sheet)
    const text = (name: string) => String(form.get(name) ?? '')
    const isNew = text('target') === ''
    const query = queryOf(mapping, {
      journey: isNew ? text('name').trim() : text('target'),
      create: isNew || form.has('create'),
      stages: text('stages'),
      atFormat: text('at-format'),
      atDefault: text('at-default'),
      places,
      ignoreValue: text('ignore-value'),
      outcomePositive: text('outcome-positive'),
    })
    setBusy(true)
    const sent = await sendFile(t, slug, file, query)
    if ('data' in sent) return router.push(`/w/${slug}/imports/${sent.data.id}`)
    setBusy(false)
    setFaults(sent.faults)
    toFault()
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <h2 className="mt-6 mb-1 text-lg font-semibold tracking-tight">{t('columns.title')}</h2>
      <p className="mb-3 text-sm text-ink-2">{t('columns.says')}</p>
      <Card>
        <ColumnsTable preview={preview} mapping={mapping} onChange={setMapping} places={places} onPlace={place} faults={misplaced} />
        <FirstRows preview={preview} />
      </Card>
      <div className="mt-4 grid gap-4 wide:grid-cols-2">
        {hasTime ? (
          <TextField
            key="at-format"
            label={t('form.format')}
            name="at-format"
            defaultValue={preview.guess['at-format']}
            placeholder={t('form.formatExample')}
            hint={t('form.formatHint')}
            spellCheck={false}
            autoComplete="off"
            error={faults['at-format']}
          />
        ) : (
          <TextField
            key="at-default"
            label={t('form.day')}
            name="at-default"
            type="date"
            hint={t('form.dayHint')}
            error={faults['at-default']}
          />
        )}
        <ScoreFields preview={preview} hasScores={hasScores(mapping)} outcomeColumn={columnFor(mapping, 'outcome')} faults={faults} />
      </div>
      <h2 className="mt-6 mb-3 text-lg font-semibold tracking-tight">{t('form.where')}</h2>
      <Target journeys={journeys} fileName={file.name} preview={preview} stageColumn={columnFor(mapping, 'stage')} faults={faults} />
      {others.length > 0 && (
        <Banner className="mt-4">
          {others.map(([flag, message]) => (
            <span key={flag} className="block">
              {message}
            </span>
          ))}
        </Banner>
      )}
      <div className="mt-5 flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" size="lg" busy={busy} busyLabel={t('form.sending')}>
          {t('form.start')}
        </Button>
        <p className="text-sm text-ink-2" role="status">
          {t(busy ? 'form.onItsWay' : 'form.rest')}
        </p>
      </div>
    </form>
  )
}
