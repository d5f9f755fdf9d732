'use client'

import { useEffect, useEffectEvent } from 'react'
import { clickedNumber, focusedNumber, isButton, makeButtons, stepTo, unmakeButtons } from './numbers'

type Numbers = { isMode: boolean; isOpen: boolean; leaveMode: () => void; open: (element: HTMLElement) => void }

/** Every number of the page opens its explanation: by a click or Enter, and within a link by `?` or in the mode. */
export function useNumbers({ isMode, isOpen, leaveMode, open }: Numbers): void {
  const onClick = useEffectEvent((event: MouseEvent) => {
    const number = event.target instanceof Element ? clickedNumber(event.target, isMode) : null
    if (!number || event.ctrlKey || event.metaKey || event.shiftKey) return
    // Before React hears of it: the link below must not be followed.
    event.preventDefault()
    event.stopPropagation()
    open(number)
  })
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const { target, key } = event
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return
    const isPress = isButton(target) && (key === 'Enter' || key === ' ')
    const number = key === '?' ? focusedNumber(document.activeElement) : isPress ? target : null
    if (number) open(number)
    if (number || (isButton(target) && stepTo(target, key))) event.preventDefault()
  })
  const onEscape = useEffectEvent((event: KeyboardEvent) => {
    // Before the hint of a focused point takes the key for itself.
    if (event.key !== 'Escape' || !isMode || isOpen) return
    event.stopPropagation()
    leaveMode()
  })
  useEffect(() => {
    const escape = (event: KeyboardEvent) => onEscape(event)
    const click = (event: MouseEvent) => onClick(event)
    const press = (event: KeyboardEvent) => onKeyDown(event)
    window.addEventListener('click', click, true)
    window.addEventListener('keydown', press)
    window.addEventListener('keydown', escape, true)
    return () => {
      window.removeEventListener('click', click, true)
      window.removeEventListener('keydown', press)
      window.removeEventListener('keydown', escape, true)
    }
  }, [])
  useEffect(() => {
    let frame = 0
    // What a live map reloads, a panel that opens or a chart that becomes a table brings numbers of its own.
    const later = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(makeButtons)
    }
    const observer = new MutationObserver(later)
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-number'] })
    window.addEventListener('resize', later)
    later()
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      window.removeEventListener('resize', later)
      unmakeButtons()
    }
  }, [])
}
