type Read = 'map' | 'trend' | 'plan' | 'drivers'
type Query = Readonly<Record<string, string | readonly string[] | null | undefined>>

/** Where the numbers of a page are explained: the read that they stand in, asked as the page has asked it. */
export function explainAddress(slug: string, of: Read, query: Query): string {
  const asked = new URLSearchParams({ of })
  for (const [name, value] of Object.entries(query)) {
    if (typeof value === 'string' && value !== '') asked.set(name, value)
    else if (Array.isArray(value)) for (const one of value) asked.append(name, String(one))
  }
  return `/w/${slug}/explain?${asked}`
}

/** A JSON pointer as jq writes it: /data/stages/0/nps -> .data.stages[0].nps */
export function jqOf(pointer: string): string {
  const tokens = pointer.split('/').slice(1)
  return tokens.map((token) => (/^\d+$/.test(token) ? `[${token}]` : /^[A-Za-z_]\w*$/.test(token) ? `.${token}` : `["${token}"]`)).join('')
}

/** The line for a terminal that asks for the same number. */
export const curlOf = (origin: string, { path, pointer }: { path: string; pointer: string }): string =>
  `curl -s -H "x-api-key: $WAYFELT_KEY" '${origin}${path}' | jq '${jqOf(pointer)}'`
