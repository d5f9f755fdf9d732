'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button } from '#ui/button'
import { ConfirmDialog } from '#ui/dialog'
import { faultOf } from '#ui/faults'
import { useToast } from '#ui/toast'
import type { Change } from '#lib/journeys/draft/definition'
import { useWords } from '#words'
import { makeDraft, takeBack } from '../actions'

/** A past version becomes the draft again. */
export function MakeDraft({ slug, journey, version }: { slug: string; journey: string; version: number }) {
  const t = useWords('versions')
  const [router, toast] = [useRouter(), useToast()]
  const [asking, setAsking] = useState(false)
  const [busy, begin] = useTransition()
  const undo = async (changes: readonly Change[]) => {
    const result = await takeBack(slug, { journey, changes })
    if (result.ok) toast(t('takenBack'))
    else toast(faultOf(result.problem), { tone: 'error' })
  }
  const make = () =>
    begin(async () => {
      const result = await makeDraft(slug, { journey, version })
      setAsking(false)
      if (!result.ok) return toast(faultOf(result.problem), { tone: 'error' })
      const changes = result.data.undo
      toast(t('made', { version }), changes.length > 0 ? { undo: () => void undo(changes) } : {})
      router.push(`/w/${slug}/journeys/${journey}/edit`)
    })
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('make')}</Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('makeTitle', { version })}
        description={t('makeAbout', { version })}
        confirmLabel={t('makeConfirm')}
        busy={busy}
        busyLabel={t('making')}
        onConfirm={make}
      />
    </>
  )
}
