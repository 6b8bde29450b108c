/** An OpenDocument text: packed (.odt, .ott), or one XML file (.fodt). */
import { UnreadableError } from '../../core.ts'
import { decodePart, type Namespaces, scanXml, type XmlScanner } from '../xml.ts'
import { isZip, openArchive, type Refusal } from '../zip.ts'

export const refuse: Refusal = (kind, why, remedy = '请用 Word 或 WPS 打开后另存为 .docx，再重新检查') =>
  new UnreadableError(`${kind === 'invalid' ? '不是有效的 ODT 文件' : '无法读取这个 ODT 文件'}：${why}`, remedy)

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

const TEXT = /^application\/vnd\.oasis\.opendocument\.text(?:-template|-master)?$/
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/spreadsheet/, 'ODS 表格'],
  [/presentation/, 'ODP 演示文稿'],
  [/graphics/, 'ODG 图形'],
]

/** The parts that text and styles stand in; one part for both in a flat file. */
export interface OdtParts {
  readonly content: string
  readonly styles: string | undefined
}

/** Throws `UnreadableError` for a file that is broken, encrypted, hostile or no text. */
export function openOdt(bytes: Uint8Array): OdtParts {
  if (!isZip(bytes)) return { content: decodePart(bytes, refuse), styles: undefined }
  const archive = openArchive(bytes, refuse)
  const part = (name: string) => {
    const content = archive.read(name)
    return content && decodePart(content, refuse)
  }
  const kind = part('mimetype')?.trim()
  const other = OTHERS.find(([pattern]) => kind !== undefined && pattern.test(kind))
  if (other)
    throw new UnreadableError(
      `内容是 ${other[1]}，不是文稿`,
      other[0].test('spreadsheet') ? '请用 Excel 或 WPS 打开后另存为 .xlsx，再重新检查' : '请指定文稿文件',
    )
  const manifest = part('META-INF/manifest.xml')
  if (manifest !== undefined && isEncrypted(manifest))
    throw refuse('invalid', '文件设置了打开密码', '请打开文件，取消密码后另存为 .docx，再重新检查')
  const content = part('content.xml')
  if (content === undefined || (kind !== undefined && kind !== '' && !TEXT.test(kind)))
    throw refuse('invalid', '缺少正文部分（content.xml）')
  return { content, styles: part('styles.xml') }
}

export const scanPart = (xml: string): XmlScanner => scanXml(xml, namespaces, refuse)

function isEncrypted(manifest: string): boolean {
  // Its document type stands in files of some old programs, and matters to nobody.
  const scanner = scanPart(manifest.replace(/<!DOCTYPE[^>[]*>/, ''))
  while (scanner.next()) if (scanner.kind === 'start' && scanner.name === 'manifest:encryption-data') return true
  return false
}
