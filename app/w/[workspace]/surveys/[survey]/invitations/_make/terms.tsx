import { Checkbox, RadioCard, TextField } from '#ui/field'

export type Terms = { singleUse: boolean; days: string; respectCaps: boolean }

export const USUAL: Terms = { singleUse: true, days: '30', respectCaps: true }

export const termsQuery = ({ singleUse, days, respectCaps }: Terms): string =>
  new URLSearchParams({ singleUse: String(singleUse), respectCaps: String(respectCaps), ...(days.trim() === '' ? {} : { days: days.trim() }) }).toString()

type Props = { terms: Terms; onChange: (terms: Terms) => void; isIdentified: boolean; hasPeople: boolean }

/** How often and how long the links work, and whether people are left in peace. */
export function TermsFields({ terms, onChange, isIdentified, hasPeople }: Props) {
  const set = (part: Partial<Terms>) => onChange({ ...terms, ...part })
  return (
    <div className="grid gap-3">
      <fieldset>
        <legend className="mb-1.5 text-sm font-medium">Each link takes</legend>
        <div className="grid gap-2 wide:grid-cols-2">
          <RadioCard name="use" label="One answer" checked={terms.singleUse} onChange={() => set({ singleUse: true })} />
          <RadioCard name="use" label="Any number" hint="For the same question again and again" checked={!terms.singleUse} onChange={() => set({ singleUse: false })} />
        </div>
      </fieldset>
      <TextField
        label="Days until it expires"
        type="number"
        inputMode="numeric"
        min={1}
        max={731}
        className="max-w-44"
        value={terms.days}
        onChange={(e) => set({ days: e.target.value })}
      />
      {hasPeople && (
        <Checkbox
          label="Leave out whoever was asked lately"
          hint="As “How often people are asked” in the settings says, across all surveys."
          checked={terms.respectCaps}
          onChange={(e) => set({ respectCaps: e.target.checked })}
        />
      )}
      <p className="text-xs text-ink-3">
        {isIdentified
          ? 'The person and the attributes of the link are kept with the answer, as Privacy of the survey says.'
          : 'The survey names nobody beside an answer: once one is finished, nothing says which link it came by. That somebody was invited is known, and that they answered.'}
      </p>
    </div>
  )
}
