/** A Word file as a package: which part is the document, and which parts belong to it. */
import { UnreadableError } from '../../core.ts'
import { isPicture, NO_PICTURE } from '../encoding.ts'
import { relationships } from '../relationships.ts'
import { isLocked } from '../sniff.ts'
import { decodePart, scanXml, type XmlScanner } from '../xml.ts'
import { type Archive, isZip, openArchive, type Refusal } from '../zip.ts'
import { namespaces } from './namespaces.ts'

/** A part, decoded. */
export interface WordPart {
  readonly name: string
  readonly xml: string
}

export interface WordPackage {
  /** The document itself, usually `word/document.xml`. */
  readonly main: WordPart
  /** The parts of a kind ('styles', 'header', …) that the document refers to, in its order; decoded as they are asked for. */
  parts(kind: string): Iterable<WordPart>
  /** The part that the document refers to by this id of a relationship. */
  related(id: string): WordPart | undefined
  /** The same as bytes, for what is no XML. */
  bytes(id: string): Uint8Array | undefined
  /** Names of the parts of a kind that the document refers to, whether they are there or not. */
  targets(kind: string): readonly string[]
}

export const refuse: Refusal = (kind, why, remedy = '请用 Word 或 WPS 重新打开并另存为 .docx，再重新检查') =>
  new UnreadableError(`${kind === 'invalid' ? '不是有效的 Word 文件' : '无法读取这个 Word 文件'}：${why}`, remedy)

/** Scans a part of a Word file. */
export function scanPart(xml: string): XmlScanner {
  return scanXml(xml, namespaces, refuse)
}

/** Opens a Word file. Throws `UnreadableError` for anything that is not one. */
export function openPackage(bytes: Uint8Array): WordPackage {
  if (!isZip(bytes)) throw refuseContainer(bytes)
  const archive = openArchive(bytes, refuse)
  const main = readPart(archive, mainName(archive))
  if (main === undefined) throw missingMain(archive)
  const related = relationships(archive, main.name, refuse)
  const folder = main.name.slice(0, main.name.lastIndexOf('/') + 1)
  const targetOf = (id: string) => related.find((r) => r.id === id)?.target
  const targetsOf = (kind: string) => related.filter((r) => r.kind === kind).map((r) => r.target)

  return {
    main,
    targets: targetsOf,
    *parts(kind) {
      const targets = new Set(targetsOf(kind))
      // Programs that lose the relationships keep the customary names.
      if (targets.size === 0) targets.add(`${folder}${kind}.xml`)
      for (const target of targets) {
        const part = readPart(archive, target)
        if (part !== undefined) yield part
      }
    },
    related(id) {
      const target = targetOf(id)
      return target === undefined ? undefined : readPart(archive, target)
    },
    bytes(id) {
      const target = targetOf(id)
      return target === undefined ? undefined : archive.read(target)
    },
  }
}

function mainName(archive: Archive): string {
  const named = relationships(archive, '', refuse).find((r) => r.kind === 'officeDocument' && archive.has(r.target))
  return named?.target ?? 'word/document.xml'
}

function readPart(archive: Archive, name: string): WordPart | undefined {
  const bytes = archive.read(name)
  return bytes === undefined ? undefined : { name, xml: decodePart(bytes, refuse) }
}

function missingMain(archive: Archive): UnreadableError {
  const elsewhere = (
    [
      ['xl/workbook.xml', 'Excel 表格', '.xlsx'],
      ['ppt/presentation.xml', '演示文稿', '.pptx'],
      ['OFD.xml', 'OFD 文件', '.ofd'],
    ] as const
  ).find(([part]) => archive.has(part))
  if (elsewhere !== undefined)
    return refuse('invalid', `内容是${elsewhere[1]}`, `请把扩展名改回 ${elsewhere[2]}，再重新检查`)
  if (!archive.has('[Content_Types].xml'))
    return refuse(
      'invalid',
      '内容是普通压缩包，不是 Word 文档',
      '请解压，检查里面的文稿；确是 Word 文档的，可能已损坏，请重新导出或索取原件',
    )
  return refuse('invalid', '缺少正文部分（word/document.xml）')
}

/** Says what a file is that is no zip archive. */
function refuseContainer(bytes: Uint8Array): UnreadableError {
  if (bytes.length === 0)
    return refuse('invalid', '文件是空的（0 字节）', '请确认文件已经保存、下载或复制完，再重新检查')
  const begins = (...codes: number[]) => codes.every((code, i) => bytes[i] === code)
  if (begins(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
    if (isLocked(bytes))
      return refuse('invalid', '文件设置了打开密码', '请用 Word 或 WPS 打开，取消打开密码后重新保存，再重新检查')
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return refuse(
      'invalid',
      content.includes(Buffer.from('WordDocument', 'utf16le'))
        ? '内容是旧版 Word 文档（.doc），只是扩展名为 .docx'
        : '内容是旧版 Office 文件，或者设置了打开密码',
      '请把扩展名改回 .doc，或用 Word、WPS 打开（有密码的先取消密码）后另存为 .docx，再重新检查',
    )
  }
  if (begins(0x25, 0x50, 0x44, 0x46)) return refuse('invalid', '内容是 PDF', '请把扩展名改回 .pdf，再重新检查')
  if (begins(0x7b, 0x5c, 0x72, 0x74, 0x66)) return refuse('invalid', '内容是 RTF 文档')
  if (isPicture(bytes)) return refuse('invalid', '内容是图片', NO_PICTURE)
  return refuse('invalid', '文件开头不是 Word 文件的格式，文件可能已损坏，或者只是改了扩展名')
}
