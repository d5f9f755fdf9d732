'use client'

import { type ComponentProps, Suspense } from 'react'
import { onUse } from '#ui/on-use'
import type { Panel } from './panel'

const Opened = onUse(() => import('./panel'), 'Panel')

/** A stage's panel: what holds it open is fetched with the first one. */
export const LazyPanel = (props: ComponentProps<typeof Panel>) => (
  <Suspense fallback={null}>
    <Opened {...props} />
  </Suspense>
)
