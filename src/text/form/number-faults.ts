/** Faults in the numbers that paragraphs and clauses open with. */
import type { Doc, Edit, Span } from '../../core.ts'
import { merged } from '../merged.ts'
import { parseNumeral } from '../numerals.ts'
import { frameOf } from '../parts/frame.ts'
import { enumeratedIn, hanNumeral, levelOf, type Numbered, type NumberForm } from '../parts/numbering.ts'
import { blocksWith } from '../spans.ts'

/** The mark that GB/T 15834 puts behind a number of each form. */
const MARK: Readonly<Record<string, string>> = { han: '、', digit: '.', 'han-bracket': '', 'digit-bracket': '' }

const MONTH = /^(\d{1,2})月/

/** The number written with the mark that belongs to it, never a safe edit where that may be read as something else; undefined where it is. */
function markEdit({ text, meta }: Doc, { form, mark, numeral, ordinal }: Numbered): Edit | undefined {
  const wanted = MARK[form]
  if (wanted === undefined) return undefined
  const written = text.slice(mark.start, mark.end)
  const tail = /[、.．，,]$/.exec(written)?.[0] ?? ''
  if (tail === wanted || (form === 'digit' && tail === '．')) return undefined
  // （一） keeps its brackets, of whatever width.
  const stem = form.endsWith('bracket')
    ? written.slice(0, written.search(/[)）]/) + 1)
    : text.slice(numeral.start, numeral.end)
  const blank = /^[ \t]*/.exec(text.slice(mark.end, mark.end + 20))![0]
  const behind = text[mark.end + blank.length] ?? ''
  // 1、、: which of them was meant is not known; （1）.5毫米 may be half a millimetre.
  if (/[.．、，,]/.test(behind) || (wanted === '' && /[.．]/.test(tail) && /[\d０-９]/.test(behind))) return undefined
  // 3、4月份工作安排 is of March and April, too.
  if (/^[、，,]$/.test(tail) && MONTH.exec(text.slice(mark.end, mark.end + 4))?.[1] === String(ordinal + 1))
    return undefined
  // 1. before a space would begin a list in Markdown, and readers see other numbers.
  const dropped = form === 'digit' ? meta.encoding !== undefined : form === 'han' && /^[.,]$/.test(tail)
  // 1、 5万元 without its blank is 1.5万元.
  const safe = !(form === 'digit' && dropped && blank !== '' && /[\d０-９]/.test(behind))
  return { span: { start: mark.start, end: mark.end + (dropped ? blank.length : 0) }, text: stem + wanted, safe }
}

/** 2、6年内 may be a number before a figure, or two figures: it is not read. */
const UNREAD = /^([\d０-９]{1,3})[ \t\u3000\u00a0]{0,4}[、，,][ \t]{0,4}[\d０-９.．]/

/** A paragraph of a list: what is to be mended in it, if anything. */
interface Member {
  readonly block: number
  readonly form: NumberForm
  readonly level: number
  readonly ordinal: number
  readonly edit?: Edit
  readonly unread?: true
}

/** Members that count on from one another, whatever stands below each. */
function listsOf(members: readonly Member[]): Member[][] {
  const lists: Member[][] = []
  const open = new Map<NumberForm, Member[]>()
  for (const member of members) {
    const own = open.get(member.form)
    const before = own?.at(-1)?.ordinal ?? 0
    if (own && (member.unread ? member.ordinal === before + 1 : member.ordinal >= before)) own.push(member)
    else if (!member.unread || member.ordinal === 1) {
      const list = [member]
      open.set(member.form, list)
      lists.push(list)
    } else continue
    for (const [form, [first]] of open) if (first!.level > member.level) open.delete(form)
  }
  return lists
}

/** Paragraphs that may go on with a list of figures, and are not read as doing so. */
const unreadIn = ({ text, blocks }: Doc, numbers: readonly Numbered[]): Member[] => {
  const read = new Set(numbers.map(({ block }) => block))
  return blocks.flatMap(({ start, end, kind }, block) => {
    if (kind === 'cell' || kind === 'code' || read.has(block)) return []
    const m = UNREAD.exec(text.slice(start, Math.min(end, start + 16)))
    return m
      ? [{ block, form: 'digit' as const, level: levelOf.digit, ordinal: parseNumeral(m[1]!)!, unread: true as const }]
      : []
  })
}

