import { parseAst } from 'vitest/node'
import { sources, text } from './sources'

// Every sentence of lib and app that is said by its template, where it is written: the arguments of what refuses, and the messages of schemas.

export type Written = { file: string; line: number; said: string; isBuilt: boolean }

/** Which argument is the sentence. */
const SAYS: Readonly<Record<string, number>> = { fault: 2, sentence: 0, notFound: 0, Problem: 1, passed: 0, custom: 1 }

/** Methods and makers of the schema library whose last argument may be a message. */
const CHECKS = ['min', 'max', 'length', 'regex', 'refine', 'email', 'url', 'union']

/** Properties that hold one. */
const NAMED = ['message', 'error', 'template']

type Node = { type: string; start: number; [key: string]: unknown }

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

const inside = (node: Node): Node[] => Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value])).filter(isNode)

const nameOf = (callee: unknown): string => {
  if (!isNode(callee)) return ''
  const named = callee.type === 'MemberExpression' ? callee.property : callee
  return isNode(named) && typeof named.name === 'string' ? named.name : ''
}

type Texts = { node: Node; said: string; isBuilt: boolean }[]
type Named = ReadonlyMap<string, readonly Node[]>

/** A table of sentences, one of which is chosen by its name. */
const oneOf = (node: Node, named: Named): Texts =>
  node.type === 'ObjectExpression' ? (node.properties as Node[]).flatMap(({ value }) => textsOf(value, named)) : []

/** The texts of an expression that is a sentence: of either side where it is one of two. */
function textsOf(node: unknown, named: Named): Texts {
  if (!isNode(node)) return []
  if (node.type === 'Identifier') return (named.get(String(node.name)) ?? []).flatMap((each) => textsOf(each, named))
  if (node.type === 'MemberExpression') return node.computed && isNode(node.object) ? (named.get(String(node.object.name)) ?? []).flatMap((each) => oneOf(each, named)) : []
  if (node.type === 'Literal') return typeof node.value === 'string' && node.value !== '' ? [{ node, said: node.value, isBuilt: false }] : []
  if (node.type === 'ConditionalExpression') return [...textsOf(node.consequent, named), ...textsOf(node.alternate, named)]
  if (node.type === 'LogicalExpression') return [...textsOf(node.left, named), ...textsOf(node.right, named)]
  if (node.type === 'BinaryExpression') return [node.left, node.right].flatMap((side) => textsOf(side, named)).map((each) => ({ ...each, isBuilt: true }))
  if (node.type !== 'TemplateLiteral') return []
  const parts = (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked)
  return [{ node, said: parts.join('${…}'), isBuilt: parts.length > 1 }]
}

function saidBy(node: Node): unknown[] {
  if (node.type === 'Property' && isNode(node.key) && NAMED.includes(String(node.key.name))) return [node.value]
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return []
  const given = node.arguments as unknown[]
  const name = nameOf(node.callee)
  const at = SAYS[name]
  if (at !== undefined) return [given[at]]
  return CHECKS.includes(name) && isNode(node.callee) && node.callee.type === 'MemberExpression' ? given.slice(-1) : []
}

function writtenIn(file: string): Written[] {
  const code = text.get(file) ?? ''
  const program = parseAst(code, { lang: 'ts' }) as unknown as Node
  const found: Written[] = []
  const named = new Map<string, Node[]>()
  const name = (node: Node) => {
    if (node.type === 'VariableDeclarator' && isNode(node.id) && isNode(node.init) && node.init.type !== 'Identifier') {
      const called = String(node.id.name)
      named.set(called, [...(named.get(called) ?? []), node.init])
    }
    inside(node).forEach(name)
  }
  const visit = (node: Node) => {
    for (const { node: at, said, isBuilt } of saidBy(node).flatMap((each) => textsOf(each, named))) found.push({ file, line: code.slice(0, at.start).split('\n').length, said, isBuilt })
    inside(node).forEach(visit)
  }
  name(program)
  visit(program)
  return found
}

/** What speaks to developers, to the keepers of a server or to those who answer a survey, and names addresses. */
const isElsewhere = (file: string) => /^lib\/(cli|widget|demo|surveys\/words)\/|^lib\/(env|log|auth\/options)\.ts$/.test(file)

export const written: readonly Written[] = sources.filter((file) => /^(lib|app)\/.*\.ts$/.test(file) && !isElsewhere(file)).flatMap(writtenIn)
