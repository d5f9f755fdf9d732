/** What may stand behind `error=` in our address, in words. Anything else gets the general sentence. */
const MESSAGES: Record<string, string> = {
  CredentialsSignin: 'Email and password do not match. Try again.',
  RateLimited: 'Too many tries. Wait 15 minutes and try again.',
  EmailNotVerified: 'Your sign-on service has not confirmed your email address. Confirm it there and try again.',
  AccountExists: 'There is an account with this email address and a password already. Sign in with the password once; on the next page you can connect it.',
  AccessDenied: 'Your sign-on service did not let you in.',
  OAuthCallback: 'Signing in there did not work out. Try again.',
  OAuthSignin: 'The sign-on service cannot be reached. Try again, or sign in with a password.',
  DemoClosed: 'The demo can only be opened on the machine that it runs on.',
}

export const messageOf = (error: string): string => MESSAGES[error] ?? 'Signing in did not work. Try again.'
