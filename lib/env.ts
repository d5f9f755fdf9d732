import { z } from 'zod'

const url = z.url({ protocol: /^https?$/ })
const text = z.string().min(1)

const Env = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
    HOST: text.default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    /** Where people reach us; links are built from it, never from a Host header. */
    APP_URL: url.optional(),
    DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://').optional(),
    DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
    /** Secrets of a first start, the embedded engine and uploads live here. */
    DATA_DIR: text.default('.data'),
    AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
    TRUST_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
    OIDC_ISSUER: url.optional(),
    OIDC_CLIENT_ID: text.optional(),
    OIDC_CLIENT_SECRET: text.optional(),
    OIDC_NAME: text.default('Single sign-on'),
    WAYFELT_DEMO: z.enum(['on', 'off']).optional(),
    WAYFELT_URL: url.optional(),
    WAYFELT_API_KEY: text.optional(),
    /** Set by Next itself; its build must open no database. */
    NEXT_PHASE: text.optional(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
  })
  .refine((e) => !e.OIDC_ISSUER || (e.OIDC_CLIENT_ID && e.OIDC_CLIENT_SECRET), {
    path: ['OIDC_CLIENT_ID'],
    message: 'OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET beside it',
  })

export type Env = z.infer<typeof Env>

let read: Env | undefined

/** The settings, read once. An empty variable counts as unset. Throws one sentence a setting that is wrong. */
export function env(): Env {
  if (read) return read
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
  const parsed = Env.safeParse(given)
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map((i) => `Setting ${i.path.join('.')}: ${i.message}`).join('\n'))
  }
  read = parsed.data
  return read
}

export const appUrl = (): string => (env().APP_URL ?? `http://${env().HOST}:${env().PORT}`).replace(/\/+$/, '')

export const isLoopback = (host: string): boolean => /^(127(\.\d+){3}|localhost|\[?::1\]?)$/.test(host)

/** next-auth learns where it stands from this variable alone, and would else believe a header or say localhost:3000. */
export function tellNextAuth(): void {
  process.env.NEXTAUTH_URL = `${appUrl()}/api/auth`
}
