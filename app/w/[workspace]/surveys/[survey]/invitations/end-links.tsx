'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button } from '#ui/button'
import { ConfirmDialog } from '#ui/dialog'
import { faultOf } from '#ui/faults'
import { useToast } from '#ui/toast'
import { useSay, useWords } from '#words'
import { endBatch } from './actions'

type Props = { slug: string; id: string; batch: string; made: string; open: number }

/** Ends the links of a batch that are still open, for a list that went to the wrong people. */
export function EndLinks({ slug, id, batch, made, open }: Props) {
  const [router, toast] = [useRouter(), useToast()]
  const [say, t] = [useSay(), useWords('answers.batches')]
  const [asking, setAsking] = useState(false)
  const [busy, begin] = useTransition()
  const end = () =>
    begin(async () => {
      const result = await endBatch(slug, { id, batch }).catch(() => null)
      setAsking(false)
      if (!result?.ok) return toast(result ? faultOf(result.problem) : t('lost'), { tone: 'error' })
      toast(t('ended', { n: result.data.ended, count: say.number(result.data.ended) }))
      router.refresh()
    })
  return (
    <>
      <Button look="ghost" aria-label={t('endMade', { moment: made })} onClick={() => setAsking(true)}>
        {t('end')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('endTitle', { moment: made })}
        description={t('endSays', { n: open, count: say.number(open) })}
        confirmLabel={t('end')}
        busyLabel={t('ending')}
        busy={busy}
        danger
        onConfirm={end}
      />
    </>
  )
}
