import { createElement, type ReactNode } from 'react'
import { type Say, sayIn } from '#lib/words/say'
import { CATALOGUE, wordsIn } from '../../app/_words/catalogue'
import type { Language } from '../../app/_words/languages'
import { WordsProvider } from '../../app/_words/provider'
import type { Area } from '../../app/_words/translate'

/** The English texts of an area, for what takes them as its parameter. */
export const english = <A extends Area>(area: A) => wordsIn('en', area)
export const german = <A extends Area>(area: A) => wordsIn('de', area)

export const ENGLISH: Say = sayIn('en', english('numbers'))
export const GERMAN: Say = sayIn('de', german('numbers'))

/** A component as a page draws it: with every text at hand. */
export const spoken = (children: ReactNode, language: Language = 'en') => createElement(WordsProvider, { language, words: CATALOGUE[language], children })
