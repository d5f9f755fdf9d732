'use client'

import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#ui/button'
import { ChoiceLink } from '#ui/choice-link'
import { Popover } from '#ui/popover'
import { useWords } from '#words'
import { PRESETS } from './address'
import { RangeForm } from './range-form'

type PickerProps = {
  /** What is chosen, as the button says it. */
  text: string
  current: string
  from: string
  to: string
  hrefs: Readonly<Record<string, string>>
  onRange: (from: string, to: string) => void
}

/** The period: four relative ones, or a range of one's own. Each is an address. */
export function PeriodPicker({ text, current, from, to, hrefs, onRange }: PickerProps) {
  const t = useWords('map')
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={t('period.label')}
      className="w-76"
      trigger={
        <Button aria-label={t('period.says', { text })}>
          <span className="font-normal text-ink-3 max-[1599px]:hidden">{t('period.label')}</span> {text}
          <ChevronDown aria-hidden className="size-3.5 text-ink-3" />
        </Button>
      }
    >
      <ul>
        {PRESETS.map((preset) => (
          <li key={preset}>
            <ChoiceLink href={hrefs[preset] ?? ''} isOn={preset === current} onChoose={close}>
              {t(`preset.${preset}`)}
            </ChoiceLink>
          </li>
        ))}
      </ul>
      <div className="mt-1 border-t border-line pt-1">
        <RangeForm
          from={from}
          to={to}
          submit={t('period.show')}
          look="primary"
          onRange={(first, last) => {
            close()
            onRange(first, last)
          }}
        />
      </div>
    </Popover>
  )
}
