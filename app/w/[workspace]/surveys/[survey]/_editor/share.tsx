'use client'

import { ExternalLink } from 'lucide-react'
import { buttonClass } from '#ui/button'
import { CopyButton } from '#ui/copy'
import { Tabs } from '#ui/tabs'
import type { Draft } from './draft'

type ShareProps = { draft: Draft; link: string; isPublished: boolean }

const TOP = { nps: 9, csat: 5, ces: 6, sentiment: 1 }

const UNPUBLISHED = 'It works once the survey is published.'
const MAIL = 'userId ties the answer to your customer; a score in the address is chosen beforehand and stored only when it is sent.'

const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/** The ways to bring the survey to people, ready to copy. */
export function Share({ draft, link, isPublished }: ShareProps) {
  const first = draft.definition.questions[0]
  const frame = `<iframe src="${link}"\n  title="${attribute(draft.definition.title)}"\n  width="100%" height="560" style="border:0"></iframe>`
  const mail = `${link}?userId=CUSTOMER${first && first.instrument !== 'comment' ? `&${first.id}=${TOP[first.instrument]}` : ''}`
  return (
    <section aria-label="Ways to share">
      <Tabs
        label="Ways to share"
        tabs={[
          { value: 'link', label: 'Link', content: <Piece text={link} note={isPublished ? undefined : UNPUBLISHED} open={isPublished} /> },
          { value: 'email', label: 'E-mail', content: <Piece text={mail} note={MAIL} /> },
          { value: 'embed', label: 'Embed', content: <Piece text={frame} note="Shows the page inside one of yours." /> },
        ]}
      />
    </section>
  )
}

function Piece({ text, note, open = false }: { text: string; note?: string; open?: boolean }) {
  return (
    <>
      <pre className="rounded-md border border-line bg-sunken p-3 font-mono text-xs leading-relaxed break-all whitespace-pre-wrap">{text}</pre>
      <div className="mt-2 flex items-center gap-2">
        <CopyButton text={text} />
        {open && (
          <a href={text} target="_blank" rel="noreferrer" className={buttonClass({ look: 'ghost' })}>
            <ExternalLink aria-hidden className="size-3.5" />
            Open
          </a>
        )}
      </div>
      {note && <p className="mt-2 text-xs text-ink-3">{note}</p>}
    </>
  )
}
