/** The two days of a form with `from` and `to`, or what is wrong with them: `period.missing` and `period.swapped` of the map's texts. */
export function rangeIn(form: HTMLFormElement): { from: string; to: string; fault: null } | { fault: 'missing' | 'swapped' } {
  const data = new FormData(form)
  const [from, to] = [String(data.get('from')), String(data.get('to'))]
  if (from === '' || to === '') return { fault: 'missing' }
  return from > to ? { fault: 'swapped' } : { from, to, fault: null }
}
