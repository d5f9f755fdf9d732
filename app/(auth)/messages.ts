import type { useWords } from '#words'

type Words = ReturnType<typeof useWords<'auth'>>

/** What may stand behind `error=` in our address. Anything else gets the general sentence. */
const KNOWN = ['CredentialsSignin', 'RateLimited', 'EmailNotVerified', 'AccountExists', 'AccessDenied', 'OAuthCallback', 'OAuthSignin', 'DemoClosed'] as const

export const messageOf = (t: Words, error: string): string => t(`errors.${KNOWN.find((each) => each === error) ?? 'other'}`)
