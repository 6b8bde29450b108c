/** The words of an RTF file. Nothing here knows what they mean. */

/** Where the reader stands; `text` has a character for each byte of the file. */
export interface Tokens {
  readonly kind: 'open' | 'close' | 'word' | 'symbol' | 'byte' | 'text'
  /** The word, the symbol, or the text; a byte as a character. */
  readonly value: string
  /** The number behind a word. */
  readonly number: number | undefined
  /** False after the last. */
  next(): boolean
  /** Passes over everything up to the end of the group that is open here, and stands on that. */
  skipGroup(): void
}

const WORD = /([a-zA-Z]{1,40})(-?\d{1,10})? ?/y
const END_OF_TEXT = /[\\{}\r\n]/g
const BRACES = /[\\{}]/g

/** Bytes of double-byte text among the plain ones. */
const HIGH = /[\x81-\xfe]/

/** `isLead`: does a byte begin a character of two bytes here? The second may look like a brace. */
export function readTokens(text: string, isLead: (byte: number) => boolean): Tokens {
  let at = 0
  const tokens: { -readonly [K in keyof Tokens]: Tokens[K] } = {
    kind: 'text',
    value: '',
    number: undefined,
    next() {
      while (text[at] === '\r' || text[at] === '\n') at++
      if (at >= text.length) return false
      const char = text[at]!
      tokens.number = undefined
      if (char === '{' || char === '}') {
        tokens.kind = char === '{' ? 'open' : 'close'
        at++
      } else if (char === '\\') readControl()
      else {
        END_OF_TEXT.lastIndex = at
        let end = END_OF_TEXT.exec(text)?.index ?? text.length
        if (HIGH.test(text.slice(at, end))) end = endOfBytes()
        tokens.kind = 'text'
        tokens.value = text.slice(at, end)
        at = end
      }
      return true
    },
    skipGroup() {
      let depth = 1
      for (;;) {
        BRACES.lastIndex = at
        const found = BRACES.exec(text)
        if (!found) {
          at = text.length
          return
        }
        at = found.index
        if (found[0] === '\\') {
          // Pictures may be bytes as they are, braces among them.
          readControl()
          continue
        }
        at++
        depth += found[0] === '{' ? 1 : -1
        if (depth === 0) {
          tokens.kind = 'close'
          return
        }
      }
    },
  }

  function endOfBytes(): number {
    let end = at
    while (end < text.length) {
      if (isLead(text.charCodeAt(end)) && !text.startsWith("\\'", end + 1)) end += 2
      else if ('\\{}\r\n'.includes(text[end]!)) break
      else end++
    }
    return Math.min(end, text.length)
  }

  function readControl(): void {
    WORD.lastIndex = at + 1
    const word = WORD.exec(text)
    if (word) {
      tokens.kind = 'word'
      tokens.value = word[1]!
      tokens.number = word[2] === undefined ? undefined : Number(word[2])
      at = WORD.lastIndex
      if (tokens.value === 'bin') at = Math.min(text.length, at + Math.max(0, tokens.number ?? 0))
      return
    }
    const char = text[at + 1] ?? ''
    const code = char === "'" ? Number.parseInt(text.slice(at + 2, at + 4), 16) : Number.NaN
    if (Number.isNaN(code)) {
      tokens.kind = 'symbol'
      tokens.value = char
      at += 2
    } else {
      tokens.kind = 'byte'
      tokens.value = String.fromCharCode(code)
      at += 4
    }
  }
  return tokens
}
