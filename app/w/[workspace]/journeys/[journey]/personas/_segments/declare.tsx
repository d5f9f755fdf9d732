'use client'

import { Plus } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '#ui/button'
import { useWords } from '#words'
import type { DimensionBook } from '#lib/collect/dimensions/book'

const DeclareDialog = dynamic(() => import('./declare-dialog').then((m) => m.DeclareDialog), { ssr: false })

export function Declare({ slug, journey, offers }: { slug: string; journey: string; offers: DimensionBook['offers'] }) {
  const t = useWords('personas')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Plus aria-hidden className="size-4" />
        {t('segments.add')}
      </Button>
      {open && <DeclareDialog slug={slug} journey={journey} offers={offers} onClose={() => setOpen(false)} />}
    </>
  )
}
