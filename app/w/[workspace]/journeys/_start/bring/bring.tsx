'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState, useTransition } from 'react'
import { Banner } from '#ui/banner'
import { Button } from '#ui/button'
import { Card } from '#ui/card'
import { faultOf } from '#ui/faults'
import { TextArea, TextField } from '#ui/field'
import type { ImportedJourney } from '#lib/imports/journey/types'
import { useWords } from '#words'
import { ChooseFile } from '../../../surveys/_file/choose-file'
import { TimeZoneField } from '../time-zone-field'
import { bring } from './actions'
import { Found } from './found'
import { textOf } from './text-of'

/** As much as the verb takes. */
const MOST_BYTES = 512 * 1024
const EXAMPLE = 'journey\n    title Order online\n    section Choose\n      Compare plans: 4: Customer\n    section Pay\n      Enter the card: 2: Customer\n'

/** Puts the cursor on the line that a sentence speaks of; it begins with it in every language: "Line 3", "Zeile 3". */
function goToLine(field: HTMLTextAreaElement | null, sentence: string | undefined): void {
  const line = Number(/^\p{L}+ (\d+)/u.exec(sentence ?? '')?.[1] ?? 0)
  if (!field || line === 0) return
  const lines = field.value.split('\n')
  const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0)
  field.focus()
  field.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
}

/** A journey from a file or a text, looked at before it is made: a journey of its own, or changes of a draft. */
export function Bring({ slug, journey }: { slug: string; journey?: { key: string; name: string } }) {
  const t = useWords('exchange')
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [text, setText] = useState('')
  const [file, setFile] = useState<string | null>(null)
  const [found, setFound] = useState<ImportedJourney | null>(null)
  const [refused, setRefused] = useState<readonly string[] | null>(null)
  const [busy, begin] = useTransition()
  const field = () => form.current?.querySelector('textarea') ?? null

  const write = (next: string, name: string | null) => {
    setText(next)
    setFile(name)
    setFound(null)
    setRefused(null)
  }
  const choose = async (chosen: File) => {
    if (chosen.size > MOST_BYTES) return setRefused([t('bring.tooLarge')])
    write(textOf(new Uint8Array(await chosen.arrayBuffer())), chosen.name)
  }
  const send = (preview: boolean) =>
    begin(async () => {
      if (new Blob([text]).size > MOST_BYTES) return setRefused([t('bring.tooLarge')])
      const data = new FormData(form.current ?? undefined)
      const own = preview || journey ? {} : { name: String(data.get('name')).trim() || undefined, timeZone: String(data.get('timeZone')).trim() || undefined }
      const result = await bring(slug, { text, preview, ...own, ...(journey ? { journey: journey.key } : {}) })
      if (!result.ok) {
        const sentences = result.problem.errors.map(({ message }) => message)
        setRefused(sentences.length > 0 ? sentences : [faultOf(result.problem)])
        requestAnimationFrame(() => goToLine(field(), sentences[0]))
        return
      }
      setRefused(null)
      if (preview) return setFound(result.data)
      router.push(`/w/${slug}/journeys/${result.data.journey?.key ?? journey?.key}${journey ? '/edit' : ''}`)
    })
  return (
    <form
      ref={form}
      noValidate
      className="grid items-start gap-4 wide:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault()
        send(found === null)
      }}
    >
      <Card className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4 p-4.5">
        <ChooseFile title={file ?? t('bring.choose')} detail={t('bring.kinds')} accept=".json,.mmd,.mermaid,.md,.csv,.tsv,.txt" busy={busy} onChoose={(chosen) => void choose(chosen)} />
        <TextArea
          label={t('bring.text')}
          value={text}
          onChange={(event) => write(event.target.value, null)}
          rows={14}
          spellCheck={false}
          placeholder={EXAMPLE}
          style={{ fontFamily: 'var(--mono)', fontSize: 13, whiteSpace: 'pre', overflowX: 'auto' }}
          hint={t('bring.hint')}
        />
        {refused && (
          <Banner>
            <p className="font-medium">{t('bring.refused', { n: refused.length })}</p>
            <ul className="mt-1 grid gap-1">
              {refused.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Banner>
        )}
        {!found && (
          <Button type="submit" look="primary" busy={busy} busyLabel={t('bring.reading')} className="justify-self-start">
            {t('bring.look')}
          </Button>
        )}
      </Card>
      {found ? (
        <Card className="grid gap-4 p-4.5" aria-label={t('bring.preview')}>
          <Found found={found} />
          {!journey && (
            <>
              <TextField label={t('bring.name')} name="name" defaultValue={found.name} key={found.name} maxLength={120} />
              <TimeZoneField error={undefined} />
            </>
          )}
          <Button type="submit" look="primary" busy={busy} busyLabel={t('bring.making')} className="justify-self-start">
            {journey ? t('into.do') : t('bring.make')}
          </Button>
        </Card>
      ) : (
        <Card className="p-4.5">
          <h2 className="text-base font-semibold">{t('bring.carried')}</h2>
          <ul className="mt-2 grid gap-2 text-sm text-ink-2">
            {(['json', 'mermaid', 'csv', 'left'] as const).map((what) => (
              <li key={what}>{t(`bring.about.${what}`)}</li>
            ))}
          </ul>
        </Card>
      )}
    </form>
  )
}
