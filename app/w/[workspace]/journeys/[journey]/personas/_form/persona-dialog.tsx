'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { FieldError, TextArea, TextField } from '#ui/field'
import { useWords } from '#words'
import type { Persona } from '#lib/journeys/personas/definition'
import { draftOf, newGroup, rulesOf } from './draft'
import { GroupFields } from './group-fields'
import { PreviewPart } from './preview'
import type { Written } from '../_list/use-book'
import { usePreview } from './use-preview'

type DialogProps = { slug: string; journey: string; personas: readonly Persona[]; first: Written; onSave: (persona: Written) => Promise<string>; onClose: () => void }

/** A persona's name and rules, tried on the newest answers while they are written. */
export function PersonaDialog({ slug, journey, personas, first, onSave, onClose }: DialogProps) {
  const t = useWords('personas')
  const [name, setName] = useState(first.name)
  const [description, setDescription] = useState(first.description ?? '')
  const [groups, setGroups] = useState(() => (first.rules.length > 0 ? draftOf(first.rules) : [newGroup()]))
  const [most, setMost] = useState(2_000)
  const [busy, setBusy] = useState(false)
  const [faults, setFaults] = useState<{ name?: string; rules?: string; all?: string }>({})
  const rules = rulesOf(groups)
  // It stands where it will: before those that come after it.
  const at = first.key === undefined ? personas.length : personas.findIndex(({ key }) => key === first.key)
  const others = personas.filter(({ key }) => key !== first.key)
  const all = rules ? [...others.slice(0, at), { rules }, ...others.slice(at)] : others
  const { preview, pending, failed } = usePreview(slug, { journey, personas: all.map((one) => ({ rules: one.rules })), most })

  const save = async () => {
    const wrong = { name: name.trim() === '' ? t('form.nameless') : undefined, rules: rules === null ? t('form.unfinished') : undefined }
    setFaults(wrong)
    if (wrong.name !== undefined || rules === null) return
    setBusy(true)
    const fault = await onSave({ ...(first.key === undefined ? {} : { key: first.key }), name: name.trim(), description: description.trim() === '' ? null : description.trim(), rules })
    setBusy(false)
    if (fault) setFaults({ all: fault })
    else onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(first.key === undefined ? 'form.new' : 'form.change')}
      footer={
        <>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button look="primary" busy={busy} busyLabel={t('form.saving')} onClick={save}>
            {t('form.save')}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        {faults.all && <FieldError>{faults.all}</FieldError>}
        <TextField label={t('form.name')} hint={t('form.nameHint')} value={name} maxLength={120} error={faults.name} onChange={(event) => setName(event.target.value)} />
        <TextArea label={t('form.description')} value={description} maxLength={500} rows={2} onChange={(event) => setDescription(event.target.value)} />
        <fieldset>
          <legend className="text-sm font-medium">{t('form.who')}</legend>
          {groups.length > 1 && <p className="mt-0.5 text-xs text-ink-2">{t('form.any')}</p>}
          <div className="mt-2 space-y-2">
            {groups.map((group, i) => (
              <GroupFields
                key={group.id}
                group={group}
                isFirst={i === 0}
                seen={preview?.seen ?? []}
                onChange={(next) => setGroups(next.all.length > 0 ? groups.map((one) => (one.id === next.id ? next : one)) : groups.filter((one) => one.id !== next.id))}
                isOnly={groups.length === 1}
              />
            ))}
          </div>
          <Button look="ghost" className="mt-2" onClick={() => setGroups([...groups, newGroup()])}>
            <Plus aria-hidden className="size-4" />
            {t('form.addGroup')}
          </Button>
          {faults.rules && rules === null && <FieldError>{faults.rules}</FieldError>}
        </fieldset>
        <PreviewPart preview={preview?.personas.length === all.length ? preview : null} {...{ pending, failed, most, rules }} at={rules ? at : null} onMost={setMost} />
      </div>
    </Dialog>
  )
}
