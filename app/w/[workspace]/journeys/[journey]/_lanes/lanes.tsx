'use client'

import { createContext, Fragment, type ReactNode, use, useEffect, useEffectEvent, useRef, useState } from 'react'
import { saveLanes } from '../actions'
import type { LaneId, LaneSettings } from './settings'

type Lanes = { lanes: LaneSettings; arrange: (next: LaneSettings) => void }

const Arranged = createContext<Lanes>({ lanes: [], arrange: () => {} })

export const useLanes = (): Lanes => use(Arranged)

/** A moment without a further change before it is sent: folding three lanes is one request. */
const SETTLE_MS = 600

type ProviderProps = { slug: string; journey: string; initial: LaneSettings; children: ReactNode }

/** Which lanes stand on the map and how. A change shows at once and is remembered behind it; `slug` is empty where nobody is signed in. */
export function LanesProvider({ slug, journey, initial, children }: ProviderProps) {
  const [lanes, setLanes] = useState(initial)
  const waiting = useRef<LaneSettings | null>(null)
  const send = useEffectEvent(() => {
    const next = waiting.current
    waiting.current = null
    // Whoever arranges lanes on a train keeps them for this visit: that they were not remembered is no reason to interrupt.
    if (next && slug !== '') void saveLanes(slug, { journey, lanes: [...next] }).catch(() => undefined)
  })
  useEffect(() => {
    if (waiting.current !== lanes) return
    const timer = setTimeout(send, SETTLE_MS)
    return () => clearTimeout(timer)
  }, [lanes])
  // What was folded is kept also when somebody leaves before it has settled.
  useEffect(() => () => send(), [])
  const arrange = (next: LaneSettings) => {
    waiting.current = next
    setLanes(next)
  }
  return <Arranged value={{ lanes, arrange }}>{children}</Arranged>
}

/** The lanes in the order that was chosen; one that a map does not have is left out. */
export function LaneStack({ lanes: nodes }: { lanes: Readonly<Partial<Record<LaneId, ReactNode>>> }) {
  const { lanes } = useLanes()
  return lanes.map(({ id }) => <Fragment key={id}>{nodes[id]}</Fragment>)
}
