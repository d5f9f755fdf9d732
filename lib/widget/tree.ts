export type Child = Tree | string | number | false | null | undefined | readonly Child[]

/** true stands for an attribute without a value; what is false or undefined is left out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** An element as plain data: to-html writes it on the server, to-dom makes it in a browser. No text in it is ever read as HTML. */
export type Tree = { readonly tag: string; readonly attributes: Attributes; readonly children: readonly Child[] }

export const h = (tag: string, attributes: Attributes = {}, ...children: Child[]): Tree => ({ tag, attributes, children })
