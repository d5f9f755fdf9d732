import { beforeAll, expect, test } from 'vitest'
import type { Database } from '#db/open'
import { type Context, inWorkspace } from '#lib/context'
import { readCalendar } from '#lib/journeys/review/calendar'
import { calendarOf } from '#lib/journeys/review/ics'
import { readReview } from '#lib/journeys/review/read'
import { markReviewed, renewCalendar, setReview } from '#lib/journeys/review/write'
import { readFreshness } from '#lib/maps/freshness/read'
import { chartJourney } from '#lib/maps/journey'
import { GET } from '../../../app/calendar/[token]/route'
import { post, submission } from '../../factory/client'
import { useDatabase } from '../../factory/http'
import { onEachEngine } from '../../harness/engines'
import { as, clock, makeJourney, makeWorkspace, VIEWER } from '../../factory/world'

/** Reads a calendar as RFC 5545 says: lines end in CRLF, have at most 75 octets, and a blank at the beginning goes on with the last. */
function parse(text: string): [string, string][] {
  expect(text.endsWith('\r\n')).toBe(true)
  const lines = text.slice(0, -2).split('\r\n')
  for (const line of lines) {
    expect(line).not.toMatch(/[\r\n]/)
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  }
  return lines.join('\r\n').replaceAll('\r\n ', '').split('\r\n').map((line) => {
    const [, name = '', value = ''] = /^([^:]+):(.*)$/.exec(line) ?? []
    return [name, value]
  })
}

const words = (name: string) => ({ title: `Review: ${name}`, text: 'Look.' })

const unescaped = (value: string) => value.replace(/\\(n|[\\;,])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))

const event = { uid: 'a@wayfelt', stamp: new Date('2026-11-22T10:00:00Z'), title: 'Prüfung; ', text: '', url: 'https://x.example/', day: '2026-12-04', everyDays: 30, today: '2026-11-22' }

test('a calendar says whatever people named it, folded and escaped, and is read back as it was', () => {
  const title = `Ünïcödé \\ ; , and\nlines ${'🗺️ map, '.repeat(30)}`
  const read = new Map(parse(calendarOf({ ...event, title })))
  expect(unescaped(read.get('SUMMARY') ?? '')).toBe(title)
  expect([read.get('BEGIN'), read.get('UID'), read.get('DTSTAMP'), read.get('DTSTART;VALUE=DATE'), read.get('RRULE')]).toEqual([
    'VEVENT', 'a@wayfelt', '20261122T100000Z', '20261204', 'FREQ=DAILY;INTERVAL=30',
  ])
})

test('where nothing is planned a calendar takes away what it knew', () => {
  const read = new Map(parse(calendarOf({ ...event, day: null })))
  expect([read.get('STATUS'), read.get('DTSTART;VALUE=DATE'), read.has('RRULE')]).toEqual(['CANCELLED', '20261122', false])
})

