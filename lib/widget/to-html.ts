import type { Child, Tree } from './tree'

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const VOID = new Set(['br', 'input', 'link', 'meta'])

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)

function written(child: Child): string {
  if (child === false || child === null || child === undefined) return ''
  if (typeof child === 'string' || typeof child === 'number') return escaped(String(child))
  return 'tag' in child ? toHtml(child) : child.map(written).join('')
}

/** The tree as HTML, every text and every attribute escaped. */
export function toHtml({ tag, attributes, children }: Tree): string {
  const said = Object.entries(attributes).map(([name, value]) => (value === false || value === undefined ? '' : value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`))
  const open = `<${tag}${said.join('')}>`
  if (VOID.has(tag)) return open
  // A browser drops the first line break of a text area: this one, instead of one that was typed.
  return `${open}${tag === 'textarea' ? '\n' : ''}${children.map(written).join('')}</${tag}>`
}
