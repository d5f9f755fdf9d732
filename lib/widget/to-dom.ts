import type { Child, Tree } from './tree'

const SVG = 'http://www.w3.org/2000/svg'

function append(parent: Element, child: Child, isSvg: boolean): void {
  if (child === false || child === null || child === undefined) return
  if (typeof child === 'string' || typeof child === 'number') parent.append(String(child))
  else if ('tag' in child) parent.append(make(child, isSvg))
  else child.forEach((each) => append(parent, each, isSvg))
}

function make({ tag, attributes, children }: Tree, inSvg: boolean): Element {
  const isSvg = inSvg || tag === 'svg'
  const element = isSvg ? document.createElementNS(SVG, tag) : document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== undefined) element.setAttribute(name, value === true ? '' : String(value))
  }
  children.forEach((child) => append(element, child, isSvg))
  return element
}

/** The tree as elements of this document. Nothing of it goes through a parser, so a page's Trusted Types have nothing to forbid. */
export const toDom = (tree: Tree): HTMLElement => make(tree, false) as HTMLElement
