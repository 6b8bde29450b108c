/** Which reader a file needs. Its content decides; the name only where the content says nothing. */

export type Format =
  | 'docx'
  | 'doc'
  | 'rtf'
  | 'odt'
  | 'ofd'
  | 'pdf'
  | 'xlsx'
  | 'xls'
  | 'ods'
  | 'csv'
  | 'tsv'
  | 'markdown'
  | 'plain'

/** What stands in the directory of a zip archive of each kind; OOXML files may name their parts as they like, so that a Word file is what is left. */
const PACKED: readonly (readonly [name: RegExp, format: Format])[] = [
  [/^ofd\.xml$/i, 'ofd'],
  [/^word\//i, 'docx'],
  [/^xl\//i, 'xlsx'],
  [/^content\.xml$/i, 'odt'],
]
/** More entries than this are not looked at: the kind shows among the first. */
const ENTRIES = 200
const DIRECTORY_END = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50

/** Never throws: a damaged archive goes to the reader that its name asks for, which says what is wrong with it. */
export function formatOf(bytes: Uint8Array, path: string): Format {
  const named = byName(path)
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024))
  if (head.length < 4) return textOr(named)
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)) {
    const found = packed(bytes) ?? named ?? 'docx'
    // The media type comes first, as it is.
    return found === 'odt' && (named === 'ods' || SPREADSHEET.test(head.toString('latin1'))) ? 'ods' : found
  }
  if (head.readUInt32BE(0) === 0xd0cf11e0) {
    if ((named === 'docx' || named === 'xlsx') && isLocked(bytes)) return named
    // A document may hold a workbook, and a workbook a document: then the name tells.
    const [document, workbook] = [holds(bytes, 'WordDocument'), holds(bytes, 'Workbook')]
    if (document !== workbook) return workbook ? 'xls' : 'doc'
    return named === 'xls' || (workbook && named === 'xlsx') ? 'xls' : 'doc'
  }
  const start = head.toString('latin1').replace(/^\xef\xbb\xbf/, '')
  if (/^\s*\{\\rtf/.test(start)) return 'rtf'
  // Some bytes may stand before the mark of a PDF; readers allow a kilobyte.
  if (start.includes('%PDF-') && (start.startsWith('%PDF-') || named === 'pdf')) return 'pdf'
  if (/<office:document[\s>]/.test(start)) return named === 'ods' || SPREADSHEET.test(start) ? 'ods' : 'odt'
  // What old programs name .doc may be a web page; the reader of .doc files tells what to do with one.
  if ((named === 'doc' || named === 'docx') && MARKUP.test(start)) return 'doc'
  if (!named || !IN_PACKAGES.has(named)) return textOr(named)
  // Systems export tables as text and name them .xls. What is neither text nor packed is damaged: its reader says so.
  if (MARKUP.test(start) || !isText(bytes)) return named
  return SHEETS.has(named) ? 'csv' : 'plain'
}

/** How much of a file shows whether it is text. Bytes. */
const SAMPLE = 4096

/** Text in any encoding of ours: no control characters but those of lines, or UTF-16 that says so. */
function isText(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true
  return bytes.subarray(0, SAMPLE).every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d))
}

const IN_PACKAGES: ReadonlySet<Format> = new Set(['docx', 'xlsx', 'xls', 'ofd', 'odt', 'ods', 'pdf'])

const SPREADSHEET = /opendocument\.spreadsheet/

/** With a password to open it, a Word file or a workbook lies encrypted in a container like that of .doc files: only its name still tells which it is. */
export const isLocked = (container: Uint8Array): boolean => holds(container, 'EncryptedPackage')

/** Does a container name a stream so? */
const holds = (container: Uint8Array, stream: string): boolean =>
  Buffer.from(container.buffer, container.byteOffset, container.length).includes(Buffer.from(stream, 'utf16le'))

const MARKUP = /^\s*(?:<(?:!doctype|!--|html|head|body|meta|table|style|\?xml|\?mso)|MIME-Version:)/i

const textOr = (named: Format | undefined): Format =>
  named === 'markdown' || named === 'csv' || named === 'tsv' || named === 'docx' ? named : 'plain'

function byName(path: string): Format | undefined {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  return NAMES[extension]
}

const NAMES: Readonly<Record<string, Format>> = {
  docx: 'docx',
  dotx: 'docx',
  docm: 'docx',
  dotm: 'docx',
  doc: 'doc',
  dot: 'doc',
  wps: 'doc',
  wpt: 'doc',
  rtf: 'rtf',
  odt: 'odt',
  ott: 'odt',
  fodt: 'odt',
  ods: 'ods',
  ots: 'ods',
  fods: 'ods',
  ofd: 'ofd',
  pdf: 'pdf',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  xls: 'xls',
  xlt: 'xls',
  et: 'xls',
  ett: 'xls',
  csv: 'csv',
  tsv: 'tsv',
  md: 'markdown',
  markdown: 'markdown',
  txt: 'plain',
}

/** Without the dot, in small letters. */
export const READABLE_ENDINGS: readonly string[] = Object.keys(NAMES)

const SHEETS: ReadonlySet<Format | undefined> = new Set<Format>(['csv', 'tsv', 'xlsx', 'xls', 'ods'])
/** Is it one of sheets, by its name? */
export const isSpreadsheet = (path: string): boolean => SHEETS.has(byName(path))

/** By the names in the archive's directory; undefined where that cannot be read. */
function packed(bytes: Uint8Array): Format | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  // The end record may be followed by a comment of 64 KB.
  const from = Math.max(0, file.length - 0x10000 - 22)
  let end = file.length - 22
  while (end >= from && file.readUInt32LE(end) !== DIRECTORY_END) end--
  if (end < from) return undefined
  const found = new Set<Format>()
  let at = file.readUInt32LE(end + 16)
  for (let i = 0; i < ENTRIES && at + 46 <= file.length && file.readUInt32LE(at) === DIRECTORY_ENTRY; i++) {
    const length = file.readUInt16LE(at + 28)
    const name = file.toString('latin1', at + 46, at + 46 + length)
    for (const [pattern, format] of PACKED) if (pattern.test(name)) found.add(format)
    at += 46 + length + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return PACKED.find(([, format]) => found.has(format))?.[1]
}
