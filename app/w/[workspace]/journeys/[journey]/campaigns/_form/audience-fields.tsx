'use client'

import { useState } from 'react'
import { useWords } from '#words'
import type { Campaign } from '#lib/campaigns/types'
import { FieldError, TextField } from '#ui/field'
import { Select } from '#ui/select'
import { EVERYBODY, type Faults, IN_WORDS, type Named, personaValue } from './read-form'

/** Everybody, one of the journey's personas, or whom a few words name. */
export function AudienceFields({ before, faults, personas }: { before: Campaign | null; faults: Faults; personas: readonly Named[] }) {
  const t = useWords('campaigns')
  const [whom, setWhom] = useState(before?.persona ? personaValue(before.persona) : before?.audience ? IN_WORDS : EVERYBODY)
  // A persona that is gone stays offered to the campaign that names it.
  const gone = before?.persona && !personas.some(({ key }) => key === before.persona) ? [{ key: before.persona, name: before.persona }] : []
  const options = [
    { value: EVERYBODY, label: t('everybody') },
    ...[...personas, ...gone].map(({ key, name }) => ({ value: personaValue(key), label: name })),
    { value: IN_WORDS, label: t('form.words') },
  ]
  return (
    <>
      <div>
        <Select label={t('form.audience')} labelPlace="above" name="whom" value={whom} onChange={setWhom} options={options} />
        {faults.persona && <FieldError>{faults.persona}</FieldError>}
      </div>
      {whom === IN_WORDS ? (
        <TextField label={t('form.whom')} name="audience" defaultValue={before?.audience ?? ''} placeholder={t('form.whomPlace')} maxLength={120} autoComplete="off" error={faults.audience} />
      ) : (
        <div className="max-wide:hidden" />
      )}
    </>
  )
}
