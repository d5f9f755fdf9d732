'use client'

import { cloneElement, type KeyboardEvent, type ReactElement, type ReactNode, Suspense, useState } from 'react'
import { onUse } from './on-use'

const load = () => import('./menu-parts')
const OpenMenu = onUse(load, 'OpenMenu')

/** `trigger` is a button; the children are MenuItem, MenuLink, MenuLabel, MenuLine or MenuChoice. Fetched when somebody comes near it. */
export function Menu({ trigger, children, align = 'end' }: { trigger: ReactElement<TriggerProps>; children: ReactNode; align?: 'start' | 'end' }) {
  const [used, setUsed] = useState(false)
  const closed = cloneElement(trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onPointerEnter: () => void load(),
    onFocus: () => void load(),
    onClick: () => setUsed(true),
    onKeyDown: (event) => {
      if (event.key !== 'ArrowDown') return
      event.preventDefault()
      setUsed(true)
    },
  })
  if (!used) return closed
  return (
    <Suspense fallback={closed}>
      <OpenMenu trigger={trigger} align={align}>
        {children}
      </OpenMenu>
    </Suspense>
  )
}

type TriggerProps = {
  'aria-haspopup'?: 'menu'
  'aria-expanded'?: boolean
  onPointerEnter?: () => void
  onFocus?: () => void
  onClick?: () => void
  onKeyDown?: (event: KeyboardEvent) => void
}

export type ItemProps = { onSelect: () => void; danger?: boolean; disabled?: boolean; children: ReactNode }
export type ChoiceProps = { value: string; onChange: (value: string) => void; options: readonly { value: string; label: string }[] }

export const MenuItem = onUse(load, 'Item')
export const MenuLink = onUse(load, 'LinkItem')
export const MenuLabel = onUse(load, 'Label')
export const MenuLine = onUse(load, 'Line')
export const MenuChoice = onUse(load, 'Choice')
