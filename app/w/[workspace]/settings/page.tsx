import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Card, Page, PageHead } from '#ui/card'
import { listKeys } from '#lib/auth/keys'
import { pageContext } from '#lib/auth/session'
import { readCaps } from '#lib/people/caps'
import { can } from '#lib/permission'
import { readWords } from '../../../_words/server'
import { CapsForm } from './caps'
import { Keys } from './keys'
import { NameForm } from './name-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords('settings'))('title') }
}

type Props = { params: Promise<{ workspace: string }> }

export default async function SettingsPage({ params }: Props) {
  const { ctx, workspace, role } = await pageContext((await params).workspace)
  const { slug, name } = workspace
  const keys = can(ctx.actor, 'key.read') ? await listKeys(ctx) : null
  const caps = await readCaps(ctx)
  const t = await readWords('settings')
  return (
    <Page className="mx-auto max-w-220">
      <PageHead title={t('title')} />
      <Section title={t('workspace')} text={t('address', { path: `/w/${slug}` })}>
        {can(ctx.actor, 'workspace.write') ? <NameForm slug={slug} name={name} /> : <p>{name}</p>}
      </Section>
      <Section title={t('howOften')} text={t('howOftenSays')}>
        <CapsForm slug={slug} caps={caps} mayEdit={can(ctx.actor, 'caps.write')} />
      </Section>
      <Section title={t('keys.title')} text={t('keys.says')}>
        {keys ? (
          <Keys slug={slug} keys={keys.map((key) => ({ ...key, createdAt: dayOf(key.createdAt), revokedAt: key.revokedAt && dayOf(key.revokedAt) }))} />
        ) : (
          <p className="text-sm text-ink-2">{t('keys.ownersOnly', { role: t(`roles.${role}`) })}</p>
        )}
      </Section>
    </Page>
  )
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

function Section({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <Card className="mb-4 p-5 max-wide:p-4">
      <h2 className="text-lg font-semibold tracking-tight">{title}</h2>
      <p className="mt-0.5 mb-4 text-sm text-ink-2">{text}</p>
      {children}
    </Card>
  )
}
