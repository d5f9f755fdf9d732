'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { useWords } from '#words'
import { Button } from '#ui/button'
import { ConfirmDialog } from '#ui/dialog'
import { faultOf } from '#ui/faults'
import { useToast } from '#ui/toast'
import { revokeShare } from '../share/actions'

export function RevokeLink({ slug, journey, id, name }: { slug: string; journey: string; id: string; name: string }) {
  const t = useWords('shares')
  const router = useRouter()
  const toast = useToast()
  const [isAsking, setAsking] = useState(false)
  const [busy, start] = useTransition()
  const revoke = () =>
    start(async () => {
      const result = await revokeShare(slug, { journey, id })
      setAsking(false)
      if (!result.ok) return toast(faultOf(result.problem), { tone: 'error' })
      toast(t('links.gone', { name }))
      router.refresh()
    })
  return (
    <>
      <Button look="ghost" aria-label={t('links.revokeOf', { name })} onClick={() => setAsking(true)}>
        {t('links.revoke')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t('links.revokeTitle', { name })}
        description={t('links.revokeText')}
        confirmLabel={t('links.revoke')}
        onConfirm={revoke}
        danger
        busy={busy}
        busyLabel={t('links.revoking')}
      />
    </>
  )
}
