/**
 * Rich Text Format, which many programs write and name .doc: bytes → the text that a reader of the document sees, with automatic
 * numbers as the file gives them and every tracked change accepted.
 */
import { type Aside, type Parsed, type Parser, UnreadableError } from '../core.ts'
import { collects, isContentsStyle } from './contents.ts'
import { overlaidText } from './docx/runs.ts'
import { createFlow, createRecording, type Flow, type Recording } from './flow.ts'
import { codePage, decodeBytes, type Font, isLead, signOf } from './rtf/characters.ts'
import { characters, destinations, skipped, stories, symbols, transparent } from './rtf/destinations.ts'
import { type Field, initialState, resetCharacters, resetParagraph, type State } from './rtf/state.ts'
import { createStory, endCell, endParagraph, endRow, endStory, type Story } from './rtf/story.ts'
import { readTokens } from './rtf/tokens.ts'
import type { Refusal } from './zip.ts'

/**
 * Reads an RTF file: one line per paragraph, text boxes after the paragraph that they are anchored in, headers, footers, notes and
 * comments as asides. Throws `UnreadableError` for a file that is cut off or hostile; never anything else.
 */
export const parser: Parser = { parse }

const refuse: Refusal = (kind, why, remedy = '请用 Word 或 WPS 重新打开并另存为 .docx，再重新检查') =>
  new UnreadableError(`${kind === 'invalid' ? '不是有效的 RTF 文件' : '无法读取这个 RTF 文件'}：${why}`, remedy)

/** Groups within groups; Word writes some dozens. */
const MAX_DEPTH = 1000
/** Words, groups and texts outside of what is passed over: a document of 500,000 字 has fewer. */
const MAX_TOKENS = 2_500_000
/** Boxes in boxes; what is in one is copied on its way out. */
const MAX_STORIES = 16
const MAX_FIELD_CODE = 1000
/** What Word allows. */
const MAX_CELLS_IN_ROW = 63
/** Styles based on one another; more is a circle. */
const MAX_CHAIN = 50
const MAX_ASIDES = 10_000
/** No text, whatever a file says. */
const CONTROLS = /[\0-\x08\x0b-\x1f\x7f]/g
const WORD_ART = 'gtextUNICODE'

/** What a group has to hand over when it ends. */
interface Group {
  readonly outer: State
  /** A story that began with it. */
  story?: Aside['kind'] | 'box'
  /** A field that began with it. */
  field?: Field
  /** The name of a shape's property, so far. */
  property?: string
}

