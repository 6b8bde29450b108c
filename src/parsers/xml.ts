/**
 * A scanner for the XML parts of office documents, with the exact offset of everything it reports.
 *
 * It goes forward through the decoded text of a part once, builds no tree and resolves namespaces, so that its caller compares
 * names like `w:p` whatever prefix the writer chose. Offsets are UTF-16 code units of that decoded text: who wants to change a
 * part splices the string there and leaves the rest of it byte for byte as it was.
 *
 * Entities beyond the five predefined ones do not exist here: a document type declaration is refused, so nothing can expand.
 */
import type { Refusal } from './zip.ts'

/** Nested elements. Word itself stops far earlier; the limit keeps the scanner's and its callers' stacks small. */
export const MAX_DEPTH = 2_000
/** Namespace declarations that change something; a file with a thousand drawings has some thousands. */
const MAX_DECLARATIONS = 200_000
/** Different element names that are remembered at a time; Word's whole vocabulary has fewer. */
const MAX_NAMES = 2_000

/** Namespace → the prefix that the caller knows it by. Elements of other namespaces are named `:local`. */
export type Namespaces = Readonly<Record<string, string>>

/** Where the scanner stands. `start` and `end` are offsets into the text that is scanned. */
export interface XmlScanner {
  /** `end` follows every `start`, also for `<a/>`, where it has no width. */
  readonly kind: 'start' | 'end' | 'text'
  /** Known prefix and local name of an element, '' for text. */
  readonly name: string
  readonly start: number
  readonly end: number
  /** Open elements, counting the one that starts or ends here. */
  readonly depth: number
  /** Moves to the next tag or text; false after the last. Throws the refusal for text that is not well-formed XML. */
  next(): boolean
  /** Moves to the end tag of the element at `depth` (the one that starts here, unless told otherwise). */
  skip(depth?: number): void
  /**
   * What is written between the tags of the element that starts here, raw; undefined where that takes more than a look ahead
   * (an element of the same name inside it, a comment). Lets a caller pass over an element that holds nothing for it.
   */
  content(): string | undefined
  /** The decoded value of an attribute of the start tag here, by its known prefix and local name. */
  attribute(name: string): string | undefined
  /** The decoded text here. */
  text(): string
  /** The namespace bound to a prefix here. */
  namespace(prefix: string): string | undefined
}

const LT = 0x3c
const GT = 0x3e
const SLASH = 0x2f
const QUOTE = 0x22
const APOSTROPHE = 0x27
const COLON = 0x3a
const AMPERSAND = 0x26
const EQUALS = 0x3d
const BANG = 0x21
const QUESTION = 0x3f

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
}

