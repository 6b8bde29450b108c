/** A workbook as a package: its sheets, and the parts that they share. */
import { UnreadableError } from '../../core.ts'
import { relationships } from '../relationships.ts'
import { isLocked } from '../sniff.ts'
import { MAX_SHEETS } from '../workbook-text.ts'
import { decodePart, type Namespaces, scanXml } from '../xml.ts'
import { isZip, openArchive, type Refusal } from '../zip.ts'

export interface Workbook {
  /** Those that are shown, in order; opened as they are asked for. */
  readonly sheets: readonly { readonly name: string; pieces(): AsyncIterable<Uint8Array> }[]
  /** Names of those that are not. */
  readonly hidden: readonly string[]
  /** Numbers of days begin in 1904. */
  readonly since1904: boolean
  /** A part that the workbook refers to, by its kind ('styles'), decoded. */
  part(kind: string): string | undefined
  pieces(kind: string): AsyncIterable<Uint8Array> | undefined
}

/** Unpacked bytes of all parts that are read. 100,000 rows take some 60 MB; they pass through in pieces. */
const MAX_UNPACKED = 512 * 1024 * 1024

export const refuse: Refusal = (kind, why, remedy = '请用 Excel 或 WPS 重新打开并另存为 .xlsx，再重新检查') =>
  new UnreadableError(`${kind === 'invalid' ? '不是有效的 Excel 文件' : '无法读取这个 Excel 文件'}：${why}`, remedy)

const namespaces: Namespaces = {
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 'x',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 'x',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
}
export const scanPart = (xml: string) => scanXml(xml, namespaces, refuse)

/** Opens a workbook. Throws `UnreadableError` for anything that is not one. */
export function openWorkbook(bytes: Uint8Array): Workbook {
  if (!isZip(bytes)) throw refuseContainer(bytes)
  const archive = openArchive(bytes, refuse, MAX_UNPACKED)
  const named = relationships(archive, '', refuse).find((r) => r.kind === 'officeDocument' && archive.has(r.target))
  const main = named?.target ?? 'xl/workbook.xml'
  const content = archive.read(main)
  if (content === undefined) throw refuse('invalid', '缺少工作簿部分（xl/workbook.xml）')
  const related = relationships(archive, main, refuse)
  const { listed, since1904 } = readMain(decodePart(content, refuse))
  const nameOf = (kind: string) => {
    const name = related.find((r) => r.kind === kind)?.target ?? `xl/${kind}.xml`
    return archive.has(name) ? name : undefined
  }
  // Charts and dialogs have sheets of their own, without cells.
  const sheets = listed.flatMap(({ name, id, hidden }) => {
    const target = related.find((r) => r.id === id)
    return target?.kind === 'worksheet' && archive.has(target.target) ? [{ name, hidden, target: target.target }] : []
  })
  if (sheets.length === 0) throw refuse('invalid', '工作簿里没有工作表')
  if (sheets.length > MAX_SHEETS) throw refuse('excess', `工作表超过 ${MAX_SHEETS} 张`)
  return {
    sheets: sheets
      .filter(({ hidden }) => !hidden)
      .map(({ name, target }) => ({ name, pieces: () => archive.pieces(target)! })),
    hidden: sheets.filter(({ hidden }) => hidden).map(({ name }) => name),
    since1904,
    part(kind) {
      const name = nameOf(kind)
      const part = name === undefined ? undefined : archive.read(name)
      return part && decodePart(part, refuse)
    },
    pieces(kind) {
      const name = nameOf(kind)
      return name === undefined ? undefined : archive.pieces(name)
    },
  }
}

/** Says what a file is that is no zip archive. */
const refuseContainer = (bytes: Uint8Array): UnreadableError =>
  isLocked(bytes)
    ? refuse('invalid', '文件设置了打开密码', '请用 Excel 或 WPS 打开，取消打开密码后重新保存，再重新检查')
    : refuse('invalid', '文件开头不是 Excel 文件的格式，文件可能已损坏，或者只是改了扩展名')

function readMain(xml: string) {
  const listed: { name: string; id: string; hidden: boolean }[] = []
  let since1904 = false
  const scanner = scanPart(xml)
  while (scanner.next()) {
    if (scanner.kind !== 'start') continue
    if (scanner.name === 'x:workbookPr') since1904 = /^(?:1|true)$/.test(scanner.attribute('date1904') ?? '')
    if (scanner.name === 'x:sheet')
      listed.push({
        name: scanner.attribute('name') ?? '',
        id: scanner.attribute('r:id') ?? '',
        hidden: /hidden/i.test(scanner.attribute('state') ?? ''),
      })
  }
  return { listed, since1904 }
}
