'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { Segment } from '#ui/segment'

/** What the heat map shows; the address holds it. */
export function HeatMode({ value, hrefs }: { value: 'level' | 'severity'; hrefs: Record<'level' | 'severity', string> }) {
  const router = useRouter()
  const [pending, start] = useTransition()
  return (
    <div aria-busy={pending || undefined}>
      <Segment
        label="Pain points by"
        value={value}
        onChange={(next) => start(() => router.push(hrefs[next], { scroll: false }))}
        options={[
          { value: 'level', label: 'Level' },
          { value: 'severity', label: 'Severity' },
        ]}
      />
    </div>
  )
}
