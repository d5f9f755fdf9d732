'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState, useTransition } from 'react'
import { useSay, useWords } from '#words'
import { Banner } from '#ui/banner'
import { Button } from '#ui/button'
import { faultOf, faultsOf } from '#ui/faults'
import { TextField } from '#ui/field'
import { useToast } from '#ui/toast'
import type { Review } from '#lib/journeys/review/types'
import { markReviewed, setReview } from '../share/actions'

type FormProps = { slug: string; journey: string; review: Review }

const numberIn = (form: FormData, name: string): number | null => {
  const text = String(form.get(name) ?? '').trim()
  return text === '' ? null : Number(text)
}

/** When the map is looked at again, and after how many days without an answer a stage is stale. */
export function ReviewForm({ slug, journey, review }: FormProps) {
  const [t, say] = [useWords('shares'), useSay()]
  const router = useRouter()
  const toast = useToast()
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [saving, startSaving] = useTransition()
  const [noting, startNoting] = useTransition()
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const asked = { journey, nextOn: String(form.get('nextOn')) || null, everyDays: numberIn(form, 'everyDays'), staleDays: numberIn(form, 'staleDays') ?? undefined }
    startSaving(async () => {
      const result = await setReview(slug, asked)
      setFaults(result.ok ? {} : faultsOf(result.problem))
      if (!result.ok) return
      toast(t('review.saved'))
      router.refresh()
    })
  }
  const note = () =>
    startNoting(async () => {
      const before = { journey, nextOn: review.nextOn, everyDays: review.everyDays, lastOn: review.lastOn }
      const result = await markReviewed(slug, { journey })
      if (!result.ok) return toast(faultOf(result.problem), { tone: 'error' })
      toast(t('review.noted'), { undo: () => void setReview(slug, before).then(() => router.refresh()) })
      router.refresh()
    })
  return (
    <form onSubmit={save} noValidate className="grid gap-4">
      {faults[''] && <Banner>{faults['']}</Banner>}
      <div className="grid grid-cols-[minmax(0,200px)_minmax(0,200px)_minmax(0,200px)] gap-4 max-wide:grid-cols-1">
        <TextField label={t('review.next')} name="nextOn" type="date" defaultValue={review.nextOn ?? ''} error={faults.nextOn} />
        <TextField label={`${t('review.every')} (${t('review.everyUnit')})`} hint={t('review.everyHint')} name="everyDays" type="number" min={1} max={730} defaultValue={review.everyDays ?? ''} error={faults.everyDays} />
        <TextField label={t('review.stale')} hint={t('review.staleHint')} name="staleDays" type="number" min={1} max={365} defaultValue={review.staleDays} error={faults.staleDays} />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" look="primary" busy={saving} busyLabel={t('review.saving')}>
          {t('review.save')}
        </Button>
        <Button onClick={note} busy={noting} busyLabel={t('review.doing')}>
          {t('review.done')}
        </Button>
        <span className="text-sm text-ink-2">
          {review.lastOn === null ? t('review.never') : t('review.last', { day: say.day(review.lastOn), days: review.days ?? 0 })}
        </span>
      </div>
    </form>
  )
}
