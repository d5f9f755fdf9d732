import { createElement, type ReactNode } from 'react'
import { createTranslator, type NamespaceKeys, type NestedKeyOf } from 'use-intl/core'
import { type Say, sayIn } from '#lib/words/say'
import { CATALOGUE, type Words } from '../../app/_words/catalogue'
import type { Language } from '../../app/_words/languages'
import { WordsProvider } from '../../app/_words/provider'

type Area = NamespaceKeys<Words, NestedKeyOf<Words>>

const wordsOf = <N extends Area>(locale: Language, namespace: N) => createTranslator<Words, N>({ locale, messages: CATALOGUE[locale], namespace })

/** The English texts of an area, for what takes them as its parameter. */
export const english = <N extends Area>(area: N) => wordsOf('en', area)
export const german = <N extends Area>(area: N) => wordsOf('de', area)

export const ENGLISH: Say = sayIn('en', english('numbers'))
export const GERMAN: Say = sayIn('de', german('numbers'))

/** A component as a page draws it: with every text at hand. */
export const spoken = (children: ReactNode, language: Language = 'en') => createElement(WordsProvider, { language, words: CATALOGUE[language], children })
