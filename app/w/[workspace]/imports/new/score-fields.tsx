'use client'

import { TextField } from '#ui/field'
import { useWords } from '#words'
import { type Preview, valuesOf } from './mapping'

type ScoreProps = { preview: Preview; hasScores: boolean; outcomeColumn: string | undefined; faults: Record<string, string> }

const VALUES = 'import-outcomes'

/** Which value is no score, and which value of the outcome is the good one. */
export function ScoreFields({ preview, hasScores, outcomeColumn, faults }: ScoreProps) {
  const t = useWords('imports.scores')
  const held = outcomeColumn === undefined ? [] : valuesOf(preview, outcomeColumn, 8)
  return (
    <>
      {hasScores && (
        <TextField
          label={t('ignore')}
          name="ignore-value"
          hint={t('ignoreHint')}
          autoComplete="off"
          maxLength={200}
          error={faults['ignore-value']}
        />
      )}
      {outcomeColumn !== undefined && (
        <>
          <TextField
            key={outcomeColumn}
            label={t('reached', { column: outcomeColumn })}
            name="outcome-positive"
            list={VALUES}
            hint={held.length > 0 ? t('held', { values: held.join(' · ') }) : t('other')}
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
