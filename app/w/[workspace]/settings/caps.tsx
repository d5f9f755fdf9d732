'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState, useTransition } from 'react'
import { Banner } from '#ui/banner'
import { Button } from '#ui/button'
import { faultsOf } from '#ui/faults'
import { FieldError } from '#ui/field'
import { useToast } from '#ui/toast'
import type { Caps, Kind, Scope } from '#lib/people/types'
import { useWords } from '#words'
import { saveCaps } from './actions'

const SCOPES: readonly Scope[] = ['all', 'stage', 'journey']
const KINDS: readonly Kind[] = ['triggered', 'relationship']

type Typed = Record<Scope, Record<Kind, string>>

const typed = (caps: Caps): Typed => {
  const words = ({ triggered, relationship }: Caps[Scope]) => ({ triggered: String(triggered ?? ''), relationship: String(relationship ?? '') })
  return { all: words(caps.all), stage: words(caps.stage), journey: words(caps.journey) }
}

/** Empty is no cap; what is no number stays one that the server refuses at its field. */
const read = (text: string): number | null => (text.trim() === '' ? null : Number(text))

const meant = ({ all, stage, journey }: Typed): Caps => {
  const days = (row: Record<Kind, string>) => ({ triggered: read(row.triggered), relationship: read(row.relationship) })
  return { all: days(all), stage: days(stage), journey: days(journey) }
}

/** Days between two times that one person is asked: a row a scope, a column a kind of survey. */
export function CapsForm({ slug, caps, mayEdit }: { slug: string; caps: Caps; mayEdit: boolean }) {
  const t = useWords('settings.caps')
  const words = useWords('settings')
  const router = useRouter()
  const toast = useToast()
  const [fields, setFields] = useState(typed(caps))
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [busy, start] = useTransition()
  const save = (next: Caps, before: Caps | null) =>
    start(async () => {
      const result = await saveCaps(slug, next)
      setFaults(result.ok ? {} : faultsOf(result.problem))
      if (!result.ok) return
      setFields(typed(result.data))
      toast(before ? t('saved') : t('undone'), before ? { undo: () => save(before, null) } : {})
      router.refresh()
    })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    save(meant(fields), caps)
  }
  const put = (scope: Scope, kind: Kind, text: string) => setFields((all) => ({ ...all, [scope]: { ...all[scope], [kind]: text } }))
  return (
    <form onSubmit={submit} noValidate>
      {faults[''] && <Banner className="mb-3">{faults['']}</Banner>}
      <table className="w-full max-w-160 border-collapse text-sm wide:table-fixed">
        <caption className="sr-only">{t('caption')}</caption>
        <thead>
          <tr className="align-bottom max-wide:hidden">
            <td />
            {KINDS.map((kind) => (
              <th key={kind} scope="col" className="px-2 pb-2 text-left font-medium">
                {t(kind)}
                <span className="block text-xs font-normal text-ink-3">{t(`${kind}Hint`)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {SCOPES.map((scope) => (
            <tr key={scope} className="align-top max-wide:block max-wide:pb-4">
              <th scope="row" className="py-2 pr-3 text-left font-medium whitespace-nowrap wide:leading-8 max-wide:block max-wide:pb-0">
                {t(scope)}
              </th>
              {KINDS.map((kind) => (
                <td key={kind} className="px-2 py-1.5 max-wide:block max-wide:px-0">
                  <Days
                    label={t('field', { scope: t(scope), kind: t(`${kind}Hint`) })}
                    shownLabel={t(kind)}
                    value={fields[scope][kind]}
                    onChange={(text) => put(scope, kind, text)}
                    error={faults[`${scope}/${kind}`]}
                    disabled={!mayEdit}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {mayEdit ? (
        <Button type="submit" busy={busy} busyLabel={words('saving')} className="mt-3">
          {words('save')}
        </Button>
      ) : (
        <p className="mt-3 text-sm text-ink-2">{t('ownersOnly')}</p>
      )}
    </form>
  )
}

type DaysProps = { label: string; shownLabel: string; value: string; onChange: (text: string) => void; error: string | undefined; disabled: boolean }

function Days({ label, shownLabel, value, onChange, error, disabled }: DaysProps) {
  const t = useWords('settings.caps')
  const id = useId()
  const edge = error ? 'border-danger' : 'border-line-field'
  return (
    <label className="block">
      <span className="flex items-center gap-2 text-ink-2 max-wide:justify-between">
        <span className="text-ink wide:sr-only" aria-hidden>
          {shownLabel}
        </span>
        <span className="flex items-center gap-2">
          <input
            aria-label={label}
            inputMode="numeric"
            autoComplete="off"
            value={value}
            placeholder={t('none')}
            disabled={disabled}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? id : undefined}
            onChange={(event) => onChange(event.target.value)}
            className={`h-9 w-24 rounded-md border bg-surface px-2.5 text-right text-base text-ink tabular-nums placeholder:text-ink-3 disabled:bg-sunken disabled:text-ink-2 max-wide:h-11 max-wide:text-lg ${edge}`}
          />
          {t('days')}
        </span>
      </span>
      {error && <FieldError id={id}>{error}</FieldError>}
    </label>
  )
}
