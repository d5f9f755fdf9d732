'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useWords } from '#words'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { FieldError, TextField } from '#ui/field'
import { faultsOf } from '#ui/faults'
import { useToast } from '#ui/toast'
import { clearBaseline, setBaseline } from './actions'

type BaselineProps = { slug: string; journey: string; from: string | null; to: string | null; text: string }

/** The days that later ones are compared with: declared here, or each stage's own first six months. */
export function Baseline({ slug, journey, from, to, text }: BaselineProps) {
  const t = useWords('panel.time')
  const [open, setOpen] = useState(false)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const router = useRouter()
  const toast = useToast()
  const run = async (change: () => ReturnType<typeof setBaseline>, said: string) => {
    setBusy(true)
    const result = await change().catch(() => null)
    setBusy(false)
    if (!result?.ok) return setFaults(result ? faultsOf(result.problem) : { '': t('lost') })
    setOpen(false)
    router.refresh()
    toast(said)
  }
  const turn = (next: boolean) => {
    setFaults({})
    setOpen(next)
  }
  return (
    <>
      <Button onClick={() => turn(true)} aria-label={t('base.change', { text })}>
        <span className="font-normal text-ink-3">{t('base.title')}</span> {text}
      </Button>
      <Dialog
        open={open}
        onOpenChange={turn}
        title={t('base.title')}
        description={t('base.description')}
      >
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            const form = new FormData(event.currentTarget)
            void run(() => setBaseline(slug, { journey, from: String(form.get('from')), to: String(form.get('to')) }), t('base.saved'))
          }}
          className="grid grid-cols-2 gap-4 max-wide:grid-cols-1"
        >
          <TextField label={t('base.from')} name="from" type="date" defaultValue={from ?? ''} autoFocus error={faults.from} />
          <TextField label={t('base.to')} name="to" type="date" defaultValue={to ?? ''} error={faults.to} />
          {faults[''] && <FieldError>{faults['']}</FieldError>}
          <div className="flex flex-wrap gap-2 wide:col-span-2">
            {from && (
              <Button onClick={() => void run(() => clearBaseline(slug, { journey }), t('base.cleared'))}>{t('base.clear')}</Button>
            )}
            <Button type="submit" look="primary" className="ml-auto" busy={busy} busyLabel={t('saving')}>
              {t('save')}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
