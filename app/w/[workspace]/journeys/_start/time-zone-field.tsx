'use client'

import { useState, useSyncExternalStore } from 'react'
import { TextField } from '#ui/field'

const never = () => () => {}
const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** Whose calendar days answers are counted in: what the browser says, until somebody types another. */
export function TimeZoneField({ error }: { error: string | undefined }) {
  const guess = useSyncExternalStore(never, here, () => 'UTC')
  const [typed, setTyped] = useState<string>()
  const [zones, setZones] = useState<readonly string[]>([])
  return (
    <>
      <TextField
        label="Time zone"
        name="timeZone"
        value={typed ?? guess}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={() => setZones(Intl.supportedValuesOf('timeZone'))}
        list="time-zones"
        autoComplete="off"
        spellCheck={false}
        hint="A day begins and ends here. It cannot be changed later."
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
