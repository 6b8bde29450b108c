/** The header of a .doc file: which streams its text and formats lie in, how long its stories are, and where its tables are. */
import { UnreadableError } from '../../core.ts'
import { isCompound, openCompound } from '../compound.ts'
import type { Refusal } from '../zip.ts'

export const refuse: Refusal = (kind, why, remedy = '请用 Word 或 WPS 重新打开并另存为 .docx，再重新检查') =>
  new UnreadableError(`${kind === 'invalid' ? '不是有效的 .doc 文件' : '无法读取这个 .doc 文件'}：${why}`, remedy)

/** Places of the tables that are read, in the header's list of places. */
const TABLES = {
  styles: 1,
  footnotes: 3,
  comments: 5,
  sections: 6,
  headers: 11,
  characterRuns: 12,
  paragraphRuns: 13,
  fonts: 15,
  pieces: 33,
  anchors: 40,
  endnotes: 47,
  drawings: 50,
  boxes: 56,
  lists: 73,
  listOverrides: 74,
} as const
export type TableName = keyof typeof TABLES

/** The stories of a file, in the order in which they follow each other; and where each stands in the header. */
const STORIES = {
  main: 0x4c,
  footnotes: 0x50,
  headers: 0x54,
  macros: 0x58,
  comments: 0x5c,
  endnotes: 0x60,
  boxes: 0x64,
  headerBoxes: 0x68,
} as const
export type StoryName = keyof typeof STORIES

export interface WordFile {
  /** The stream that holds text and formats. */
  readonly main: Buffer
  /** Formats that were too long for their place. */
  readonly data: Buffer
  /** A table, and what follows it in its stream: the levels of lists stand behind the table of lists. Empty where there is none. */
  table(name: TableName): { readonly bytes: Buffer; readonly rest: Buffer }
  /** First and last character position of a story. */
  story(name: StoryName): { readonly start: number; readonly end: number }
  /** Character positions of all stories together. */
  readonly length: number
}

const WORD_97 = 0xa5ec
/** Version 6 and 95; and before those. */
const OLDER = [0xa5dc, 0xa5db, 0xa59b, 0xa59c, 0xa697, 0xa698, 0xa699]
const ENCRYPTED = 0x0100
const TABLE_1 = 0x0200
const FIRST_PLACE = 0x9a
const HEADER_SIZE = FIRST_PLACE + 93 * 8

/** Opens a .doc or .wps file. Throws `UnreadableError` for anything that is not one. */
export function openWordFile(bytes: Uint8Array): WordFile {
  if (!isCompound(bytes)) throw refuseText(bytes)
  const compound = openCompound(bytes, refuse)
  const stream = (name: string) => {
    const content = compound.read(name)
    return content && Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  }
  const main = stream('WordDocument')
  if (!main) throw refuseOther(compound.names)
  const magic = main.length >= 32 ? main.readUInt16LE(0) : 0
  if (OLDER.includes(magic) || (magic === WORD_97 && main.readUInt16LE(2) < 0xc1))
    throw refuse('invalid', '文件由 Word 95 或更早的版本保存，不能直接读取')
  if (magic !== WORD_97 || main.length < HEADER_SIZE) throw refuse('invalid', '文件头已损坏')
  const flags = main.readUInt16LE(10)
  if (flags & ENCRYPTED)
    throw refuse('invalid', '文件设置了打开密码', '请用 Word 或 WPS 打开，取消密码后另存为 .docx，再重新检查')
  const tables = stream(flags & TABLE_1 ? '1Table' : '0Table')
  if (!tables) throw refuse('invalid', `缺少格式部分（${flags & TABLE_1 ? '1Table' : '0Table'}）`)

  const stories = new Map<StoryName, { start: number; end: number }>()
  let length = 0
  for (const [name, place] of Object.entries(STORIES) as [StoryName, number][]) {
    const size = main.readInt32LE(place)
    if (size < 0) throw refuse('invalid', '文件头已损坏')
    stories.set(name, { start: length, end: length + size })
    length += size
  }
  // Every character takes at least one byte.
  if (length > main.length) throw refuse('invalid', '文件头与内容不符')
  return {
    main,
    data: stream('Data') ?? Buffer.alloc(0),
    table(name) {
      const at = FIRST_PLACE + TABLES[name] * 8
      const from = main.readUInt32LE(at)
      const size = main.readUInt32LE(at + 4)
      if (size === 0 || from + size > tables.length) return { bytes: Buffer.alloc(0), rest: Buffer.alloc(0) }
      return { bytes: tables.subarray(from, from + size), rest: tables.subarray(from + size) }
    },
    story: (name) => stories.get(name)!,
    length,
  }
}

/** What a compound file without a Word document is. */
function refuseOther(names: readonly string[]): UnreadableError {
  const has = (name: string) => names.includes(name)
  if (has('EncryptedPackage'))
    return refuse('invalid', '文件设置了打开密码', '请用 Word 或 WPS 打开，取消密码后另存为 .docx，再重新检查')
  if (has('Workbook') || has('Book'))
    return refuse('invalid', '内容是旧版 Excel 表格（.xls）', '请用 Excel 或 WPS 表格另存为 .xlsx，再重新检查')
  if (has('PowerPoint Document')) return refuse('invalid', '内容是演示文稿（.ppt）', '请提供 Word 或 WPS 文字稿')
  if (has('MatOST') || has('CONTENTS')) return refuse('invalid', '内容是微软 Works 的文件，不是 WPS 文字的文件')
  return refuse('invalid', '文件中没有正文（WordDocument）')
}

/** What a file is that only bears a name of Word files, whichever. */
function refuseText(bytes: Uint8Array): UnreadableError {
  const refuse = (why: string) =>
    new UnreadableError(`不是有效的 Word 文件：${why}`, '请用 Word 或 WPS 打开并另存为 .docx，再重新检查')
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1')
  if (/^MIME-Version:/im.test(head)) return refuse('内容是单个文件网页（MHT），只是用了 Word 的扩展名')
  if (/w:wordDocument|mso-application/i.test(head)) return refuse('内容是 Word 2003 的 XML 文档')
  if (/<(?:html|!doctype html|\?xml|head|body|meta)\b/i.test(head))
    return refuse('内容是网页（HTML），只是用了 Word 的扩展名')
  return refuse('文件开头不是 Word 文件的格式，文件可能已损坏，或者只是改了扩展名')
}
