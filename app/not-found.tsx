import { ButtonLink } from '#ui/button'
import { Logo } from '#ui/logo'

export default function NotFound() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center px-(--page)">
      <Logo />
      <h1 className="mt-8 text-2xl font-semibold tracking-tight">There is nothing at this address</h1>
      <p className="mt-1.5 text-ink-2">It may have been archived or renamed, or it belongs to a workspace that you cannot see.</p>
      <p className="mt-5">
        <ButtonLink href="/" look="primary">
          Go to your journeys
        </ButtonLink>
      </p>
    </main>
  )
}
