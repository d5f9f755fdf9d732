import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { PATH_HEADER } from '#lib/auth/place'
import { THEME_COOKIE, themeOf } from '#ui/theme'
import { readLanguage } from './_words/server'
import { Speak } from './_words/speak'
import './globals.css'

export const metadata: Metadata = { title: { default: 'Wayfelt', template: '%s · Wayfelt' }, robots: { index: false } }

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f5f6f7' },
    { media: '(prefers-color-scheme: dark)', color: '#0f1317' },
  ],
}

/** A shared map in the frame of another site wears that site's theme. */
const themeAsked = (path: string | null) => /^\/share\/[^?]*\?(?:.*&)?theme=(light|dark)\b/.exec(path ?? '')?.[1]

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeOf(themeAsked((await headers()).get(PATH_HEADER)) ?? (await cookies()).get(THEME_COOKIE)?.value)
  const language = await readLanguage()
  return (
    <html lang={language} data-theme={theme === 'system' ? undefined : theme}>
      <body>
        <Speak areas={[]}>{children}</Speak>
      </body>
    </html>
  )
}
