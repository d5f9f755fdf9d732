'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button } from '#ui/button'
import { ConfirmDialog } from '#ui/dialog'
import { faultOf } from '#ui/faults'
import { useToast } from '#ui/toast'
import { revokeKey } from './actions'

export function RevokeKey({ slug, id, name }: { slug: string; id: string; name: string }) {
  const router = useRouter()
  const toast = useToast()
  const [isAsking, setAsking] = useState(false)
  const [busy, start] = useTransition()
  const revoke = () =>
    start(async () => {
      const result = await revokeKey(slug, { id })
      setAsking(false)
      if (!result.ok) return toast(faultOf(result.problem), { tone: 'error' })
      toast(`“${name}” is revoked.`)
      router.refresh()
    })
  return (
    <>
      <Button look="ghost" aria-label={`Revoke ${name}`} onClick={() => setAsking(true)}>
        Revoke
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={`Revoke “${name}”?`}
        description="Whatever uses it is refused from now on. It cannot be brought back; the list keeps its name."
        confirmLabel="Revoke"
        onConfirm={revoke}
        danger
        busy={busy}
        busyLabel="Revoking…"
      />
    </>
  )
}
