'use client'

import { Banner } from '#ui/banner'
import { Button } from '#ui/button'

export default function Failed({ retry }: { error: unknown; retry: () => void }) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-lg flex-col justify-center px-(--page)">
      <h1 className="text-2xl font-semibold tracking-tight">This page did not load</h1>
      <Banner className="mt-4">Something went wrong on our side. What you had entered elsewhere is kept.</Banner>
      <p className="mt-4">
        <Button look="primary" onClick={retry}>
          Try again
        </Button>
      </p>
    </main>
  )
}
