'use client'

import { useState } from 'react'
import { Button } from '#ui/button'
import { Select } from '#ui/select'
import { useWords } from '#words'
import { capital, type Dimension, dimensionName } from '../groups'

type PairProps = { dimensions: readonly Dimension[]; onPair: (group: string, other: string) => void }

/** Two values of one dimension: the first becomes the map, the second is what it is compared with. */
export function PairForm({ dimensions, onPair }: PairProps) {
  const t = useWords('compare')
  const [name, setName] = useState(dimensions[0]?.name ?? '')
  const options = dimensions.find((each) => each.name === name)?.options ?? []
  const [group, setGroup] = useState('')
  const [other, setOther] = useState('')
  // Before anything is chosen, and after another dimension was: its first two.
  const shown = options.some(({ value }) => value === group) ? group : (options[0]?.value ?? '')
  const rest = options.filter(({ value }) => value !== shown)
  const against = rest.some(({ value }) => value === other) ? other : (rest[0]?.value ?? '')
  return (
    <div className="grid grid-cols-2 gap-2.5 px-2.5 pt-1 pb-2">
      {dimensions.length > 1 && (
        <Select label={t('pair.by')} labelPlace="above" className="col-span-2" value={name} onChange={setName} options={dimensions.map((each) => ({ value: each.name, label: capital(dimensionName(t, each.name)) }))} />
      )}
      <Select label={t('pair.show')} labelPlace="above" className="min-w-0" value={shown} onChange={setGroup} options={options} />
      <Select label={t('pair.against')} labelPlace="above" className="min-w-0" value={against} onChange={setOther} options={rest} />
      <Button className="col-span-2" onClick={() => onPair(shown, against)}>
        {t('pair.submit')}
      </Button>
    </div>
  )
}
