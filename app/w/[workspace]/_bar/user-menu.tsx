'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { initials } from '#ui/initials'
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuLine, MenuLink } from '#ui/menu'
import { THEME_COOKIE, THEMES, type Theme, themeOf } from '#ui/theme'
import { useWords } from '#words'
import { type Language, LANGUAGE_COOKIE, LANGUAGES } from '../../../_words/languages'
import { signOut } from '../actions'

const YEAR_S = 31_536_000

function wear(theme: Theme) {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${YEAR_S}; samesite=lax`
}

/** An empty one is none: the browser's own counts. */
function keep(language: string) {
  document.cookie = `${LANGUAGE_COOKIE}=${language}; path=/; max-age=${language === '' ? 0 : YEAR_S}; samesite=lax`
}

type MenuProps = { user: { name: string; email: string }; theme: Theme; language: Language | undefined }

export function UserMenu({ user, theme, language }: MenuProps) {
  const t = useWords('bar')
  const router = useRouter()
  const [chosen, setChosen] = useState(theme)
  const [spoken, setSpoken] = useState<string>(language ?? '')
  const [, start] = useTransition()
  const choose = (value: string) => {
    setChosen(themeOf(value))
    wear(themeOf(value))
  }
  const speak = (value: string) => {
    setSpoken(value)
    keep(value)
    start(() => router.refresh())
  }
  const languages = [{ value: '', label: t('asBrowser') }, ...LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))]
  return (
    <Menu
      trigger={
        <button
          type="button"
          className="grid size-7 shrink-0 place-items-center rounded-full border border-line bg-sunken text-[11px] font-semibold text-ink-2 hover:text-ink max-wide:size-9 max-wide:text-xs"
        >
          <span aria-hidden>{initials(user.name)}</span>
          <span className="sr-only">{t('account', { name: user.name })}</span>
        </button>
      }
    >
      <div className="px-2.5 py-1.5 text-sm">
        <p className="font-medium">{user.name}</p>
        <p className="text-xs text-ink-2">{user.email}</p>
      </div>
      <MenuLine />
      <MenuLabel>{t('theme')}</MenuLabel>
      <MenuChoice value={chosen} onChange={choose} options={THEMES.map((value) => ({ value, label: t(`themes.${value}`) }))} />
      <MenuLine />
      <MenuLabel>{t('language')}</MenuLabel>
      <MenuChoice value={spoken} onChange={speak} options={languages} />
      <MenuLine />
      <MenuLink href="/help/numbers">{t('numbers')}</MenuLink>
      <MenuLink href="/help/asking">{t('asking')}</MenuLink>
      <MenuItem onSelect={() => start(signOut)}>{t('signOut')}</MenuItem>
    </Menu>
  )
}
