/** Bytes → document: which reader a file needs, and what its reader should know of how it went. */
import {
  type AsyncParser,
  type Block,
  type Doc,
  InterruptedError,
  type Limited,
  type Parsed,
  type Parser,
  type RegisterHint,
  type Row,
  UnreadableError,
  unlimited,
} from '../core.ts'
import { createDoc, declaredGenre, frontMatterGenre, type GenreHints, uselessSuperior } from '../document.ts'
import { genreNames } from '../genre-names.ts'
import { MAY_BE_DRAFT, signedAs } from '../own-report.ts'
import { parser as plain } from '../parsers/plain.ts'
import { type Format, formatOf } from '../parsers/sniff.ts'
import { nearest } from '../suggest.ts'
import { pasted } from '../tabbed.ts'
import { asMeant } from '../text/parts/paragraphs.ts'

const parsers: Readonly<Partial<Record<Format, () => Promise<Parser | AsyncParser>>>> = {
  docx: async () => (await import('../parsers/docx.ts')).parser,
  doc: async () => (await import('../parsers/doc.ts')).parser,
  rtf: async () => (await import('../parsers/rtf.ts')).parser,
  odt: async () => (await import('../parsers/odt.ts')).parser,
  ofd: async () => (await import('../parsers/ofd.ts')).parser,
  pdf: async () => (await import('../parsers/pdf.ts')).parser,
  markdown: async () => (await import('../parsers/markdown.ts')).parser,
  // The usual one, and small: no file of its own to look up.
  plain: async () => plain,
  xlsx: async () => (await import('../parsers/xlsx.ts')).parser,
  ods: async () => (await import('../parsers/ods.ts')).parser,
  xls: async () => (await import('../parsers/xls.ts')).parser,
  csv: async () => (await import('../parsers/csv.ts')).parser,
  tsv: async () => (await import('../parsers/csv.ts')).tabbed,
}

/** Programs that write in paragraphs, which have tables and line breaks for looks. */
const WRITTEN: ReadonlySet<Format> = new Set(['docx', 'doc', 'rtf', 'odt'])

/** Kinds that are not read, by their names. */
const OTHER_KINDS: readonly (readonly [name: RegExp, reason: string, remedy: string])[] = [
  [/\.(?:xlsb|uos)$/i, '这种表格暂时不能读取', '请用 Excel 或 WPS 另存为 .xlsx 后检查'],
  [/\.(?:pptx?|ppsx?|dps|odp)$/i, '演示文稿不能检查', '请把其中的文字另存为 .docx 后检查'],
]

/** Their tags would be read as words. */
const WEB_PAGE = /\.(?:x?html?|mht(?:ml)?)$/i

/** What is known of a document before it is read. `table`: what the configuration says of a register. */
export interface ReadingHints extends Omit<GenreHints, 'register'> {
  readonly table?: RegisterHint
}

