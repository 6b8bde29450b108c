/** The elements of a red head (版头): which there are, in which order they stand, and the colour of the issuer's mark. */
import type { Doc, Layout, Part, PartKind, Span } from '../../core.ts'
import { lastBefore } from '../spans.ts'
import { isRed } from '../typefaces.ts'
import { kindOf } from './issuer.ts'
import { squeeze } from './lines.ts'

/** From top to bottom, GB/T 9704 7.2; the title comes below all of them. */
const ELEMENTS: readonly (readonly [string, RegExp])[] = [
  ['份号', /^\d{6}$/],
  ['密级', /^(?:绝密|机密|秘密)(?:[★☆].{0,8})?$/],
  ['紧急程度', /^(?:特急|加急|平急|特提)$/],
  ['发文机关标志', /^.{2,40}文件$/],
]

export interface Element {
  readonly name: string
  readonly at: Span
}

/** Those that stand in the flow of the text, in its order: what lies in a text box or a frame was put elsewhere by hand, a table has its own order. */
function elementsOf({ text, blocks, facts }: Doc, layout: Layout): (Element & { readonly order: number })[] {
  const found: (Element & { readonly order: number })[] = []
  const at = new Map(blocks.map((block, i) => [block.start, i]))
  for (const { kind, start, end } of facts.parts) {
    if (kind === 'wrapper' || kind === 'body') break
    const i = at.get(start)
    if (i === undefined || layout.blocks[i]?.floating || blocks[i]!.kind === 'cell') continue
    // A body that issues the document with others: its name stands in the mark, and reads like a title.
    if (kind === 'title' && layout.blocks[i]?.stretches.some(({ colour = '' }) => isRed(colour))) continue
    const flat = squeeze(text.slice(start, end))
    const order =
      kind === 'number'
        ? ELEMENTS.length
        : kind === 'title'
          ? ELEMENTS.length + 1
          : kind === 'masthead'
            ? ELEMENTS.findIndex(([, form]) => form.test(flat))
            : -1
    if (order < 0) continue
    const name = ELEMENTS[order]?.[0] ?? (kind === 'number' ? '发文字号' : '标题')
    found.push({ name, order, at: { start, end } })
  }
  return found
}

/**
 * Elements that stand below one that should come after them, each with the first of those. Only below a 发文机关标志 with 文件: letters and orders
 * have other heads.
 */
export function* mastheadFaults(doc: Doc, layout: Layout): Iterable<Element & { readonly below: string }> {
  const elements = elementsOf(doc, layout)
  if (!elements.some(({ name }) => name === '发文机关标志')) return
  const seen = new Set<string>()
  for (const [i, { name, order, at }] of elements.entries()) {
    const before = elements.slice(0, Math.min(i, ELEMENTS.length + 2)).find((other) => other.order > order)
    if (!before || seen.has(name)) continue
    seen.add(name)
    yield { name, at, below: before.name }
  }
}

/** 柳政办〔2024〕3号, and nothing else on its line. */
const NUMBER = /^[一-龥]{1,14}[〔[（(【［]\d{4}[〕\]）)】］]第?\d{1,5}号$/
/** A line longer than this is no 发文机关标志. UTF-16 units. */
const MARK_MAX = 60
/** Shorter, and without a full stop: the title of another document, to which the mark belongs. UTF-16 units. */
const TITLE_MAX = 64

/**
 * A 发文机关标志 that stands below the title, whatever the file says of its print: among the text, or behind its end. One with a title below it is the head of
 * another document that is attached.
 */
export function* strayMarks({ text, blocks, facts }: Doc): Iterable<Element & { readonly below: string }> {
  const lineAt = (i: number): string => {
    const block = blocks[i]
    return block ? squeeze(text.slice(block.start, Math.min(block.end, block.start + 500))) : ''
  }
  const below = facts.parts.find(({ kind }) => kind === 'title')?.end
  if (below === undefined) return
  for (let i = 1; i < blocks.length; i++) {
    const { start, end, kind } = blocks[i]!
    if (end - start > MARK_MAX || kind === 'code' || kind === 'cell' || !/文件\s*$/.test(text.slice(end - 4, end)))
      continue
    const mark = lineAt(i)
    if (!/^[一-龥]{2,40}文件$/.test(mark)) continue
    const name = mark.slice(0, -2)
    if (start < below || !kindOf(name)) continue
    let next = i + 1
    while (next < blocks.length && lineAt(next) === '') next++
    const numbered = NUMBER.test(lineAt(next))
    if (numbered)
      do next++
      while (next < blocks.length && lineAt(next) === '')
    else if (!facts.title.startsWith(name)) continue
    const rest = lineAt(next)
    if (rest !== '' && rest.length <= TITLE_MAX && !/[。：:]$/.test(rest)) continue
    const last = kindAbove(facts.parts, start)
    yield {
      name: '发文机关标志',
      at: { start, end },
      below: last === 'title' ? '标题' : last === 'addressee' ? '主送机关' : last === 'body' ? '正文' : '落款',
    }
  }
}

/** What the part above `at` is, apart from marks and numbers. */
function kindAbove(parts: readonly Part[], at: number): PartKind | undefined {
  let i = lastBefore(parts, at - 1)
  while (parts[i]?.kind === 'masthead' || parts[i]?.kind === 'number') i--
  return parts[i]?.kind
}

/** The issuer's mark and the colours of its characters: RRGGBB, '' where automatic. */
export function markOf(
  doc: Doc,
  layout: Layout,
): { readonly at: Span; readonly colours: readonly string[] } | undefined {
  const mark = elementsOf(doc, layout).find(({ name }) => name === '发文机关标志')
  const i = mark ? doc.blocks.findIndex(({ start }) => start === mark.at.start) : -1
  if (!mark || i < 0) return undefined
  const written = layout.blocks[i]!.stretches.filter(({ start, end }) => doc.text.slice(start, end).trim() !== '')
  return { at: mark.at, colours: written.map(({ colour = '' }) => colour) }
}
