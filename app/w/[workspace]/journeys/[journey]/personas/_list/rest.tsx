'use client'

import { useState } from 'react'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { useSay, useWords } from '#words'
import type { Condition, Persona } from '#lib/journeys/personas/definition'
import { ShareText } from './share-text'
import type { Share } from './shares'
import { usePreview } from '../_form/use-preview'
import { useRuleWords } from './words'

type RestProps = { slug: string; journey: string; personas: readonly Persona[]; share: Share; onMake: ((condition: Condition) => void) | null }

/** Whoever fits no persona, and what they say of themselves: the way to the next persona. */
export function Rest({ slug, journey, personas, share, onMake }: RestProps) {
  const t = useWords('personas')
  const [open, setOpen] = useState(false)
  return (
    <li className="flex items-start gap-2.5 rounded-b-lg bg-surface-2 py-3 pr-3 pl-17 max-wide:flex-wrap max-wide:pl-21">
      <div className="min-w-0 flex-1 max-wide:basis-full">
        <h2 className="text-base font-semibold text-ink-2">{t('rest.name')}</h2>
        <p className="mt-0.5 text-sm text-ink-2">{t('rest.text')}</p>
        {onMake && (
          <button type="button" className="link mt-1 text-sm max-wide:min-h-11" onClick={() => setOpen(true)}>
            {t('rest.see')}
          </button>
        )}
      </div>
      <div className="max-wide:-ml-19 max-wide:w-full">
        <ShareText share={share} />
      </div>
      {onMake && <div aria-hidden className="w-16.5 shrink-0 max-wide:hidden" />}
      {onMake && open && <Left {...{ slug, journey, personas }} onClose={() => setOpen(false)} onMake={onMake} />}
    </li>
  )
}

type LeftProps = Pick<RestProps, 'slug' | 'journey' | 'personas'> & { onClose: () => void; onMake: (condition: Condition) => void }

function Left({ slug, journey, personas, onClose, onMake }: LeftProps) {
  const [t, say] = [useWords('personas'), useSay()]
  const { aboutOf } = useRuleWords()
  const { preview, failed } = usePreview(slug, { journey, personas: personas.map(({ rules }) => ({ rules })), most: 2_000 })
  const make = (condition: Condition) => {
    onClose()
    onMake(condition)
  }
  const said = preview?.left.filter(({ values }) => values.length > 0) ?? []
  const hasOwn = said.some(({ field }) => field === 'attribute')
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('rest.title')} description={preview && preview.unmatched !== 0 ? t('rest.looked', { n: preview.looked }) : undefined}>
      {failed && <p className="text-sm text-danger">{t('failed')}</p>}
      {!preview && !failed && <p role="status" className="text-sm text-ink-2">{t('preview.looking')}</p>}
      {preview?.unmatched === 0 && <p className="text-sm">{t('rest.nobody')}</p>}
      {preview && preview.unmatched !== 0 && !hasOwn && <p className="mb-3 text-sm">{t('rest.nothing')}</p>}
      <dl className="space-y-3">
        {said.map(({ field, name, values }) => (
          <div key={`${field}/${name ?? ''}`}>
            <dt className="text-sm font-medium wrap-anywhere">{aboutOf({ field, name })}</dt>
            <dd className="mt-1 flex flex-wrap gap-1.5">
              {values.slice(0, 12).map(({ value, n }) => (
                <Button key={value} className="max-w-full" aria-label={t('rest.make', { about: aboutOf({ field, name }), value })} onClick={() => make({ field, ...(name === undefined ? {} : { name }), test: 'one_of', values: [value] })}>
                  <span className="truncate">{value}</span> <span className="font-normal text-ink-3 tabular-nums">{say.count(n)}</span>
                </Button>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
