'use client'

import dynamic from 'next/dynamic'
import type { QuadrantProps } from './quadrant'

// recharts is fetched where the quadrant is looked at, and its height is held until then.
const Quadrant = dynamic(() => import('./quadrant'), { ssr: false })

export function LazyQuadrant(props: QuadrantProps) {
  return (
    <div style={{ minHeight: props.height }}>
      <Quadrant {...props} />
    </div>
  )
}
