import { ChevronRight } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { hasIdentity } from '#lib/auth/identities'
import { requireUser } from '#lib/auth/session'
import { oidcOf } from '#lib/auth/sign-in'
import { appUrl } from '#lib/env'
import { runtime } from '#lib/runtime'
import { listWorkspaces } from '#lib/workspaces/read'
import { Button } from '#ui/button'
import { Chip } from '#ui/chip'
import { Entrance } from '#ui/entrance'
import { signInWithService, signOut } from '../(auth)/actions'
import { readWords } from '../_words/server'
import { Speak } from '../_words/speak'
import { NewWorkspace } from './new-workspace'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords('auth'))('workspaces.title') }
}

export default async function WorkspacesPage() {
  const user = await requireUser('/w')
  const { db } = (await runtime()).database
  const workspaces = await listWorkspaces(db, user.id)
  const oidc = oidcOf()
  const canConnect = oidc && !(await hasIdentity(db, user.id, oidc.issuer))
  const t = await readWords('auth')
  return (
    <Entrance title={t(workspaces.length > 0 ? 'workspaces.title' : 'workspaces.first')} place={new URL(appUrl()).host}>
      {workspaces.length > 0 && (
        <ul className="mt-5 overflow-hidden rounded-lg border border-line bg-surface">
          {workspaces.map(({ id, slug, name, kind }) => (
            <li key={id} className="border-b border-line last:border-0">
              <Link href={`/w/${slug}`} className="flex min-h-11 items-center gap-2 px-3.5 py-2.5 font-medium -outline-offset-2 hover:bg-hover">
                <span className="truncate">{name}</span>
                {kind === 'demo' && <Chip tone="sample">{t('sample')}</Chip>}
                <ChevronRight aria-hidden className="ml-auto size-4 shrink-0 text-ink-3" />
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Speak areas={['auth']}>
        <NewWorkspace isFirst={workspaces.length === 0} />
      </Speak>
      {canConnect && (
        <form action={signInWithService} className="mt-3.5">
          <input type="hidden" name="callbackUrl" value="/w" />
          <Button type="submit" size="lg" className="w-full">
            {t('workspaces.connect', { name: oidc.name })}
          </Button>
        </form>
      )}
      <form action={signOut} className="mt-4.5 text-xs text-ink-3">
        {t('workspaces.signedIn', { email: user.email })}{' '}
        <button type="submit" className="link min-h-6">
          {t('workspaces.signOut')}
        </button>
      </form>
    </Entrance>
  )
}
