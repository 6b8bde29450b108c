/** Faults in the numbers that paragraphs and clauses open with. */
import type { Doc, Edit, Span } from '../../core.ts'
import { merged } from '../merged.ts'
import { frameOf } from '../parts/frame.ts'
import { enumeratedIn, hanNumeral, type Numbered } from '../parts/numbering.ts'
import { blocksWith } from '../spans.ts'

/** The mark that GB/T 15834 puts behind a number of each form. */
const MARK: Readonly<Record<string, string>> = { han: '、', digit: '.', 'han-bracket': '', 'digit-bracket': '' }

/** The number written with the mark that belongs to it; undefined where it is. */
function markEdit({ text, meta }: Doc, { form, mark, numeral }: Numbered): Edit | undefined {
  const wanted = MARK[form]
  if (wanted === undefined) return undefined
  const written = text.slice(mark.start, mark.end)
  const tail = /[、.．，,]$/.exec(written)?.[0] ?? ''
  if (tail === wanted || (form === 'digit' && tail === '．')) return undefined
  // （一） keeps its brackets, of whatever width.
  const stem = form.endsWith('bracket')
    ? written.slice(0, written.search(/[)）]/) + 1)
    : text.slice(numeral.start, numeral.end)
  // 1. before a space would begin a list in Markdown, and readers see other numbers.
  const space =
    form === 'digit' && meta.encoding !== undefined ? /^[ \t]*/.exec(text.slice(mark.end, mark.end + 20))![0] : ''
  return { span: { start: mark.start, end: mark.end + space.length }, text: stem + wanted, safe: true }
}

/** Numbers whose mark is wrong, told together. */
export function* numberMarkFaults(doc: Doc, numbers: readonly Numbered[]) {
  const { text, blocks } = doc
  // Of 附件：1、甲 and 2、乙 below it only the second begins with its number: mended together, or not at all.
  const listed = new Set(frameOf(doc).list.map((line) => line.start))
  const edits = numbers.flatMap((n) => (listed.has(blocks[n.block]!.start) ? [] : (markEdit(doc, n) ?? [])))
  const written = new Map(edits.map((edit) => [edit.span.start, edit.text]))
  for (const { at, edit, count } of merged(
    text,
    edits.map((e) => [e]),
  )) {
    const found = text.slice(at.start, at.end).replace(/\s/g, '')
    yield {
      message: 'mark' as const,
      args: { found, wanted: written.get(at.start)!, count },
      at: { start: at.start, end: at.start + text.slice(at.start, at.end).trimEnd().length },
      fix: { ...edit, whole: true },
    }
  }
}

// ------------------------------------------------------------------------------------------------- sequences

/** A row of numbers of one form that is still open, and the rows inside it. */
interface Row {
  readonly first: Numbered
  last: Numbered
}

/** Numbers that skip, repeat, begin late, or stand on the wrong level. */
export function* sequenceFaults(text: string, numbers: readonly Numbered[]) {
  const open: Row[] = []
  const latest = new Map<string, Numbered>()
  const told = new Set<string>()
  let article: Numbered | undefined
  for (let i = 0; i < numbers.length; i++) {
    const found = numbers[i]!
    const { form, ordinal } = found
    if (form === 'article') {
      if (article && ordinal > 1) yield* articles(text, article, found)
      article = found
    }
    if (form === 'article' || form === 'part' || form === 'chapter' || form === 'section') {
      open.length = 0
      latest.clear()
      continue
    }
    const at = open.findIndex((row) => row.first.form === form)
    const inner = at < 0 ? [] : open.splice(at + 1)
    const row = open[at]
    if (row && ordinal > 1) {
      const upside = inner.find(({ first }) => first.level < found.level && first.ordinal === 1)
      if (upside && ordinal === row.last.ordinal + 1 && once(told, 'reversed'))
        yield {
          message: 'reversed' as const,
          args: { upper: shown(text, row.last), found: shown(text, upside.first) },
          at: upside.first.mark,
        }
      yield* compared(text, row.last, found, numbers[i + 1])
      row.last = found
    } else {
      if (row) open.pop()
      const parent = open.at(-1)?.last
      if (parent && ordinal === 1 && jumps(parent, found) && once(told, 'jumped'))
        yield {
          message: 'jumped' as const,
          args: { upper: shown(text, parent), found: shown(text, found), wanted: parent.level === 1 ? '（一）' : '1.' },
          at: found.mark,
        }
      const earlier = latest.get(form)
      if (
        ordinal > 1 &&
        parent &&
        parent.level < found.level &&
        ordinal !== (earlier?.ordinal ?? 0) + 1 &&
        !hidden(text, parent, found, 1) &&
        !hidden(text, earlier ?? parent, found, ordinal - 1)
      )
        yield {
          message: 'late' as const,
          args: { upper: shown(text, parent), found: shown(text, found) },
          at: found.mark,
        }
      open.push({ first: found, last: found })
    }
    latest.set(form, found)
  }
}

