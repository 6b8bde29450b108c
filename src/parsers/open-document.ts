/** Files in OpenDocument format: packed (.odt, .ods), or one XML file (.fodt, .fods). */
import { UnreadableError } from '../core.ts'
import { decodePart, type Namespaces, scanXml, type XmlScanner } from './xml.ts'
import { isZip, openArchive, type Refusal } from './zip.ts'

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns:'
const namespaces: Namespaces = {
  [`${OASIS}office:1.0`]: 'office',
  [`${OASIS}text:1.0`]: 'text',
  [`${OASIS}table:1.0`]: 'table',
  [`${OASIS}style:1.0`]: 'style',
  [`${OASIS}drawing:1.0`]: 'draw',
  [`${OASIS}svg-compatible:1.0`]: 'svg',
  [`${OASIS}xsl-fo-compatible:1.0`]: 'fo',
  [`${OASIS}manifest:1.0`]: 'manifest',
  'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0': 'loext',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://www.w3.org/XML/1998/namespace': 'xml',
}

/** What a file may be, and how it is refused. */
export interface OpenDocumentKind {
  /** Its media type; one that says nothing is taken for it. */
  readonly type: RegExp
  readonly refuse: Refusal
  /** Unpacked bytes of all its parts, where they may be more than usual. */
  readonly most?: number
  /** What to do with a file that has a password. */
  readonly unlock: string
}

const OTHERS: readonly (readonly [type: RegExp, name: string, remedy: string])[] = [
  [/spreadsheet/, 'ODS 表格', '请用 Excel 或 WPS 打开后另存为 .xlsx，再重新检查'],
  [/presentation/, 'ODP 演示文稿', '请指定文稿文件'],
  [/graphics/, 'ODG 图形', '请指定文稿文件'],
]

/** The parts that text and styles stand in; one part for both in a flat file. */
export interface OpenDocumentParts {
  readonly content: string
  readonly styles: string | undefined
}

/** Throws `UnreadableError` for a file that is broken, encrypted, hostile or of another kind. */
export function openDocument(bytes: Uint8Array, { type, refuse, unlock, most }: OpenDocumentKind): OpenDocumentParts {
  if (!isZip(bytes)) return { content: decodePart(bytes, refuse), styles: undefined }
  const archive = openArchive(bytes, refuse, most)
  const part = (name: string) => {
    const content = archive.read(name)
    return content && decodePart(content, refuse)
  }
  const kind = part('mimetype')?.trim() ?? ''
  const isMeant = kind === '' || type.test(kind)
  const other = isMeant ? undefined : OTHERS.find(([pattern]) => pattern.test(kind))
  if (other) throw new UnreadableError(`内容是 ${other[1]}，不是文稿`, other[2])
  const manifest = part('META-INF/manifest.xml')
  if (manifest !== undefined && isEncrypted(manifest, refuse)) throw refuse('invalid', '文件设置了打开密码', unlock)
  const content = part('content.xml')
  if (content === undefined || !isMeant) throw refuse('invalid', '缺少正文部分（content.xml）')
  return { content, styles: part('styles.xml') }
}

export const scanOpenDocument = (xml: string, refuse: Refusal): XmlScanner => scanXml(xml, namespaces, refuse)

function isEncrypted(manifest: string, refuse: Refusal): boolean {
  // Its document type stands in files of some old programs, and matters to nobody.
  const scanner = scanOpenDocument(manifest.replace(/<!DOCTYPE[^>[]*>/, ''), refuse)
  while (scanner.next()) if (scanner.kind === 'start' && scanner.name === 'manifest:encryption-data') return true
  return false
}
