'use client'

import Form from 'next/form'
import { useState } from 'react'
import { useFormStatus } from 'react-dom'
import { Banner } from '#ui/banner'
import { Button } from '#ui/button'
import { TextArea, TextField } from '#ui/field'
import { Select } from '#ui/select'
import { useWords } from '#words'
import type { Asked, By } from './address'

const WAYS: readonly By[] = ['itself', 'show', 'inline', 'button']

type FormProps = { address: string; asked: Asked; faults: Record<string, string>; timeZone: string }

/** Asks by GET: what stands in it is the address, which can be kept and shared. */
export function WhyForm({ address, asked, faults, timeZone }: FormProps) {
  const t = useWords('answers.why')
  const [by, setBy] = useState<By>(asked.by)
  return (
    <Form action={address} className="grid gap-4" data-testid="why-form">
      {faults[''] && <Banner>{faults['']}</Banner>}
      <TextField
        label={t('person')}
        name="person"
        defaultValue={asked.person}
        error={faults.person}
        hint={t('personHint')}
        maxLength={255}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
      <TextField label={t('moment')} name="at" type="datetime-local" defaultValue={asked.at} error={faults.at} hint={t('momentHint', { timeZone })} />
      <Select
        label={t('by')}
        labelPlace="above"
        name="by"
        value={by}
        onChange={(value) => setBy(value as By)}
        options={WAYS.map((value) => ({ value, label: t(`ways.${value}`) }))}
      />
      {by === 'itself' && (
        <TextField label={t('event')} name="event" defaultValue={asked.event} error={faults.event} hint={t('eventHint')} maxLength={80} autoComplete="off" spellCheck={false} />
      )}
      <TextField
        label={t('url')}
        name="url"
        defaultValue={asked.url}
        error={faults.url}
        placeholder="https://shop.example/checkout/done"
        maxLength={4000}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
      />
      <TextArea label={t('attributes')} name="attributes" defaultValue={asked.attributes} error={faults.attributes} hint={t('attributesHint')} placeholder={'plan = pro\nseats = 12'} rows={2} spellCheck={false} className="[&_textarea]:min-h-16" />
      <Submit />
    </Form>
  )
}

function Submit() {
  const t = useWords('answers.why')
  const { pending } = useFormStatus()
  return (
    <Button type="submit" look="primary" busy={pending} busyLabel={t('looking')} className="justify-self-start max-wide:justify-self-stretch">
      {t('tell')}
    </Button>
  )
}
