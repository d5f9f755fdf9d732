'use client'

import { useActionState } from 'react'
import { Button } from '#ui/button'
import { TextField } from '#ui/field'
import { useWords } from '#words'
import { openWorkspace } from '../(auth)/actions'
import { useFirstFault } from '../(auth)/first-fault'
import { EMPTY_FORM } from '../(auth)/form-state'

export function NewWorkspace({ isFirst }: { isFirst: boolean }) {
  const t = useWords('auth')
  const [{ kept, faults }, action, busy] = useActionState(openWorkspace, EMPTY_FORM)
  const form = useFirstFault(faults)
  return (
    <form ref={form} action={action} noValidate className="mt-5 grid gap-3.5">
      <TextField
        label={t(isFirst ? 'workspaces.name' : 'workspaces.new')}
        name="name"
        autoComplete="organization"
        hint={isFirst ? t('workspaceHint') : undefined}
        placeholder={isFirst ? undefined : t('workspaces.name')}
        defaultValue={kept.name}
        error={faults.name ?? faults['']}
        required
        autoFocus={isFirst}
      />
      <Button type="submit" look={isFirst ? 'primary' : 'default'} size="lg" busy={busy} busyLabel={t('workspaces.busy')}>
        {t('workspaces.submit')}
      </Button>
    </form>
  )
}
