'use client'

import { Banner } from '#ui/banner'
import { Page } from '#ui/card'

export default function Failed({ retry }: { error: unknown; retry: () => void }) {
  return (
    <Page className="mx-auto max-w-300">
      <Banner
        action={
          <button type="button" onClick={retry} className="underline underline-offset-2">
            Try again
          </button>
        }
      >
        The links did not load. None is lost.
      </Banner>
    </Page>
  )
}
