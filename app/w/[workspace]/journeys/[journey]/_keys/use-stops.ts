'use client'

import { type KeyboardEvent, useRef, useState } from 'react'
import { KEY_STEPS } from './steps'

/** The points of a chart as one stop of the Tab key: arrow keys go from one to the next. */
export function useStops(count: number) {
  const [current, setCurrent] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = KEY_STEPS[event.key]
    if (!step) return
    event.preventDefault()
    const next = step(current, count - 1)
    setCurrent(next)
    box.current?.querySelectorAll<HTMLElement | SVGElement>('[data-stop]')[next]?.focus()
  }
  const stop = (place: number) => ({
    'data-stop': place,
    tabIndex: place === current ? 0 : -1,
    onFocus: () => setCurrent(place),
  })
  return { box, onKeyDown, stop }
}
