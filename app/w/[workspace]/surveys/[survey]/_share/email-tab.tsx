'use client'

import { useState } from 'react'
import { Banner } from '#ui/banner'
import { CopyButton } from '#ui/copy'
import { TextField } from '#ui/field'
import { Segment } from '#ui/segment'
import { Select } from '#ui/select'
import { Skeleton } from '#ui/skeleton'
import type { Definition } from '#lib/surveys/definition'
import { languageName } from '../_editor/languages/names'
import { linkWith } from './snippets'
import { useLoaded, useSettled } from './use-loaded'

type Mail = { subject: string; html: string; text: string; language: string; languages: string[] }
type Props = { base: string; link: string; definition: Definition; saved: number | null; note: string | undefined }

const KINDS = [
  { value: 'all', label: 'One link for all' },
  { value: 'each', label: 'A link for each' },
] as const

/** The first question to paste into a mail: its scores are links. */
export function EmailTab({ base, link, definition, saved, note }: Props) {
  const [kind, setKind] = useState<(typeof KINDS)[number]['value']>('all')
  const [field, setField] = useState('{{link}}')
  const [person, setPerson] = useState('')
  const [language, setLanguage] = useState(definition.language)
  const languages = [definition.language, ...Object.keys(definition.translations ?? {})]
  const known = languages.includes(language) ? language : definition.language
  const isNamed = definition.privacy?.mode !== undefined && definition.privacy.mode !== 'anonymous'
  // A mail tool reads its own fields: they stand in the address as they are.
  const common = `${linkWith(link, { channel: 'email' })}${person.trim() && isNamed ? `&userId=${person.trim()}` : ''}`
  const asked = useSettled(`${base}/email?${new URLSearchParams({ language: known, link: kind === 'all' ? common : field })}`)
  // The mail is made of what is saved: after each save it is asked for again.
  const loaded = useLoaded<Mail>(saved === null ? null : `${asked}#${saved}`)
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <Segment label="Who gets which link" value={kind} onChange={setKind} options={KINDS} />
        {languages.length > 1 && (
          <Select label="Language" labelPlace="hidden" value={known} onChange={setLanguage} options={languages.map((value) => ({ value, label: languageName(value) }))} />
        )}
      </div>
      {kind === 'each' ? (
        <TextField
          label="Your mail tool's field for the link"
          value={field}
          maxLength={80}
          spellCheck={false}
          onChange={(e) => setField(e.target.value)}
          hint="For example {{link}} or *|LINK|*. Make the links under “Personal”, and give the file to your mail tool."
        />
      ) : (
        isNamed && (
          <TextField
            label="Your mail tool's field for the customer's id"
            placeholder="{{customer_id}}"
            value={person}
            maxLength={80}
            spellCheck={false}
            onChange={(e) => setPerson(e.target.value)}
            hint="May stay empty. Anybody can change an address: personal links are signed."
          />
        )
      )}
      {loaded.kind === 'failed' ? (
        <Banner
          action={
            <button type="button" onClick={loaded.again} className="underline underline-offset-2">
              Try again
            </button>
          }
        >
          {loaded.text}
        </Banner>
      ) : loaded.kind === 'loading' ? (
        <Skeleton className="h-72" />
      ) : (
        <Preview mail={loaded.data} />
      )}
      <p className="text-xs text-ink-3">
        {note && `${note} `}
        Paste it where your mail tool takes HTML. Opening a link stores nothing, so scanners that follow links answer nothing: people send
        their answer on the page.
      </p>
    </div>
  )
}

function Preview({ mail }: { mail: Mail }) {
  const [height, setHeight] = useState(288)
  const page = `<!doctype html><html lang="${mail.language}"><meta name="viewport" content="width=device-width"><body style="margin:0;background:#fff">${mail.html}</body></html>`
  return (
    <div className="grid gap-2">
      <iframe
        title="The mail as people see it"
        // Ours, so that its height can be read; no script in it ever runs.
        sandbox="allow-same-origin"
        srcDoc={page}
        onLoad={(e) => setHeight(e.currentTarget.contentDocument?.body.scrollHeight ?? 288)}
        style={{ height }}
        className="w-full rounded-md border border-line bg-white"
      />
      <div className="flex flex-wrap gap-2">
        <CopyButton text={mail.html} label="Copy HTML" />
        <CopyButton text={mail.text} label="Copy plain text" />
      </div>
    </div>
  )
}
