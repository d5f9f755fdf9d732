/** The two days of a form with `from` and `to`, or what is wrong with them. */
export function rangeIn(form: HTMLFormElement): { from: string; to: string; fault: null } | { fault: string } {
  const data = new FormData(form)
  const [from, to] = [String(data.get('from')), String(data.get('to'))]
  if (from === '' || to === '') return { fault: 'Choose both days.' }
  return from > to ? { fault: 'The first day comes after the last. Swap them.' } : { from, to, fault: null }
}
