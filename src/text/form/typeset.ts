/** What parts of an official document are set in, by the characters that most of their text has. */
import type { Doc, Layout, Span, Typography } from '../../core.ts'
import { frameOf } from '../parts/frame.ts'
import { type Family, familyOf, isRed, isSize, type SizeName, sizeName } from '../typefaces.ts'

/** What most of a stretch of text is set in. */
export interface Setting {
  /** As the file names it; absent where nothing in the file does. */
  readonly font?: string
  /** Points. */
  readonly size: number
}

/** Blocks that should look alike and do not look as they should. */
export interface Misset {
  readonly at: Span
  /** How most of them are set, in words: 5号宋体. */
  readonly found: string
  /** How many blocks. */
  readonly count: number
}

const HAN = /[\u3400-\u9fff\uf900-\ufaff]/g
const SENTENCE_END = /[。！？；]/
/** Numbers of the four levels, GB/T 9704 7.3.3. */
const LEVELS: readonly RegExp[] = [
  /^[一二三四五六七八九十]{1,3}、/,
  /^[（(][一二三四五六七八九十]{1,3}[）)]/,
  /^\d{1,2}[.．]/,
  /^[（(]\d{1,2}[）)]/,
]
/** What stands below a table or above one is set smaller. */
const CAPTION = /^(?:注|说明|备注|来源|资料来源|单位|数据来源|填报|表\d|图\d)/
/** A heading is short and no sentence. UTF-16 units. */
const HEADING_MAX = 60
/** What a sentence has, in half-width marks too. */
const SENTENCE = /[。！？；：:;!?]|\.$/
/** A longer line with a comma is a sentence whose last mark is missing. UTF-16 units. */
const CLAUSES = 30

/** What most of the Chinese characters of `span` are set in; undefined where it has none. */
function settingOf(text: string, { stretches }: Typography, span: Span): Setting | undefined {
  const chars = new Map<string, { setting: Setting; count: number }>()
  for (const { start, end, font, size } of stretches) {
    const count = text.slice(Math.max(start, span.start), Math.min(end, span.end)).match(HAN)?.length ?? 0
    if (count === 0) continue
    const key = `${size} ${font ?? ''}`
    const known = chars.get(key)
    if (known) known.count += count
    else chars.set(key, { setting: { size, ...(font !== undefined && { font }) }, count })
  }
  let most: { setting: Setting; count: number } | undefined
  for (const entry of chars.values()) if (!most || entry.count > most.count) most = entry
  return most?.setting
}

/** 5号宋体; 3号字 where the file names no font. */
const settingName = ({ font, size }: Setting): string =>
  `${sizeName(size)}${font === undefined ? '字' : (familyOf(font) ?? `“${font}”`)}`

/** A font that the file does not name is nobody's fault. */
export const fits = ({ font, size }: Setting, family: Family, name: SizeName): boolean =>
  isSize(size, name) && (font === undefined || familyOf(font) === family)

/** Text of the document's own, in order, whose turn it is: no tables, nothing that was put somewhere by hand. */
function* ownText(doc: Doc, layout: Layout) {
  const body = frameOf(doc).body
  let next = 0
  for (const [i, block] of doc.blocks.entries()) {
    while (next < body.length && body[next]!.end <= block.start) next++
    const type = layout.blocks[i]
    if (!body[next] || body[next]!.start > block.start || block.kind === 'cell' || !type || type.floating) continue
    const text = doc.text.slice(block.start, block.end)
    const indent = text.length - text.trimStart().length
    yield { text: text.trim(), start: block.start + indent, end: block.end, type }
  }
}

/** Is it a heading that stands on its own line? Its level, counted from 0; -1 where it is none. */
export const headingLevel = (text: string): number =>
  text.length > HEADING_MAX || SENTENCE.test(text) || (text.length > CLAUSES && /[，,]/.test(text))
    ? -1
    : LEVELS.findIndex((number) => number.test(text))

/**
 * Paragraphs of the body that are not set in 3号仿宋; undefined where all are. Where a sentence leads a paragraph what follows it counts. A few
 * paragraphs in another face of the same size are somebody's words, quoted.
 */
export function missetBody(doc: Doc, layout: Layout): Misset | undefined {
  let all = 0
  const wrong: { at: Span; setting: Setting; chars: number }[] = []
  for (const { text, start, end, type } of ownText(doc, layout)) {
    if (type.align === 'center' || type.align === 'right' || !/[，。；]/.test(text) || CAPTION.test(text)) continue
    const lead = text.search(SENTENCE_END) + 1
    const led = lead > 0 && lead < text.length - 1
    if (!led && LEVELS.some((number) => number.test(text))) continue
    const setting = settingOf(doc.text, type, { start: led ? start + lead : start, end })
    if (!setting) continue
    const chars = end - start
    all += chars
    if (!fits(setting, '仿宋体', '3号')) wrong.push({ at: { start, end }, setting, chars })
  }
  const few = wrong.reduce((sum, { chars }) => sum + chars, 0) * 2 < all
  return gathered(few ? wrong.filter(({ setting }) => !isSize(setting.size, '3号') || !isQuoting(setting)) : wrong)
}

const isQuoting = ({ font }: Setting) => font !== undefined && /^(?:楷体|黑体|小标宋体)$/.test(familyOf(font) ?? '')