onEachEngine((_, open) => {
  let database: Database
  let ctx: Context
  let journey: string
  const time = clock('2026-11-20T23:30:00Z')
  beforeAll(async () => {
    database = await open()
    ctx = await makeWorkspace(database, { kind: 'system' }, time.now)
    // It is the 21st there already.
    journey = (await makeJourney(ctx, undefined, 'Europe/Berlin')).key
  })

  const tokenOf = (address: string | null) => /\/calendar\/(.+)\.ics$/.exec(address ?? '')?.[1] ?? ''

  test('reviews repeat from the day on which one was held, where the journey is', async () => {
    expect(await readReview(ctx, { journey })).toEqual({ everyDays: null, nextOn: null, lastOn: null, staleDays: 30, days: null, isDue: false, calendar: null })
    expect(await setReview(ctx, { journey, everyDays: 14, nextOn: null })).toMatchObject({ nextOn: '2026-12-05', isDue: false })
    expect(await setReview(ctx, { journey, everyDays: 14, nextOn: '2026-11-21' })).toMatchObject({ isDue: true })
    expect(await markReviewed(ctx, { journey })).toMatchObject({ lastOn: '2026-11-21', nextOn: '2026-12-05', days: 0, isDue: false })
    expect(await setReview(ctx, { journey, nextOn: null })).toMatchObject({ everyDays: null, nextOn: null, lastOn: '2026-11-21' })
  })

  test('a calendar is read with its address until another one is made', async () => {
    const { calendar } = await setReview(ctx, { journey, nextOn: '2026-12-01', everyDays: 7 })
    const read = new Map(parse((await readCalendar(database.db, tokenOf(calendar), ctx.now(), words)) ?? ''))
    expect([read.get('DTSTART;VALUE=DATE'), read.get('RRULE')]).toEqual(['20261201', 'FREQ=DAILY;INTERVAL=7'])
    const uid = read.get('UID')
    const renewed = await renewCalendar(ctx, { journey })
    expect(await readCalendar(database.db, tokenOf(calendar), ctx.now(), words)).toBeNull()
    expect(parse((await readCalendar(database.db, tokenOf(renewed.calendar), ctx.now(), words)) ?? '')).toContainEqual(['UID', uid])
    const token = tokenOf(renewed.calendar)
    for (const wrong of ['', 'x', token.slice(1), `${token.slice(0, -1)}${token.endsWith('A') ? 'Q' : 'A'}`]) {
      expect(await readCalendar(database.db, wrong, ctx.now(), words)).toBeNull()
    }
  })

  test('it speaks the language that its address names, else the one that the calendar asks for', async () => {
    useDatabase(database)
    const token = tokenOf((await setReview(ctx, { journey, nextOn: '2026-12-01' })).calendar)
    const titleAt = async (query: string, language: string) => {
      const asked = new Request(`http://127.0.0.1/calendar/${token}.ics${query}`, { headers: { 'accept-language': language } })
      return new Map(parse(await (await GET(asked, { params: Promise.resolve({ token: `${token}.ics` }) })).text())).get('SUMMARY')
    }
    expect([await titleAt('?lang=de', 'en'), await titleAt('?lang=en', 'de'), await titleAt('', 'de-AT')]).toEqual(['Prüfung: Journey', 'Review: Journey', 'Prüfung: Journey'])
  })

  test('a viewer reads when the review is, and neither plans it nor learns the address', async () => {
    await setReview(ctx, { journey, nextOn: '2026-12-01' })
    expect(await readReview(as(ctx, VIEWER), { journey })).toMatchObject({ nextOn: '2026-12-01', calendar: null })
    for (const change of [setReview, markReviewed, renewCalendar]) await expect(change(as(ctx, VIEWER), { journey, nextOn: null })).rejects.toMatchObject({ status: 403 })
  })

  test('another workspace has no review here', async () => {
    const other = await makeWorkspace(database)
    await expect(readReview(other, { journey })).rejects.toMatchObject({ code: 'not_found' })
    await expect(setReview(other, { journey, nextOn: null })).rejects.toMatchObject({ code: 'not_found' })
  })

  test('a stage is stale from the day on that the team named, and one where nobody ever answered is not', async () => {
    const own = await makeJourney(ctx)
    await post(ctx, submission(own.surveyId, { occurredAt: '2026-11-11T12:00:00Z' }))
    const read = async (staleDays: number, actor = ctx.actor) => {
      await setReview(ctx, { journey: own.key, nextOn: null, staleDays })
      const asked = as(ctx, actor)
      return inWorkspace(asked, async (tx) => readFreshness(tx, asked, await chartJourney(tx, asked, own.key)))
    }
    expect((await read(9))?.stages).toEqual([
      { stage: 'buy', lastOn: '2026-11-11', days: 9, isStale: true },
      { stage: 'use', lastOn: null, days: null, isStale: false },
    ])
    expect((await read(10))?.stages[0]).toMatchObject({ isStale: false })
    expect(await read(9, { kind: 'share', journeyId: own.journeyId, comments: true })).toBeNull()
  })
})
