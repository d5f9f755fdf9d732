'use client'

import { useState } from 'react'
import { useWords } from '#words'
import { type Annotation, KINDS } from '#lib/annotations/types'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { FieldError, TextArea, TextField } from '#ui/field'
import { Select } from '#ui/select'

export type Fields = Omit<Annotation, 'id'>

type DialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** What is edited; without an id it is a new one. */
  annotation: Fields & { id?: string }
  stages: readonly { key: string; name: string }[]
  /** Answers the faults by field, none where it is saved. */
  onSave: (fields: Fields) => Promise<Record<string, string>>
  onRemove?: () => Promise<void>
}

const textOf = (form: FormData, name: string) => String(form.get(name) ?? '').trim()
const SHOWN = ['kind', 'title', 'day', 'until', 'stage', 'body']

export function AnnotationDialog({ open, onOpenChange, annotation, stages, onSave, onRemove }: DialogProps) {
  const t = useWords('panel.time')
  const [kind, setKind] = useState<string>(annotation.kind)
  const [stage, setStage] = useState(annotation.stage ?? '')
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const save = async (form: FormData) => {
    setBusy(true)
    const refused = await onSave({
      kind: KINDS.find((one) => one === kind) ?? 'note',
      title: textOf(form, 'title'),
      day: textOf(form, 'day'),
      until: textOf(form, 'until') || null,
      stage: stage || null,
      body: textOf(form, 'body') || null,
    })
    setBusy(false)
    setFaults(refused)
    if (Object.keys(refused).length === 0) onOpenChange(false)
  }
  // A refusal about something that has no field of its own is said above the buttons.
  const other = Object.entries(faults).find(([field]) => !SHOWN.includes(field))?.[1]
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t(annotation.id ? 'annotation.edit' : 'annotation.add')}
      description={t('annotation.description')}
    >
      {/* Kept by hand: a form action would empty the fields where something is refused. */}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save(new FormData(event.currentTarget))
        }}
        className="grid grid-cols-2 gap-4 max-wide:grid-cols-1"
      >
        <TextField label={t('annotation.title')} name="title" defaultValue={annotation.title} maxLength={120} autoComplete="off" autoFocus error={faults.title} className="wide:col-span-2" />
        <Select label={t('annotation.kind')} labelPlace="above" value={kind} onChange={setKind} options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} />
        <div>
          <Select label={t('annotation.stage')} labelPlace="above" value={stage} onChange={setStage} options={[{ value: '', label: t('annotation.allStages') }, ...stages.map(({ key, name }) => ({ value: key, label: name }))]} />
          {faults.stage && <FieldError>{faults.stage}</FieldError>}
        </div>
        <TextField label={t('annotation.day')} name="day" type="date" defaultValue={annotation.day} error={faults.day} />
        <TextField label={t('annotation.until')} name="until" type="date" defaultValue={annotation.until ?? ''} hint={t('annotation.untilHint')} error={faults.until} />
        <TextArea label={t('annotation.body')} name="body" defaultValue={annotation.body ?? ''} maxLength={2000} error={faults.body} className="wide:col-span-2" />
        {other && <FieldError>{other}</FieldError>}
        <div className="flex gap-2 wide:col-span-2">
          {onRemove && (
            <Button look="danger" onClick={() => void onRemove()}>
              {t('remove')}
            </Button>
          )}
          <Button type="submit" look="primary" className="ml-auto" busy={busy} busyLabel={t('saving')}>
            {t(annotation.id ? 'save' : 'annotation.add')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
