'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { Segment } from '#ui/segment'
import { useWords } from '#words'

/** What the heat map shows; the address holds it. */
export function HeatMode({ value, hrefs }: { value: 'level' | 'severity'; hrefs: Record<'level' | 'severity', string> }) {
  const t = useWords('pain.mode')
  const router = useRouter()
  const [pending, start] = useTransition()
  return (
    <div aria-busy={pending || undefined}>
      <Segment
        label={t('label')}
        value={value}
        onChange={(next) => start(() => router.push(hrefs[next], { scroll: false }))}
        options={[
          { value: 'level', label: t('level') },
          { value: 'severity', label: t('severity') },
        ]}
      />
    </div>
  )
}
