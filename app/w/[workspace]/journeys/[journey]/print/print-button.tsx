'use client'

import { Printer } from 'lucide-react'
import { Button } from '#ui/button'
import { useWords } from '#words'

export function PrintButton() {
  const t = useWords('show')
  return (
    <Button look="primary" onClick={() => window.print()}>
      <Printer aria-hidden className="size-4" />
      {t('print')}
    </Button>
  )
}
