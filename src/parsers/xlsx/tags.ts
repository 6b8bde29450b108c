/**
 * A scanner for the large parts of a workbook, which come in pieces. It knows tags and text and no more: no namespaces, no attributes that hold `>`,
 * no depth. What the parts need is a cell after a cell, a million of them.
 */
import { decodeXml } from '../xml.ts'
import { refuse } from './workbook.ts'

export interface TagHandlers {
  /** A start tag: its name without prefix, its source from `<` to `>`, and whether it closes itself. */
  open(name: string, tag: string, empty: boolean): void
  close(name: string): void
  /** Text between tags, decoded when asked for. */
  text?(text: () => string): void
}

/** A tag, or a text without one, this long is no part of a workbook. UTF-16 units. */
const LONGEST = 4 * 1024 * 1024

export function tagsOf(handlers: TagHandlers): { feed(piece: Uint8Array): void; end(): void } {
  let decoder: ReturnType<typeof decoderFor> | undefined
  let rest = ''
  let depth = 0
  const broken = () => refuse('invalid', 'XML 内容不完整或已损坏')

  const scan = (last: boolean) => {
    let at = 0
    for (;;) {
      const open = rest.indexOf('<', at)
      if (open < 0) break
      if (handlers.text && open > at) {
        const from = at
        handlers.text(() => decodeXml(rest.slice(from, open)))
      }
      const close = tagEnd(rest, open)
      if (close < 0) {
        at = open
        break
      }
      tag(open, close)
      at = close + 1
    }
    // Text waits for the tag behind it.
    rest = rest.slice(at)
    if (rest.length > LONGEST || (last && (depth !== 0 || rest.includes('<')))) throw broken()
  }
  const tag = (open: number, close: number) => {
    const second = rest.charCodeAt(open + 1)
    if (second === QUESTION || second === BANG) {
      if (rest.startsWith('<![CDATA[', open)) handlers.text?.(() => rest.slice(open + 9, close - 2))
      else if (rest.startsWith('<!D', open))
        throw refuse('invalid', 'XML 中含有文档类型或实体声明（DOCTYPE），出于安全考虑不予读取')
      return
    }
    const isClose = second === SLASH
    let end = open + 1
    let start = isClose ? open + 2 : end
    for (end = start; end < close; end++) {
      const code = rest.charCodeAt(end)
      if (code === COLON) start = end + 1
      else if (code === SLASH || code <= 0x20) break
    }
    const name = rest.slice(start, end)
    if (isClose) {
      depth--
      handlers.close(name)
    } else {
      const empty = rest.charCodeAt(close - 1) === SLASH
      if (!empty) depth++
      handlers.open(name, rest.slice(open, close + 1), empty)
    }
  }
  return {
    feed(piece) {
      decoder ??= decoderFor(piece)
      rest += decoder.decode(piece, { stream: true })
      scan(false)
    },
    end() {
      rest += decoder?.decode() ?? ''
      scan(true)
    },
  }
}

const SLASH = 0x2f
const COLON = 0x3a
const QUESTION = 0x3f
const BANG = 0x21

/** The last character of the tag, comment or CDATA section at `open`; -1 where it is not there yet. */
function tagEnd(xml: string, open: number): number {
  if (xml.charCodeAt(open + 1) === BANG) {
    if (xml.length < open + 9) return -1
    const mark = xml.startsWith('<!--', open) ? '-->' : xml.startsWith('<![CDATA[', open) ? ']]>' : '>'
    const end = xml.indexOf(mark, open + 2)
    return end < 0 ? -1 : end + mark.length - 1
  }
  return xml.indexOf('>', open)
}

/** By its byte order mark; UTF-8 otherwise. */
function decoderFor([first, second]: Uint8Array) {
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le')
  return new TextDecoder(first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8')
}

/** The value of an attribute in the source of a tag, raw; undefined where it has none. */
export function attributeIn(tag: string, name: string): string | undefined {
  for (let at = tag.indexOf(`${name}=`); at > 0; at = tag.indexOf(`${name}=`, at + 1)) {
    if (tag.charCodeAt(at - 1) > 0x20) continue
    const quote = tag[at + name.length + 1]
    if (quote !== '"' && quote !== "'") continue
    const from = at + name.length + 2
    const to = tag.indexOf(quote, from)
    return to < 0 ? undefined : tag.slice(from, to)
  }
  return undefined
}
