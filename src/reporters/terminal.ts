/**
 * What a terminal may be sent, and how wide it will be.
 *
 * Two facts shape this file. Text of documents, paths and configuration is not ours: it may hold escape sequences or
 * direction marks, so nothing is printed that `sanitise` has not seen. And nobody can know how wide “ ” … — · are: a
 * console with a Chinese code page and font draws them in two columns, nearly every other terminal in one. So such
 * characters are a class of their own: room is reserved for two columns, and whatever must stand *under* a character
 * (a caret) is drawn with a character of the same class, which is right under either reading.
 */
import fastStringWidth from 'fast-string-width'

/** What a piece of output is, for colouring. */
export type Style = 'error' | 'warning' | 'info' | 'path' | 'strong' | 'faint' | 'hidden' | 'shared' | 'good'

/** Wraps a text in the colours of a style, or leaves it alone. */
export type Paint = (style: Style, text: string) => string

/** One thing that cannot be split on the screen: a character with its combining marks, or a visible escape. */
export interface Cell {
  readonly text: string
  /** Columns it takes at most. */
  readonly columns: number
  readonly kind: 'narrow' | 'wide' | 'ambiguous'
  readonly style: Style | undefined
}

// Ordinary Chinese and ASCII, and the marks and shapes that are common beside them: every unit is one cell, and none is
// unsafe. The expressions with Unicode properties take milliseconds to compile, which most runs thus save.
const plain =
  /^[\x20-\x7e\xb7\xd7\u2010-\u2026\u2500-\u257f\u2581\u2584\u2588\u2593\u25b2\u25cb\u25cf\u3000-\u3029\u4e00-\u9fff\uff01-\uff60]*$/

// Control and format characters, lone surrogates, separators, variation selectors, noncharacters.
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Variation_Selector}]/u
const unsafeOrOddSpace =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Variation_Selector}]|(?![ \u3000])\p{Zs}/gu
// These change how their neighbours are read, so their presence is shown; other format characters merely vanish.
const bidi = /[\u202a-\u202e\u2066-\u2069]/u
const invisible = /[\p{Cf}\p{Variation_Selector}]/u

