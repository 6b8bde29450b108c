/** Brackets and quotation marks: their other halves, and those without. */
import type { Block, Edit } from '../../core.ts'
import { edit, type MarkFault } from './faults.ts'

/** Both widths of a round bracket are one kind. */
const KINDS = ['（(）)', '《》', '“”', '【】', '〈〉']
export const TITLE = 1
export const QUOTE = 2

/** By character code: its kind; those that close are ~kind. */
const BRACKETS: ReadonlyMap<number, number> = new Map(
  KINDS.flatMap((marks, kind) =>
    [...marks].map((mark, i): [number, number] => [mark.charCodeAt(0), i < marks.length / 2 ? kind : ~kind]),
  ),
)

/** The kind of a bracket or quotation mark, 0 or more; of one that closes `~kind`, below 0. undefined: it is none. */
export const bracketOf = (code: number): number | undefined => BRACKETS.get(code)

/** A bracket or quotation mark without its other half in its paragraph. */
export interface Loose {
  readonly at: number
  readonly kind: number
  readonly opens: boolean
  readonly block: number
  /** Where it finds no other half it needs none: 1）. */
  readonly alone?: boolean
}

interface Open {
  readonly at: number
  readonly kind: number
  /** Pairs of the same kind inside, which are wrong if this one finds its other half. */
  inner?: MarkFault[]
}

/** The pairs of one paragraph, then of the next: made anew for each they would be the most that is made. */
export class Pairs {
  readonly #text: string
  readonly #faults: MarkFault[]
  readonly #stack: Open[] = []
  /** How many of each kind are on the stack: a thousand brackets that never close must not be searched again for every mark behind them. */
  readonly #waiting = [0, 0, 0, 0, 0]
  /** Of the paragraph. */
  readonly loose: Loose[] = []
  /** Where each pair opens and closes, one after the other. */
  readonly ends: number[] = []

  constructor(text: string, faults: MarkFault[]) {
    this.#text = text
    this.#faults = faults
  }

  begin(): void {
    this.loose.length = 0
    this.ends.length = 0
  }

  /** Is one of this kind open? */
  isOpen(kind: number): boolean {
    return this.#waiting[kind] !== 0
  }

  open(at: number, kind: number): void {
    this.#stack.push({ at, kind })
    this.#waiting[kind]!++
  }

