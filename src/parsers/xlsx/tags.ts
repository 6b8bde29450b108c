/**
 * A scanner for the large parts of a workbook, which come in pieces. It knows tags and text and no more: no namespaces, no attributes that hold `>`.
 * What these parts need is a cell after a cell, a million of them; so nothing is cut out of the text before somebody asks for it.
 */
import { decodeXml } from '../xml.ts'
import { refuse } from './workbook.ts'

/** Offsets are those of `xml`, which holds one character for each byte. */
export interface TagHandlers {
  /** A start tag: its name without prefix, and whether it closes itself. */
  open(name: string, xml: string, from: number, to: number, empty: boolean): void
  close(name: string): void
  /** Text as it is written, byte by byte: good for numbers. `decoded` gives it as it is meant. */
  text(xml: string, from: number, to: number, decoded: () => string): void
}

/** A tag, or a text without one, this long is no part of a workbook. Bytes. */
const LONGEST = 4 * 1024 * 1024

export function tagsOf(handlers: TagHandlers): { feed(piece: Uint8Array): void; end(): void } {
  let narrowed: ReturnType<typeof narrowing> | undefined
  let rest: Buffer = Buffer.alloc(0)
  let bytes = rest
  let depth = 0
  let from = 0
  let to = 0
  let literal = false
  const broken = () => refuse('invalid', 'XML 内容不完整或已损坏')
  const decoded = () => {
    const text = bytes.toString('utf8', from, to)
    return literal ? text : decodeXml(text)
  }
  const tell = (xml: string, start: number, end: number, isLiteral: boolean) => {
    from = start
    to = end
    literal = isLiteral
    handlers.text(xml, start, end, decoded)
  }

  /** Goes through all whole tags of `xml`; returns where the first one that is not whole begins, with the text before it. */
  const scan = (xml: string): number => {
    let at = 0
    for (;;) {
      const open = xml.indexOf('<', at)
      if (open < 0) return at
      const close = tagEnd(xml, open)
      if (close < 0) return at
      if (open > at) tell(xml, at, open, false)
      at = close + 1
      const second = xml.charCodeAt(open + 1)
      if (second === QUESTION || second === BANG) {
        if (xml.startsWith('<![CDATA[', open)) tell(xml, open + 9, close - 2, true)
        else if (xml.startsWith('<!D', open))
          throw refuse('invalid', 'XML 中含有文档类型或实体声明（DOCTYPE），出于安全考虑不予读取')
        continue
      }
      let start = second === SLASH ? open + 2 : open + 1
      let end = start
      for (; end < close; end++) {
        const code = xml.charCodeAt(end)
        if (code <= 0x20 || code === SLASH) break
        if (code === COLON) start = end + 1
      }
      // A single character costs nothing.
      const name = end - start === 1 ? xml[start]! : xml.slice(start, end)
      if (second === SLASH) {
        depth--
        handlers.close(name)
      } else {
        const empty = xml.charCodeAt(close - 1) === SLASH
        if (!empty) depth++
        handlers.open(name, xml, open, close, empty)
      }
    }
  }
  return {
    feed(piece) {
      narrowed ??= narrowing(piece)
      bytes = rest.length > 0 ? Buffer.concat([rest, narrowed(piece)]) : narrowed(piece)
      rest = bytes.subarray(scan(bytes.toString('latin1')))
      if (rest.length > LONGEST) throw broken()
    },
    end() {
      if (depth !== 0 || rest.includes(LT)) throw broken()
    },
  }
}

const LT = 0x3c
const SLASH = 0x2f
const COLON = 0x3a
const QUESTION = 0x3f
const BANG = 0x21

/** The last character of the tag, comment or CDATA section at `open`; -1 where it is not there yet. */
function tagEnd(xml: string, open: number): number {
  if (xml.charCodeAt(open + 1) !== BANG) return xml.indexOf('>', open)
  if (xml.length < open + 9) return -1
  const mark = xml.startsWith('<!--', open) ? '-->' : xml.startsWith('<![CDATA[', open) ? ']]>' : '>'
  const end = xml.indexOf(mark, open + 2)
  return end < 0 ? -1 : end + mark.length - 1
}

/** Pieces as UTF-8, whatever they are by their byte order mark. */
function narrowing([first, second]: Uint8Array): (piece: Uint8Array) => Buffer {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    const wide = new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be')
    return (piece) => Buffer.from(wide.decode(piece, { stream: true }))
  }
  return (piece) => Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
}

/** The value of an attribute of a start tag, raw; undefined where it has none. */
export function attributeIn(xml: string, from: number, to: number, name: string): string | undefined {
  for (let at = from + 1; at < to; ) {
    at = xml.indexOf('=', at)
    if (at < 0 || at >= to) return undefined
    let end = at
    while (xml.charCodeAt(end - 1) <= 0x20) end--
    let start = end - name.length
    const isIt = start > from && xml.startsWith(name, start) && xml.charCodeAt(start - 1) <= 0x20
    start = at + 1
    while (xml.charCodeAt(start) <= 0x20) start++
    const quote = xml.charCodeAt(start)
    if (quote !== 0x22 && quote !== 0x27) return undefined
    const stop = xml.indexOf(quote === 0x22 ? '"' : "'", start + 1)
    if (stop < 0 || stop > to) return undefined
    if (isIt) return xml.slice(start + 1, stop)
    at = stop + 1
  }
  return undefined
}
