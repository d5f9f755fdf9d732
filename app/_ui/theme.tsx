export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** Kept in a cookie, so that the server paints the right theme at once and no script has to run first. */
export const THEME_COOKIE = 'wayfelt-theme'

export const themeOf = (text: string | undefined): Theme => THEMES.find((theme) => theme === text) ?? 'system'
