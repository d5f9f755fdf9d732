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
import { useWords } from '#words'
import { setOutcome } from './actions'
import type { DriverWords } from './dots'

type OutcomeProps = { slug: string; journey: string; text: string; outcome: Drivers['outcome']; choices: OutcomeChoices }

/** An outcome as one word of a list: `attribute:renewed`, `nps:payment`, '' for none. */
const wordOf = (outcome: Drivers['outcome']) =>
  outcome.kind === 'attribute' ? `attribute:${outcome.name}` : outcome.kind === 'nps' ? `nps:${outcome.touchpoint}` : ''

/** What was declared stays a choice, also where none of the newest responses says it. */
function listed(t: DriverWords['t'], { attributes, touchpoints }: OutcomeChoices, outcome: Drivers['outcome']) {
  const values = new Map(attributes.map((attribute) => [attribute.name, attribute.values]))
  if (outcome.kind === 'attribute') values.set(outcome.name, [...new Set([...(values.get(outcome.name) ?? []), outcome.positive])])
  const options = [
    { value: '', label: t('choose.none') },
    ...[...values.keys()].map((name) => ({ value: `attribute:${name}`, label: t('choose.attribute', { name }) })),
    ...touchpoints.map(({ key, name }) => ({ value: `nps:${key}`, label: t('outcome.npsAt', { name }) })),
  ]
  return { options, values }
}

export function OutcomeChooser({ slug, journey, text, outcome, choices }: OutcomeProps) {
  const t = useWords('trends.drivers')
  const [open, setOpen] = useState(false)
  const [word, setWord] = useState(wordOf(outcome))
  const [positive, setPositive] = useState(outcome.kind === 'attribute' ? outcome.positive : '')
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState(false)
  const router = useRouter()
  const toast = useToast()
  const { options, values } = listed(t, choices, outcome)
  const [kind, ...rest] = word.split(':')
  const name = rest.join(':')
  const save = async () => {
    if (kind === 'attribute' && positive === '') return setFault(t('choose.missing'))
    const next = kind === 'attribute' ? { kind, name, positive } as const : kind === 'nps' ? { kind, touchpoint: name } as const : null
    setBusy(true)
    const result = await setOutcome(slug, { journey, outcome: next }).catch(() => null)
    setBusy(false)
    if (!result?.ok) return setFault(result ? (Object.values(faultsOf(result.problem))[0] ?? '') : t('choose.lost'))
    setOpen(false)
    router.refresh()
    toast(t('choose.saved'))
  }
  const choose = (next: string) => {
    setWord(next)
    setPositive('')
    setFault('')
  }
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-label={t('choose.button', { text })}>
        <span className="font-normal text-ink-3">{t('choose.title')}</span> {text}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t('choose.title')}
        description={t('choose.text')}
      >
        <div className="grid gap-4">
          <Select label={t('choose.title')} labelPlace="above" value={word} onChange={choose} options={options} />
          {kind === 'attribute' && (
            <Select
              label={t('choose.good')}
              labelPlace="above"
              value={positive}
              onChange={setPositive}
              options={(values.get(name) ?? []).map((value) => ({ value, label: value }))}
              placeholder={t('choose.value')}
            />
          )}
          {fault && <FieldError>{fault}</FieldError>}
          <Button look="primary" className="justify-self-end" busy={busy} busyLabel={t('choose.saving')} onClick={() => void save()}>
            {t('choose.save')}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
