'use client'

import { ChevronLeft, ChevronRight, Maximize, StickyNote, X } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type ReactNode, type TouchEvent, useEffect, useRef, useState } from 'react'
import { buttonClass } from '#ui/button'
import { classes } from '#ui/classes'
import { useWords } from '#words'

type Slide = { name: string; note: string; body: ReactNode }

/** A finger that moves less far than this has only touched. */
const SWIPE = 48

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ' ': 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Home: -Infinity, End: Infinity }

/** Whoever types or presses something means that, not the slides. */
const isBusy = ({ target }: KeyboardEvent) => target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)

function turnFullScreen(): void {
  // Where a browser refuses, the slides fill its window as before.
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined)
  else void document.documentElement.requestFullscreen?.().catch(() => undefined)
}

/** One slide at a time, by keys, buttons or a finger; the address says which, so that a reload shows the same. */
export function Deck({ title, back, first, slides }: { title: string; back: string; first: number; slides: readonly Slide[] }) {
  const t = useWords('show')
  const router = useRouter()
  const [at, setAt] = useState(first)
  const [notes, setNotes] = useState(false)
  const touched = useRef<number | null>(null)
  const count = slides.length
  const go = (to: number) => setAt((now) => Math.min(Math.max(1, to === Infinity ? count : to === -Infinity ? 1 : now + to), count))

  useEffect(() => {
    const url = new URL(window.location.href)
    url.searchParams.set('slide', String(at))
    window.history.replaceState(null, '', url)
  }, [at])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event)) return
      const step = STEPS[event.key]
      const onControl = event.target instanceof HTMLElement && event.target.closest('a, button') !== null
      if (step !== undefined && !(event.key === ' ' && onControl)) {
        event.preventDefault()
        go(step)
      } else if (event.key === 'Escape') router.push(back)
      else if (event.key.toLowerCase() === 'f') turnFullScreen()
      else if (event.key.toLowerCase() === 'n') setNotes((shown) => !shown)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })

  const swipe = {
    onTouchStart: (event: TouchEvent) => (touched.current = event.touches[0]?.clientX ?? null),
    onTouchEnd: (event: TouchEvent) => {
      const moved = (event.changedTouches[0]?.clientX ?? 0) - (touched.current ?? 0)
      if (touched.current !== null && Math.abs(moved) > SWIPE) go(moved < 0 ? 1 : -1)
      touched.current = null
    },
  }
  const shown = slides[at - 1]
  const icon = (more?: string) => buttonClass({ look: 'ghost', size: 'icon' }, more)
  return (
    <main className="deck" {...swipe}>
      <h1 className="sr-only">{title}</h1>
      <p className="sr-only" aria-live="polite">
        {t('present.slide', { at, count, name: shown?.name ?? '' })}
      </p>
      <div className="deck-stage">
        {slides.map(({ body }, i) => (
          <section key={i} hidden={i !== at - 1} aria-label={slides[i]?.name} className="deck-slide">
            {body}
          </section>
        ))}
      </div>
      {notes && (
        <aside aria-label={t('present.notes')} className="deck-notes">
          {shown?.note || t('present.noNote')}
        </aside>
      )}
      <nav aria-label={t('present.slides')} className="deck-bar">
        <Link href={back} className={icon()} aria-label={t('back')} title={`${t('back')} (Esc)`}>
          <X aria-hidden className="size-4" />
        </Link>
        <div aria-hidden className="deck-progress">
          {slides.map((_, i) => (
            <span key={i} className={classes(i < at ? 'bg-accent' : 'bg-line')} />
          ))}
        </div>
        <span className="px-1 text-sm text-ink-2 tabular-nums">{t('present.of', { at, count })}</span>
        <button type="button" className={icon()} aria-label={t('present.before')} disabled={at === 1} onClick={() => go(-1)}>
          <ChevronLeft aria-hidden className="size-5" />
        </button>
        <button type="button" className={icon()} aria-label={t('present.next')} disabled={at === count} onClick={() => go(1)}>
          <ChevronRight aria-hidden className="size-5" />
        </button>
        <button type="button" className={icon('max-wide:hidden')} aria-label={t('present.notes')} aria-pressed={notes} title={`${t('present.notes')} (N)`} onClick={() => setNotes(!notes)}>
          <StickyNote aria-hidden className="size-4" />
        </button>
        <button type="button" className={icon('max-wide:hidden')} aria-label={t('present.full')} title={`${t('present.full')} (F)`} onClick={turnFullScreen}>
          <Maximize aria-hidden className="size-4" />
        </button>
      </nav>
    </main>
  )
}
