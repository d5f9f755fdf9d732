'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useRef, useState, useTransition } from 'react'
import { Banner } from '#ui/banner'
import { Button } from '#ui/button'
import { Card } from '#ui/card'
import { classes } from '#ui/classes'
import { faultsOf } from '#ui/faults'
import { RadioCard, TextField } from '#ui/field'
import { useWords } from '#words'
import { start } from '../actions'
import { EmptyMap } from './empty-map'
import { Points } from './points'
import type { Offer } from './templates'
import { TimeZoneField } from './time-zone-field'

type StartProps = { slug: string; offers: readonly Offer[]; company: string }

/** Three steps on one page, so that a person sees at once what comes of it; the first two are one form. */
export function Start({ slug, offers, company }: StartProps) {
  const t = useWords('journeys.start')
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [chosen, setChosen] = useState(offers[0])
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [busy, begin] = useTransition()
  const submit = (data: FormData) =>
    begin(async () => {
      const [name, timeZone] = ['name', 'timeZone'].map((field) => String(data.get(field)).trim())
      const input = { template: chosen?.id ?? 'blank', company: String(data.get('company')), name: name || undefined, timeZone: timeZone || 'UTC' }
      const result = await start(slug, input)
      if (result.ok) return router.push(`/w/${slug}/journeys/${result.data.key}`)
      setFaults(faultsOf(result.problem))
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
    })
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit(new FormData(event.currentTarget))
      }}
    >
      {faults[''] && <Banner className="mt-4">{faults['']}</Banner>}
      <div className="mt-6 mb-4 grid gap-4 wide:grid-cols-3">
        <Step number={1} title={t('chooseTitle')} text={t('chooseSays')}>
          <fieldset className="grid gap-2">
            <legend className="sr-only">{t('journey')}</legend>
            {offers.map((offer) => (
              <RadioCard
                key={offer.id}
                name="template"
                value={offer.id}
                label={offer.name}
                hint={offer.about ?? t('twoEmpty')}
                checked={offer === chosen}
                onChange={() => setChosen(offer)}
              />
            ))}
          </fieldset>
        </Step>
        <Step number={2} title={t('whoTitle')} text={t('whoSays')}>
          <div className="grid gap-3.5">
            <TextField
              label={t('company')}
              name="company"
              defaultValue={company}
              placeholder={t('companyExample')}
              autoComplete="organization"
              hint={t('companyHint')}
              error={faults.company}
              required
            />
            <TextField label={t('name')} name="name" key={chosen?.id} defaultValue={chosen?.name} error={faults.name} maxLength={120} />
            <TimeZoneField error={faults.timeZone} />
          </div>
          <Button type="submit" look="primary" size="lg" busy={busy} busyLabel={t('busy')} className="mt-auto w-full">
            {t('submit')}
          </Button>
        </Step>
        <Step number={3} title={t('watchTitle')} text={t('watchSays')}>
          <Points />
        </Step>
      </div>
      <EmptyMap stages={chosen?.stages ?? []} />
    </form>
  )
}

function Step({ number, title, text, children }: { number: number; title: string; text: string; children: ReactNode }) {
  const t = useWords('journeys.start')
  return (
    <Card className={classes('flex flex-col gap-3.5 p-4.5')}>
      <div>
        <p className="text-xs text-ink-3">{t('step', { number })}</p>
        <h2 className="mt-0.5 text-lg font-semibold tracking-tight">{title}</h2>
        <p className="mt-1 text-sm text-ink-2">{text}</p>
      </div>
      {children}
    </Card>
  )
}