const visible = (char: string): string => {
  if (char === '\t') return '    '
  if (char === '\n') return '\\n'
  if (char === '\r') return '\\r'
  if (!unsafe.test(char)) return ' '
  if (invisible.test(char) && !bidi.test(char)) return ''
  const code = char.codePointAt(0)!.toString(16).toUpperCase()
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u{${code}}`
}

/** Is every unit one cell, and safe as it is? */
export const isPlain = (text: string): boolean => plain.test(text)

/**
 * The text as a terminal may safely show it, on one line: control characters, direction overrides, line separators
 * and lone surrogates as escapes (`\x1B`, `\u{202E}`), zero-width characters left out, tabs and odd spaces as spaces.
 */
export const sanitise = (text: string): string => (isPlain(text) ? text : text.replace(unsafeOrOddSpace, visible))

/** As `sanitise`, for running prose: a line break becomes a space, or nothing between two Chinese characters. */
export const sanitiseProse = (text: string): string =>
  isPlain(text)
    ? text
    : sanitise(
        text.replace(/\s+/g, (run, at: number) => {
          if (!/[\r\n]/.test(run)) return run
          return han.test(text[at - 1] ?? '') && han.test(text[at + run.length] ?? '') ? '' : ' '
        }),
      )
const han = /[\u3001-\u30ff\u3400-\u9fff\uff01-\uff60]/

// Whole blocks instead of the several hundred ranges of EastAsianWidth.txt: Latin with accents to Cyrillic, general
// punctuation to arrows, symbols and box drawing, private use. Asked only about characters one column wide.
const ambiguous = /[\u00a1-\u04ff\u2010-\u2bff\ue000-\uf8ff\ufffd\u{1f100}-\u{1f1ac}]/u

const kindOf = (char: string): Cell['kind'] => {
  const code = char.codePointAt(0)!
  if (code < 0xa1) return 'narrow'
  if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3000 && code <= 0x3029) || (code >= 0xff01 && code <= 0xff60))
    return 'wide'
  if (fastStringWidth(char) === 2) return 'wide'
  return ambiguous.test(char) ? 'ambiguous' : 'narrow'
}

const pieces = /[\u{1f1e6}-\u{1f1ff}]{2}|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}\p{M}*|\P{M}\p{M}*|\p{M}+/gsu

/** Of a unit of ordinary text. */
export const plainKind = (code: number): Cell['kind'] => (code < 0x7f ? 'narrow' : code < 0x3000 ? 'ambiguous' : 'wide')

/** Cuts a text into cells, sanitising it. */
export const toCells = (text: string, style?: Style): Cell[] => {
  const cells: Cell[] = []
  if (isPlain(text)) {
    for (let i = 0; i < text.length; i++) {
      const kind = plainKind(text.charCodeAt(i))
      cells.push({ text: text[i]!, columns: kind === 'narrow' ? 1 : 2, kind, style })
    }
    return cells
  }
  for (const piece of text.match(pieces) ?? []) {
    const shown = sanitise(piece)
    if (shown === '') continue
    const first = String.fromCodePoint(shown.codePointAt(0)!)
    if (first === '\\' || first === ' ') {
      // An escape or a tab; a combining mark after it takes no room.
      const columns = shown.replace(/\p{M}/gu, '').length
      cells.push({ text: shown, columns, kind: 'narrow', style })
    } else if (/^\p{M}/u.test(shown)) cells.push({ text: shown, columns: 0, kind: 'narrow', style })
    else {
      const kind = kindOf(first)
      cells.push({ text: shown, columns: kind === 'narrow' ? 1 : 2, kind, style })
    }
  }
  return cells
}

/** Columns that cells take at most. */
export const columnsOf = (cells: readonly Cell[]): number => {
  let sum = 0
  for (const cell of cells) sum += cell.columns
  return sum
}

/** Columns that a text takes at most, once sanitised. */
export const textColumns = (text: string): number => (isPlain(text) ? plainColumns(text) : columnsOf(toCells(text)))

/** The same of an ordinary text. */
export const plainColumns = (text: string): number => {
  let sum = text.length
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= 0x7f) sum++
  return sum
}

/** The last (or first) units of a text, if it is ordinary: no fewer than take `columns`. Others are left whole. */
export const within = (text: string, columns: number, from: 'front' | 'back'): string => {
  if (text.length <= columns || !isPlain(text)) return text
  return from === 'front' ? text.slice(0, columns) : text.slice(text.length - columns)
}

/** Cells → string; neighbours of one style are painted together. */
export const print = (cells: readonly Cell[], paint: Paint): string => {
  let out = ''
  for (let i = 0; i < cells.length; ) {
    const { style } = cells[i]!
    let run = ''
    for (; i < cells.length && cells[i]!.style === style; i++) run += cells[i]!.text
    out += style === undefined ? run : paint(style, run)
  }
  return out
}

// What matters of a cell when lines are broken, as bits above its columns.
const SPACE = 0x100
const NO_START = 0x200
const NO_END = 0x400
const STICKY = 0x800
const COLUMNS = 0xff

// 避头尾: what may not begin a line, and what may not end one.
const marks: ReadonlyMap<number, number> = new Map([
  ...Array.from(
    '。，、；：！？」』》〉】〕］｝）”’…—·．～％‰℃,.;:!?)]}%',
    (mark) => [mark.charCodeAt(0), NO_START] as const,
  ),
  ...Array.from('（「『《〈【〔［｛“‘([{￥$', (mark) => [mark.charCodeAt(0), NO_END] as const),
])
const letter = /^[\p{L}\p{Nd}’]/u

/** Part of a Latin word, a number or an escape, which stays in one piece. */
const isSticky = (cell: Cell): boolean =>
  cell.kind === 'narrow' || (cell.kind === 'ambiguous' && letter.test(cell.text))
const isSpace = (cell: Cell): boolean => cell.text.trim() === ''

// Plain arrays, for typed ones of this length live outside the heap and are dear to make by the thousand.
const traitsOfCells = (cells: readonly Cell[]): number[] => {
  const traits = new Array<number>(cells.length)
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!
    const kind = isSpace(cell) ? SPACE : isSticky(cell) ? STICKY : 0
    const mark = cell.text.length === 1 ? (marks.get(cell.text.charCodeAt(0)) ?? 0) : 0
    traits[i] = cell.columns | kind | mark
  }
  return traits
}

/** In ordinary text. */
const isSpaceCode = (code: number): boolean => code === 0x20 || code === 0x3000

/** Of an ordinary text: as of the cells that it would be cut into. */
const traitsOfText = (text: string): number[] => {
  const traits = new Array<number>(text.length)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x4e00 && code <= 0x9fff) traits[i] = 2
    else {
      const kind = isSpaceCode(code) ? SPACE : code < 0x7f || code === 0x2019 ? STICKY : 0
      traits[i] = (code < 0x7f ? 1 : 2) | kind | (marks.get(code) ?? 0)
    }
  }
  return traits
}

/** May a line end before cell `i`? */
const mayBreak = (traits: readonly number[], i: number): boolean => {
  const after = traits[i]!
  // Spaces stay behind, and fall away at the end of the line.
  if (after & (SPACE | NO_START)) return false
  let k = i - 1
  while (k > 0 && traits[k]! & SPACE) k--
  const before = traits[k]!
  return !(before & NO_END) && !(k === i - 1 && before & after & STICKY)
}

/** Where lines begin and end, see `wrap`; spaces at their ends left out. */
function linesOf(traits: readonly number[], first: number, rest: number): [from: number, to: number][] {
  const lines: [number, number][] = []
  const end = (from: number, to: number) => {
    while (to > from && traits[to - 1]! & SPACE) to--
    lines.push([from, to])
  }
  let start = 0
  let room = first
  let used = 0
  let breakAt = 0
  for (let i = 0; i < traits.length; i++) {
    const cell = traits[i]!
    if (i > start && mayBreak(traits, i)) breakAt = i
    used += cell & COLUMNS
    while (used > room && i > start && !(cell & SPACE)) {
      const at = breakAt > start ? breakAt : i
      end(start, at)
      start = at
      room = rest
      // Only what was carried over is counted anew, so the whole stays linear.
      used = cell & COLUMNS
      for (let k = start; k < i; k++) {
        used += traits[k]! & COLUMNS
        if (mayBreak(traits, k + 1)) breakAt = k + 1
      }
    }
  }
  end(start, traits.length)
  const [from, to] = lines.at(-1)!
  if (to === from && lines.length > 1) lines.pop()
  return lines
}

/**
 * Breaks cells into lines of at most `first`, then `rest` columns by the rules of Chinese typesetting: no closing mark
 * at the start of a line, no opening one at its end, no Latin word or number in two, unless it is longer than a line.
 */
export const wrap = (cells: readonly Cell[], first: number, rest: number): Cell[][] =>
  linesOf(traitsOfCells(cells), first, rest).map(([from, to]) => cells.slice(from, to))

/** Wraps cells within `width` columns behind indents of `first` and `rest` columns. */
export const paragraph = (
  cells: readonly Cell[],
  indent: { readonly first: number; readonly rest: number },
  width: number,
  paint: Paint,
): string[] =>
  wrap(cells, width - indent.first, width - indent.rest).map(
    (line, i) => ' '.repeat(i === 0 ? indent.first : indent.rest) + print(line, paint),
  )

/** A stretch of a paragraph in one style. */
export type Stretch = readonly [text: string, style?: Style | undefined]

/** `paragraph` of the cells of all stretches. Ordinary text is broken without making cells, of which a long report would have millions. */
export const flow = (
  stretches: readonly Stretch[],
  indent: { readonly first: number; readonly rest: number },
  width: number,
  paint: Paint,
): string[] => {
  if (!stretches.every(([text]) => isPlain(text)))
    return paragraph(
      stretches.flatMap(([text, style]) => toCells(text, style)),
      indent,
      width,
      paint,
    )
  const text = stretches.length === 1 ? stretches[0]![0] : stretches.map(([part]) => part).join('')
  const lines =
    plainColumns(text) <= width - indent.first
      ? [[0, text.length - spacesBehind(text)] as const]
      : linesOf(traitsOfText(text), width - indent.first, width - indent.rest)
  return lines.map(
    ([from, to], i) => ' '.repeat(i === 0 ? indent.first : indent.rest) + printStretches(stretches, from, to, paint),
  )
}

const spacesBehind = (text: string): number => {
  let count = 0
  while (count < text.length && isSpaceCode(text.charCodeAt(text.length - 1 - count))) count++
  return count
}

/** What `print` makes of the cells from `from` to `to`. */
function printStretches(stretches: readonly Stretch[], from: number, to: number, paint: Paint): string {
  let out = ''
  let run = ''
  let runStyle: Style | undefined
  let start = 0
  for (const [text, style] of stretches) {
    const part = text.slice(Math.max(0, from - start), Math.max(0, to - start))
    start += text.length
    if (part === '') continue
    if (run !== '' && style !== runStyle) {
      out += runStyle === undefined ? run : paint(runStyle, run)
      run = ''
    }
    run += part
    runStyle = style
  }
  return run === '' ? out : out + (runStyle === undefined ? run : paint(runStyle, run))
}

/** As many cells from the front (or the back) as fit into `columns`. */
export const take = (cells: readonly Cell[], columns: number, from: 'front' | 'back' = 'front'): Cell[] => {
  let used = 0
  let n = 0
  while (n < cells.length) {
    used += cells[from === 'front' ? n : cells.length - 1 - n]!.columns
    if (used > columns) break
    n++
  }
  return from === 'front' ? cells.slice(0, n) : cells.slice(cells.length - n)
}

/** An ellipsis in a style. */
export const ellipsis = (style?: Style): Cell => ({ text: '…', columns: 2, kind: 'ambiguous', style })

/** Cells cut in the middle to at most `columns`: two thirds of the head, then …, then the tail. */
export const shorten = (cells: readonly Cell[], columns: number): Cell[] => {
  if (columnsOf(cells) <= columns) return [...cells]
  const room = Math.max(columns - 2, 2)
  const head = take(cells, Math.ceil((room * 2) / 3))
  return [...head, ellipsis(cells[0]?.style), ...take(cells, room - columnsOf(head), 'back')]
}

/** As `take` of the cells of an ordinary text. */
export const takeText = (text: string, columns: number, from: 'front' | 'back' = 'front'): string => {
  let used = 0
  let n = 0
  while (n < text.length) {
    used += text.charCodeAt(from === 'front' ? n : text.length - 1 - n) < 0x7f ? 1 : 2
    if (used > columns) break
    n++
  }
  return from === 'front' ? text.slice(0, n) : text.slice(text.length - n)
}

/** As `shorten` of the cells of an ordinary text. */
export const shortenText = (text: string, columns: number): string => {
  if (plainColumns(text) <= columns) return text
  const room = Math.max(columns - 2, 2)
  const head = takeText(text, Math.ceil((room * 2) / 3))
  return `${head}…${takeText(text, room - plainColumns(head), 'back')}`
}

/** An offset moved off the middle of a surrogate pair. */
export const aligned = (text: string, offset: number): number => {
  const unit = text.charCodeAt(offset)
  const before = text.charCodeAt(offset - 1)
  return unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff ? offset - 1 : offset
}

/** Columns to write in: at least 40, and one less than the terminal has, since a full line makes old consoles skip one. */
export const usableWidth = (width: number): number =>
  Math.max(40, Number.isFinite(width) && width > 0 ? Math.floor(width) : 80) - 1
