'use client'

import { CalendarPlus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { useWords } from '#words'
import { Button, buttonClass } from '#ui/button'
import { CopyButton } from '#ui/copy'
import { ConfirmDialog } from '#ui/dialog'
import { faultOf } from '#ui/faults'
import { useToast } from '#ui/toast'
import { renewCalendar } from '../share/actions'

/** The address that calendars read; a new one ends the one before. */
export function Calendar({ slug, journey, address }: { slug: string; journey: string; address: string }) {
  const t = useWords('shares')
  const router = useRouter()
  const toast = useToast()
  const [isAsking, setAsking] = useState(false)
  const [busy, start] = useTransition()
  const renew = () =>
    start(async () => {
      const result = await renewCalendar(slug, { journey })
      setAsking(false)
      if (!result.ok) return toast(faultOf(result.problem), { tone: 'error' })
      toast(t('review.renewed'))
      router.refresh()
    })
  return (
    <>
      <p className="rounded-md border border-line bg-sunken p-3 font-mono text-xs break-all" data-testid="calendar-address">
        {address}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <a href={address} className={buttonClass({})}>
          <CalendarPlus aria-hidden className="size-4" />
          {t('review.add')}
        </a>
        <CopyButton text={address} label={t('review.copy')} />
        <Button look="ghost" onClick={() => setAsking(true)}>
          {t('review.renew')}
        </Button>
      </div>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t('review.renewTitle')}
        description={t('review.renewText')}
        confirmLabel={t('review.renew')}
        onConfirm={renew}
        busy={busy}
        busyLabel={t('review.renewing')}
      />
    </>
  )
}
