'use client'

import { TextField } from '#ui/field'
import { useSay, useWords } from '#words'
import { useLane } from '../_draft/editing'
import { LaneCell, Written } from './written'

export const AIMS = [
  { name: 'emotion', min: -100, write: 'index' },
  { name: 'nps', min: -100, write: 'index' },
  { name: 'csat', min: 0, write: 'percent' },
  { name: 'ces', min: 0, write: 'percent' },
] as const

/** What a team means to reach at a stage, in the unit of each number. */
export function Targets({ stage }: { stage: { key: string; name: string } }) {
  const [t, say] = [useWords('editor'), useSay()]
  const { cell, value } = useLane('target', 'stage', stage.key)
  return (
    <LaneCell label={t('lane.target')}>
      <Written
        cell={cell}
        name={t('at', { lane: t('lane.target'), place: stage.name })}
        add={t('add.target')}
        shown={
          value && (
            <span className="flex flex-wrap gap-x-3 gap-y-0.5">
              {AIMS.map(({ name, write }) => {
                const aim = value[name]
                return aim === undefined ? null : (
                  <span key={name} className="whitespace-nowrap text-ink-2">
                    {t(`field.${name}`)} <b className="font-semibold text-ink tabular-nums">{say[write](aim)}</b>
                  </span>
                )
              })}
            </span>
          )
        }
        fields={
          <div className="grid grid-cols-2 gap-1.5">
            {AIMS.map(({ name, min }, i) => (
              <TextField key={name} label={t(`field.${name}`)} name={name} type="number" inputMode="numeric" step={1} min={min} max={100} autoFocus={i === 0} defaultValue={value?.[name]} />
            ))}
            <p className="col-span-2 text-xs text-ink-3">{t('hint.target')}</p>
          </div>
        }
        read={(form) => {
          const aims = AIMS.flatMap(({ name }) => {
            const typed = String(form.get(name)).trim()
            return typed === '' ? [] : [[name, Number(typed)] as const]
          })
          return aims.length === 0 ? null : Object.fromEntries(aims)
        }}
      />
    </LaneCell>
  )
}
