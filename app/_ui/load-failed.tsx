import type { ReactNode } from 'react'
import { useWords } from '#words'
import { Banner } from './banner'
import { Page } from './card'

/** In place of a page that did not load. The address keeps what was asked for, so trying again asks the same. */
export function LoadFailed({ retry, className, children }: { retry: () => void; className?: string; children: ReactNode }) {
  const t = useWords('ui')
  return (
    <Page className={className}>
      <Banner
        action={
          <button type="button" onClick={retry} className="underline underline-offset-2">
            {t('tryAgain')}
          </button>
        }
      >
        {children}
      </Banner>
    </Page>
  )
}
