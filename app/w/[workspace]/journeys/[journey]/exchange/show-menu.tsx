'use client'

import { Presentation } from 'lucide-react'
import { buttonClass } from '#ui/button'
import { Menu, MenuLine, MenuLink } from '#ui/menu'
import { useWords } from '#words'

type Where = { base: string; query: string }

/** How a map leaves its page: as slides, as a sheet of paper, as a file. The filters of the page go along. */
export function ShowLinks({ base, query }: Where) {
  const t = useWords('exchange')
  return (
    <>
      <MenuLink href={`${base}/present${query}`}>{t('present')}</MenuLink>
      <MenuLink href={`${base}/print${query}`}>{t('sheet')}</MenuLink>
      <MenuLine />
      <MenuLink href={`${base}/exchange${query}`}>{t('files')}</MenuLink>
    </>
  )
}

/** The same as a button of its own; on a phone they stand among the further views. */
export function ShowMenu(where: Where) {
  const t = useWords('exchange')
  return (
    <Menu
      trigger={
        <button type="button" className={buttonClass({ size: 'icon' }, 'max-wide:hidden')} aria-label={t('menu')} title={t('menu')}>
          <Presentation aria-hidden className="size-4" />
        </button>
      }
    >
      <ShowLinks {...where} />
    </Menu>
  )
}
