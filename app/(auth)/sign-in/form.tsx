'use client'

import { useActionState } from 'react'
import { Button } from '#ui/button'
import { TextField } from '#ui/field'
import { useWords } from '#words'
import { signIn } from '../actions'
import { EMPTY_FORM } from '../form-state'
import { useFirstFault } from '../first-fault'

export function SignInForm({ callbackUrl }: { callbackUrl: string }) {
  const t = useWords('auth')
  const [{ kept, faults }, action, busy] = useActionState(signIn, EMPTY_FORM)
  const form = useFirstFault(faults)
  return (
    <form ref={form} action={action} noValidate className="mt-5 grid gap-3.5">
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <TextField
        label={t('email')}
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={kept.email}
        error={faults.email}
        required
        autoFocus
      />
      <TextField label={t('password')} name="password" type="password" autoComplete="current-password" error={faults.password} required />
      <Button type="submit" look="primary" size="lg" busy={busy} busyLabel={t('signIn.busy')}>
        {t('signIn.submit')}
      </Button>
    </form>
  )
}
