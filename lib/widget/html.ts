export type Html = { readonly html: string }

type Part = Html | string | number | false | null | undefined | readonly Html[]

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)

function written(part: Part): string {
  if (part === false || part === null || part === undefined) return ''
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return 'html' in part ? part.html : part.map(({ html }) => html).join('')
}

/** HTML in which every value is text, unless it was made by `html` itself. */
export const html = (pieces: TemplateStringsArray, ...parts: Part[]): Html => ({
  html: pieces.map((piece, i) => piece + written(parts[i])).join(''),
})

/** Our own style and script: constants, never anything that somebody typed. */
export const trusted = (text: string): Html => ({ html: text })
