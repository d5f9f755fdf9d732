'use client'

import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '#words'
import { Button } from '#ui/button'
import { Menu, MenuLink } from '#ui/menu'

export type MoreView = 'campaigns' | 'gaps' | 'personas'

/** The views of a journey that stand in no segment: one line each, its address is the view's name. */
export function MoreViews({ base, current, children }: { base: string; current: string; children?: ReactNode }) {
  const t = useWords('campaigns')
  const personas = useWords('personas')
  const views: readonly { view: MoreView; name: string }[] = [
    { view: 'campaigns', name: t('views.campaigns') },
    { view: 'gaps', name: t('views.gaps') },
    { view: 'personas', name: personas('menu') },
  ]
  const shown = views.find(({ view }) => view === current)
  return (
    <Menu
      align="start"
      trigger={
        <Button look={shown ? 'default' : 'ghost'} className="px-2.5">
          {shown?.name ?? t('views.more')}
          <ChevronDown aria-hidden className="size-3.5 text-ink-3" />
        </Button>
      }
    >
      {views.map(({ view, name }) => (
        <MenuLink key={view} href={`${base}/${view}`} current={view === current}>
          {name}
        </MenuLink>
      ))}
      {children}
    </Menu>
  )
}
