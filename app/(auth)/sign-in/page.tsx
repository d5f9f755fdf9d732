import type { Metadata } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { isDemoOffered } from '#lib/auth/demo'
import { ownPath } from '#lib/auth/paths'
import { currentUser } from '#lib/auth/session'
import { oidcOf } from '#lib/auth/sign-in'
import { appUrl } from '#lib/env'
import { Banner } from '#ui/banner'
import { Button } from '#ui/button'
import { Chip } from '#ui/chip'
import { Entrance } from '#ui/entrance'
import { readWords } from '../../_words/server'
import { openDemo, signInWithService } from '../actions'
import { messageOf } from '../messages'
import { SignInForm } from './form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords('auth'))('signIn.title') }
}

type Search = Promise<{ callbackUrl?: string | string[]; error?: string | string[] }>

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const { callbackUrl: wanted, error } = await searchParams
  // Who has to connect an account lands where that is offered.
  const callbackUrl = error === 'AccountExists' ? '/w' : ownPath(wanted, appUrl())
  if (!error && (await currentUser())) redirect(callbackUrl)
  const header = await headers()
  const hasDemo = await isDemoOffered((name) => header.get(name))
  const oidc = oidcOf()
  const t = await readWords('auth')
  return (
    <Entrance title={t('signIn.title')} place={new URL(appUrl()).host}>
      {typeof error === 'string' && <Banner className="mt-4">{messageOf(t, error)}</Banner>}
      <SignInForm callbackUrl={callbackUrl} />
      {oidc && (
        <form action={signInWithService} className="mt-3.5">
          <input type="hidden" name="callbackUrl" value={callbackUrl} />
          <Button type="submit" size="lg" className="w-full">
            {t('signIn.service', { name: oidc.name })}
          </Button>
        </form>
      )}
      {hasDemo && (
        <form action={openDemo} className="mt-3.5">
          <Button type="submit" size="lg" className="w-full">
            {t('signIn.demo')} <Chip tone="sample">{t('sample')}</Chip>
          </Button>
        </form>
      )}
      <p className="mt-4.5 text-xs text-ink-3">
        {t('signIn.new')}{' '}
        <Link className="link" href="/sign-up">
          {t('signIn.create')}
        </Link>
      </p>
    </Entrance>
  )
}
