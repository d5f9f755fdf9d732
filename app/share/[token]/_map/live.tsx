'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useWords } from '#words'
import { LiveDot } from '#ui/live-dot'

/** The server looks at the answers again after this time; what it was told of comes to be seen then. */
const SETTLE_MS = 2_500

/** Hears that the map may have changed, and reads it anew. */
export function SharedLive({ address }: { address: string }) {
  const t = useWords('shares')
  const router = useRouter()
  const [state, setState] = useState<'live' | 'paused' | 'lost'>('paused')
  const [pulse, setPulse] = useState(0)
  useEffect(() => {
    let source: EventSource | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let missed = false
    const read = (event?: MessageEvent<string>) => {
      const { within = 0 }: { within?: number } = event ? JSON.parse(event.data) : {}
      clearTimeout(timer)
      timer = setTimeout(() => {
        setPulse((count) => count + 1)
        router.refresh()
      }, SETTLE_MS + Math.random() * within)
    }
    const turn = () => {
      source?.close()
      if (document.hidden) return setState('paused')
      source = new EventSource(address)
      source.addEventListener('map', read)
      source.onopen = () => {
        setState('live')
        if (missed) read()
        missed = true
      }
      source.onerror = () => setState('lost')
    }
    turn()
    document.addEventListener('visibilitychange', turn)
    return () => {
      document.removeEventListener('visibilitychange', turn)
      clearTimeout(timer)
      source?.close()
    }
  }, [address, router])
  return (
    <LiveDot state={state} pulse={pulse}>
      {state === 'lost' ? t('public.lost') : t('public.live')}
    </LiveDot>
  )
}
