import { useWords } from '#words'
import type { Campaign } from '#lib/campaigns/types'
import { FieldError, TextArea } from '#ui/field'
import { type Faults, otherFault } from './_form/read-form'

export function Note({ before, faults }: { before: Campaign | null; faults: Faults }) {
  const t = useWords('campaigns')
  const other = otherFault(faults)
  return (
    <div className="wide:col-span-2">
      <TextArea label={t('form.note')} name="note" defaultValue={before?.note ?? ''} maxLength={2000} error={faults.note} />
      {other && <FieldError>{other}</FieldError>}
    </div>
  )
}