  /** `start`: of the paragraph. */
  close(at: number, kind: number, start: number, block: number): void {
    const stack = this.#stack
    const waiting = this.#waiting
    if (waiting[kind] === 0) {
      this.loose.push({ at, kind, opens: false, block, alone: kind === 0 && isListMark(this.#text, start, at) })
      return
    }
    let depth = stack.length - 1
    while (stack[depth]!.kind !== kind) depth--
    if (depth + 1 < stack.length) for (const open of stack.splice(depth + 1)) this.#lose(open, block)
    const own = stack.pop()!
    waiting[kind]!--
    this.ends.push(own.at, at)
    if (own.inner) for (const fault of own.inner) this.#faults.push(fault)
    if (kind !== TITLE && kind !== QUOTE) return
    // A quotation inside a title inside a quotation is a new beginning.
    const outer = stack[stack.length - 1]
    if (outer?.kind !== kind || at - own.at > 200) return
    outer.inner ??= []
    for (const fault of nested(this.#text, own, at, outer)) outer.inner.push(fault)
  }

  /** What is still open has no other half. */
  end(block: number): void {
    for (const open of this.#stack) this.#lose(open, block)
    this.#stack.length = 0
  }

  #lose({ at, kind }: Open, block: number): void {
    this.#waiting[kind]!--
    this.loose.push({ at, kind, opens: true, block })
  }
}

/** Opened, and not closed again. */
const BETWEEN_LEVELS = /[<＜‹«〈「『][^>＞›»〉」』]*$/

/** A title in a title, a quotation in a quotation: the inner one takes other marks. */
function nested(text: string, own: Open, at: number, outer: Open): readonly MarkFault[] {
  const span = { start: own.at, end: at + 1 }
  const inside = text.slice(own.at + 1, at)
  // “甲“，“乙”: what looks like a quotation inside is the words between two.
  if (own.kind === QUOTE && /[，。；]/.test(inside)) return [turnedAt(text, own.at, '”'), turnedAt(text, at, '“')]
  // 《《条例》》: typed twice, or a title of which the words are gone.
  if (outer.at === own.at - 1 && text[at + 1] === text[at]) {
    const [from, to] = [outer.at, at + 2]
    return [
      {
        kind: 'doubled',
        at: { start: from, end: to },
        found: text.slice(from, to),
        wanted: text.slice(own.at, at + 1),
      },
    ]
  }
  const [left, right] = own.kind === TITLE ? ['〈', '〉'] : ['‘', '’']
  const wanted = `${left}${inside}${right}`
  // 《关于转发‹关于印发《方案》的通知›的通知》: a level lies between them, whatever it is marked by.
  const isSure = !own.inner?.length && !(own.kind === TITLE && BETWEEN_LEVELS.test(text.slice(outer.at + 1, own.at)))
  return [
    {
      kind: own.kind === TITLE ? 'nestedTitle' : 'nestedQuote',
      at: span,
      found: text.slice(span.start, span.end),
      wanted,
      ...(isSure && { fix: { span, text: wanted, safe: own.kind === TITLE } }),
    },
  ]
}

/** 1） and a) number the members of a list. */
const isListMark = (text: string, start: number, at: number) =>
  /(?:^|[^\d一-龥A-Za-z])[\dA-Za-z一二三四五六七八九十①-⑳]{1,3}$/.test(text.slice(Math.max(start, at - 4), at)) ||
  at - start <= 3

/** ”文山会海” or “文山会海“: the marks are all there, but some look the wrong way. */
export function turnedQuotes(text: string, quotes: readonly number[], loose: readonly Loose[]): MarkFault[] {
  if (quotes.length % 2 === 1 || !loose.some(({ kind }) => kind === QUOTE)) return []
  // The end of one quotation and the start of the next: lines of a paragraph that was cut.
  if (text[quotes[0]!] === '”' && text[quotes.at(-1)!] === '“') return []
  return quotes.flatMap((at, i) => {
    const wanted = i % 2 === 0 ? '“' : '”'
    if (text[at] === wanted) return []
    return [turnedAt(text, at, wanted)]
  })
}

const turnedAt = (text: string, at: number, wanted: string): MarkFault => ({
  kind: 'turned',
  at: { start: at, end: at + 1 },
  found: text[at]!,
  wanted,
  fix: edit(at, at + 1, wanted, false),
})

/**
 * Rows of quotations or titles with 、 between them: not those with words or brackets among their members.
 * @param places of 、 between two of them.
 * @param ends where each pair opens and closes, one after the other.
 */
export function rowsOf(text: string, places: readonly number[], ends: readonly number[]): Edit[][] {
  const rows: Edit[][] = []
  if (places.length === 0) return rows
  const pairs = new Map<number, number>()
  for (let i = 0; i < ends.length; i += 2) {
    pairs.set(ends[i]!, ends[i + 1]!)
    pairs.set(ends[i + 1]!, ends[i]!)
  }
  let row: Edit[] = []
  let plain = true
  for (const [k, at] of places.entries()) {
    const first = pairs.get(at - 1)
    const last = pairs.get(at + 1)
    const continues = row.length > 0
    if (!continues) plain = first !== undefined && text[first - 1] !== '、' && text[first] === text[at + 1]
    plain &&= last !== undefined && text[at + 1] === text[first ?? -1]
    row.push(edit(at, at + 1, '', text[at - 1] === '》'))
    if (last !== undefined && places[k + 1] === last + 1) continue
    if (plain && last !== undefined && !'、（('.includes(text[last + 1] ?? ' ')) rows.push(row)
    row = []
  }
  return rows
}

/** So far away the other half may stand: a paragraph or a title may have been broken into lines. Paragraphs. */
const NEAR = 8
/** A quotation may run over many paragraphs. */
const LONG = 40

/** Of the loose marks those whose other half stands in no paragraph nearby; one of a kind for each paragraph. */
export function unpaired(text: string, blocks: readonly Block[], loose: readonly Loose[]): MarkFault[] {
  const open: Loose[][] = [[], [], [], [], []]
  const left: Loose[] = []
  for (const mark of [...loose].sort((a, b) => a.at - b.at)) {
    const waiting = open[mark.kind]!
    const last = waiting.at(-1)
    if (mark.opens) waiting.push(mark)
    else if (last && goesOn(text, blocks, last, mark)) waiting.pop()
    else if (!mark.alone) left.push(mark)
  }
  for (const marks of open) for (const mark of marks) if (!runsOn(text, blocks, mark)) left.push(mark)
  const told = new Set<string>()
  return left
    .sort((a, b) => a.at - b.at)
    .flatMap(({ at, kind, block }) => {
      if (kind === 0 && endsHistory(text, blocks[block]!, at)) return []
      const key = `${block} ${kind}`
      if (told.has(key)) return []
      told.add(key)
      return [{ kind: 'unpaired' as const, at: { start: at, end: at + 1 }, found: text[at]!, wanted: '' }]
    })
}

/** The last line of how a law was passed and amended; copies have lost the bracket that opens above it. */
const HISTORY = /^(?:19|20)\d{2}年\d{1,2}月\d{1,2}日.*(?:通过|批准|发布|公布|印发|修正|修订|修改|施行|实施|生效)[）)]$/
const endsHistory = (text: string, { start, end }: Block, at: number) =>
  at === end - 1 && end - start <= 400 && HISTORY.test(text.slice(start, end))

/** Sentences end in brackets, too, but then the brackets hold whole paragraphs: （注：本表由各乡镇填写。 */
function goesOn(text: string, blocks: readonly Block[], from: Loose, to: Loose): boolean {
  if (from.kind === QUOTE) return to.block - from.block <= LONG
  const [first, last] = [blocks[from.block]!, blocks[to.block]!]
  const whole = from.at === first.start && to.at === last.end - 1
  return to.block - from.block <= NEAR && (whole || !'。！？；'.includes(text[first.end - 1]!))
}

/** Each paragraph of a long quotation opens with “ again, and only the last one closes. */
const runsOn = (text: string, blocks: readonly Block[], { kind, block }: Loose) =>
  kind === QUOTE && text[blocks[block + 1]?.start ?? text.length] === '“'