/** Numbers whose mark is wrong, told together. */
export function* numberMarkFaults(doc: Doc, numbers: readonly Numbered[]) {
  const { text, blocks } = doc
  // Of 附件：1、甲 and 2、乙 below it only the second begins with its number: mended together, or not at all.
  const listed = new Set(frameOf(doc).list.map((line) => line.start))
  const members = numbers.map((n): Member => {
    const edit = listed.has(blocks[n.block]!.start) ? undefined : markEdit(doc, n)
    return { block: n.block, form: n.form, level: n.level, ordinal: n.ordinal, ...(edit && { edit }) }
  })
  if (!members.some(({ edit }) => edit)) return
  const digits = members.some(({ form, edit }) => form === 'digit' && edit)
  const all = digits ? [...members, ...unreadIn(doc, numbers)].sort((a, b) => a.block - b.block) : members
  // A list is mended wholly or not at all.
  const unsure = new Set(
    listsOf(all)
      .filter((list) => list.some(({ unread, edit }) => unread || edit?.safe === false))
      .flat(),
  )
  for (const sure of [true, false]) {
    const edits = members.flatMap((m) => (m.edit && unsure.has(m) !== sure ? [m.edit] : []))
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
        ...(sure && { fix: { ...edit, whole: true } }),
      }
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
interface Said {
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
const DIGIT_MEMBER = /(?<=^|[。；：:;，,\s])([1-9])([是要])([一-龥][^，,。；;：:、（(\s]{0,39})/g

const FIRST_MEMBER = /1[是要]/

/** 填写代码, 三个档位: figures behind these are what is filled in, chosen or switched to. */
const CODES =
  /填[表写报涂入]|代[码号]|编[码号]|选项|[单多勾]选|评分|打分|得分|分值|(?<![归存建])档(?!案)|挡位|级别|[类户]型|类别|状态[:：]|一栏|栏[中内里填]|标[记识注]|用数字|符号|图例|按[钮键]|刻度|序号|[选试考]题/
/** No value of a code is longer, and no shorter one is surely none. UTF-16 units. */
const VALUE_MAX = 4
const SENTENCE_MIN = 8

/** 1是男，2是女 explains a code; 1是否到位，2是否到人 are questions. */
function explains(row: readonly RegExpMatchArray[], own: string): boolean {
  const first = row[0]!.index!
  return (
    row.some(([, , word, value]) => word === '是' && /^(?:否|指|代表)/.test(value!)) ||
    row.every(([, , word, value]) => word === '是' && value!.length <= VALUE_MAX) ||
    /(?:^|[。；：:;，,\s])0是/.test(own.slice(0, first)) ||
    CODES.test(own.slice(Math.max(0, first - 40), first))
  )
}

/** Members of an enumeration that are counted in figures, told together; one alone may be a sum or a score. */
export function* digitMembers({ text, blocks }: Pick<Doc, 'text' | 'blocks'>) {
  if (!FIRST_MEMBER.test(text)) return
  const rows: Edit[][] = []
  for (const { start, end, kind } of blocks) {
    if (kind === 'code' || kind === 'cell') continue
    const own = text.slice(start, end)
    if (!FIRST_MEMBER.test(own)) continue
    const row = [...own.matchAll(DIGIT_MEMBER)]
    if (row.length < 2 || row.some((m, i) => Number(m[1]) !== i + 1) || explains(row, own)) continue
    const safe = row.some(([, , word, value]) => word === '要' || value!.length >= SENTENCE_MIN)
    rows.push(
      row.map((m) => ({
        span: { start: start + m.index, end: start + m.index + 1 },
        text: hanNumeral(Number(m[1])),
        safe,
      })),
    )
  }
  for (const safe of [true, false])
    for (const { at, edit, count } of merged(
      text,
      rows.filter(([first]) => first!.safe === safe),
    )) {
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
  const opening = new Map<string, Said & { readonly block: number }>()
  for (const block of blocksWith(doc.text, doc.blocks, MEMBER)) {
    const { start, end, kind } = doc.blocks[block]!
    if (kind === 'code' || kind === 'cell') continue
    const text = doc.text.slice(start, end)
    const last = new Map<string, Said>()
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
