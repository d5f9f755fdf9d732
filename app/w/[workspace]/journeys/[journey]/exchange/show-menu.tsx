'use client'

import { Presentation } from 'lucide-react'
import { buttonClass } from '#ui/button'
import { Menu, MenuLine, MenuLink } from '#ui/menu'
import { useWords } from '#words'

/** How a map leaves its page: as slides, as a sheet of paper, as a file. The filters of the page go along. */
export function ShowMenu({ base, query, className }: { base: string; query: string; className?: string }) {
  const t = useWords('exchange')
  return (
    <Menu
      trigger={
        <button type="button" className={buttonClass({ size: 'icon' }, className)} aria-label={t('menu')} title={t('menu')}>
          <Presentation aria-hidden className="size-4" />
        </button>
      }
    >
      <MenuLink href={`${base}/present${query}`}>{t('present')}</MenuLink>
      <MenuLink href={`${base}/print${query}`}>{t('sheet')}</MenuLink>
      <MenuLine />
      <MenuLink href={`${base}/exchange${query}`}>{t('files')}</MenuLink>
    </Menu>
  )
}
