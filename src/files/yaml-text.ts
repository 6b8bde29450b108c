/** YAML that people write by hand beside their documents, each value with its place. The parser is loaded when there is such a file. */
import { type Host, type Span, UnreadableError } from '../core.ts'
import { decode } from '../parsers/encoding.ts'
import type { Path, Problem } from '../validate.ts'

/** Nobody writes more by hand. Bytes. */
const MAX_BYTES = 1024 * 1024
/** Mistakes that are listed. */
const MANY = 10
/** Aliases may not multiply a small file into a large value. */
const MAX_ALIASES = 100

export interface YamlText {
  /** undefined where nothing is written. */
  readonly value: unknown
  /** The line (from 1) on which what stands at a path begins; of what is not there, the line of what should hold it. */
  lineOf(path: Path): number
  /** Where it stands: UTF-16 offsets in the text. */
  spanOf(path: Path): Span
}

const COLON = '冒号要用半角，后面空一格'

const SAID: Readonly<Record<string, string>> = {
  BAD_ALIAS: '以 * 开头的文字请加引号',
  BAD_INDENT: '缩进不对，或前面的括号、引号没有写完',
  BAD_SCALAR_START: '内容以特殊符号开头，请加引号',
  BLOCK_AS_IMPLICIT_KEY: '内容里有半角冒号（请加引号），或下一行缩进不对',
  DUPLICATE_KEY: '同一个名称写了两次',
  MISSING_CHAR: `缺少冒号、引号或括号；${COLON}`,
  MULTILINE_IMPLICIT_KEY: `缺少冒号；${COLON}`,
  MULTIPLE_DOCS: '多了一条分隔线 ---',
  TAB_AS_INDENT: '用制表符缩进，应改为空格',
  WIDE_INDENT: '用全角空格缩进，应改为半角空格',
}

/** Reads a YAML text, or says in Chinese what is wrong with it. */
export async function readYaml(text: string): Promise<YamlText | { readonly fault: string }> {
  const { isCollection, LineCounter, parseDocument } = await import('yaml')
  const lines = new LineCounter()
  try {
    // `merge`: `<<` would let one entry take over what another one says. `logLevel`: silent, it drops a second document silently.
    const document = parseDocument(text, { lineCounter: lines, logLevel: 'error', merge: false })
    const [error] = document.errors
    if (error) {
      const line = error.linePos?.[0].line ?? 1
      const indent = /^[ \t\u3000]*/.exec(text.split('\n')[line - 1] ?? '')![0]
      const said =
        SAID[indent.includes('\t') ? 'TAB_AS_INDENT' : indent.includes('\u3000') ? 'WIDE_INDENT' : error.code]
      return { fault: `第 ${line} 行：${said ?? 'YAML 写法有误，请检查缩进、冒号和引号'}` }
    }
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES })
    const spanOf = (path: Path): Span => {
      let node: unknown = document.contents
      let span = { start: 0, end: 0 }
      for (const step of path) {
        if (!isCollection(node)) break
        const next = node.get(step, true) as { range?: readonly number[] | null } | undefined
        if (!next?.range) break
        span = { start: next.range[0]!, end: next.range[1]! }
        node = next
      }
      return span
    }
    const lineOf = (path: Path) => lines.linePos(spanOf(path).start).line
    // With full-width colons an entry is one text.
    const wide = Array.isArray(value) ? value.findIndex((entry) => /^[a-z]+\s*：/.test(String(entry))) : -1
    if (wide >= 0) return { fault: `第 ${lineOf([wide])} 行：${COLON}` }
    return { value: value ?? undefined, spanOf, lineOf }
  } catch {
    // Too many aliases, an alias to nothing, or brackets nested beyond the stack.
    return { fault: '引用（& 和 *）或嵌套过多' }
  }
}

/** The text of such a file, '' where it is empty; or what is wrong with it, in Chinese, to follow its name. */
export function textOf(host: Host, path: string): { readonly text: string } | { readonly wrong: string } {
  try {
    const bytes = host.read(path)
    if (bytes.length > MAX_BYTES) return { wrong: `太大（上限 ${MAX_BYTES / 1048576} MB）` }
    return { text: bytes.length === 0 ? '' : decode(bytes).text }
  } catch (error) {
    if (error instanceof UnreadableError) return { wrong: `无法读取：${error.message}` }
    throw error
  }
}

/** The first mistakes in words, and how many more there are. */
export function listed(found: readonly Problem[], inWords: (problem: Problem) => string): string[] {
  const faults = found.slice(0, MANY).map(inWords)
  if (found.length > MANY) faults.push(`另有 ${found.length - MANY} 处`)
  return faults
}
