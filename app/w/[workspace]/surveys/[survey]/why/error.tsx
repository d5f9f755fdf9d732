'use client'

import { Banner } from '#ui/banner'
import { Page } from '#ui/card'

/** The address keeps the question, so trying again asks the same. */
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
        This question was not answered. It still stands in the address.
      </Banner>
    </Page>
  )
}
