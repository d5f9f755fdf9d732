import { env, isLoopback } from '#lib/env'

/** server.ts puts the believed client address here, over anything that a client may have sent under this name. */
export const ADDRESS_HEADER = 'x-wayfelt-address'

/** server.ts puts the path and query that were asked for here, likewise. */
export const PATH_HEADER = 'x-wayfelt-path'

type Read = (name: string) => string | null | undefined

export const addressOf = (header: Read): string => header(ADDRESS_HEADER) ?? header('x-forwarded-for') ?? ''

const nameOf = (host: string): string => host.trim().replace(/^::ffff:/, '').replace(/(?<=^[^:]*|\]):\d+$/, '')

/**
 * Does this request come from this very machine? Next fills the forwarded headers in from the socket where no proxy did,
 * so a proxy in front that answers for another name or address is seen here.
 */
export function isLocal(header: Read, listening = env().HOST): boolean {
  const hosts = [header('host') ?? '', ...(header('x-forwarded-host')?.split(',') ?? [])]
  const addresses = [header(ADDRESS_HEADER), ...(header('x-forwarded-for')?.split(',') ?? [])].filter((each) => typeof each === 'string')
  return isLoopback(listening) && [...hosts, ...addresses].every((each) => isLoopback(nameOf(each)))
}
