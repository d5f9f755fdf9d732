'use client'

import { useEffect, useEffectEvent } from 'react'

/** Several changes in a moment are read once. */
const REST_MS = 120
/** What could not be read for want of a connection is tried again. */
const AGAIN_MS = 3000

/** Hears that somebody has changed the draft or published the map; also whenever the connection comes back. `heard` answers whether it could be read. */
export function useFeed(address: string, heard: () => Promise<boolean>): void {
  const tell = useEffectEvent(heard)
  useEffect(() => {
    let source: EventSource | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let missed = false
    let isOver = false
    const read = async () => {
      const wasRead = await tell()
      if (!wasRead && !isOver) soon(AGAIN_MS)
    }
    const soon = (wait: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => void read(), wait)
    }
    const hear = () => soon(REST_MS)
    const open = () => {
      source = new EventSource(address)
      source.addEventListener('draft', hear)
      source.addEventListener('map', hear)
      source.onopen = () => {
        if (missed) hear()
        missed = true
      }
    }
    // A tab in the background needs no stream: browsers allow few connections to one host.
    const turn = () => {
      source?.close()
      if (!document.hidden) open()
    }
    if (!document.hidden) open()
    document.addEventListener('visibilitychange', turn)
    return () => {
      isOver = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', turn)
      source?.close()
    }
  }, [address])
}
