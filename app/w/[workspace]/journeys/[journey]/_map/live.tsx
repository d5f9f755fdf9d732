'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState, useTransition } from 'react'
import { LiveDot } from '#ui/live-dot'

/** At most one reload of the numbers in this time; the first answer after a quiet while is shown at once. */
const REST_MS = 700
const SPEAK_MS = 60_000

/** Hears of new answers and reloads the page's numbers. `answers` is today's count in words, as the page last saw it. */
export function Live({ address, answers }: { address: string; answers: string }) {
  const [state, setState] = useState<'live' | 'paused' | 'lost'>('paused')
  const [pulse, setPulse] = useState(0)
  const refresh = useRefresh()
  const heard = useEffectEvent(() => {
    setPulse((count) => count + 1)
    refresh()
  })

  useEffect(() => {
    let source: EventSource | undefined
    let missed = false
    const open = () => {
      source = new EventSource(address)
      source.addEventListener('answers', heard)
      source.onopen = () => {
        setState('live')
        // What came while nobody listened is fetched once.
        if (missed) heard()
        missed = true
      }
      source.onerror = () => setState('lost')
    }
    // A tab in the background needs no stream: browsers allow few connections to one host.
    const turn = () => {
      source?.close()
      if (document.hidden) setState('paused')
      else open()
    }
    if (!document.hidden) open()
    document.addEventListener('visibilitychange', turn)
    return () => {
      document.removeEventListener('visibilitychange', turn)
      source?.close()
    }
  }, [address])

  const words = { live: 'Live', paused: 'Paused', lost: 'Connection lost, trying again' }[state]
  return (
    <>
      <LiveDot state={state} pulse={pulse}>
        {words} · <b data-number="/today" className="font-medium text-ink">{answers}</b> today
      </LiveDot>
      <Spoken text={`${answers} today`} />
    </>
  )
}

/** Reloads at once, then at most once in REST_MS, and never while the last reload is still on its way. */
function useRefresh() {
  const router = useRouter()
  const [pending, start] = useTransition()
  const [wanted, setWanted] = useState(0)
  const done = useRef(0)
  const last = useRef(0)
  useEffect(() => {
    if (pending || wanted === done.current) return
    const wait = Math.max(0, last.current + REST_MS - performance.now())
    const timer = setTimeout(() => {
      done.current = wanted
      last.current = performance.now()
      start(() => router.refresh())
    }, wait)
    return () => clearTimeout(timer)
  }, [wanted, pending, router])
  return () => setWanted((count) => count + 1)
}

/** For screen readers: the count, at most once a minute, and not at the first sight of the page. */
function Spoken({ text }: { text: string }) {
  const [said, setSaid] = useState('')
  const seen = useRef(text)
  const last = useRef(0)
  useEffect(() => {
    if (text === seen.current) return
    const timer = setTimeout(
      () => {
        seen.current = text
        last.current = performance.now()
        setSaid(text)
      },
      last.current === 0 ? 0 : Math.max(0, last.current + SPEAK_MS - performance.now()),
    )
    return () => clearTimeout(timer)
  }, [text])
  return (
    <span aria-live="polite" className="sr-only">
      {said}
    </span>
  )
}
