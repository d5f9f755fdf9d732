/**
 * Who is at the other end: the socket's address, or the one that the trusted proxies in front of us saw. Each proxy appends
 * the address that it was called from, so with `hops` of ours only the hops-th entry from the right can be believed.
 */
export function clientAddress(socket: string | undefined, forwardedFor: string | null, hops: number): string {
  const seen = (forwardedFor ?? '').split(',').map((part) => part.trim()).filter(Boolean)
  const believed = hops > 0 ? seen[seen.length - hops] : undefined
  return (believed ?? socket ?? '').replace(/^::ffff:/, '')
}

/** An address with the part cut off that tells neighbours apart: /24 of IPv4, /56 of IPv6. */
export function addressPrefix(address: string): string {
  if (!address.includes(':')) return address.split('.').slice(0, 3).join('.')
  const [head = '', tail = ''] = address.split('::')
  const groups = head.split(':').filter(Boolean)
  const after = tail.split(':').filter(Boolean)
  const full = [...groups, ...Array<string>(Math.max(0, 8 - groups.length - after.length)).fill('0'), ...after]
  const [a = '0', b = '0', c = '0', d = '0'] = full
  return [a, b, c, (Number.parseInt(d, 16) & 0xff00).toString(16)].join(':')
}
