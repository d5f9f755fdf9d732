'use client'

import { TextField } from '#ui/field'
import { type Preview, valuesOf } from './mapping'

type ScoreProps = { preview: Preview; hasScores: boolean; outcomeColumn: string | undefined; faults: Record<string, string> }

const VALUES = 'import-outcomes'

/** Which value is no score, and which value of the outcome is the good one. */
export function ScoreFields({ preview, hasScores, outcomeColumn, faults }: ScoreProps) {
  const held = outcomeColumn === undefined ? [] : valuesOf(preview, outcomeColumn, 8)
  return (
    <>
      {hasScores && (
        <TextField
          label="Value that means “not rated”"
          name="ignore-value"
          hint="In every column with scores, for example 0. Such a cell is no answer."
          autoComplete="off"
          maxLength={200}
          error={faults['ignore-value']}
        />
      )}
      {outcomeColumn !== undefined && (
        <>
          <TextField
            key={outcomeColumn}
            label={`Value of ${outcomeColumn} that counts as reached`}
            name="outcome-positive"
            list={VALUES}
            hint={held.length > 0 ? `In the first rows: ${held.join(' · ')}. Any other value counts as not reached.` : 'Any other value counts as not reached.'}
            autoComplete="off"
            maxLength={500}
            error={faults['outcome-positive']}
          />
          <datalist id={VALUES}>
            {held.map((value) => (
              <option key={value} value={value} />
            ))}
          </datalist>
        </>
      )}
    </>
  )
}
