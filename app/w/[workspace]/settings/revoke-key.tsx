'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button } from '#ui/button'
import { ConfirmDialog } from '#ui/dialog'
import { faultOf } from '#ui/faults'
import { useToast } from '#ui/toast'
import { useWords } from '#words'
import { revokeKey } from './actions'

export function RevokeKey({ slug, id, name }: { slug: string; id: string; name: string }) {
  const t = useWords('settings.revoke')
  const router = useRouter()
  const toast = useToast()
  const [isAsking, setAsking] = useState(false)
  const [busy, start] = useTransition()
  const revoke = () =>
    start(async () => {
      const result = await revokeKey(slug, { id })
      setAsking(false)
      if (!result.ok) return toast(faultOf(result.problem), { tone: 'error' })
      toast(t('done', { name }))
      router.refresh()
    })
  return (
    <>
      <Button look="ghost" aria-label={t('named', { name })} onClick={() => setAsking(true)}>
        {t('act')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t('ask', { name })}
        description={t('says')}
        confirmLabel={t('act')}
        onConfirm={revoke}
        danger
        busy={busy}
        busyLabel={t('busy')}
      />
    </>
  )
}
