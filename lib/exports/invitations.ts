import type { Context } from '#lib/context'
import { type InvitationRow, readBatch } from '#lib/people/invitation-list'
import { csvLine } from './csv'

const BEFORE = ['person', 'language', 'touchpoint', 'channel', 'campaign'] as const
const STATUS = { open: 'not answered', begun: 'begun', answered: 'answered', expired: 'expired' } as const

/** What a person is called in an attribute may be a number or yes and no too. */
const textOf = (value: string | number | boolean | undefined): string | number | undefined => (typeof value === 'boolean' ? String(value) : value)

/** A batch of links as the file that it was made of, with each person's link: for a mail tool, which merges them in. */
export async function invitationsCsv(ctx: Context, input: unknown): Promise<string> {
  const rows = await readBatch(ctx, input)
  const names = [...new Set(rows.flatMap(({ attributes }) => Object.keys(attributes ?? {})))]
  const lineOf = (row: InvitationRow) =>
    csvLine([...BEFORE.map((name) => row[name]), ...names.map((name) => textOf(row.attributes?.[name])), row.link, row.expiresAt.toISOString(), STATUS[row.state]])
  return csvLine([...BEFORE, ...names, 'link', 'expires', 'status']) + rows.map(lineOf).join('')
}
