'use client'

import { Rows3 } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Button } from '#ui/button'
import { onUse } from '#ui/on-use'
import { Popover } from '#ui/popover'
import { useWords } from '#words'

const LaneList = onUse(() => import('./lane-list'), 'LaneList')

/** Which lanes stand on the map and in what order: what arranges them is fetched when it is opened. */
export function LanesMenu() {
  const t = useWords('map')
  const [open, setOpen] = useState(false)
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={t('lanes.title')}
      className="w-80"
      trigger={
        <Button>
          <Rows3 aria-hidden className="size-3.5 text-ink-3" />
          {t('lanes.button')}
        </Button>
      }
    >
      <Suspense fallback={<div className="h-96" aria-busy />}>
        <LaneList />
      </Suspense>
    </Popover>
  )
}
