'use client'

import { useEffect, useEffectEvent } from 'react'

/** Several changes in a moment are read once. */
const REST_MS = 120

/** Hears that somebody has changed the draft or published the map; also whenever the connection comes back. */
export function useFeed(address: string, heard: () => void): void {
  const tell = useEffectEvent(heard)
  useEffect(() => {
    let source: EventSource | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let missed = false
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(() => tell(), REST_MS)
    }
    const open = () => {
      source = new EventSource(address)
      source.addEventListener('draft', soon)
      source.addEventListener('map', soon)
      source.onopen = () => {
        if (missed) soon()
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
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', turn)
      source?.close()
    }
  }, [address])
}
