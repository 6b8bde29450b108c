/** What a workbook in the older format says for all of its sheets: which there are, the texts of their cells, and how numbers are shown. */
import { UnreadableError } from '../../core.ts'
import { isCompound, openCompound } from '../compound.ts'
import { MAX_SHEETS } from '../workbook-text.ts'
import { type Shown, shownBy, usualShown } from '../xlsx/styles.ts'
import type { Refusal } from '../zip.ts'
import { type BiffRecord, RecordReader, recordsFrom, whole } from './records.ts'

export interface Globals {
  readonly bytes: Buffer
  /** Those that are shown, in order; where their records begin. */
  readonly sheets: readonly { readonly name: string; readonly at: number }[]
  /** Names of those that are not. */
  readonly hidden: readonly string[]
  readonly strings: readonly string[]
  /** By the number of a cell's format; plain numbers are left out. */
  readonly styles: ReadonlyMap<number, Shown>
  readonly since1904: boolean
}

const REMEDY = '请用 Excel 或 WPS 打开并另存为 .xlsx，再重新检查'
export const refuse: Refusal = (kind, why, remedy = REMEDY) =>
  new UnreadableError(`${kind === 'invalid' ? '不是有效的 .xls 文件' : '无法读取这个 .xls 文件'}：${why}`, remedy)

const ID = {
  beginning: 0x809,
  end: 0x0a,
  password: 0x2f,
  since1904: 0x22,
  sheet: 0x85,
  strings: 0xfc,
  format: 0x41e,
  cellFormat: 0xe0,
} as const
const BIFF8 = 0x600

/** Throws `UnreadableError` for anything that is no workbook of this format. */
export function openGlobals(file: Uint8Array): Globals {
  if (!isCompound(file)) throw refuseText(file)
  const compound = openCompound(file, refuse)
  const stream = compound.read('Workbook')
  if (!stream) throw refuseOther(compound.names)
  const bytes = Buffer.from(stream.buffer, stream.byteOffset, stream.length)
  const sheets: { name: string; at: number }[] = []
  const hidden: string[] = []
  const formats = new Map<number, string>()
  const styles = new Map<number, Shown>()
  let strings: readonly string[] = []
  let since1904 = false
  let cellFormats = 0
  let begun = false
  for (const record of recordsFrom(bytes, 0)) {
    const { id, start, end } = record
    if (!begun) {
      if (id !== ID.beginning || end - start < 4) throw refuse('invalid', '文件内容已损坏')
      if (bytes.readUInt16LE(start) !== BIFF8) throw refuse('invalid', '是 Excel 95 或者更早的格式')
      begun = true
    }
    if (id === ID.end) break
    if (id === ID.password)
      throw refuse('excess', '文件设置了打开密码', '请用 Excel 或 WPS 打开，取消密码后另存为 .xlsx，再重新检查')
    if (id === ID.since1904 && end - start >= 2) since1904 = bytes.readUInt16LE(start) === 1
    else if (id === ID.sheet && end - start >= 8) {
      const [at, state, type] = [bytes.readUInt32LE(start), bytes[start + 4]! & 3, bytes[start + 5]!]
      const name = new RecordReader(bytes, [{ ...record, start: start + 6 }], refuse).text(1)
      // Charts and macros are no sheets of cells.
      if (type !== 0) continue
      if (state !== 0) hidden.push(name)
      else if (sheets.length < MAX_SHEETS) sheets.push({ name, at })
    } else if (id === ID.strings) strings = stringsIn(bytes, record)
    else if (id === ID.format && end - start >= 5)
      formats.set(bytes.readUInt16LE(start), new RecordReader(bytes, [{ ...record, start: start + 2 }], refuse).text(2))
    else if (id === ID.cellFormat && end - start >= 4) {
      const format = bytes.readUInt16LE(start + 2)
      const shown = formats.has(format) ? shownBy(formats.get(format)!) : usualShown(format)
      if (shown) styles.set(cellFormats, shown)
      cellFormats++
    }
  }
  if (!begun) throw refuse('invalid', '文件内容已损坏')
  return { bytes, sheets, hidden, strings, styles, since1904 }
}

function stringsIn(bytes: Buffer, record: BiffRecord): readonly string[] {
  const reading = new RecordReader(bytes, whole(bytes, record), refuse)
  reading.skip(4)
  const count = reading.long()
  const strings: string[] = []
  while (strings.length < count && !reading.isOver) strings.push(reading.text(2))
  return strings
}

/** What a compound file without such a workbook is. */
function refuseOther(names: readonly string[]): UnreadableError {
  const has = (name: string) => names.includes(name)
  if (has('EncryptedPackage'))
    return refuse('excess', '文件设置了打开密码', '请用 Excel 或 WPS 打开，取消密码后另存为 .xlsx，再重新检查')
  if (has('Book')) return refuse('invalid', '是 Excel 95 或者更早的格式')
  if (has('WordDocument')) return refuse('invalid', '内容是 Word 或 WPS 文字稿', '请把扩展名改回 .doc，再重新检查')
  if (has('PowerPoint Document')) return refuse('invalid', '内容是演示文稿（.ppt）')
  return refuse('invalid', '文件中没有表格（Workbook）')
}

/** What a file is that only bears the name: systems of offices hand out web pages so. */
function refuseText(file: Uint8Array): UnreadableError {
  const head = Buffer.from(file.buffer, file.byteOffset, Math.min(file.length, 1024)).toString('latin1')
  if (/<(?:html|!doctype html|head|body|meta|table)\b/i.test(head))
    return refuse('invalid', '内容是网页，只是扩展名为 .xls')
  if (/<\?xml|urn:schemas-microsoft-com:office:spreadsheet/i.test(head))
    return refuse('invalid', '内容是 Excel 2003 的 XML 表格')
  return refuse('invalid', '文件开头不是 Excel 文件的格式，文件可能已损坏，或者只是改了扩展名')
}
