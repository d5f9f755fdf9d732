'use client'

import { useActionState } from 'react'
import { Banner } from '#ui/banner'
import { Button } from '#ui/button'
import { TextField } from '#ui/field'
import { useWords } from '#words'
import { openAccount } from '../actions'
import { useFirstFault } from '../first-fault'
import { EMPTY_FORM } from '../form-state'

export function SignUpForm() {
  const t = useWords('auth')
  const [{ kept, faults }, action, busy] = useActionState(openAccount, EMPTY_FORM)
  const form = useFirstFault(faults)
  return (
    <form ref={form} action={action} noValidate className="mt-5 grid gap-3.5">
      {faults[''] && <Banner>{faults['']}</Banner>}
      <TextField label={t('signUp.name')} name="name" autoComplete="name" defaultValue={kept.name} error={faults.name} required autoFocus />
      <TextField
        label={t('email')}
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={kept.email}
        error={faults.email}
        required
      />
      <TextField
        label={t('password')}
        name="password"
        type="password"
        autoComplete="new-password"
        hint={faults.password ? undefined : t('signUp.passwordHint')}
        error={faults.password}
        required
      />
      <TextField
        label={t('workspace')}
        name="workspace"
        autoComplete="organization"
        hint={t('workspaceHint')}
        defaultValue={kept.workspace}
        error={faults.workspace}
        required
      />
      <Button type="submit" look="primary" size="lg" busy={busy} busyLabel={t('signUp.busy')}>
        {t('signUp.submit')}
      </Button>
    </form>
  )
}
