'use client'

import { Plus } from 'lucide-react'
import { Fragment } from 'react'
import { Button } from '#ui/button'
import { Menu, MenuItem, MenuLabel } from '#ui/menu'
import { GROUPS, type Instrument, INSTRUMENTS } from '../instruments'

/** Every kind of question, grouped by what it asks for. */
export function AddMenu({ onAdd }: { onAdd: (instrument: Instrument) => void }) {
  return (
    <div className="mt-3">
      <Menu
        align="start"
        trigger={
          <Button>
            <Plus aria-hidden className="size-3.5" />
            Add question
          </Button>
        }
      >
        {GROUPS.map(({ name, instruments }) => (
          <Fragment key={name}>
            <MenuLabel>{name}</MenuLabel>
            {instruments.map((instrument) => (
              <MenuItem key={instrument} onSelect={() => onAdd(instrument)}>
                {INSTRUMENTS[instrument].scale}
                <span className="ml-auto pl-6 text-ink-3">{INSTRUMENTS[instrument].name}</span>
              </MenuItem>
            ))}
          </Fragment>
        ))}
      </Menu>
    </div>
  )
}
