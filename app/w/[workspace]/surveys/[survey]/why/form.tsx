'use client'

import Form from 'next/form'
import { useState } from 'react'
import { useFormStatus } from 'react-dom'
import { Banner } from '#ui/banner'
import { Button } from '#ui/button'
import { TextArea, TextField } from '#ui/field'
import { Select } from '#ui/select'
import type { Asked, By } from './address'

const WAYS: readonly { value: By; label: string }[] = [
  { value: 'itself', label: 'By itself: an event or a page' },
  { value: 'show', label: 'By a call: wayfelt.show()' },
  { value: 'inline', label: 'In a place on the page' },
  { value: 'button', label: 'By a feedback button' },
]

type FormProps = { address: string; asked: Asked; faults: Record<string, string>; timeZone: string }

/** Asks by GET: what stands in it is the address, which can be kept and shared. */
export function WhyForm({ address, asked, faults, timeZone }: FormProps) {
  const [by, setBy] = useState<By>(asked.by)
  return (
    <Form action={address} className="grid gap-4" data-testid="why-form">
      {faults[''] && <Banner>{faults['']}</Banner>}
      <TextField
        label="Person"
        name="person"
        defaultValue={asked.person}
        error={faults.person}
        hint="The id that your page gives with setUserId. Empty: somebody whom nobody knows."
        maxLength={255}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
      <TextField label="Moment" name="at" type="datetime-local" defaultValue={asked.at} error={faults.at} hint={`Empty: now. On the clocks of the journey, ${timeZone}.`} />
      <Select label="How it could have come up" labelPlace="above" name="by" value={by} onChange={(value) => setBy(value as By)} options={WAYS} />
      {by === 'itself' && (
        <TextField label="Event" name="event" defaultValue={asked.event} error={faults.event} hint="What wayfelt.track() said. Empty: none, only the page was opened." maxLength={80} autoComplete="off" spellCheck={false} />
      )}
      <TextField
        label="Address of the page"
        name="url"
        defaultValue={asked.url}
        error={faults.url}
        placeholder="https://shop.example/checkout/done"
        maxLength={4000}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
      />
      <TextArea label="Attributes" name="attributes" defaultValue={asked.attributes} error={faults.attributes} hint="What setAttributes gave, one a line." placeholder={'plan = pro\nseats = 12'} rows={2} spellCheck={false} className="[&_textarea]:min-h-16" />
      <Submit />
    </Form>
  )
}

function Submit() {
  const { pending } = useFormStatus()
  return (
    <Button type="submit" look="primary" busy={pending} busyLabel="Looking…" className="justify-self-start max-wide:justify-self-stretch">
      Tell why
    </Button>
  )
}
