import type { ReactNode } from 'react'
import type { Words } from './catalogue'

// Keys are reckoned for one area at a time: over the whole catalogue at once they are more than the compiler takes.

type Parts<T> = { [K in keyof T & string]: T[K] extends string ? never : K | `${K}.${Parts<T[K]>}` }[keyof T & string]

type Keys<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Keys<T[K]>}` }[keyof T & string]

type At<T, Path extends string> = Path extends `${infer Head}.${infer Rest}` ? (Head extends keyof T ? At<T[Head], Rest> : never) : Path extends keyof T ? T[Path] : never

/** An area of the catalogue or a part of one: 'panel', 'panel.scores'. */
export type Area = Parts<Words>

type Values<More = never> = Readonly<Record<string, string | number | Date | More>>

/** The texts of an area by their keys; `rich` where a text holds markup, `markup` where it is to be a plain text all the same. */
export type Translate<A extends Area> = {
  (key: Keys<At<Words, A>>, values?: Values): string
  rich(key: Keys<At<Words, A>>, values?: Values<(chunks: ReactNode) => ReactNode>): ReactNode
  markup(key: Keys<At<Words, A>>, values?: Values<(chunks: string) => string>): string
}
