'use client'

import { TextField } from '#ui/field'
import { useWords } from '#words'
import { useLane } from '../_draft/editing'
import { LaneCell, Written } from './written'

/** Two letters for a person: "Mara Lind" -> "ML". */
const initials = (name: string) => {
  const [first = '', ...rest] = name.split(/\s+/)
  return `${[...first][0] ?? ''}${[...(rest.at(-1) ?? '')][0] ?? ''}`.toUpperCase()
}

/** Who answers for a stage. */
export function Owner({ stage }: { stage: { key: string; name: string } }) {
  const t = useWords('editor')
  const { cell, value } = useLane('owner', 'stage', stage.key)
  return (
    <LaneCell label={t('lane.owner')}>
      <Written
        cell={cell}
        name={t('at', { lane: t('lane.owner'), place: stage.name })}
        add={t('add.owner')}
        shown={
          value && (
            <span className="flex items-center gap-2">
              <span aria-hidden className="grid size-6 shrink-0 place-items-center rounded-full bg-sunken text-[10px] font-medium text-ink-2">
                {initials(value.name)}
              </span>
              <span className="min-w-0 wrap-anywhere">
                {value.name}
                {value.role && <span className="block text-xs text-ink-2">{value.role}</span>}
              </span>
            </span>
          )
        }
        fields={
          <>
            <TextField label={t('field.ownerName')} name="name" autoFocus maxLength={80} defaultValue={value?.name} />
            <TextField label={t('field.ownerRole')} name="role" maxLength={80} defaultValue={value?.role} />
          </>
        }
        read={ownerIn}
      />
    </LaneCell>
  )
}

/** The owner that stands in a form; null where its name is empty. */
export function ownerIn(form: FormData): { name: string; role?: string } | null {
  const [name, role] = [String(form.get('name')).trim(), String(form.get('role')).trim()]
  return name === '' ? null : role === '' ? { name } : { name, role }
}