/** Bytes → document. `limited`: how long the bytes may take to be read. Throws `UnreadableError`. */
export async function readDoc(
  bytes: Uint8Array,
  path: string,
  hints: ReadingHints = {},
  limited: Limited = unlimited,
): Promise<Doc> {
  if (bytes.length === 0) throw new UnreadableError('文件是空的（0 字节）', '请确认是否保存成功')
  const elsewise = OTHER_KINDS.find(([name]) => name.test(path))
  if (elsewise) throw new UnreadableError(elsewise[1], elsewise[2])
  const format = formatOf(bytes, path)
  if (format === 'plain' && WEB_PAGE.test(path))
    throw new UnreadableError('这是网页，不能检查', '请用 Word 或 WPS 打开并另存为 .docx，再重新检查')
  const load = parsers[format]
  if (load === undefined) throw new UnreadableError('这种格式暂时不能读取', '请另存为 .docx 后检查')
  const parser = await load()
  let parsed: Parsed
  try {
    if ('isAsync' in parser) parsed = await parser.parse(bytes, limited)
    // Of plain text nothing takes longer than its length allows.
    else parsed = parser === plain ? plain.parse(bytes) : limited(() => parser.parse(bytes))
  } catch (error) {
    if (error instanceof UnreadableError || error instanceof InterruptedError) throw error
    throw new UnreadableError(
      `读取时出现内部错误（${error instanceof Error ? error.message : String(error)}）`,
      '请把这份文件（或能重现问题的片段）反馈给维护者',
    )
  }
  if (WRITTEN.has(format)) parsed = asMeant(parsed)
  const isEmpty = parsed.sheets ? parsed.sheets.every(({ length }) => length === 0) : parsed.blocks.length === 0
  if (isEmpty)
    throw new UnreadableError(
      '文件中没有文字',
      isLeftOpen(parsed.text)
        ? '有一处注释 <!-- 没有写完，后面的文字都成了注释，请补上 -->'
        : '请确认内容是否为空白或只有图片',
    )
  const own = MAY_BE_DRAFT.test(path) ? signedAs(parsed.written?.text ?? parsed.text) : undefined
  // How well it could be read is nothing to anybody.
  if (own !== undefined)
    parsed = { ...parsed, meta: { ...parsed.meta, notices: [{ code: 'own-report', args: { kind: own } }] } }
  // Tables of a report are no registers.
  const { register, absent, cells } = isOwnReport(parsed)
    ? NO_REGISTER
    : await registerOf(format === 'plain' ? withTabbed(parsed) : parsed, path, hints)
  if (absent.length > 0)
    parsed = {
      ...parsed,
      meta: {
        ...parsed.meta,
        notices: [...parsed.meta.notices, { code: 'absent-columns', args: { names: absent.join('”“') } }],
      },
    }
  return createDoc({ ...parsed, ...cells }, path, { ...hints, ...(register && { register }) })
}

const isLeftOpen = (text: string): boolean => text.lastIndexOf('<!--') > text.lastIndexOf('-->')

/** Is it a report of ours, which is not checked? */
export const isOwnReport = ({ meta }: Pick<Parsed, 'meta'>): boolean =>
  meta.notices.some(({ code }) => code === 'own-report')

const NO_REGISTER: Awaited<ReturnType<typeof registerOf>> = { absent: [] }

/** A table that was copied out of a spreadsheet into plain text: its lines are rows where tabs divide them. */
function withTabbed(parsed: Parsed): Parsed {
  const rows = pasted(parsed.text)
  if (rows.length === 0) return parsed
  const cells = rows.flatMap((row) => row.cells.map((cell): Block => ({ ...cell, kind: 'cell', label: '' })))
  return { ...parsed, rows, blocks: [...linesOutside(parsed, rows), ...cells].sort((a, b) => a.start - b.start) }
}

/** Lines that are no rows. The reader of plain text may have taken all of them for one paragraph. */
function linesOutside({ text, blocks }: Parsed, rows: readonly Row[]): Block[] {
  const starts = rows.map(({ cells }) => text.lastIndexOf('\n', cells[0]!.start - 1) + 1)
  const inside = new Set(starts)
  const lines: Block[] = []
  for (let from = text.lastIndexOf('\n', (blocks[0]?.start ?? 0) - 1) + 1; from < text.length; ) {
    const to = text.indexOf('\n', from)
    const end = to < 0 ? text.length : to
    const line = text.slice(from, end)
    const said = line.trim()
    if (said !== '' && !inside.has(from)) {
      const start = from + line.indexOf(said)
      lines.push({ kind: 'paragraph', start, end: start + said.length, label: '' })
    }
    from = end + 1
  }
  return lines
}

/**
 * Tables are looked into where there are any. `absent`: columns that the configuration names and that are not there; `cells`: of sheets that are no registers,
 * which may lay duties all the same (任务分解表).
 */
