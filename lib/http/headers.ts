import { randomBytes } from 'node:crypto'

/** `mayFrame`: a shared map that may stand in the frame of any site. `isPrivate`: its address is a secret that no other site should hear. */
export type Page = { mayFrame: boolean; isPrivate: boolean }

const OWN: Page = { mayFrame: false, isPrivate: false }

/** The headers of our own pages, which nobody may frame. `/s/*` writes its own policy. */
export function pageHeaders(isDev: boolean, isHttps: boolean, { mayFrame, isPrivate }: Page = OWN): { nonce: string; headers: Record<string, string> } {
  const nonce = randomBytes(16).toString('base64')
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ''}`,
    // Charts and dialogs place themselves by style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDev ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${mayFrame ? '*' : "'none'"}`,
  ].join('; ')
  return {
    nonce,
    headers: {
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      ...(mayFrame ? {} : { 'x-frame-options': 'DENY' }),
      'referrer-policy': isPrivate ? 'no-referrer' : 'strict-origin-when-cross-origin',
      ...(isPrivate ? { 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'private, no-store' } : {}),
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
      ...(isHttps ? { 'strict-transport-security': 'max-age=31536000' } : {}),
    },
  }
}
