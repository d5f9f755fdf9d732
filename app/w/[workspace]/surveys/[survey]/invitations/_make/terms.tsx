import { Checkbox, RadioCard, TextField } from '#ui/field'
import { useWords } from '#words'

export type Terms = { singleUse: boolean; days: string; respectCaps: boolean }

export const USUAL: Terms = { singleUse: true, days: '30', respectCaps: true }

export const termsQuery = ({ singleUse, days, respectCaps }: Terms): string =>
  new URLSearchParams({ singleUse: String(singleUse), respectCaps: String(respectCaps), ...(days.trim() === '' ? {} : { days: days.trim() }) }).toString()

type Props = { terms: Terms; onChange: (terms: Terms) => void; isIdentified: boolean; hasPeople: boolean }

/** How often and how long the links work, and whether people are left in peace. */
export function TermsFields({ terms, onChange, isIdentified, hasPeople }: Props) {
  const t = useWords('answers.links')
  const set = (part: Partial<Terms>) => onChange({ ...terms, ...part })
  return (
    <div className="grid gap-3">
      <fieldset>
        <legend className="mb-1.5 text-sm font-medium">{t('takes')}</legend>
        <div className="grid gap-2 wide:grid-cols-2">
          <RadioCard name="use" label={t('one')} checked={terms.singleUse} onChange={() => set({ singleUse: true })} />
          <RadioCard name="use" label={t('any')} hint={t('anyHint')} checked={!terms.singleUse} onChange={() => set({ singleUse: false })} />
        </div>
      </fieldset>
      <TextField
        label={t('days')}
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
          label={t('caps')}
          hint={t('capsHint')}
          checked={terms.respectCaps}
          onChange={(e) => set({ respectCaps: e.target.checked })}
        />
      )}
      <p className="text-xs text-ink-3">
        {isIdentified ? t('identified') : t('anonymous')}
      </p>
    </div>
  )
}
