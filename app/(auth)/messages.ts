/** What may stand behind `error=` in our address, in words. Anything else gets the general sentence. */
const MESSAGES: Record<string, string> = {
  CredentialsSignin: 'E-mail and password do not match. Check both and try again.',
  RateLimited: 'Too many tries. Wait 15 minutes and try again.',
  EmailNotVerified: 'Your sign-on service has not confirmed your e-mail address. Confirm it there and try again.',
  AccountExists: 'There is an account with this e-mail address and a password already. Sign in with the password once; on the next page you can connect it.',
  AccessDenied: 'Your sign-on service did not let you in.',
  OAuthCallback: 'Signing in there did not work out. Try again.',
  OAuthSignin: 'The sign-on service cannot be reached. Try again, or sign in with a password.',
  DemoClosed: 'The demo can only be opened on the machine that it runs on.',
}

export const messageOf = (error: string): string => MESSAGES[error] ?? 'Signing in did not work. Try again.'
