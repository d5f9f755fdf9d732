import { useWords } from '#words'
import type { Campaign } from '#lib/campaigns/types'
import { Checkbox, FieldError, TextField } from '#ui/field'
import type { Faults, Named } from './read-form'

const USUAL_CHANNELS = ['email', 'web', 'app', 'social', 'ads', 'mail', 'phone', 'store', 'event']
const USUAL_CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF', 'JPY', 'SEK', 'PLN', 'INR', 'BRL']

type FieldsProps = { before: Campaign | null; faults: Faults }

const List = ({ id, values }: { id: string; values: readonly string[] }) => (
  <datalist id={id}>
    {values.map((value) => (
      <option key={value} value={value} />
    ))}
  </datalist>
)

export function NameFields({ before, faults }: FieldsProps) {
  const t = useWords('campaigns')
  return (
    <>
      <TextField label={t('form.name')} name="name" defaultValue={before?.name} placeholder={t('form.namePlace')} maxLength={120} autoComplete="off" autoFocus error={faults.name} />
      <TextField label={t('form.channel')} name="channel" defaultValue={before?.channel} list="campaign-channels" maxLength={40} autoComplete="off" error={faults.channel} />
      <List id="campaign-channels" values={USUAL_CHANNELS} />
    </>
  )
}

export function StageFields({ chosen, stages, fault }: { chosen: readonly string[]; stages: readonly Named[]; fault: string | undefined }) {
  const t = useWords('campaigns')
  return (
    <fieldset className="wide:col-span-2">
      <legend className="mb-1 text-sm font-medium">{t('form.stages')}</legend>
      <div className="grid grid-cols-2 gap-x-4 wide:grid-cols-3">
        {stages.map(({ key, name }) => (
          <div key={key} className="min-w-0 wrap-anywhere">
            <input type="hidden" name="shown" value={key} />
            <Checkbox name="stages" value={key} label={name} defaultChecked={chosen.includes(key)} />
          </div>
        ))}
      </div>
      {fault && <FieldError>{fault}</FieldError>}
    </fieldset>
  )
}

export function DayFields({ starts, ends, faults }: { starts: string; ends: string; faults: Faults }) {
  const t = useWords('campaigns')
  return (
    <>
      <TextField label={t('form.starts')} name="starts" type="date" defaultValue={starts} error={faults.starts} />
      <TextField label={t('form.ends')} name="ends" type="date" defaultValue={ends} hint={t('form.endsHint')} error={faults.ends} />
    </>
  )
}

export function CostFields({ before, faults }: FieldsProps) {
  const t = useWords('campaigns')
  return (
    <>
      <TextField label={t('form.cost')} name="cost" inputMode="decimal" defaultValue={before?.cost ?? ''} autoComplete="off" hint={t('form.costHint')} error={faults.cost} />
      <TextField label={t('form.currency')} name="currency" defaultValue={before?.currency ?? 'EUR'} list="campaign-currencies" maxLength={3} autoComplete="off" error={faults.currency} />
      <List id="campaign-currencies" values={USUAL_CURRENCIES} />
    </>
  )
}
