/**
 * For the build: patterns of modules come into being when they are first asked for. V8 reads a pattern through as soon as it comes to be; of 600 that a
 * short run used to make, it ran 240.
 */
import type { Plugin } from 'rolldown'
import { parseAst } from 'rolldown/parseAst'

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string'

/** A name where it stands. `shorthand`: `{ name }`, key and value in one. `binding`: here it comes into being. */
interface Mention {
  readonly start: number
  readonly end: number
  readonly shorthand: boolean
  readonly binding: boolean
}

/** A pattern that is written out more than once is no longer than this; a longer one is made by a function. UTF-16 units. */
const SHORT = 60

/** Its text, with `const NAME = /…/` at the top made `let NAME`, and each mention of it `(NAME ??= /…/)`, or a call of what says so once. */
export function withLazyPatterns(code: string): string {
  const program = parseAst(code) as unknown as Node
  const patterns = new Map<string, { declaration: Node; init: Node }>()
  for (const statement of program.body as Node[]) {
    if (statement.type !== 'VariableDeclaration' || statement.kind !== 'const') continue
    const declarators = statement.declarations as Node[]
    const [{ id, init }] = declarators as [Node & { id: Node; init: Node | null }]
    if (declarators.length !== 1 || id.type !== 'Identifier' || !init || !isPattern(init)) continue
    patterns.set(id.name as string, { declaration: statement, init })
  }
  const mentions = mentionsIn(program, patterns)
  const edits: { start: number; end: number; text: () => string }[] = []
  /** The text between two places, edited. */
  const edited = (from: number, to: number): string => {
    let text = ''
    let at = from
    // Of edits within another, the outer one comes first and makes its text of the inner ones.
    for (const { start, end, text: now } of edits) {
      if (start < at || end > to) continue
      text += code.slice(at, start) + now()
      at = end
    }
    return text + code.slice(at, to)
  }
  for (const [name, { declaration, init }] of patterns) {
    const found = mentions.get(name)!
    // Somewhere else the name is another's.
    if (found.filter(({ binding }) => binding).length !== 1) continue
    const made = () => `${name} ??= ${edited(init.start, init.end)}`
    const isShared = found.length > 2 && init.end - init.start > SHORT
    const maker = `${name}$made`
    const text = () => `let ${name};${isShared ? `\nfunction ${maker}() { return ${made()} }` : ''}`
    edits.push({ start: declaration.start, end: declaration.end, text })
    const asked = () => (isShared ? `${maker}()` : `(${made()})`)
    for (const { start, end, shorthand, binding } of found)
      if (!binding) edits.push({ start, end, text: () => (shorthand ? `${name}: ${asked()}` : asked()) })
  }
  edits.sort((a, b) => a.start - b.start)
  return edited(0, code.length)
}

/** `/…/`, or `new RegExp(…)`: what it is made of never changes, so it does not matter when. */
const isPattern = (node: Node) =>
  (node.type === 'Literal' && node.regex !== undefined) ||
  (node.type === 'NewExpression' &&
    (node.callee as Node).type === 'Identifier' &&
    (node.callee as Node).name === 'RegExp')

/** Where the names stand in `program`. A name of a property is none. */
function mentionsIn(program: Node, names: ReadonlyMap<string, unknown>): ReadonlyMap<string, readonly Mention[]> {
  const found = new Map<string, Mention[]>([...names.keys()].map((name) => [name, []]))
  const visit = (node: Node, binding: boolean, shorthand = false): void => {
    if (node.type === 'Identifier') {
      found.get(node.name as string)?.push({ start: node.start, end: node.end, shorthand, binding })
      return
    }
    for (const [key, value] of Object.entries(node)) {
      if (NAMES_PROPERTY.has(`${node.type}.${key}`) && node.computed !== true) continue
      for (const child of Array.isArray(value) ? value : [value])
        if (isNode(child)) visit(child, bindsIn(node, key, binding), node.shorthand === true && key === 'value')
    }
  }
  visit(program, false)
  return found
}

const NAMES_PROPERTY: ReadonlySet<string> = new Set([
  'MemberExpression.property',
  'Property.key',
  'MethodDefinition.key',
  'PropertyDefinition.key',
  'LabeledStatement.label',
  'BreakStatement.label',
  'ContinueStatement.label',
])

/** Does a name under `key` of `node` come into being there (or, what comes to the same here, is it assigned to)? */
function bindsIn(node: Node, key: string, binding: boolean): boolean {
  switch (node.type) {
    case 'VariableDeclarator':
    case 'ClassDeclaration':
    case 'ClassExpression':
      return key === 'id'
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return key === 'id' || key === 'params'
    case 'CatchClause':
      return key === 'param'
    case 'AssignmentExpression':
    case 'AssignmentPattern':
      return key === 'left'
    case 'UpdateExpression':
      return true
    case 'ForInStatement':
    case 'ForOfStatement':
      return key === 'left'
    case 'ObjectPattern':
    case 'ArrayPattern':
    case 'RestElement':
      return true
    case 'Property':
      return binding && key === 'value'
    default:
      return false
  }
}

export const lazyPatterns: Plugin = { name: 'lazy-patterns', renderChunk: (code) => withLazyPatterns(code) }
