import { bigint, timestamp, uuid } from 'drizzle-orm/pg-core'

// The workspace stands first in every key of a tenant table: it keeps tenants apart and is the column we shard by.
export const workspaceId = () => uuid('workspace_id').notNull()

export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 })

export const count = (name: string) => bigint(name, { mode: 'bigint' }).notNull()

/** The mergeable counters of METRICS 1: n, a count a step of the scale, the exact sum and sum of squares. */
export const counters = () => ({
  n: count('n'),
  c0: count('c0'),
  c1: count('c1'),
  c2: count('c2'),
  c3: count('c3'),
  c4: count('c4'),
  c5: count('c5'),
  c6: count('c6'),
  c7: count('c7'),
  c8: count('c8'),
  c9: count('c9'),
  c10: count('c10'),
  s: count('s'),
  q: count('q'),
})
