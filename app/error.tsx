'use client'

import { Banner } from '#ui/banner'
import { Button } from '#ui/button'
import { useWords } from '#words'

export default function Failed({ retry }: { error: unknown; retry: () => void }) {
  const t = useWords('ui')
  return (
    <main className="mx-auto flex min-h-dvh max-w-lg flex-col justify-center px-(--page)">
      <h1 className="text-2xl font-semibold tracking-tight">{t('failed.title')}</h1>
      <Banner className="mt-4">{t('failed.says')}</Banner>
      <p className="mt-4">
        <Button look="primary" onClick={retry}>
          {t('tryAgain')}
        </Button>
      </p>
    </main>
  )
}
