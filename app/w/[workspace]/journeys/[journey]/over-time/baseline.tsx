'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { FieldError, TextField } from '#ui/field'
import { faultsOf } from '#ui/faults'
import { useToast } from '#ui/toast'
import { clearBaseline, setBaseline } from './actions'

type BaselineProps = { slug: string; journey: string; from: string | null; to: string | null; text: string }

/** The days that later ones are compared with: declared here, or each stage's own first six months. */
export function Baseline({ slug, journey, from, to, text }: BaselineProps) {
  const [open, setOpen] = useState(false)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const router = useRouter()
  const toast = useToast()
  const run = async (change: () => ReturnType<typeof setBaseline>, said: string) => {
    setBusy(true)
    const result = await change().catch(() => null)
    setBusy(false)
    if (!result?.ok) return setFaults(result ? faultsOf(result.problem) : { '': 'That was not saved: the server cannot be reached. Try again.' })
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
      <Button onClick={() => turn(true)} aria-label={`Baseline: ${text}. Change`}>
        <span className="font-normal text-ink-3">Baseline</span> {text}
      </Button>
      <Dialog
        open={open}
        onOpenChange={turn}
        title="Baseline"
        description="Later steps are compared with these days: at least six whole months that are over, in which things were as usual. Without them each stage takes its own first six months with answers."
      >
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            const form = new FormData(event.currentTarget)
            void run(() => setBaseline(slug, { journey, from: String(form.get('from')), to: String(form.get('to')) }), 'Baseline saved.')
          }}
          className="grid grid-cols-2 gap-4 max-wide:grid-cols-1"
        >
          <TextField label="From" name="from" type="date" defaultValue={from ?? ''} autoFocus error={faults.from} />
          <TextField label="To" name="to" type="date" defaultValue={to ?? ''} error={faults.to} />
          {faults[''] && <FieldError>{faults['']}</FieldError>}
          <div className="flex flex-wrap gap-2 wide:col-span-2">
            {from && (
              <Button onClick={() => void run(() => clearBaseline(slug, { journey }), 'Each stage has its own baseline again.')}>Use each stage’s first six months</Button>
            )}
            <Button type="submit" look="primary" className="ml-auto" busy={busy} busyLabel="Saving…">
              Save
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
