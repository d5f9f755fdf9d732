import { addDays, addMonths, monthOf } from '#lib/time'
import { fault, invalid } from '#lib/errors'
import type { Step } from './cells'

const MOST_STEPS = 600

/** The first day of the calendar step that a day lies in; a week begins on Monday (ISO 8601). */
export function stepStart(day: string, every: Step): string {
  if (every === 'month') return monthOf(day)
  if (every === 'day') return day
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}

export const nextStart = (start: string, every: Step) => (every === 'month' ? addMonths(start, 1) : addDays(start, every === 'week' ? 7 : 1))

/** All steps of a period, cut to it. Complete: the whole step lies within the period and before today. */
export function stepsOf({ from, to }: { from: string; to: string }, every: Step, today: string, most = MOST_STEPS) {
  const steps: { start: string; from: string; to: string; complete: boolean }[] = []
  for (let start = stepStart(from, every); start <= to; start = nextStart(start, every)) {
    const end = addDays(nextStart(start, every), -1)
    steps.push({ start, from: start < from ? from : start, to: end > to ? to : end, complete: start >= from && end <= to && end < today })
    if (steps.length > most) {
      throw invalid(fault('/every', 'too_many_steps', 'A trend has at most {most} points: ask for longer steps or a shorter period.', { most }))
    }
  }
  return steps
}
