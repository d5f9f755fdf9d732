'use client'

import { useActionState } from 'react'
import { Banner } from '#ui/banner'
import { Button } from '#ui/button'
import { TextField } from '#ui/field'
import { openAccount } from '../actions'
import { useFirstFault } from '../first-fault'
import { EMPTY_FORM } from '../form-state'

export function SignUpForm() {
  const [{ kept, faults }, action, busy] = useActionState(openAccount, EMPTY_FORM)
  const form = useFirstFault(faults)
  return (
    <form ref={form} action={action} noValidate className="mt-5 grid gap-3.5">
      {faults[''] && <Banner>{faults['']}</Banner>}
      <TextField label="Your name" name="name" autoComplete="name" defaultValue={kept.name} error={faults.name} required autoFocus />
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={kept.email}
        error={faults.email}
        required
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        hint={faults.password ? undefined : 'At least 10 characters.'}
        error={faults.password}
        required
      />
      <TextField
        label="Workspace"
        name="workspace"
        autoComplete="organization"
        hint="Your team or company. You can rename it later."
        defaultValue={kept.workspace}
        error={faults.workspace}
        required
      />
      <Button type="submit" look="primary" size="lg" busy={busy} busyLabel="Creating…">
        Create account
      </Button>
    </form>
  )
}
