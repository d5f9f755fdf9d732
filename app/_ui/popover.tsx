'use client'

import { cloneElement, type ReactElement } from 'react'
import { onUse, WhenOpened } from './on-use'
import type { BoxProps } from './popover-box'

const load = () => import('./popover-box')
const PopoverBox = onUse(load, 'PopoverBox')

type TriggerProps = { 'aria-haspopup'?: 'dialog'; 'aria-expanded'?: boolean; onPointerEnter?: () => void; onFocus?: () => void; onClick?: () => void }

/** A small panel below its button: links, a form. `trigger` is a button. Fetched when somebody comes near it. */
export function Popover(props: BoxProps & { trigger: ReactElement<TriggerProps> }) {
  const { open, onOpenChange, trigger } = props
  const near = () => void load()
  const closed = cloneElement(trigger, { 'aria-haspopup': 'dialog', 'aria-expanded': false, onPointerEnter: near, onFocus: near, onClick: () => onOpenChange(true) })
  return (
    <WhenOpened open={open} fallback={closed}>
      <PopoverBox {...props} />
    </WhenOpened>
  )
}
