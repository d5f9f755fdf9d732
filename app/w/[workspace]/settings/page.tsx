import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Card, Page, PageHead } from '#ui/card'
import { listKeys } from '#lib/auth/keys'
import { pageContext } from '#lib/auth/session'
import { readCaps } from '#lib/people/caps'
import { can } from '#lib/permission'
import { CapsForm } from './caps'
import { Keys } from './keys'
import { NameForm } from './name-form'

export const metadata: Metadata = { title: 'Settings' }

type Props = { params: Promise<{ workspace: string }> }

export default async function SettingsPage({ params }: Props) {
  const { ctx, workspace, role } = await pageContext((await params).workspace)
  const { slug, name } = workspace
  const keys = can(ctx.actor, 'key.read') ? await listKeys(ctx) : null
  const caps = await readCaps(ctx)
  return (
    <Page className="mx-auto max-w-220">
      <PageHead title="Settings" />
      <Section title="Workspace" text={`Its address /w/${slug} stays as it is.`}>
        {can(ctx.actor, 'workspace.write') ? <NameForm slug={slug} name={name} /> : <p>{name}</p>}
      </Section>
      <Section
        title="How often people are asked"
        text="At least this many days pass before one person is asked again, whichever survey it is. An empty field sets no limit. Between surveys of different kinds the shorter wait holds."
      >
        <CapsForm slug={slug} caps={caps} mayEdit={can(ctx.actor, 'caps.write')} />
      </Section>
      <Section
        title="API keys"
        text="For the management API and the command line: sent as x-api-key or as a bearer token. Surveys need no key."
      >
        {keys ? (
          <Keys slug={slug} keys={keys.map((key) => ({ ...key, createdAt: dayOf(key.createdAt), revokedAt: key.revokedAt && dayOf(key.revokedAt) }))} />
        ) : (
          <p className="text-sm text-ink-2">Only owners see the keys of a workspace. Your role here is {role}.</p>
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
