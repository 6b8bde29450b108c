/** Files that were put into a Word file whole (`w:altChunk`); Word makes paragraphs of them when it opens it. Systems that print web pages write so. */
import { UnreadableError } from '../../core.ts'
import { decode } from '../encoding.ts'
import { isZip } from '../zip.ts'

const MHT = /^\s*(?:MIME-Version|From|Content-Type):/i
const HTML = /^\s*<(?:!doctype|!--|html|head|body|meta|div|p|span|table|h[1-6]|\?xml)\b/i

/** The paragraphs of such a file; undefined for what is not read. `word`: reads another Word file. */
export function paragraphsIn(
  bytes: Uint8Array,
  word: (bytes: Uint8Array) => readonly string[] | undefined,
): readonly string[] | undefined {
  try {
    if (isZip(bytes)) return word(bytes)
    const { text } = decode(bytes)
    if (text.startsWith('{\\rtf')) return undefined
    if (MHT.test(text)) {
      const page = pageIn(bytes)
      return page && htmlParagraphs(decode(page).text)
    }
    return HTML.test(text) ? htmlParagraphs(text) : text.split(/\r\n?|\n/)
  } catch (error) {
    if (error instanceof UnreadableError) return undefined
    throw error
  }
}

/** The web page of a page in one file (MHT). */
function pageIn(bytes: Uint8Array): Uint8Array | undefined {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const boundary = /boundary="?([^"\s;]{1,200})/i.exec(source.slice(0, 4000))?.[1]
  for (const part of boundary === undefined ? [source] : source.split(`--${boundary}`)) {
    const own = part.trimStart()
    const begin = /\r?\n\r?\n/.exec(own.slice(0, 4000))
    const head = begin ? own.slice(0, begin.index) : ''
    if (!begin || !/content-type:\s*text\/html/i.test(head)) continue
    const body = own.slice(begin.index + begin[0].length)
    if (/content-transfer-encoding:\s*base64/i.test(head)) return Buffer.from(body, 'base64')
    if (!/content-transfer-encoding:\s*quoted-printable/i.test(head)) return Buffer.from(body, 'latin1')
    const plain = body
      .replace(/=\r?\n/g, '')
      .replace(/=([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    return Buffer.from(plain, 'latin1')
  }
  return undefined
}

const TAG = /<!--|<(\/?)([a-z][a-z\d]*)(?:\s[^<>]*|\/)?>|<[!?][^<>]*>/gi
/** What in these stands is no text. */
const UNSEEN = new Set(['head', 'script', 'style', 'title', 'template', 'noscript'])
const PARAGRAPHS =
  /^(?:p|div|h[1-6]|li|ul|ol|tr|table|br|hr|section|article|blockquote|pre|body|html|dt|dd|center|form)$/
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: '\u3000',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  times: '×',
}

/** The text of a web page by its paragraphs; cells of a row are parted by tabs. */
function htmlParagraphs(html: string): readonly string[] {
  const tags = new RegExp(TAG)
  const small = html.toLowerCase()
  let out = ''
  let from = 0
  for (;;) {
    const tag = tags.exec(html)
    out += spaced(html.slice(from, tag?.index ?? html.length))
    if (!tag) break
    from = tags.lastIndex
    const name = tag[2]?.toLowerCase() ?? ''
    const end = tag[0] === '<!--' ? '-->' : tag[1] === '' && UNSEEN.has(name) ? `</${name}` : ''
    if (end !== '') {
      const at = small.indexOf(end, from)
      tags.lastIndex = from = at < 0 ? html.length : at + (end === '-->' ? 3 : 0)
    } else if (PARAGRAPHS.test(name)) out += '\n'
    else if (/^t[dh]$/.test(name) && tag[1] === '/') out += '\t'
  }
  return out
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

const spaced = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code >= 0x20 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
