'use server'

import { redirect } from 'next/navigation'
import { endSession } from '#lib/auth/sign-in'

export async function signOut(): Promise<never> {
  await endSession()
  redirect('/sign-in')
}
