// What people write about themselves in a comment. Bounded repetition everywhere: no text makes these slow.
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu
const DATE = /(?<![\d.])(?:(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d)(?![\d-]|\.\d)/g
const NUMBER = /(?<![\p{L}\p{N}])[+(]{0,2}\d(?:[ ()./\u00a0-]{0,3}\d){6,18}(?![\p{L}\p{N}])/gu

/** The check digit of payment cards (ISO/IEC 7812-1, Luhn). */
function isCard(digits: string): boolean {
  if (digits.length < 13 || digits.length > 19) return false
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** Dialled from abroad or with a trunk zero, written in the American way, or too long a run for an amount. */
function isPhone(written: string, digits: string): boolean {
  if (digits.length > 15) return false
  return /^[+(0]/.test(written) || /^\d{3}-\d{4}$/.test(written) || digits.length >= 9
}

function maskNumber(written: string): string {
  const digits = written.replace(/\D/g, '')
  if (isCard(digits)) return '[card number]'
  return isPhone(written, digits) ? '[phone number]' : written
}

/** A comment without e-mail addresses, phone and card numbers; dates and amounts stay. */
export function maskComment(text: string): string {
  const kept = text.replace(EMAIL, '[e-mail]')
  const dates = kept.match(DATE) ?? []
  return kept
    .split(DATE)
    .map((part, i) => part.replace(NUMBER, maskNumber) + (dates[i] ?? ''))
    .join('')
}
