/** The settings between two `---` lines at the top of a Markdown file. */
import { UnreadableError } from '../core.ts'

export interface FrontMatter {
  readonly values: Readonly<Record<string, unknown>>
  /** Where the text after it begins. UTF-16 units. */
  readonly end: number
}

/** More than this is no list of settings. UTF-16 units. */
const MAX = 64 * 1024
/** Aliases may not multiply a small file into a large value. */
const MAX_ALIASES = 100

const OPEN = /^---[ \t]*\r?\n/
const CLOSE = /^---[ \t]*$/m
/** A rule across the page is followed by an empty line or by prose; settings begin at once with a name, a comment or a bracket. */
const LOOKS_LIKE_SETTINGS = /^(?:---[ \t]*\r?$|#|[{[]|[^\s:：，。；]{1,40}[ \t]*(?::(?:\s|$)|[:：]\S))/m
const REMEDY = '每行写成“名称: 内容”（半角冒号，后空一格），用空格缩进；或删去文件开头两行 --- 之间的内容'

/** Reads the front matter; `{}` where there is none. Throws `UnreadableError` where there is one that cannot be read. */
export function frontMatterOf(text: string): FrontMatter {
  const none = { values: {}, end: 0 }
  const open = OPEN.exec(text)?.[0].length
  if (open === undefined) return none
  const rest = text.slice(open, open + MAX)
  if (LOOKS_LIKE_SETTINGS.exec(rest)?.index !== 0) return none
  const close = CLOSE.exec(rest.replaceAll('\r\n', ' \n'))
  if (!close) {
    if (/\n---[ \t]*\r?(?:\n|$)/.test(text.slice(open)))
      throw new UnreadableError(`文件开头的设置区（两行 --- 之间）超过 ${MAX / 1024} KB`, REMEDY)
    return none
  }
  const end = text.indexOf('\n', open + close.index)
  return { values: read(rest.slice(0, close.index)), end: end < 0 ? text.length : end + 1 }
}

function read(source: string): Record<string, unknown> {
  // Loaded here and not above: most drafts have no front matter, and this costs more than reading one.
  const { parseDocument } = require('yaml') as typeof import('yaml')
  let value: unknown
  try {
    const document = parseDocument(source, { logLevel: 'silent' })
    const error = document.errors[0]
    if (error) throw wrong(source, error.linePos?.[0].line ?? 1, SAID[error.code])
    value = document.toJS({ maxAliasCount: MAX_ALIASES })
  } catch (error) {
    if (error instanceof UnreadableError) throw error
    // Too many aliases, an alias to nothing, or brackets nested beyond the stack.
    throw wrong(source, 1, '引用或嵌套过多')
  }
  if (value === null || value === undefined) return {}
  if (typeof value !== 'object' || Array.isArray(value)) throw wrong(source, 1, '不是“名称: 内容”的形式')
  return value as Record<string, unknown>
}

/** `line` counts from the first line after the opening `---`. */
function wrong(source: string, line: number, said = '写法有误'): UnreadableError {
  const lines = source.trimEnd().split('\n')
  const at = Math.min(line, lines.length)
  const words = lines[at - 1]!
  const why = /^[^:"'#]*：/.test(words)
    ? '用了全角冒号“：”'
    : /^\s*[^\s:"'#]+:[^\s/]/.test(words)
      ? '冒号后缺少空格'
      : said
  return new UnreadableError(`文件开头的设置区（两行 --- 之间）有误：第${at + 1}行${why}`, REMEDY)
}

const SAID: Readonly<Record<string, string>> = {
  BAD_ALIAS: '引用了没有定义的名称',
  BAD_INDENT: '缩进不对，或前面的括号没有写完',
  BAD_SCALAR_START: '内容以特殊符号开头，需加引号',
  BLOCK_AS_IMPLICIT_KEY: '内容里有冒号（需加引号），或下一行缩进不对',
  DUPLICATE_KEY: '的名称前面已经写过',
  MISSING_CHAR: '缺少冒号、引号或括号',
  MULTILINE_IMPLICIT_KEY: '缺少冒号',
  MULTIPLE_DOCS: '多了一条分隔线',
  TAB_AS_INDENT: '用制表符缩进，应改为空格',
}
