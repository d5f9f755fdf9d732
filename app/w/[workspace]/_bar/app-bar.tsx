import { ChevronDown } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Logo } from '#ui/logo'
import { Menu, MenuLabel, MenuLine, MenuLink } from '#ui/menu'
import type { Theme } from '#ui/theme'
import { useWords } from '#words'
import type { Language } from '../../../_words/languages'
import { MainNav } from './main-nav'
import { UserMenu } from './user-menu'

type Workspace = { slug: string; name: string }
type BarProps = { workspace: Workspace; workspaces: readonly Workspace[]; user: { name: string; email: string }; theme: Theme; language: Language | undefined; chip: ReactNode }

/** Where one is, where one can go, and who one is: on a phone the places to go stand at the foot of the screen. */
export function AppBar({ workspace, workspaces, user, theme, language, chip }: BarProps) {
  const t = useWords('bar')
  const base = `/w/${workspace.slug}`
  return (
    <header className="sticky top-0 z-20 flex h-12 items-center gap-5 border-b border-line bg-surface px-(--page) max-wide:gap-3 print:hidden">
      <Link href={`${base}/journeys`} prefetch={false} className="rounded-sm" aria-label={t('home')}>
        <Logo />
      </Link>
      <MainNav base={base} />
      <div className="ml-auto flex min-w-0 items-center gap-3">
        {chip}
        <Menu
          trigger={
            <button type="button" className="flex h-(--ctl-h) min-w-0 items-center gap-1.5 rounded-md px-2 text-sm text-ink-2 hover:bg-hover hover:text-ink">
              <span className="sr-only">{t('workspace')} </span>
              <span className="max-w-44 truncate max-wide:max-w-24">{workspace.name}</span>
              <ChevronDown aria-hidden className="size-3.5 shrink-0" />
            </button>
          }
        >
          <MenuLabel>{t('workspaces')}</MenuLabel>
          {workspaces.map(({ slug, name }) => (
            <MenuLink key={slug} href={`/w/${slug}/journeys`} current={slug === workspace.slug}>
              {name}
            </MenuLink>
          ))}
          <MenuLine />
          <MenuLink href={`${base}/settings`}>{t('workspaceSettings')}</MenuLink>
        </Menu>
        <UserMenu user={user} theme={theme} language={language} />
      </div>
    </header>
  )
}