/** By level, first to fourth: headings on lines of their own that are not set in 3号 of the family that their level should have. */
export function missetHeadings(doc: Doc, layout: Layout, families: readonly Family[]): (Misset | undefined)[] {
  const wrong = families.map((): { at: Span; setting: Setting }[] => [])
  for (const { text, start, end, type } of ownText(doc, layout)) {
    const level = headingLevel(text)
    const family = families[level]
    const setting = family && settingOf(doc.text, type, { start, end })
    if (setting && !fits(setting, family, '3号')) wrong[level]!.push({ at: { start, end }, setting })
  }
  return wrong.map(gathered)
}

/** A 发文字号 that is still to be filled in: 柳政办〔2024〕×号. */
const NUMBER = /[〔[（(【［﹝].{0,6}[〕\]）)】］﹞].{0,6}号/

/** The title's lines, without 题注 in brackets. What is red is the mark of a body that issues the document with others, whatever its words look like. */
function titleLines(doc: Doc, layout: Layout): { start: number; end: number; type: Typography }[] {
  return frameOf(doc).title.flatMap(({ start, end, text }) => {
    const i = doc.blocks.findIndex((block) => block.start <= start && start < block.end)
    const type = layout.blocks[i]
    const other =
      !type ||
      type.floating ||
      doc.blocks[i]!.kind === 'cell' ||
      /^[（(]/.test(text) ||
      NUMBER.test(text) ||
      type.stretches.some(({ colour = '' }) => isRed(colour))
    return other ? [] : [{ start, end, type }]
  })
}

/** The title's lines that are not set in 2号小标宋. */
export function missetTitle(doc: Doc, layout: Layout): Misset | undefined {
  const wrong: { at: Span; setting: Setting }[] = []
  for (const { start, end, type } of titleLines(doc, layout)) {
    const setting = settingOf(doc.text, type, { start, end })
    if (setting && !fits(setting, '小标宋体', '2号')) wrong.push({ at: { start, end }, setting })
  }
  return gathered(wrong)
}

function gathered(wrong: readonly { readonly at: Span; readonly setting: Setting }[]): Misset | undefined {
  const [first] = wrong
  if (!first) return undefined
  const counts = new Map<string, number>()
  for (const { setting } of wrong) {
    const name = settingName(setting)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const found = [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most))[0]
  return { at: first.at, found, count: wrong.length }
}

/** The section that most of the body stands in; from line to line and the size of the type there (points), as most of it has them. */
export function mainSection(doc: Doc, layout: Layout) {
  const chars = new Map<number, number>()
  const pitches = new Map<number | undefined, number>()
  const sizes = new Map<number, number>()
  for (const { start, end, type } of ownText(doc, layout)) {
    chars.set(type.section, (chars.get(type.section) ?? 0) + end - start)
    pitches.set(type.pitch, (pitches.get(type.pitch) ?? 0) + end - start)
    const size = settingOf(doc.text, type, { start, end })?.size ?? 0
    sizes.set(size, (sizes.get(size) ?? 0) + end - start)
  }
  const most = <K>(map: ReadonlyMap<K, number>) =>
    [...map].reduce<readonly [K, number] | undefined>(
      (best, entry) => (best && best[1] >= entry[1] ? best : entry),
      undefined,
    )
  const section = layout.sections[most(chars)?.[0] ?? 0]
  return section && { ...section, pitch: most(pitches)?.[0], size: most(sizes)?.[0] ?? 0 }
}

/** Margins of a document that somebody has set to the standard, in millimetres (天头, 订口), give or take. */
const TOP = 37
const LEFT = 28
/** 33476.2 sets 天头 from the upper edge of the first line, where a program's margin ends. */
const TOP_ON_SCREEN = 34.58
/** ±1, and what rounding to twentieths of a point leaves. */
const ALLOWED = 1.05

export const isTop = (top: number): boolean =>
  Math.abs(top - TOP) <= ALLOWED || Math.abs(top - TOP_ON_SCREEN) <= ALLOWED
export const isLeft = (left: number): boolean => Math.abs(left - LEFT) <= ALLOWED

/** What is often mere material: it is an official document where somebody sends it. */
const MATERIAL = /^(?:plan|implementing|opinion|report\.)/

/**
 * The layout of an official document that somebody has set in type: it has a red head or a 发文字号, its margins are those of the standard, or something
 * in it has a typeface that is used for nothing else. A draft as a program opens it will be set by others; material without 主送机关 may look as it likes.
 */
export function typesetLayout(doc: Doc): Layout | undefined {
  const { headed, numbers, title, formal } = frameOf(doc)
  if (title.length === 0 || (!formal && MATERIAL.test(doc.genre.id))) return undefined
  const layout = doc.layout?.()
  const margins = layout?.sections[0]?.margins
  const set =
    headed ||
    numbers.length > 0 ||
    (margins !== undefined && isTop(margins.top) && isLeft(margins.left)) ||
    layout?.blocks.some(({ stretches }) =>
      stretches.some(({ font = '' }) => /^(?:仿宋体|小标宋体)$/.test(familyOf(font) ?? '')),
    )
  return set ? layout : undefined
}

/** Where a finding about the whole document stands: its title, or else its first paragraph. */
export function titleOf(doc: Doc, layout: Layout): Span {
  const { start, end } = titleLines(doc, layout)[0] ?? doc.blocks[0]!
  return { start, end }
}
