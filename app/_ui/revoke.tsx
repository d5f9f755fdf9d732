'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import type { ActionResult } from '../_refusals/action'
import { useWords } from '#words'
import { Button } from './button'
import { ConfirmDialog } from './dialog'
import { faultOf } from './faults'
import { useToast } from './toast'

type Answer = { ok: true } | { ok: false; problem: Parameters<typeof faultOf>[0] }

/** Takes back what was given away for good: `says` is what becomes of those who hold it, `done` what has happened then. */
export function Revoke({ name, says, done, revoke }: { name: string; says: string; done: string; revoke: () => Promise<Answer> }) {
  const t = useWords('ui.revoke')
  const router = useRouter()
  const toast = useToast()
  const [isAsking, setAsking] = useState(false)
  const [busy, start] = useTransition()
  const onConfirm = () =>
    start(async () => {
      const result = await revoke()
      setAsking(false)
      if (!result.ok) return toast(faultOf(result.problem), { tone: 'error' })
      toast(done)
      router.refresh()
    })
  return (
    <>
      <Button look="ghost" aria-label={t('named', { name })} onClick={() => setAsking(true)}>
        {t('act')}
      </Button>
      <ConfirmDialog open={isAsking} onOpenChange={setAsking} title={t('ask', { name })} description={says} confirmLabel={t('act')} onConfirm={onConfirm} danger busy={busy} busyLabel={t('busy')} />
    </>
  )
}