/** What stands further below is an attachment or the like, and not a level of its own. Paragraphs. */
const NEAR = 5

/** Articles count on through all chapters; 第三条之一 follows 第三条. */
function* articles(text: string, before: Numbered, found: Numbered) {
  const wanted = before.ordinal + 1
  const between = () => text.slice(before.mark.end, found.mark.start).replace(/\s/g, '')
  if (found.ordinal === before.ordinal && !shown(text, found).includes('之') && !between().includes('第一条'))
    yield { message: 'repeated' as const, args: { found: shown(text, found) }, at: found.mark }
  else if (found.ordinal > wanted) {
    const missing = `第${hanNumeral(wanted)}条`
    if (!between().includes(missing) && !between().includes(`第${wanted}条`))
      yield {
        message: 'skipped' as const,
        args: { before: shown(text, before), found: shown(text, found), missing },
        at: found.mark,
      }
  }
}

const once = (told: Set<string>, what: string) => !told.has(what) && told.add(what)
const shown = (text: string, { mark }: Numbered) => text.slice(mark.start, mark.end).replace(/\s/g, '')
/** 一、 may go on with 1. where there are only two levels; it is common, and nobody minds. */
const jumps = (upper: Numbered, lower: Numbered) =>
  lower.block - upper.block <= NEAR &&
  lower.level <= 4 &&
  lower.level > upper.level + 1 &&
  !(upper.level === 1 && lower.level === 3)

function* compared(text: string, before: Numbered, found: Numbered, next: Numbered | undefined) {
  const wanted = before.ordinal + 1
  if (found.ordinal === wanted) return
  const numeral = spelt(found, wanted)
  // The same heading twice is a line too many.
  const twice =
    text.slice(before.title.start, before.title.end).trim() === text.slice(found.title.start, found.title.end).trim()
  const fits = next === undefined || next.form !== found.form || next.ordinal === wanted + 1
  // 二、二、四、: one number is wrong. 二、二、三、: all that follow would have to change.
  const fix =
    fits && !twice && found.form !== 'circled' ? { fix: { span: found.numeral, text: numeral, safe: false } } : {}
  if (found.ordinal === before.ordinal && !hidden(text, before, found, 1))
    yield { message: 'repeated' as const, args: { found: shown(text, found) }, at: found.mark, ...fix }
  else if (found.ordinal > wanted && !hidden(text, before, found, wanted)) {
    const missing = shown(text, found).replace(text.slice(found.numeral.start, found.numeral.end), numeral)
    yield {
      message: 'skipped' as const,
      args: { before: shown(text, before), found: shown(text, found), missing },
      at: found.mark,
    }
  }
}

const spelt = ({ form }: Numbered, n: number): string =>
  form === 'circled' ? String.fromCharCode(0x245f + n) : form.startsWith('han') ? hanNumeral(n) : String(n)

