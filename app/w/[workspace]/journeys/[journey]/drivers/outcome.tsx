'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { faultsOf } from '#ui/faults'
import { FieldError } from '#ui/field'
import { Select } from '#ui/select'
import { useToast } from '#ui/toast'
import type { Drivers } from '#lib/maps/drivers/read-drivers'
import type { OutcomeChoices } from '#lib/studies/choices'
import { setOutcome } from './actions'

type OutcomeProps = { slug: string; journey: string; text: string; outcome: Drivers['outcome']; choices: OutcomeChoices }

/** An outcome as one word of a list: `attribute:renewed`, `nps:payment`, '' for none. */
const wordOf = (outcome: Drivers['outcome']) =>
  outcome.kind === 'attribute' ? `attribute:${outcome.name}` : outcome.kind === 'nps' ? `nps:${outcome.touchpoint}` : ''

/** What was declared stays a choice, also where none of the newest responses says it. */
function listed({ attributes, touchpoints }: OutcomeChoices, outcome: Drivers['outcome']) {
  const values = new Map(attributes.map((attribute) => [attribute.name, attribute.values]))
  if (outcome.kind === 'attribute') values.set(outcome.name, [...new Set([...(values.get(outcome.name) ?? []), outcome.positive])])
  const options = [
    { value: '', label: 'None: NPS at the other places' },
    ...[...values.keys()].map((name) => ({ value: `attribute:${name}`, label: `Attribute ${name}` })),
    ...touchpoints.map(({ key, name }) => ({ value: `nps:${key}`, label: `NPS at ${name}` })),
  ]
  return { options, values }
}

export function OutcomeChooser({ slug, journey, text, outcome, choices }: OutcomeProps) {
  const [open, setOpen] = useState(false)
  const [word, setWord] = useState(wordOf(outcome))
  const [positive, setPositive] = useState(outcome.kind === 'attribute' ? outcome.positive : '')
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState(false)
  const router = useRouter()
  const toast = useToast()
  const { options, values } = listed(choices, outcome)
  const [kind, ...rest] = word.split(':')
  const name = rest.join(':')
  const save = async () => {
    if (kind === 'attribute' && positive === '') return setFault('Choose the value that counts as good.')
    const next = kind === 'attribute' ? { kind, name, positive } as const : kind === 'nps' ? { kind, touchpoint: name } as const : null
    setBusy(true)
    const result = await setOutcome(slug, { journey, outcome: next }).catch(() => null)
    setBusy(false)
    if (!result?.ok) return setFault(result ? (Object.values(faultsOf(result.problem))[0] ?? '') : 'That was not saved: the server cannot be reached. Try again.')
    setOpen(false)
    router.refresh()
    toast('Outcome saved. The drivers are counted anew.')
  }
  const choose = (next: string) => {
    setWord(next)
    setPositive('')
    setFault('')
  }
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-label={`Outcome: ${text}. Change`}>
        <span className="font-normal text-ink-3">Outcome</span> {text}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Outcome"
        description="What the journey is for. Each place is held against it, person by person: who answered how, and what became of them."
      >
        <div className="grid gap-4">
          <Select label="Outcome" labelPlace="above" value={word} onChange={choose} options={options} />
          {kind === 'attribute' && (
            <Select
              label="Counts as good"
              labelPlace="above"
              value={positive}
              onChange={setPositive}
              options={(values.get(name) ?? []).map((value) => ({ value, label: value }))}
              placeholder="Choose a value"
            />
          )}
          {fault && <FieldError>{fault}</FieldError>}
          <Button look="primary" className="justify-self-end" busy={busy} busyLabel="Saving…" onClick={() => void save()}>
            Save
          </Button>
        </div>
      </Dialog>
    </>
  )
}
