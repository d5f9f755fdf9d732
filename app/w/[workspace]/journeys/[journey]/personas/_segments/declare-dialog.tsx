'use client'

import { useState, useTransition } from 'react'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { FieldError, RadioCard, TextField } from '#ui/field'
import { useSay, useWords } from '#words'
import type { DimensionBook, Offered } from '#lib/collect/dimensions/book'
import { useSegments } from './use-segments'

type DialogProps = { slug: string; journey: string; offers: DimensionBook['offers']; onClose: () => void }

/** The attributes that the newest answers carry, and a field for one that none carries yet. */
export function DeclareDialog({ slug, journey, offers, onClose }: DialogProps) {
  const t = useWords('personas')
  const { declare } = useSegments(slug, journey)
  const [busy, start] = useTransition()
  const attributes = offers?.attributes ?? []
  // Null is the attribute that is written by hand.
  const [chosen, setChosen] = useState<string | null>(attributes.find(({ isTooMany, isScattered }) => !isTooMany && !isScattered)?.name ?? null)
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState('')
  const choose = (name: string | null) => {
    setChosen(name)
    setFault('')
  }
  const send = () =>
    start(async () => {
      const wrong = await declare(chosen ?? typed, onClose)
      if (wrong) setFault(wrong)
    })
  const description = offers && offers.looked > 0 ? t('segments.form.text', { n: offers.looked }) : t('segments.form.early')
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('segments.add')} description={description}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <fieldset className="space-y-2">
          <legend className="sr-only">{t('segments.form.which')}</legend>
          {offers !== null && offers.looked > 0 && attributes.length === 0 && <p className="text-sm text-ink-2">{t('segments.form.nothing')}</p>}
          {attributes.map((one) => (
            <RadioCard
              key={one.name}
              name="attribute"
              checked={chosen === one.name}
              disabled={one.isTooMany}
              onChange={() => choose(one.name)}
              className={one.isTooMany ? 'text-ink-3' : undefined}
              label={<span className="wrap-anywhere">{one.name}</span>}
              hint={<Hint offered={one} />}
            />
          ))}
          {attributes.length > 0 && <RadioCard name="attribute" checked={chosen === null} onChange={() => choose(null)} label={t('form.other')} />}
        </fieldset>
        {chosen === null && <TextField className="mt-3" label={t('form.attribute')} name="typed" value={typed} maxLength={60} autoComplete="off" spellCheck={false} error={fault || undefined} onChange={(event) => setTyped(event.target.value)} />}
        {chosen !== null && fault && <FieldError>{fault}</FieldError>}
        <div className="mt-5 flex justify-end gap-2">
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button type="submit" look="primary" busy={busy} busyLabel={t('segments.form.busy')}>
            {t('segments.form.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Of how many answers, in which values; and what it looks like where it is no group of people. */
function Hint({ offered: { n, distinct, isTooMany, isScattered, values } }: { offered: Offered }) {
  const [t, say] = [useWords('personas'), useSay()]
  const count = n === null ? t('preview.few') : t('answers', { n })
  if (isTooMany) return <>{t('segments.form.tooMany', { distinct: say.number(distinct), n: count })}</>
  const named = values.join(', ') + (distinct > values.length ? ' …' : '')
  return (
    <span className="wrap-anywhere">
      {count} · {t('segments.values', { n: distinct })}: {named}
      {isScattered && <span className="block text-warn">{t('segments.form.scattered')}</span>}
    </span>
  )
}
