import Link from 'next/link'
import type { ReactNode } from 'react'
import { ButtonLink } from '#ui/button'
import { Logo } from '#ui/logo'
import { useWords } from '#words'

/** The bar over every page of help; whoever is not signed in may read them too. */
export default function HelpLayout({ children }: { children: ReactNode }) {
  const t = useWords('help')
  return (
    <>
      <header className="sticky top-0 z-20 flex h-12 items-center gap-4 border-b border-line bg-surface px-(--page) print:hidden">
        <Link href="/" prefetch={false} className="rounded-sm" aria-label={t('home')}>
          <Logo />
        </Link>
        <nav aria-label={t('nav')} className="flex gap-1 max-wide:hidden">
          <ButtonLink href="/help/numbers" look="ghost">
            {t('toNumbers')}
          </ButtonLink>
          <ButtonLink href="/help/asking" look="ghost">
            {t('toAsking')}
          </ButtonLink>
        </nav>
        <ButtonLink href="/" prefetch={false} look="ghost" className="ml-auto">
          {t('back')}
        </ButtonLink>
      </header>
      {children}
    </>
  )
}
