'use client'

import { Tabs } from '#ui/tabs'
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

const UNPUBLISHED = 'It works once the survey is published.'

/** The ways to bring the survey to people, ready to copy. */
export function Share({ slug, id, draft: { definition, touchpoint }, stages, link, isPublished, saved }: ShareProps) {
  const base = `/w/${slug}/surveys/${id}`
  const note = isPublished ? undefined : UNPUBLISHED
  const survey = { base, id, definition, touchpoint, note }
  return (
    <section id="share" aria-label="Ways to share" className="scroll-mt-16">
      <Tabs
        label="Ways to share"
        tabs={[
          { value: 'link', label: 'Link', content: <LinkTab base={base} link={link} stages={stages} note={note} /> },
          { value: 'widget', label: 'Widget', content: <WidgetTab {...survey} /> },
          { value: 'email', label: 'E-mail', content: <EmailTab base={base} link={link} definition={definition} saved={saved} note={note} /> },
          { value: 'people', label: 'Personal', content: <PeopleTab base={base} isInvited={definition.access?.who === 'invited'} /> },
          { value: 'kiosk', label: 'Kiosk', content: <KioskTab link={link} note={note} /> },
          { value: 'api', label: 'API', content: <ApiTab {...survey} /> },
        ]}
      />
    </section>
  )
}
