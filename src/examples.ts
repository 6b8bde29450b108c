/** The examples on a rule's page (`rules/<id>.md`), which are also its tests. */
import { type GenreId, genres, type Span } from './core.ts'

/** 正例 must stay silent; 反例 and 提示 mark what is found, as an offence or for information only. */
export const KINDS = ['正例', '反例', '提示'] as const
export type Kind = (typeof KINDS)[number]

export interface Example {
  readonly kind: Kind
  /** As written in `name=`, or its number among its kind. */
  readonly name: string
  /** Line of the page on which its block opens. 1-based. */
  readonly line: number
  /** Without the marks. */
  readonly text: string
  /** What stands between ⟦ and ⟧, in order. */
  readonly marks: readonly Span[]
  readonly path: string
  readonly genre?: GenreId
  readonly options?: Readonly<Record<string, unknown>>
  /** Its lines are the paragraphs of a Word file that is set so. */
  readonly layout?: Readonly<Record<string, unknown>>
  readonly superiors: readonly { readonly path: string; readonly text: string }[]
  /** Documents that are linted in the same run. */
  readonly others?: readonly { readonly path: string; readonly text: string }[]
  /** The day of judgement, YYYY-MM-DD. */
  readonly asOf?: string
  /** What the text becomes when every fix of the rule is made, safe or not; of a block `修正` below the example. */
  readonly fixed?: string
}

const SUPERIOR = '上级文件'
const OTHER = '同时检查'
const FIXED = '修正'
const ATTRIBUTES = ['name', 'genre', 'path', 'options', 'format', 'layout', 'as-of']
/** The name of an example's file where it has none. */
const FORMATS: Readonly<Record<string, string>> = { text: '例子.txt', markdown: '例子.md', csv: '例子.csv' }

/**
 * Reads the examples of a page: fenced blocks whose info string is `正例`, `反例` or `提示`, then `key=value` attributes without white space.
 * Blocks `上级文件` and `同时检查` (another document of the run) belong to the next example only, a block `修正` to the one before it. Other blocks are left alone. Throws an `Error` that names the line.
 */
export function examplesOf(markdown: string): Example[] {
  const examples: Example[] = []
  let superiors: { path: string; text: string }[] = []
  let others: { path: string; text: string }[] = []
  for (const { line, info, text } of fencesOf(markdown)) {
    const [kind = '', ...words] = info.split(/\s+/)
    if (kind !== SUPERIOR && kind !== OTHER && kind !== FIXED && !isKind(kind)) continue
    const fail = (what: string): never => {
      throw new Error(`line ${line}: ${what}`)
    }
    if (kind === FIXED) {
      const last = examples.at(-1)
      if (!last || last.kind === '正例' || last.fixed !== undefined)
        fail(`a ${FIXED} follows the 反例 or 提示 it mends`)
      else examples[examples.length - 1] = { ...last, fixed: text }
      continue
    }
    const attributes = new Map<string, string>()
    for (const word of words) {
      const [, key = '', value = ''] = /^([^=]+)=(.+)$/.exec(word) ?? fail(`“${word}” is not key=value`)
      if (!ATTRIBUTES.includes(key) || ((kind === SUPERIOR || kind === OTHER) && key !== 'path'))
        fail(`unknown attribute ${key}`)
      attributes.set(key, value)
    }
    if (kind === SUPERIOR) {
      superiors.push({ path: attributes.get('path') ?? `上级文件${superiors.length + 1}.txt`, text })
      continue
    }
    if (kind === OTHER) {
      others.push({ path: attributes.get('path') ?? fail(`a ${OTHER} has a path`), text })
      continue
    }
    const format = attributes.get('format') ?? 'text'
    if (!Object.hasOwn(FORMATS, format)) fail(`format is one of ${Object.keys(FORMATS).join(', ')}, not ${format}`)
    const asOf = attributes.get('as-of')
    if (asOf !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(asOf)) fail(`as-of is a day, not ${asOf}`)
    const genre = attributes.get('genre')
    if (genre !== undefined && !Object.hasOwn(genres, genre)) fail(`unknown genre ${genre}`)
    const options = attributes.get('options')
    const layout = attributes.get('layout')
    const plain = unmarked(text, fail)
    if (kind === '正例' ? plain.marks.length > 0 : plain.marks.length === 0)
      fail(kind === '正例' ? 'a 正例 marks nothing' : `a ${kind} marks what is found, as in ⟦…⟧`)
    examples.push({
      kind,
      name: attributes.get('name') ?? String(examples.filter((e) => e.kind === kind).length + 1),
      line,
      ...plain,
      path: attributes.get('path') ?? (layout ? '例子.docx' : FORMATS[format]!),
      ...(genre !== undefined && { genre: genre as GenreId }),
      ...(options !== undefined && { options: parsed('options', options, fail) }),
      ...(layout !== undefined && { layout: parsed('layout', layout, fail) }),
      superiors,
      ...(others.length > 0 && { others }),
      ...(asOf !== undefined && { asOf }),
    })
    superiors = []
    others = []
  }
  if (others.length > 0) throw new Error(`the last ${OTHER} belongs to no example`)
  if (superiors.length > 0) throw new Error(`the last ${SUPERIOR} belongs to no example`)
  return examples
}

const isKind = (word: string): word is Kind => (KINDS as readonly string[]).includes(word)

function parsed(what: string, json: string, fail: (what: string) => never): Record<string, unknown> {
  try {
    return JSON.parse(json)
  } catch {
    return fail(`${what} is not JSON without spaces: ${json}`)
  }
}

/** Fenced code blocks that begin in the first column, as CommonMark closes them. */
function fencesOf(markdown: string): { line: number; info: string; text: string }[] {
  const fences: { line: number; info: string; text: string }[] = []
  const lines = markdown.split(/\r?\n/)
  for (let i = 0; i < lines.length; i++) {
    const [, fence, info = ''] = /^(`{3,}|~{3,})\s*([^`]*)$/.exec(lines[i]!) ?? []
    if (!fence) continue
    const first = i + 1
    do i++
    while (i < lines.length && !isClosing(lines[i]!, fence))
    if (i === lines.length) throw new Error(`line ${first}: the block is not closed`)
    fences.push({ line: first, info: info.trim(), text: lines.slice(first, i).join('\n') })
  }
  return fences
}

function isClosing(line: string, fence: string): boolean {
  const mark = line.trimEnd()
  return mark.length >= fence.length && mark === fence[0]!.repeat(mark.length)
}

function unmarked(text: string, fail: (what: string) => never): { text: string; marks: Span[] } {
  const marks: Span[] = []
  const open: number[] = []
  let plain = ''
  for (const piece of text.split(/([⟦⟧])/)) {
    if (piece === '⟦') open.push(plain.length)
    else if (piece === '⟧') marks.push({ start: open.pop() ?? fail('⟧ without ⟦'), end: plain.length })
    else plain += piece
  }
  if (open.length > 0) fail('⟦ without ⟧')
  return { text: plain, marks: marks.sort(bySpan) }
}

const bySpan = (a: Span, b: Span) => a.start - b.start || a.end - b.end