/** Does the number that seems to be missing stand inside a paragraph, where a line break was lost, or in a table? */
function hidden(text: string, before: Numbered, found: Numbered, ordinal: number): boolean {
  const between = text.slice(before.mark.end, found.mark.start)
  const { form } = found
  const numeral = form.startsWith('digit') ? `(?:${ordinal}|${fullDigits(ordinal)})` : spelt(found, ordinal)
  if (form === 'circled') return between.includes(numeral)
  return new RegExp(
    form.endsWith('bracket')
      ? `[（(]\\s{0,3}${numeral}\\s{0,3}[)）]`
      : `(?<![（(\\d.十])${numeral}\\s{0,3}[${form === 'digit-paren' ? ')）' : '、.．，,\\s'}]`,
  ).test(between)
}

const fullDigits = (n: number) => String(n).replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)))

// ---------------------------------------------------------------------------------------------- enumerations

/** A member of an enumeration, and where it was read. */
interface Member {
  readonly ordinal: number
  readonly said: string
  /** Offset behind it. */
  readonly end: number
}
/** 一是…, 二是… may each have a paragraph, and its text a few more. Paragraphs. */
const BETWEEN = 3

/** Without it nothing is a member. */
const MEMBER = /[一二三四五六七八九十][是要，、,]/g

/** 1是…2是…: counted in words they are 一是, 二是. */
const DIGIT_MEMBER = /(?<=^|[。；：:;，,\s])([1-9])([是要])(?=[一-龥])/g

const FIRST_MEMBER = /1[是要]/

/** Members of an enumeration that are counted in figures, told together; one alone may be a sum or a score. */
export function* digitMembers({ text, blocks }: Pick<Doc, 'text' | 'blocks'>) {
  if (!FIRST_MEMBER.test(text)) return
  const rows: Edit[][] = []
  for (const { start, end, kind } of blocks) {
    if (kind === 'code' || kind === 'cell') continue
    const own = text.slice(start, end)
    if (!FIRST_MEMBER.test(own)) continue
    const row = [...own.matchAll(DIGIT_MEMBER)]
    if (row.length < 2 || row.some((m, i) => Number(m[1]) !== i + 1)) continue
    rows.push(
      row.map((m) => ({
        span: { start: start + m.index, end: start + m.index + 1 },
        text: hanNumeral(Number(m[1])),
        safe: true,
      })),
    )
  }
  for (const { at, edit, count } of merged(text, rows)) {
    const found = text.slice(at.start, at.start + 2)
    const wanted = hanNumeral(Number(found[0])) + found[1]
    yield {
      message: 'digits' as const,
      args: { found, wanted, count },
      at: { start: at.start, end: at.start + 2 },
      fix: { ...edit, whole: true },
    }
  }
}

/** 一是, 二是, 四是; 第一，第三，. */
export function* enumerationFaults(doc: Pick<Doc, 'text' | 'blocks'>) {
  const opening = new Map<string, Member & { readonly block: number }>()
  for (const block of blocksWith(doc.text, doc.blocks, MEMBER)) {
    const { start, end, kind } = doc.blocks[block]!
    if (kind === 'code' || kind === 'cell') continue
    const text = doc.text.slice(start, end)
    const last = new Map<string, Member>()
    for (const { form, word, ordinal, ...span } of enumeratedIn(text, start)) {
      const key = form + word
      const said = doc.text.slice(span.start, span.end)
      const member = { ordinal, said, end: span.end }
      const above = span.start === start ? opening.get(key) : undefined
      const before = last.get(key) ?? (above && block - above.block <= BETWEEN ? above : undefined)
      last.set(key, member)
      if (span.start === start) opening.set(key, { ...member, block })
      if (!before || ordinal === 1 || ordinal === before.ordinal + 1) continue
      const at: Span = span
      const wanted = hanNumeral(before.ordinal + 1)
      if (ordinal === before.ordinal) yield { message: 'repeated' as const, args: { found: said }, at }
      else if (
        ordinal > before.ordinal &&
        !new RegExp(`${wanted}(?:[是要则来靠抓，、,]|就是|方面)`).test(doc.text.slice(before.end, span.start))
      )
        yield {
          message: 'skipped' as const,
          args: { before: before.said, found: said, missing: said.replace(hanNumeral(ordinal), wanted) },
          at,
        }
    }
  }
}
