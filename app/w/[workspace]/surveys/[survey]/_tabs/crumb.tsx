import Link from 'next/link'
import type { ReactNode } from 'react'
import { useWords } from '#words'

/** The way back to the list, and what stands between. */
export function Crumb({ slug, children }: { slug: string; children?: ReactNode }) {
  const t = useWords('surveys')
  return (
    <nav aria-label={t('breadcrumb')} className="flex h-8 items-center gap-1.5 text-sm">
      <Link href={`/w/${slug}/surveys`} className="link max-wide:py-2">
        {t('title')}
      </Link>
      {children}
    </nav>
  )
}
