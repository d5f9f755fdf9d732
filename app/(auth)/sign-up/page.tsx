import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { currentUser } from '#lib/auth/session'
import { appUrl } from '#lib/env'
import { Entrance } from '#ui/entrance'
import { readWords } from '../../_words/server'
import { SignUpForm } from './form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords('auth'))('signUp.title') }
}

export default async function SignUpPage() {
  if (await currentUser()) redirect('/')
  const t = await readWords('auth')
  return (
    <Entrance title={t('signUp.title')} place={new URL(appUrl()).host}>
      <SignUpForm />
      <p className="mt-4.5 text-xs text-ink-3">
        {t('signUp.have')}{' '}
        <Link className="link" href="/sign-in">
          {t('signIn.title')}
        </Link>
      </p>
    </Entrance>
  )
}
