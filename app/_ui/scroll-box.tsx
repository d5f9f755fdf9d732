'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'

/** Scrolls sideways where its content is wider, and is then a stop of the Tab key, so that arrow keys reach the rest. */
export function ScrollBox({ label, children }: { label?: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [isWide, setWide] = useState(false)
  useEffect(() => {
    const observed = box.current
    if (!observed) return
    const observer = new ResizeObserver(() => setWide(observed.scrollWidth > observed.clientWidth))
    observer.observe(observed)
    if (observed.firstElementChild) observer.observe(observed.firstElementChild)
    return () => observer.disconnect()
  }, [])
  const scrolling = isWide ? { tabIndex: 0, role: 'group', 'aria-label': label } : {}
  return (
    <div ref={box} className="overflow-x-auto -outline-offset-2" {...scrolling}>
      {children}
    </div>
  )
}
