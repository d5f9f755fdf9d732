'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useWords } from '#words'
import type { Campaign } from '#lib/campaigns/types'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { faultOf, faultsOf } from '#ui/faults'
import { useToast } from '#ui/toast'
import { addCampaign, archiveCampaign, changeCampaign, restoreCampaign } from '../actions'
import { AudienceFields } from './audience-fields'
import { CostFields, DayFields, NameFields, StageFields } from './fields'
import { Note } from '../note'
import { fieldsIn, type Named } from './read-form'

export type Editing = { campaign: Campaign } | { stage: string | null; today: string }

type DialogProps = { slug: string; journey: string; page: string; editing: Editing; stages: readonly Named[]; personas: readonly Named[] }

/** Makes or changes one campaign. The address says which, so that a link opens it; closing goes back to the page. */
export function CampaignDialog({ slug, journey, page, editing, stages, personas }: DialogProps) {
  const t = useWords('campaigns')
  const router = useRouter()
  const toast = useToast()
  const [open, setOpen] = useState(true)
  const [busy, setBusy] = useState(false)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const before = 'campaign' in editing ? editing.campaign : null
  const close = () => {
    setOpen(false)
    router.replace(page, { scroll: false })
  }
  const save = async (form: HTMLFormElement) => {
    const { fields, refused } = fieldsIn(new FormData(form), before, t)
    if (refused) return setFaults(refused)
    setBusy(true)
    const result = await (before ? changeCampaign(slug, { journey, id: before.id, ...fields }) : addCampaign(slug, { journey, ...fields })).catch(() => null)
    setBusy(false)
    if (!result?.ok) {
      setFaults(result ? faultsOf(result.problem) : { '': t('form.lost') })
      return requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid]')?.focus())
    }
    toast(t('form.saved', { name: result.data.name }))
    close()
  }
  const archive = async ({ id, name }: Campaign) => {
    const result = await archiveCampaign(slug, { journey, id }).catch(() => null)
    if (!result?.ok) return setFaults({ '': result ? faultOf(result.problem) : t('form.lost') })
    const undo = () => void restoreCampaign(slug, { journey, id }).then(() => router.refresh())
    toast(t('form.archived', { name }), { undo })
    close()
  }
  return (
    <Dialog open={open} onOpenChange={(next) => !next && close()} title={before ? t('edit') : t('new')} description={t('form.description')}>
      {/* Kept by hand: a form action would empty the fields where something is refused. */}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save(event.currentTarget)
        }}
        className="grid grid-cols-2 gap-4 max-wide:grid-cols-1"
      >
        <NameFields before={before} faults={faults} />
        <AudienceFields before={before} faults={faults} personas={personas} />
        <StageFields chosen={before?.stages ?? ('stage' in editing && editing.stage ? [editing.stage] : [])} stages={stages} fault={Object.entries(faults).find(([field]) => /^stages/.test(field))?.[1]} />
        <DayFields starts={before?.starts ?? ('today' in editing ? editing.today : '')} ends={before?.ends ?? ''} faults={faults} />
        <CostFields before={before} faults={faults} />
        <Note before={before} faults={faults} />
        <div className="flex gap-2 wide:col-span-2">
          {before && (
            <Button look="danger" onClick={() => void archive(before)}>
              {t('form.archive')}
            </Button>
          )}
          <Button type="submit" look="primary" className="ml-auto" busy={busy} busyLabel={t('form.saving')}>
            {t('form.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
