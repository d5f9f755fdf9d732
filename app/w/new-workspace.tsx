'use client'

import { useActionState } from 'react'
import { Button } from '#ui/button'
import { TextField } from '#ui/field'
import { openWorkspace } from '../(auth)/actions'
import { useFirstFault } from '../(auth)/first-fault'
import { EMPTY_FORM } from '../(auth)/form-state'

export function NewWorkspace({ isFirst }: { isFirst: boolean }) {
  const [{ kept, faults }, action, busy] = useActionState(openWorkspace, EMPTY_FORM)
  const form = useFirstFault(faults)
  return (
    <form ref={form} action={action} noValidate className="mt-5 grid gap-3.5">
      <TextField
        label={isFirst ? 'Name' : 'New workspace'}
        name="name"
        autoComplete="organization"
        hint={isFirst ? 'Your team or company. You can rename it later.' : undefined}
        placeholder={isFirst ? undefined : 'Name'}
        defaultValue={kept.name}
        error={faults.name ?? faults['']}
        required
        autoFocus={isFirst}
      />
      <Button type="submit" look={isFirst ? 'primary' : 'default'} size="lg" busy={busy} busyLabel="Creating…">
        Create workspace
      </Button>
    </form>
  )
}
