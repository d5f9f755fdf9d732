import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { currentUser } from '#lib/auth/session'
import { appUrl } from '#lib/env'
import { Entrance } from '#ui/entrance'
import { SignUpForm } from './form'

export const metadata: Metadata = { title: 'Create an account' }

export default async function SignUpPage() {
  if (await currentUser()) redirect('/')
  return (
    <Entrance title="Create an account" place={new URL(appUrl()).host}>
      <SignUpForm />
      <p className="mt-4.5 text-xs text-ink-3">
        Have an account?{' '}
        <Link className="link" href="/sign-in">
          Sign in
        </Link>
      </p>
    </Entrance>
  )
}
