import type { ReactNode } from 'react'
import { CATALOGUE, type Words } from './catalogue'
import { WordsProvider } from './provider'
import { readLanguage } from './server'

type Name = keyof Words

/** What buttons and numbers say is wanted everywhere. */
const ALWAYS: readonly Name[] = ['numbers', 'ui']

/**
 * Hands the texts of these areas to what runs in the browser below, so that no page carries those of all. A Speak further in takes
 * the place of this one: each names all that is used below it, and a test says what is missing.
 */
export async function Speak({ areas, children }: { areas: readonly Name[]; children: ReactNode }) {
  const language = await readLanguage()
  const words = Object.fromEntries([...ALWAYS, ...areas].map((area) => [area, CATALOGUE[language][area]]))
  return (
    <WordsProvider language={language} words={words}>
      {children}
    </WordsProvider>
  )
}
