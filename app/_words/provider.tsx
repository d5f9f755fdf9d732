'use client'

import type { ReactNode } from 'react'
import { IntlProvider } from 'use-intl/react'
import type { Words } from './catalogue'
import type { Language } from './languages'

/** Gives the texts to what runs in the browser. Dates are written by the page in the journey's own time zone. */
export const WordsProvider = ({ language, words, children }: { language: Language; words: Partial<Words>; children: ReactNode }) => (
  <IntlProvider locale={language} messages={words} timeZone="UTC">
    {children}
  </IntlProvider>
)
