'use client'

import { useState } from 'react'
import { Banner } from '#ui/banner'
import { CopyButton } from '#ui/copy'
import { TextField } from '#ui/field'
import { Segment } from '#ui/segment'
import { Select } from '#ui/select'
import { Skeleton } from '#ui/skeleton'
import type { Definition } from '#lib/surveys/definition'
import { useSay, useWords } from '#words'
import { languageName } from '../_editor/languages/names'
import { linkWith } from './snippets'
import { useLoaded, useSettled } from './use-loaded'

type Mail = { subject: string; html: string; text: string; language: string; languages: string[] }
type Props = { base: string; link: string; definition: Definition; saved: number | null; note: string | undefined }

const KINDS = ['all', 'each'] as const

/** The first question to paste into a mail: its scores are links. */
export function EmailTab({ base, link, definition, saved, note }: Props) {
  const [t, say] = [useWords('surveys'), useSay()]
  const [kind, setKind] = useState<(typeof KINDS)[number]>('all')
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
        <Segment label={t('share.email.kind')} value={kind} onChange={setKind} options={KINDS.map((value) => ({ value, label: t(`share.email.${value}`) }))} />
        {languages.length > 1 && (
          <Select label={t('share.email.language')} labelPlace="hidden" value={known} onChange={setLanguage} options={languages.map((value) => ({ value, label: languageName(value, say.language) }))} />
        )}
      </div>
      {kind === 'each' ? (
        <TextField
          label={t('share.email.field')}
          value={field}
          maxLength={80}
          spellCheck={false}
          onChange={(e) => setField(e.target.value)}
          hint={t('share.email.fieldHint', { field: '{{link}}' })}
        />
      ) : (
        isNamed && (
          <TextField
            label={t('share.email.person')}
            placeholder="{{customer_id}}"
            value={person}
            maxLength={80}
            spellCheck={false}
            onChange={(e) => setPerson(e.target.value)}
            hint={t('share.email.personHint')}
          />
        )
      )}
      {loaded.kind === 'failed' ? (
        <Banner
          action={
            <button type="button" onClick={loaded.again} className="underline underline-offset-2">
              {t('again')}
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
        {t('share.email.paste')}
      </p>
    </div>
  )
}

function Preview({ mail }: { mail: Mail }) {
  const t = useWords('surveys')
  const [height, setHeight] = useState(288)
  const page = `<!doctype html><html lang="${mail.language}"><meta name="viewport" content="width=device-width"><body style="margin:0;background:#fff">${mail.html}</body></html>`
  return (
    <div className="grid gap-2">
      <iframe
        title={t('share.email.preview')}
        // Ours, so that its height can be read; no script in it ever runs.
        sandbox="allow-same-origin"
        srcDoc={page}
        onLoad={(e) => setHeight(e.currentTarget.contentDocument?.body.scrollHeight ?? 288)}
        style={{ height }}
        className="w-full rounded-md border border-line bg-white"
      />
      <div className="flex flex-wrap gap-2">
        <CopyButton text={mail.html} label={t('share.email.copyHtml')} />
        <CopyButton text={mail.text} label={t('share.email.copyText')} />
      </div>
    </div>
  )
}
