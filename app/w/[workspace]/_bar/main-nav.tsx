'use client'

import { MessageSquareText, Route, Settings, Upload } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { classes } from '#ui/classes'
import { useWords } from '#words'

const PLACES = [
  { path: '/journeys', name: 'journeys', Icon: Route },
  { path: '/surveys', name: 'surveys', Icon: MessageSquareText },
  { path: '/imports', name: 'imports', Icon: Upload },
  { path: '/settings', name: 'settings', Icon: Settings },
] as const

const FOOT = 'max-wide:fixed max-wide:inset-x-0 max-wide:bottom-0 max-wide:z-20 max-wide:grid max-wide:grid-cols-4 max-wide:gap-0'
const FOOT_LOOK = 'max-wide:border-t max-wide:border-line max-wide:bg-surface max-wide:pb-[env(safe-area-inset-bottom)]'
const ITEM = 'rounded-md px-2.5 py-1.5 text-sm font-medium hover:text-ink'
const FOOT_ITEM = 'max-wide:flex max-wide:h-14 max-wide:flex-col max-wide:items-center max-wide:justify-center max-wide:gap-0.5 max-wide:text-xs'

export function MainNav({ base }: { base: string }) {
  const t = useWords('bar')
  const here = usePathname()
  return (
    <nav aria-label={t('main')} className={classes('flex gap-0.5', FOOT, FOOT_LOOK)}>
      {PLACES.map(({ path, name, Icon }) => {
        const current = here === base + path || here.startsWith(`${base}${path}/`)
        return (
          <Link
            key={path}
            href={base + path}
            // A map that is live reloads often, and each reload would fetch all of these anew.
            prefetch={false}
            aria-current={current ? 'page' : undefined}
            className={classes(ITEM, FOOT_ITEM, current ? 'bg-hover text-ink max-wide:bg-transparent max-wide:text-accent-text' : 'text-ink-2')}
          >
            <Icon aria-hidden className="size-5 wide:hidden" />
            {t(name)}
          </Link>
        )
      })}
    </nav>
  )
}
