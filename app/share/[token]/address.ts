export type SearchParams = Record<string, string | string[] | undefined>

/** What the address of a shared map may say: how it is framed and how much of it is drawn, and which stage's panel is open. */
export type View = { embed: boolean; theme: 'light' | 'dark' | null; detail: 'touchpoints' | null; stage: string | null; touchpoint: string | null; all: boolean }

const one = (value: string | string[] | undefined): string | null => (typeof value === 'string' ? value : null)

export function viewOf(params: SearchParams): View {
  const theme = one(params.theme)
  return {
    embed: params.embed === '1',
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    detail: params.detail === 'touchpoints' ? 'touchpoints' : null,
    stage: one(params.stage),
    touchpoint: one(params.touchpoint),
    all: params.comments === 'all',
  }
}

/** The query of a view, in a fixed order; the panel goes along only where it is named. */
export function viewQuery({ embed, theme, detail }: View, panel: { stage?: string; touchpoint?: string; all?: boolean } = {}): string {
  const query = new URLSearchParams()
  if (embed) query.set('embed', '1')
  if (theme) query.set('theme', theme)
  if (detail) query.set('detail', detail)
  if (panel.stage) query.set('stage', panel.stage)
  if (panel.touchpoint) query.set('touchpoint', panel.touchpoint)
  if (panel.all) query.set('comments', 'all')
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}
