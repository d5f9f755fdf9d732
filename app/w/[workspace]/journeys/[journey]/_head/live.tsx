'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState, useTransition } from 'react'
import { LiveDot } from '#ui/live-dot'
import { useSay, useWords } from '#words'

/** At most one reload of the numbers in this time; the first answer after a quiet while is shown at once. */
const REST_MS = 700
const SPEAK_MS = 60_000

/** What the feed says: how many there are today, and in how many milliseconds all open pages together should have read their numbers anew. */
type Heard = { today?: number | null; within?: number }

/** Hears of new answers: counts them at once and reloads the page's numbers. `answers` is today's count in words, as the page last saw it. */
export function Live({ address, answers: seen }: { address: string; answers: string }) {
  const [t, say] = [useWords('live'), useSay()]
  const [told, setTold] = useState({ answers: seen, after: seen })
  // What the page itself saw last is newer than what was told before it.
  const answers = told.after === seen ? told.answers : seen
  const [state, setState] = useState<'live' | 'paused' | 'lost'>('paused')
  const [pulse, setPulse] = useState(0)
  const refresh = useRefresh()
  const heard = useEffectEvent((event?: MessageEvent<string>) => {
    const { today = null, within = 0 }: Heard = event ? JSON.parse(event.data) : {}
    setPulse((count) => count + 1)
    if (today !== null) setTold({ answers: say.answers(today), after: seen })
    refresh(within)
  })

  useEffect(() => {
    let source: EventSource | undefined
    let missed = false
    const open = () => {
      source = new EventSource(address)
      source.addEventListener('answers', heard)
      source.addEventListener('map', heard)
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

  return (
    <>
      <LiveDot state={state} pulse={pulse}>
        {t(`state.${state}`)} · {t.rich('today', { answers, b: (chunks) => <b data-number="/today" className="font-medium text-ink">{chunks}</b> })}
      </LiveDot>
      <Spoken text={t('says', { answers })} />
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
  const due = useRef(0)
  useEffect(() => {
    if (pending || wanted === done.current) return
    const wait = Math.max(0, last.current + REST_MS - performance.now(), due.current - performance.now())
    const timer = setTimeout(() => {
      done.current = wanted
      last.current = performance.now()
      start(() => router.refresh())
    }, wait)
    return () => clearTimeout(timer)
  }, [wanted, pending, router])
  return (within: number) => {
    // Among many open pages each has a moment of its own; once it is set, later news does not push it away.
    if (wanted === done.current) due.current = performance.now() + Math.random() * within
    setWanted((count) => count + 1)
  }
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
