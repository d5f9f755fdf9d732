'use client'

import { Tabs } from '#ui/tabs'
import { useWords } from '#words'
import type { Stage } from '../../_place/place-fields'
import type { Draft } from '../_editor/draft'
import { EmailTab } from './email-tab'
import { LinkTab } from './link-tab'
import { KioskTab, PeopleTab } from './other-tabs'
import { ApiTab, WidgetTab } from './widget-tab'

type ShareProps = {
  slug: string
  id: string
  draft: Draft
  stages: readonly Stage[]
  link: string
  isPublished: boolean
  /** When the draft was saved; null while it is not. */
  saved: number | null
}

/** The ways to bring the survey to people, ready to copy. */
export function Share({ slug, id, draft: { definition, touchpoint }, stages, link, isPublished, saved }: ShareProps) {
  const base = `/w/${slug}/surveys/${id}`
  const t = useWords('surveys')
  const note = isPublished ? undefined : t('share.unpublished')
  const survey = { base, id, definition, touchpoint, note }
  return (
    <section id="share" aria-label={t('share.label')} className="scroll-mt-16">
      <Tabs
        label={t('share.label')}
        tabs={[
          { value: 'link', label: t('share.tabs.link'), content: <LinkTab base={base} link={link} stages={stages} note={note} /> },
          { value: 'widget', label: t('share.tabs.widget'), content: <WidgetTab {...survey} /> },
          { value: 'email', label: t('share.tabs.email'), content: <EmailTab base={base} link={link} definition={definition} saved={saved} note={note} /> },
          { value: 'people', label: t('share.tabs.people'), content: <PeopleTab base={base} isInvited={definition.access?.who === 'invited'} /> },
          { value: 'kiosk', label: t('share.tabs.kiosk'), content: <KioskTab link={link} note={note} /> },
          { value: 'api', label: t('share.tabs.api'), content: <ApiTab {...survey} /> },
        ]}
      />
    </section>
  )
}
