'use client'

import { useActionState } from 'react'
import { Button } from '#ui/button'
import { TextField } from '#ui/field'
import { signIn } from '../actions'
import { EMPTY_FORM } from '../form-state'
import { useFirstFault } from '../first-fault'

export function SignInForm({ callbackUrl }: { callbackUrl: string }) {
  const [{ kept, faults }, action, busy] = useActionState(signIn, EMPTY_FORM)
  const form = useFirstFault(faults)
  return (
    <form ref={form} action={action} noValidate className="mt-5 grid gap-3.5">
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={kept.email}
        error={faults.email}
        required
        autoFocus
      />
      <TextField label="Password" name="password" type="password" autoComplete="current-password" error={faults.password} required />
      <Button type="submit" look="primary" size="lg" busy={busy} busyLabel="Signing in…">
        Sign in
      </Button>
    </form>
  )
}
