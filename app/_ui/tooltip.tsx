'use client'

import { cloneElement, type FocusEvent, type PointerEvent, type ReactElement, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'

const WAIT_MS = 250
/** Time to reach the words themselves with the pointer: they can be hovered and read in peace. */
const LEAVE_MS = 120
const EDGE = 12
const OFF = 8

type Handlers = {
  onPointerEnter?: (event: PointerEvent<HTMLElement>) => void
  onPointerLeave?: (event: PointerEvent<HTMLElement>) => void
  onFocus?: (event: FocusEvent<HTMLElement>) => void
  onBlur?: (event: FocusEvent<HTMLElement>) => void
  'aria-describedby'?: string
}

/**
 * On hover and on focus. Never the only place of a fact: the child's own name or the page says it too. By hand, because a map has
 * hundreds of them and the usual ones weigh 20 kB before the first is seen.
 */
export function Tooltip({ content, children }: { content: ReactNode; children: ReactElement<Handlers> }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const id = useId()
  const later = (next: HTMLElement | null, ms: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setAnchor(next), ms)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  const own = children.props
  const child = cloneElement(children, {
    'aria-describedby': anchor ? id : undefined,
    onPointerEnter: (event) => {
      own.onPointerEnter?.(event)
      if (event.pointerType === 'mouse') later(event.currentTarget, WAIT_MS)
    },
    onPointerLeave: (event) => {
      own.onPointerLeave?.(event)
      later(null, LEAVE_MS)
    },
    onFocus: (event) => {
      own.onFocus?.(event)
      if (event.currentTarget.matches(':focus-visible')) later(event.currentTarget, 0)
    },
    onBlur: (event) => {
      own.onBlur?.(event)
      later(null, 0)
    },
  })
  return (
    <>
      {child}
      {anchor && (
        <Tip id={id} anchor={anchor} hide={() => later(null, 0)} stay={() => clearTimeout(timer.current)} leave={() => later(null, LEAVE_MS)}>
          {content}
        </Tip>
      )}
    </>
  )
}

type TipProps = { id: string; anchor: HTMLElement; hide: () => void; stay: () => void; leave: () => void; children: ReactNode }

/** Above what it is about, below it where there is no room, and always within the window. */
function Tip({ id, anchor, hide, stay, leave, children }: TipProps) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const place = () => {
      const own = box.current
      if (!own) return
      const at = anchor.getBoundingClientRect()
      const { width, height } = own.getBoundingClientRect()
      own.style.left = `${Math.max(EDGE, Math.min(at.left + at.width / 2 - width / 2, window.innerWidth - width - EDGE))}px`
      own.style.top = `${at.top - height - OFF < EDGE ? at.bottom + OFF : at.top - height - OFF}px`
    }
    place()
    // The focus scrolls to where it goes, and what it shows has to go along.
    document.addEventListener('scroll', place, true)
    return () => document.removeEventListener('scroll', place, true)
  }, [anchor])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && hide()
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
  return createPortal(
    <div
      ref={box}
      id={id}
      role="tooltip"
      onPointerEnter={stay}
      onPointerLeave={leave}
      className="fixed z-50 w-max max-w-72 animate-[appear_90ms] rounded-lg border border-line bg-surface px-3 py-2.5 text-xs text-ink shadow-md"
    >
      {children}
    </div>,
    document.body,
  )
}
