'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button } from '#ui/button'
import { ConfirmDialog } from '#ui/dialog'
import { faultOf } from '#ui/faults'
import { useToast } from '#ui/toast'
import { endBatch } from './actions'

type Props = { slug: string; id: string; batch: string; made: string; open: number }

/** Ends the links of a batch that are still open, for a list that went to the wrong people. */
export function EndLinks({ slug, id, batch, made, open }: Props) {
  const [router, toast] = [useRouter(), useToast()]
  const [asking, setAsking] = useState(false)
  const [busy, begin] = useTransition()
  const end = () =>
    begin(async () => {
      const result = await endBatch(slug, { id, batch }).catch(() => null)
      setAsking(false)
      if (!result?.ok) return toast(result ? faultOf(result.problem) : 'The connection was lost. Nothing was ended: try again.', { tone: 'error' })
      toast(result.data.ended === 1 ? 'One link is ended.' : `${result.data.ended.toLocaleString('en')} links are ended.`)
      router.refresh()
    })
  return (
    <>
      <Button look="ghost" aria-label={`End links made ${made}`} onClick={() => setAsking(true)}>
        End links
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`End the links made ${made}?`}
        description={`${open === 1 ? 'One link stops' : `${open.toLocaleString('en')} links stop`} working at once, for good. Answers that came stay where they are.`}
        confirmLabel="End links"
        busyLabel="Ending…"
        busy={busy}
        danger
        onConfirm={end}
      />
    </>
  )
}