/** Starts scanning `xml`. `refusal` makes the errors; `namespaces` names the elements. */
export function scanXml(xml: string, namespaces: Namespaces, refusal: Refusal): XmlScanner {
  const bindings = new Map<string, string>([['xml', 'http://www.w3.org/XML/1998/namespace']])
  /** Which bindings are in force: a number that changes with them, and changes back with them. */
  let state = 0
  let declarations = 0
  /** Bindings to restore when their element ends. */
  const shadowed: { depth: number; state: number; prefix: string; uri: string | undefined }[] = []
  /** Names of elements as they are written → known names, and the bindings under which that was found. */
  const names = new Map<string, { name: string; state: number }>()
  const written: string[] = []
  const resolved: string[] = []
  const places = { '<': -1, '<!': -1, '>': -1, '"': -1, "'": -1, ' ': -1, xmlns: -1 }
  let nameEnd = 0
  let cdata = false
  let pendingEnd = false
  let closing = false
  let rooted = false

  const broken = () => refusal('invalid', 'XML 内容不完整或已损坏')

  /** The known prefix for a written one, '' where its namespace is not known. */
  function knownPrefix(prefix: string): string {
    const uri = bindings.get(prefix)
    return (uri !== undefined && Object.hasOwn(namespaces, uri) && namespaces[uri]) || ''
  }

  function resolve(raw: string): string {
    const known = names.get(raw)
    if (known?.state === state) return known.name
    const colon = raw.indexOf(':')
    const name = `${knownPrefix(colon < 0 ? '' : raw.slice(0, colon))}:${raw.slice(colon + 1)}`
    if (names.size > MAX_NAMES) names.clear()
    if (known === undefined) names.set(raw, { name, state })
    else {
      known.name = name
      known.state = state
    }
    return name
  }

  function bind(prefix: string, uri: string | undefined): void {
    if (uri === undefined) bindings.delete(prefix)
    else bindings.set(prefix, uri)
  }

  /** Calls `visit` for each attribute of the start tag here until it returns true. Offsets are those of name and value. */
  function attributes(visit: (nameStart: number, nameStop: number, from: number, to: number) => boolean): void {
    const stop = scanner.end - 1
    let at = nameEnd
    while (at < stop) {
      while (at < stop && isSpace(xml.charCodeAt(at))) at++
      const nameStart = at
      for (let code: number; at < stop && (code = xml.charCodeAt(at)) !== EQUALS && !isSpace(code); ) at++
      const nameStop = at
      while (at < stop && isSpace(xml.charCodeAt(at))) at++
      if (at >= stop || xml.charCodeAt(at) !== EQUALS) {
        // The slash of `<a b="" />` stands where a name would; anything else here is no attribute.
        if (nameStop - nameStart <= 1 && at >= stop) return
        throw broken()
      }
      at++
      while (at < stop && isSpace(xml.charCodeAt(at))) at++
      const quote = xml.charCodeAt(at)
      if (quote !== QUOTE && quote !== APOSTROPHE) throw broken()
      const from = at + 1
      const to = xml.indexOf(quote === QUOTE ? '"' : "'", from)
      if (to < 0 || to > stop) throw broken()
      if (visit(nameStart, nameStop, from, to)) return
      at = to + 1
    }
  }

  function declareNamespaces(): void {
    attributes((nameStart, nameStop, from, to) => {
      if (!xml.startsWith('xmlns', nameStart)) return false
      const prefix = nameStop === nameStart + 5 ? '' : xml.slice(nameStart + 6, nameStop)
      if (nameStop > nameStart + 5 && xml.charCodeAt(nameStart + 5) !== COLON) return false
      const uri = bindings.get(prefix)
      const bound = decodeXml(xml.slice(from, to))
      if (uri === bound) return false
      shadowed.push({ depth: scanner.depth, state, prefix, uri })
      bind(prefix, bound)
      state = ++declarations
      if (declarations > MAX_DECLARATIONS) throw refusal('excess', 'XML 命名空间声明过多，可能是恶意构造的文件')
      return false
    })
  }

  /**
   * The next place of `what` from `from` on. Each is looked for again only once it has been passed, so that all searches
   * together read the text once; searching is native code, which matters to a program that runs for 20 ms.
   */
  function ahead(what: keyof typeof places, from: number): number {
    if (places[what] < from) {
      const at = xml.indexOf(what, from)
      places[what] = at < 0 ? xml.length : at
    }
    return places[what]
  }

  /** The offset of the `>` that ends the start tag at `at`. */
  function findTagEnd(at: number): number {
    let close = ahead('>', at)
    let from = at
    for (;;) {
      const double = ahead('"', from)
      const single = ahead("'", from)
      if (close >= xml.length) throw broken()
      if (double > close && single > close) return close
      const quote = double < single ? '"' : "'"
      const valueEnd = xml.indexOf(quote, Math.min(double, single) + 1)
      if (valueEnd < 0) throw broken()
      from = valueEnd + 1
      if (valueEnd > close) close = ahead('>', from)
    }
  }

  function openTag(at: number): void {
    const close = findTagEnd(at)
    if (ahead('<', at + 1) < close) throw broken()
    const empty = xml.charCodeAt(close - 1) === SLASH
    const stop = empty ? close - 1 : close
    nameEnd = Math.min(ahead(' ', at), stop)
    let raw = xml.slice(at + 1, nameEnd)
    if (!names.has(raw)) {
      // Other white space than a blank may follow a name; a name that is known has none in it.
      raw = /^[^\s/"'=]*/.exec(raw)![0]
      nameEnd = at + 1 + raw.length
      if (raw === '') throw broken()
    }
    if (written.length === 0) {
      if (rooted) throw broken()
      rooted = true
    }
    if (written.length >= MAX_DEPTH) throw refusal('excess', 'XML 元素嵌套过深，可能是恶意构造的文件')
    scanner.kind = 'start'
    scanner.start = at
    scanner.end = close + 1
    scanner.depth = written.length + 1
    if (ahead('xmlns', at) < close) declareNamespaces()
    scanner.name = resolve(raw)
    written.push(raw)
    resolved.push(scanner.name)
    pendingEnd = empty
  }

  function closeTag(at: number): void {
    const raw = written[written.length - 1]
    if (raw === undefined || !xml.startsWith(raw, at + 2)) throw broken()
    let i = at + 2 + raw.length
    while (isSpace(xml.charCodeAt(i))) i++
    if (xml.charCodeAt(i) !== GT) throw broken()
    endElement(at, i + 1)
  }

  /** The offset of the end tag of the element that starts here, or -1 where a look ahead cannot tell. */
  function findEnd(): number {
    if (pendingEnd) return -1
    const raw = written[written.length - 1]!
    const end = xml.indexOf(`</${raw}`, scanner.end)
    if (end < 0 || ahead('<!', scanner.end) < end) return -1
    return xml.slice(scanner.end, end).includes(`<${raw}`) ? -1 : end
  }

  function endElement(start: number, end: number): void {
    scanner.kind = 'end'
    scanner.start = start
    scanner.end = end
    scanner.depth = written.length
    scanner.name = resolved[resolved.length - 1]!
    // The names stay until the caller has seen the end tag: its depth counts the element.
    closing = true
  }

  function leaveElement(): void {
    closing = false
    written.pop()
    resolved.pop()
    for (let last = shadowed.at(-1); last !== undefined && last.depth > written.length; last = shadowed.at(-1)) {
      shadowed.pop()
      bind(last.prefix, last.uri)
      state = last.state
    }
  }

  function setText(start: number, end: number, isCdata: boolean): void {
    scanner.kind = 'text'
    scanner.name = ''
    scanner.start = start
    scanner.end = end
    scanner.depth = written.length
    cdata = isCdata
  }

  /** The offset after a construct that ends with `terminator`. */
  function after(terminator: string, from: number): number {
    const at = xml.indexOf(terminator, from)
    if (at < 0) throw broken()
    return at + terminator.length
  }

  const scanner: { -readonly [Key in keyof XmlScanner]: XmlScanner[Key] } = {
    kind: 'text',
    name: '',
    start: 0,
    end: 0,
    depth: 0,

    next(): boolean {
      if (pendingEnd) {
        pendingEnd = false
        endElement(scanner.end, scanner.end)
        return true
      }
      if (closing) leaveElement()
      let at = scanner.kind === 'text' && cdata ? scanner.end + 3 : scanner.end
      while (at < xml.length) {
        if (xml.charCodeAt(at) !== LT) {
          setText(at, ahead('<', at), false)
          if (written.length > 0) return true
          if (/[^\s\ufeff\0]/.test(xml.slice(at, scanner.end))) throw broken()
          at = scanner.end
          continue
        }
        const code = xml.charCodeAt(at + 1)
        if (code === SLASH) {
          closeTag(at)
          return true
        }
        if (code === QUESTION) at = after('?>', at + 2)
        else if (code !== BANG) {
          openTag(at)
          return true
        } else if (xml.startsWith('<!--', at)) at = after('-->', at + 4)
        else if (xml.startsWith('<![CDATA[', at) && written.length > 0) {
          setText(at + 9, after(']]>', at + 9) - 3, true)
          return true
        } else throw refusal('invalid', 'XML 中含有文档类型或实体声明（DOCTYPE），出于安全考虑不予读取')
      }
      if (written.length > 0 || !rooted) throw broken()
      return false
    },

    skip(depth: number = scanner.depth): void {
      const end = scanner.kind === 'start' && depth === scanner.depth ? findEnd() : -1
      if (end >= 0) closeTag(end)
      else while (!(scanner.kind === 'end' && scanner.depth <= depth) && scanner.next());
    },

    content(): string | undefined {
      if (pendingEnd) return ''
      const end = findEnd()
      return end < 0 ? undefined : xml.slice(scanner.end, end)
    },

    attribute(name: string): string | undefined {
      const colon = name.indexOf(':')
      const local = name.slice(colon + 1)
      let value: string | undefined
      attributes((nameStart, nameStop, from, to) => {
        const localStart = nameStop - local.length
        if (localStart < nameStart || !xml.startsWith(local, localStart)) return false
        if (colon < 0 ? localStart !== nameStart : localStart < nameStart + 2) return false
        if (colon >= 0 && xml.charCodeAt(localStart - 1) !== COLON) return false
        if (colon >= 0 && knownPrefix(xml.slice(nameStart, localStart - 1)) !== name.slice(0, colon)) return false
        value = decodeXml(xml.slice(from, to))
        return true
      })
      return value
    },

    text(): string {
      const raw = xml.slice(scanner.start, scanner.end)
      return cdata ? decode(raw, false) : decodeXml(raw)
    },

    namespace: (prefix: string) => bindings.get(prefix),
  }
  return scanner
}

const predefined: Readonly<Record<string, number>> = { amp: 0x26, lt: 0x3c, gt: 0x3e, quot: 0x22, apos: 0x27 }
/** Characters of the longest reference that means anything, `&#x0010ffff;`, give or take some zeros. */
const MAX_REFERENCE = 16
const REPLACEMENT = 0xfffd

/**
 * Replaces the predefined entities and the numeric character references of XML text. What refers to no character, and
 * control characters, which XML forbids and a terminal obeys, become U+FFFD.
 */
export function decodeXml(text: string): string {
  return decode(text, true)
}

function decode(text: string, references: boolean): string {
  if (!/[&\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text)) return text
  // A text of nothing but references would make millions of small strings; its code units fit in one array.
  const units = new Uint16Array(text.length)
  let length = 0
  for (let at = 0; at < text.length; at++) {
    let code = text.charCodeAt(at)
    if (code === AMPERSAND && references) {
      const source = /^(?:#\d+|#x[\da-f]+|[a-z]+);/i.exec(text.slice(at + 1, at + MAX_REFERENCE))?.[0] ?? ''
      code = source === '' ? REPLACEMENT : referredTo(source.slice(0, -1))
      at += source.length
      if (code > 0xffff) {
        units[length++] = 0xd800 + ((code - 0x10000) >> 10)
        code = 0xdc00 + ((code - 0x10000) & 0x3ff)
      }
    } else if (isControl(code)) code = REPLACEMENT
    units[length++] = code
  }
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units.subarray(0, length))
}

/** The code point that a reference means, without its `&` and `;`. */
function referredTo(source: string): number {
  if (source[0] !== '#') return Object.hasOwn(predefined, source) ? predefined[source]! : REPLACEMENT
  const code = /^#x/i.test(source) ? Number.parseInt(source.slice(2), 16) : Number(source.slice(1))
  const isCharacter =
    code < 0xd800 ? !isControl(code) : code > 0xdfff && code <= 0x10ffff && code !== 0xfffe && code !== 0xffff
  return isCharacter ? code : REPLACEMENT
}

function isControl(code: number): boolean {
  return code === 0x7f || (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d)
}

/**
 * The text of an XML part: by its byte order mark, else by its declaration, else UTF-8. The mark is dropped; bytes that the
 * encoding does not allow become U+FFFD. Throws the refusal for an encoding nobody knows.
 */
export function decodePart(bytes: Uint8Array, refusal: Refusal): string {
  const [b0, b1, b2, b3] = bytes
  if (b0 === 0xef && b1 === 0xbb && b2 === 0xbf) return new TextDecoder().decode(bytes)
  if ((b0 === 0xff && b1 === 0xfe) || (b0 === 0x3c && b1 === 0 && b3 === 0))
    return new TextDecoder('utf-16le').decode(bytes)
  if ((b0 === 0xfe && b1 === 0xff) || (b0 === 0 && b1 === 0x3c && b2 === 0))
    return new TextDecoder('utf-16be').decode(bytes)
  const head = String.fromCharCode(...bytes.subarray(0, 200))
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? 'utf-8'
  try {
    // A part that calls itself UTF-16 without a mark, yet begins with '<?xml' in single bytes, is not.
    return new TextDecoder(/^utf-?16/i.test(declared) ? 'utf-8' : declared).decode(bytes)
  } catch {
    throw refusal('invalid', `XML 使用了无法识别的编码 ${declared.slice(0, 40)}`)
  }
}
