'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { faultOf } from '#ui/faults'
import { useToast } from '#ui/toast'
import { useWords } from '#words'
import { restore } from '../actions'

export function RestoreJourney({ slug, journey, name }: { slug: string; journey: string; name: string }) {
  const t = useWords('journeys')
  const router = useRouter()
  const toast = useToast()
  const [busy, start] = useTransition()
  const run = () =>
    start(async () => {
      const result = await restore(slug, { journey })
      if (!result.ok) return toast(faultOf(result.problem), { tone: 'error' })
      toast(t('restored', { name }))
      router.refresh()
    })
  return (
    <button type="button" onClick={run} aria-disabled={busy} className="link relative" aria-label={t('restoreNamed', { name })}>
      {t('restore')}
    </button>
  )
}