function parse(bytes: Uint8Array): Parsed {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const tokens = readTokens(source, (byte) => isLead(byte, page()))
  const flow = createFlow(refuse)
  const body = createStory(flow)
  const asides: Aside[] = []
  const fonts = new Map<number, Font>()
  const outlines = new Map<number, number>()
  const bases = new Map<number, number>()
  const contentsStyles = new Set<number>()
  const groups: Group[] = []
  let state = initialState(body)
  let filePage = 1252
  let defaultFont = -1
  let revisions = 0
  let revision = ''
  /** Bytes of text that are not decoded yet, and those behind `\u` that are passed over. */
  let pending = ''
  let fallback = 0
  /** The group has just begun: its first word says what it is. */
  let fresh = false
  let starred = false
  let endnote = false
  /** Stories that are open besides the body. */
  let stacked = 0

  const page = () => codePage(fonts.get(state.font), filePage)
  const flush = () => {
    if (pending === '') return
    const text = pending
    pending = ''
    append(decodeBytes(text, fonts.get(state.font), page()))
  }
  /** Text as it is shown, wherever the group sends it. */
  const append = (text: string) => {
    switch (state.destination) {
      case 'text':
      case 'number': {
        noteRevision()
        if (state.hidden || state.deleted) return
        let shown = text.replace(CONTROLS, '')
        if (state.destination === 'number') {
          if (shown.trim() !== '') state.story.numbered = true
          if (state.story.pieces.length === 0) shown = shown.trimStart()
        }
        if (shown === '') return
        state.story.pieces.push(shown)
        if (state.contents) state.story.contents = true
        if (state.field) state.field.shown = true
        return
      }
      case 'instruction':
        if (state.field && state.field.code.length < MAX_FIELD_CODE) state.field.code += text.slice(0, MAX_FIELD_CODE)
        return
      case 'fonts': {
        const font = fonts.get(state.font)
        if (font && font.name.length < 64) font.name += text.replace(/;.*$/s, '').slice(0, 64)
        return
      }
      case 'styles': {
        const level = /^\s*(?:heading|标题) ?([1-9])/i.exec(text)?.[1]
        if (isContentsStyle(text)) contentsStyles.add(state.style)
        if (level !== undefined && !outlines.has(state.style)) outlines.set(state.style, Number(level) - 1)
        return
      }
      case 'property name': {
        const shape = groups.at(-2)
        if (shape) shape.property = (shape.property ?? '') + text.slice(0, 40)
        return
      }
      case 'property value':
        if (groups.at(-2)?.property === WORD_ART && text.trim() !== '') addWordArt(text)
        return
    }
  }
  const addWordArt = (text: string) => {
    const box = createRecording()
    for (const line of text.split(/\r\n?|\n/)) box.paragraph(line)
    state.story.boxes.push(box)
  }
  const noteRevision = () => {
    const change = state.deleted ? 'deleted' : state.inserted ? 'inserted' : ''
    if (change !== '' && change !== revision) revisions++
    revision = change
  }
  const outlineOf = (style: number) => {
    let at: number | undefined = style
    for (let hops = 0; at !== undefined && hops < MAX_CHAIN; hops++) {
      const outline = outlines.get(at)
      if (outline !== undefined) return outline
      at = bases.get(at)
    }
    return 9
  }
  const paragraph = () => ({
    outline: state.outline ?? outlineOf(state.style),
    depth: state.inTable ? state.nesting : 0,
    contents: contentsStyles.has(state.style),
  })
  /** A character of text, given by its code point or its bytes, unless it stands there for readers that know less. */
  const passes = () => {
    if (fallback === 0) return false
    fallback--
    return true
  }

  const open = () => {
    flush()
    if (groups.length >= MAX_DEPTH) throw refuse('excess', '分组嵌套过深，可能是恶意构造的文件')
    groups.push({ outer: state })
    state = { ...state }
    if (state.destination === 'unicode pair') state.destination = 'skip'
    fresh = true
    starred = false
    fallback = 0
  }
  const close = () => {
    flush()
    fallback = 0
    fresh = false
    const group = groups.pop()
    if (!group) return
    if (group.field && !group.field.shown) {
      const text = overlaidText(group.field.code)
      if (text !== '' && !group.outer.hidden && !group.outer.deleted) group.outer.story.pieces.push(text)
    }
    if (group.story) {
      stacked--
      endStory(state.story, paragraph())
      handOver(group.story, state.story.flow, group.outer.story)
    }
    state = group.outer
  }
  const handOver = (kind: Aside['kind'] | 'box', from: Flow | Recording, to: Story) => {
    if ('replay' in from) {
      if (kind === 'box' && !state.hidden && !state.deleted) to.boxes.push(from)
      return
    }
    const text = from.parsed([], []).text.trim()
    if (text === '' || kind === 'box') return
    if (asides.length >= MAX_ASIDES) throw refuse('excess', `页眉、页脚和注释超过 ${MAX_ASIDES} 个`)
    asides.push({ kind: kind === 'footnote' && endnote ? 'endnote' : kind, text })
  }

  /** Takes the first word of a group for what it may be; true where it said what the group is. */
  const begin = (word: string): boolean => {
    const group = groups.at(-1)
    if (!group) return false
    const story = Object.hasOwn(stories, word) ? stories[word] : undefined
    if (state.destination === 'skip' && !(word === 'ud' && group.outer.destination === 'unicode pair')) return true
    if (word === 'ud') state.destination = groups.at(-2)?.outer.destination ?? 'text'
    else if (story && (state.destination === 'text' || state.destination === 'shape')) {
      if (++stacked > MAX_STORIES) throw refuse('excess', '文本框嵌套过深，可能是恶意构造的文件')
      group.story = story
      endnote = false
      state = {
        ...initialState(createStory(story === 'box' ? createRecording() : createFlow(refuse))),
        font: defaultFont,
      }
    } else if (word === 'field' && state.destination === 'text') {
      group.field = { code: '', shown: false }
      state.field = group.field
    } else if (word === 'fldrslt') {
      state.destination = state.destination === 'instruction' ? 'instruction' : 'text'
      state.contents ||= collects(state.field?.code ?? '')
    } else if (transparent.has(word)) return true
    else if (Object.hasOwn(destinations, word)) state.destination = destinations[word]!
    else if (skipped.has(word) || starred || /^m\w+Pr$/.test(word)) state.destination = 'skip'
    else return false
    return true
  }

  const readWord = (word: string, number: number | undefined) => {
    if (Object.hasOwn(characters, word)) {
      if (!passes()) append(characters[word]!)
      return
    }
    const on = number !== 0
    switch (word) {
      case 'u': {
        const code = (number ?? 0) < 0 ? (number ?? 0) + 0x10000 : (number ?? 0)
        const char = code > 0 && code <= 0xffff ? String.fromCharCode(code) : '\ufffd'
        const font = fonts.get(state.font)
        append(code >= 0xf020 && code <= 0xf0ff && font ? signOf(char, font.name) : char)
        fallback = state.fallback
        break
      }
      case 'uc':
        state.fallback = Math.min(Math.max(0, number ?? 1), 100)
        break
      case 'par':
      case 'sect':
        if (state.destination !== 'text') break
        noteRevision()
        // A paragraph whose mark is deleted or hidden goes on in the next one.
        if (state.hidden || state.deleted) break
        if (word === 'par' || state.story.pieces.length > 0) endParagraph(state.story, paragraph())
        break
      case 'cell':
      case 'nestcell':
        if (state.destination !== 'text') break
        state.inTable = true
        endCell(state.story, { ...paragraph(), depth: word === 'cell' ? 1 : Math.max(2, state.nesting) })
        break
      case 'row':
      case 'nestrow':
        if (state.destination !== 'text') break
        endRow(
          state.story,
          word === 'row' ? 1 : Math.max(2, state.nesting),
          state.edges.length > 1 ? state.edges : undefined,
        )
        break
      case 'trowd':
        state.edges = [0]
        break
      case 'trleft':
        state.edges[0] = number ?? 0
        break
      case 'cellx':
        if (state.edges.length <= MAX_CELLS_IN_ROW) state.edges.push(number ?? 0)
        break
      case 'intbl':
        state.inTable = true
        break
      case 'itap':
        state.nesting = Math.max(1, number ?? 1)
        state.inTable = (number ?? 1) > 0
        break
      case 'pard':
        resetParagraph(state)
        break
      case 'plain':
        resetCharacters(state, defaultFont)
        break
      case 'v':
        state.hidden = on
        break
      case 'deleted':
        state.deleted = on
        break
      case 'revised':
        state.inserted = on
        break
      case 's':
        state.style = number ?? 0
        break
      case 'sbasedon':
        if (state.destination === 'styles') bases.set(state.style, number ?? 0)
        break
      case 'outlinelevel':
        if (state.destination === 'styles') outlines.set(state.style, number ?? 9)
        else state.outline = number ?? 9
        break
      case 'f':
        state.font = number ?? -1
        if (state.destination === 'fonts' && !fonts.has(state.font)) fonts.set(state.font, { charset: 1, name: '' })
        break
      case 'fcharset': {
        const font = fonts.get(state.font)
        if (font && state.destination === 'fonts') font.charset = number ?? 1
        break
      }
      case 'deff':
        defaultFont = number ?? -1
        state.font = defaultFont
        break
      case 'ansicpg':
        filePage = number ?? 1252
        break
      case 'mac':
        filePage = 10000
        break
      case 'ftnalt':
        endnote = true
        break
    }
  }

  let opened = false
  let closed = false
  for (let left = MAX_TOKENS; !closed && tokens.next(); left--) {
    if (left === 0) throw refuse('excess', `格式指令超过 ${MAX_TOKENS / 10_000} 万个`)
    const { kind, value } = tokens
    switch (kind) {
      case 'open':
        opened = true
        open()
        break
      case 'close':
        close()
        closed = groups.length === 0
        break
      case 'word': {
        const first = fresh
        fresh = false
        flush()
        if (passes() && value !== 'u') break
        if (!(first && begin(value))) readWord(value, tokens.number)
        if (state.destination === 'skip') {
          tokens.skipGroup()
          close()
          closed = groups.length === 0
        }
        break
      }
      case 'symbol':
        if (value === '*' && fresh) {
          starred = true
          break
        }
        fresh = false
        flush()
        if (Object.hasOwn(symbols, value)) {
          if (!passes()) append(symbols[value]!)
        } else if (value === '\r' || value === '\n') readWord('par', undefined)
        break
      case 'byte':
        fresh = false
        if (!passes()) pending += value
        break
      case 'text': {
        fresh = false
        const skip = Math.min(fallback, value.length)
        fallback -= skip
        pending += value.slice(skip)
        break
      }
    }
  }
  if (!opened || !closed)
    throw refuse('invalid', '内容不完整，文件可能没有下载或复制完', '请重新下载或复制该文件，再重新检查')
  endStory(body, { outline: 9, depth: 0, contents: false })
  return flow.parsed(asides, revisions > 0 ? [{ code: 'tracked-changes', args: { count: revisions } }] : [])
}
