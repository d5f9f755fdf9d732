'use client'

import { Plus } from 'lucide-react'
import { Fragment } from 'react'
import { Button } from '#ui/button'
import { Menu, MenuItem, MenuLabel } from '#ui/menu'
import { useWords } from '#words'
import { GROUPS, type Instrument } from '../instruments'

/** Every kind of question, grouped by what it asks for. */
export function AddMenu({ onAdd }: { onAdd: (instrument: Instrument) => void }) {
  const t = useWords('questions')
  return (
    <div className="mt-3">
      <Menu
        align="start"
        trigger={
          <Button>
            <Plus aria-hidden className="size-3.5" />
            {t('list.add')}
          </Button>
        }
      >
        {GROUPS.map(({ name, instruments }) => (
          <Fragment key={name}>
            <MenuLabel>{t(`groups.${name}`)}</MenuLabel>
            {instruments.map((instrument) => (
              <MenuItem key={instrument} onSelect={() => onAdd(instrument)}>
                {t(`instruments.${instrument}.scale`)}
                <span className="ml-auto pl-6 text-ink-3">{t(`instruments.${instrument}.name`)}</span>
              </MenuItem>
            ))}
          </Fragment>
        ))}
      </Menu>
    </div>
  )
}