async function registerOf(
  parsed: Parsed,
  path: string,
  { option, config, table }: ReadingHints,
): Promise<Pick<GenreHints, 'register'> & { absent: readonly string[]; cells?: Pick<Parsed, 'blocks' | 'rows'> }> {
  if (!parsed.sheets && parsed.rows.length === 0) return { absent: [] }
  const { absentColumns, kindOf, readRegister, registerGenre, worded } = await import('../registers/index.ts')
  const meant = option ?? frontMatterGenre(parsed.meta.frontMatter) ?? config
  const declared = typeof meant === 'object' ? meant[0] : meant
  // Who calls a document with a table a notice has said that it is no register.
  if (!parsed.sheets && declared && !declared.startsWith('register.')) return { absent: [] }
  const kind = (declared && kindOf(declared)) ?? table?.kind
  const register = readRegister(parsed, path, { ...table, ...(kind && { kind }) })
  if (!register) return { absent: [] }
  const others = new Set(register.unknown.map(({ sheet }) => sheet))
  const sheets = parsed.sheets?.filter(({ name }) => others.has(name)) ?? []
  return {
    register: { ...register, genre: registerGenre(register, table?.kind) },
    absent: absentColumns(register, table),
    ...(sheets.length > 0 && { cells: worded(sheets) }),
  }
}

/** What the reader of a report should know of how a file was read, in Chinese, with its path. */
export function noticesOf({ path, meta }: Doc): string[] {
  const declared = declaredGenre(meta.frontMatter)
  const settings =
    declared !== undefined && declared !== null && frontMatterGenre(meta.frontMatter) === undefined
      ? [unknownGenre(path, declared)]
      : []
  const superior = uselessSuperior(meta.frontMatter)
  if (superior)
    settings.push(
      `${path}：文件开头的“${superior.key}”要写文件名、标题或发文字号，现在有 ${JSON.stringify(superior.value)}，没有用上；数字请加引号`,
    )
  const notices = meta.notices.flatMap(({ code, args }) => {
    if (code === 'tracked-changes') return `${path}：含 ${args.count} 处修订，按接受修订后的文字检查`
    if (code === 'own-report') return `${path}：是以前的${args.kind}，没有检查`
    if (code === 'invalid-bytes') return `${path}：有 ${args.count} 处字节无法按 ${meta.encoding} 解读，已用“�”代替`
    if (code === 'pages-without-text')
      return `${path}：第 ${args.pages} 页共 ${args.count} 页没有文字（可能是图片），未检查`
    if (code === 'hidden-rows') return `${path}：工作表“${args.sheet}”有 ${args.count} 行是隐藏的，也检查了`
    if (code === 'hidden-sheets') return `${path}：有 ${args.count} 张隐藏的工作表没有检查（${args.names}）`
    if (code === 'unread-html')
      return `${path}：有 ${args.count} 段 HTML、没有写完的注释（缺少 -->）、脚注或者“[…]: …”没有检查；要检查的，请改成普通的段落`
    if (code === 'unread-parts')
      return `${path}：有 ${args.count} 个插入的文件没有检查；请用 Word 打开、保存一次，再检查`
    if (code === 'absent-columns') return `${path}：没有配置文件 registers 所说的列“${args.names}”，请核对表头的写法`
    if (code === 'uncalculated')
      return `${path}：工作表“${args.sheet}”有 ${args.count} 个公式没有存下结果，没有计入；用 Excel 或 WPS 打开保存一次即可`
    return []
  })
  return [...settings, ...notices]
}

function unknownGenre(path: string, declared: unknown): string {
  if (typeof declared !== 'string')
    return `${path}：文件开头的文种只能写一个，写成文字，如“文种: 通知”；现在不是，改按正文判断`
  const near = nearest(declared, genreNames())
  return `${path}：文件开头的文种“${declared}”不认识，改按正文判断${near ? `；是不是“${near}”？` : ''}`
}
