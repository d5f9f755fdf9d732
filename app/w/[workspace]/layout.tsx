import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { Chip } from '#ui/chip'
import { THEME_COOKIE, themeOf } from '#ui/theme'
import { ToastProvider } from '#ui/toast'
import { pageContext } from '#lib/auth/session'
import { listWorkspaces } from '#lib/workspaces/read'
import { known, LANGUAGE_COOKIE } from '../../_words/languages'
import { readWords } from '../../_words/server'
import { Speak } from '../../_words/speak'
import { AppBar } from './_bar/app-bar'

type Props = { children: ReactNode; params: Promise<{ workspace: string }> }

export default async function WorkspaceLayout({ children, params }: Props) {
  const { ctx, user, workspace } = await pageContext((await params).workspace)
  const others = await listWorkspaces(ctx.db, user.id)
  const t = await readWords('bar')
  const cookie = await cookies()
  const theme = themeOf(cookie.get(THEME_COOKIE)?.value)
  const language = known(cookie.get(LANGUAGE_COOKIE)?.value)
  return (
    <Speak areas={['bar', 'imports', 'journeys', 'settings']}>
      <ToastProvider>
        <a href="#content" className="sr-only z-50 rounded-md bg-surface px-3 py-2 focus:not-sr-only focus:absolute focus:top-2 focus:left-2">
          {t('skip')}
        </a>
        <AppBar
          workspace={{ slug: workspace.slug, name: workspace.name }}
          workspaces={others.map(({ slug, name }) => ({ slug, name }))}
          user={{ name: user.name, email: user.email }}
          theme={theme}
          language={language}
          chip={workspace.kind === 'demo' && <Chip tone="sample">{t('sample')}</Chip>}
        />
        <noscript>
          <p className="px-(--page) py-3 text-sm">{t('needsScript')}</p>
        </noscript>
        <div id="content" tabIndex={-1} className="outline-none">
          {children}
        </div>
      </ToastProvider>
    </Speak>
  )
}
