import { describe, expect, it } from 'vitest'
import { faultOfFormat, readMoment } from '#lib/imports/moment'

const now = new Date('2026-01-01T00:00:00Z')
const at = (text: string, format: string | undefined, timeZone: string) => readMoment(text, { format, timeZone, now })?.toISOString() ?? null

describe('a time in a file', () => {
  it.each([
    ['01/05/2018 20:23', 'dd/MM/yyyy HH:mm', 'UTC', '2018-05-01T20:23:00.000Z'],
    ['01/05/2018 20:23', 'dd/MM/yyyy HH:mm', 'America/New_York', '2018-05-02T00:23:00.000Z'],
    ['01/01/2018 20:23', 'dd/MM/yyyy HH:mm', 'America/New_York', '2018-01-02T01:23:00.000Z'],
    ['2018-05-01 10:00 +0200', 'yyyy-MM-dd HH:mm xx', 'America/New_York', '2018-05-01T08:00:00.000Z'],
    ['01.02.18', 'dd.MM.yy', 'UTC', '2018-02-01T00:00:00.000Z'],
    ['2018-05-01', undefined, 'Asia/Kolkata', '2018-04-30T18:30:00.000Z'],
    ['2018-05-01T10:00', undefined, 'Europe/Berlin', '2018-05-01T08:00:00.000Z'],
    ['2018-05-01 10:00:00.5', undefined, 'UTC', '2018-05-01T10:00:00.500Z'],
    ['2018-05-01T10:00:00Z', undefined, 'Europe/Berlin', '2018-05-01T10:00:00.000Z'],
    ['2018-05-01 10:00 +05:30', undefined, 'Europe/Berlin', '2018-05-01T04:30:00.000Z'],
  ])('%s as %s in %s is %s', (text, format, zone, expected) => expect(at(text, format, zone)).toBe(expected))

  it('in the hour that a clock change skips is the hour after it, and in the doubled hour the first', () => {
    expect(at('2024-03-31T02:30', undefined, 'Europe/Berlin')).toBe('2024-03-31T01:30:00.000Z')
    expect(at('2024-11-03T01:30', undefined, 'America/New_York')).toBe('2024-11-03T05:30:00.000Z')
  })

  it.each([
    ['31/02/2018', 'dd/MM/yyyy'],
    ['01/05/18', 'dd/MM/yyyy'],
    ['yesterday', 'dd/MM/yyyy'],
    ['2018-02-30', undefined],
    ['2018', undefined],
    ['20', undefined],
    ['01/05/2018', undefined],
    ['', undefined],
  ])('"%s" as %s is none', (text, format) => expect(at(text, format, 'UTC')).toBeNull())

  it('in tokens of another language is refused with the tokens that were meant', () => {
    expect(faultOfFormat('DD/MM/YYYY')?.message).toContain('the day is dd and the year yyyy')
    expect(faultOfFormat('dd/MM/yyyy hello')?.message).toContain('no date format')
    expect(faultOfFormat("dd/MM/yyyy 'AD'")).toBeNull()
    expect(faultOfFormat('dd/MM/yyyy HH:mm')).toBeNull()
  })
})
