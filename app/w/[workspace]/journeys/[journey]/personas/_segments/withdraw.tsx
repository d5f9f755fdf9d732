'use client'

import { X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#ui/button'
import { ConfirmDialog } from '#ui/dialog'
import { useWords } from '#words'
import { useSegments } from './use-segments'

/** Counts by an attribute no longer, after it was said what goes and what stays. */
export function Withdraw({ slug, journey, name }: { slug: string; journey: string; name: string }) {
  const t = useWords('personas')
  const [open, setOpen] = useState(false)
  const { busy, withdraw } = useSegments(slug, journey)
  return (
    <>
      <Button look="ghost" size="icon" aria-label={t('segments.withdraw', { name })} onClick={() => setOpen(true)}>
        <X aria-hidden className="size-4" />
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t('segments.remove.title', { name })}
        description={t('segments.remove.text')}
        confirmLabel={t('segments.remove.yes')}
        danger
        busy={busy}
        busyLabel={t('segments.remove.busy')}
        onConfirm={() => withdraw(name, () => setOpen(false))}
      />
    </>
  )
}
