'use client'

import { useState, useSyncExternalStore } from 'react'
import { TextField } from '#ui/field'
import { useWords } from '#words'

const never = () => () => {}
const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** Whose calendar days answers are counted in: what the browser says, until somebody types another. */
export function TimeZoneField({ error }: { error: string | undefined }) {
  const t = useWords('journeys.start')
  const guess = useSyncExternalStore(never, here, () => 'UTC')
  const [typed, setTyped] = useState<string>()
  const [zones, setZones] = useState<readonly string[]>([])
  return (
    <>
      <TextField
        label={t('timeZone')}
        name="timeZone"
        value={typed ?? guess}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={() => setZones(Intl.supportedValuesOf('timeZone'))}
        list="time-zones"
        autoComplete="off"
        spellCheck={false}
        hint={t('timeZoneHint')}
        error={error}
      />
      <datalist id="time-zones">
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  )
}
