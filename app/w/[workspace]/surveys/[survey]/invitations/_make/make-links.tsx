'use client'

import { Download } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useRef, useState, useTransition } from 'react'
import { Banner } from '#ui/banner'
import { Button, buttonClass } from '#ui/button'
import { useSay, useWords } from '#words'
import { ChooseFile } from '../../../_file/choose-file'
import { Faults, PeopleSeen } from './people-seen'
import { sendFile } from './send-file'
import { type Terms, TermsFields, termsQuery, USUAL } from './terms'
import type { Made, Preview } from './types'

type Props = { base: string; isDraft: boolean; isClosed: boolean; isIdentified: boolean }

/** A file of people becomes a file of links: chosen, looked at, made, taken along. */
export function MakeLinks({ base, isDraft, isClosed, isIdentified }: Props) {
  const router = useRouter()
  const [say, t] = [useSay(), useWords('answers.links')]
  const head = useRef<HTMLHeadingElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const [preview, setPreview] = useState<Preview | null>(null)
  const [made, setMade] = useState<Made | null>(null)
  const [terms, setTerms] = useState<Terms>(USUAL)
  const [fault, setFault] = useState('')
  const [busy, begin] = useTransition()

  const choose = (next: File) =>
    begin(async () => {
      setMade(null)
      setPreview(null)
      setFile(next)
      const sent = await sendFile<Preview>(`${base}/invitations/preview`, next, t('lost'))
      setFault(sent.ok ? '' : sent.text)
      if (sent.ok) setPreview(sent.data)
    })
  const make = () =>
    begin(async () => {
      if (!file) return
      const sent = await sendFile<Made>(`${base}/invitations/make?${termsQuery(terms)}`, file, t('lost'))
      setFault(sent.ok ? '' : sent.text)
      if (!sent.ok) return
      setMade(sent.data)
      setPreview(null)
      setFile(null)
      router.refresh()
      head.current?.focus()
    })
  const forget = () => {
    setFile(null)
    setPreview(null)
    setFault('')
  }

  return (
    <section aria-labelledby="make-links" className="grid grid-cols-1 gap-4">
      <div>
        <h2 id="make-links" ref={head} tabIndex={-1} className="font-semibold outline-none">
          {t('make')}
        </h2>
        <p className="mt-1 text-sm text-ink-2">{t.rich('makeSays', { code: (text) => <code>{text}</code> })}</p>
      </div>
      {isClosed && <Banner tone="warn">{t('closed')}</Banner>}
      {isDraft && <Banner tone="note">{t('draft')}</Banner>}
      {fault && <Banner>{fault}</Banner>}
      {made && <Done made={made} base={base} />}
      {!isClosed && (
        <ChooseFile
          title={file ? file.name : t('choose')}
          detail={file ? t('another') : t('most')}
          accept=".csv,text/csv"
          busy={busy}
          onChoose={choose}
        />
      )}
      {preview && (
        <>
          <PeopleSeen preview={preview} />
          <TermsFields terms={terms} onChange={setTerms} isIdentified={isIdentified} hasPeople={preview.named > 0} />
          <div className="flex flex-wrap gap-2">
            <Button look="primary" busy={busy} busyLabel={t('making')} onClick={make} disabled={preview.count === 0}>
              {t('makeThem', { n: preview.count, count: say.number(preview.count) })}
            </Button>
            <Button onClick={forget}>{t('cancel')}</Button>
          </div>
        </>
      )}
    </section>
  )
}

function Done({ made: { batch, made, skipped, left }, base }: { made: Made; base: string }) {
  const [say, t] = [useSay(), useWords('answers.links')]
  return (
    <div role="status" className="grid gap-3 rounded-md border border-line bg-surface-2 p-3.5">
      <p className="text-sm">
        <strong className="font-semibold">{t('made', { n: made, count: say.number(made) })}</strong>
        {skipped > 0 && ` ${t('left', { n: skipped, count: say.number(skipped) })}`}
      </p>
      {made > 0 && (
        <div>
          <a href={`${base}/invitations/file?batch=${batch}`} download className={buttonClass({ look: 'primary' })}>
            <Download aria-hidden className="size-3.5" />
            {t('download')}
          </a>
        </div>
      )}
      <Faults faults={left} more={skipped - left.length} />
    </div>
  )
}
