/** 围绕三个方面：一是…二是…三是…: marked one by one in a paragraph, or in paragraphs that each begin with their mark. */
import type { Span } from '../../../core.ts'
import type { Flat } from '../../flat.ts'
import { matchesOf } from '../../matches.ts'
import { parseNumeral } from '../../numerals.ts'
import { FEWEST, type Miscount, NUMBER, type Paragraphs } from './miscount.ts'

const HAN = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const MARK =
  /(?<![第有这那哪之其唯统同万])([一二三四五六七八九十]|十[一二])(是|要)(?!一|否|求)|(?<=[：；。，])第([一二三四五六七八九十])(，|阶段|步|批|类|个问题|个方面|件事|点(?!钟))|(?<=[：；。，])[（(]([一二三四五六七八九十]|\d{1,2})([）)])|(?<=[：；。，])(\d{1,2})([.．、])(?!\d)/g
/** What stands right before 一是: …以下三个方面： */
const LEAD = new RegExp(
  `(?<![第\\d一二三四五六七八九十百千万零〇.〔])(${NUMBER})(个方面|方面|个|项|点|条|件|份|大|类|种|步|招|批|道|桩|块)([^，。；：！？\\d]{0,14}(?:之一的，[^，。；：！？\\d]{1,14})?)[：，。]?(?:即|就是|具体(?:[是为讲]|来说)?|分别[是为])?[：，]?[“"]?$`,
)
const FIRST = /一[是要]|第一(?:，|阶段|步|批|类|个问题|个方面|件事|点(?!钟))|[：；。，](?:[（(][一1][）)]|1[.．、])/
const ANY_COUNT = new RegExp(`(?<![第\\d.])(?:${NUMBER})(?:个|项|点|条|件|大|类|种|步|招|方面)`, 'g')

/** 八项规定, 三个代表: a number that is part of a name. */
const NAME =
  /^(?:八项规定|三个代表|四个全面|四个意识|四个自信|两个维护|两个确立|三大攻坚|六大纪律|两个毫不|两个大局|五大(?:发展|新发展)|三项机制|四风|十项规定|十大工程)|[项条](?:规定|准则|纪律)精神/

/** 还有13件正在办理; 上述四项工作中，一是…最快: these were listed before, and some of them are now picked out. */
const REFERS_BACK =
  /(?:上述|以上|前述|前面|这|该|其余|剩余|另外|其他|余下|还有|尚有|仍有|还剩|剩下)(?:的|所列|提到的)?$/

interface Marked {
  readonly word: string
  readonly from: number
  to: number
  count: number
  readonly lead: RegExpExecArray | null
  readonly leadText: string
  regular: boolean
}

/** Runs of 一是…二是… in one paragraph, or one run over paragraphs that each begin with their mark. */
export function markedLists(flatAt: Paragraphs, index: number, found: Miscount[]): void {
  const flat = flatAt(index)!
  if (!FIRST.test(flat.text)) return
  const lists: Marked[] = []
  const latest = new Map<string, Marked>()
  for (const m of matchesOf(MARK, flat.text)) {
    const numeral = m[1] ?? m[3] ?? m[5] ?? m[7]!
    const number = parseNumeral(numeral)!
    const word = (m[2] ?? m[4] ?? m[6] ?? m[8]!) + (/\d/.test(numeral) ? '1' : '')
    const open = latest.get(word)
    if (number === 1) {
      const leadText = leadBefore(flatAt, index, flat.text.slice(Math.max(0, m.index - 60), m.index), m.index)
      const list = { word, from: m.index, to: m.index, count: 1, lead: LEAD.exec(leadText), leadText, regular: true }
      lists.push(list)
      latest.set(word, list)
    } else if (!open) continue
    else if (number === open.count + 1) {
      open.count = number
      open.to = m.index
    } else open.regular = false
  }
  // 一是 in one paragraph, 二是 in the next.
  const last = lists.at(-1)
  let end = flat.place(flat.text.length)
  if (last && lists.length === 1)
    for (let below = index + 1; below < index + 40; below++) {
      const next = flatAt(below)
      const number = next?.text.match(/^([一二三四五六七八九十]{1,2})(是|要)/)
      if (!next || !number || HAN.indexOf(number[1]!) !== last.count || number[2] !== last.word) break
      last.count++
      end = next.place(next.text.length)
    }
  for (const [i, list] of lists.entries()) {
    if (!list.lead || !list.regular) continue
    const expected = parseNumeral(list.lead[1]!)!
    if (expected < FEWEST || expected === list.count || list.count < FEWEST) continue
    if (NAME.test(list.lead[0])) continue
    if (REFERS_BACK.test(list.leadText.slice(0, list.lead.index)) || /(?:中|里|之内)$/.test(list.lead[3]!)) continue
    // “四个最严”要求，一是… may take up some of them.
    // “四项机制”：一是… takes up all.
    const inQuotes = /[“"]$/.test(list.leadText.slice(0, list.lead.index))
    if (inQuotes && list.count < expected && !/[”"]：$/.test(list.lead[0])) continue
    // Another count is as near: 围绕一个目标、突出三个重点：一是….
    const sentence = list.leadText.slice(list.leadText.lastIndexOf('。', list.leadText.length - 2) + 1)
    if ([...sentence.matchAll(ANY_COUNT)].length > 1) continue
    // A list within a list takes over its numbers.
    if (lists.slice(Math.max(0, i - 4), i + 5).some((other) => other !== list && nested(list, other))) continue
    if (list.count < expected && continues(flatAt, index, list)) continue
    const start = list.from - (list.leadText.length - list.lead.index)
    const at =
      start >= 0
        ? { start: flat.place(start), end: flat.place(start + list.lead[1]!.length + list.lead[2]!.length) }
        : leadAbove(flatAt(index - 1)!, list.lead)
    found.push({
      at,
      stated: list.lead[1]! + list.lead[2]!,
      expected,
      found: list.count,
      list: { start: flat.place(list.from), end: lists.length === 1 ? end : flat.place(list.to + 2) },
    })
  }
}

const nested = (list: Marked, other: Marked) =>
  other.word === list.word &&
  (other.from > list.from ? other.count > list.count : list.count > other.count && other.from < list.from)

/** The words before a list, or the paragraph above where it begins its own. */
const leadBefore = (flatAt: Paragraphs, index: number, before: string, at: number) =>
  at > 0 ? before : (flatAt(index - 1)?.text.slice(-60) ?? '')

function leadAbove(above: Flat, lead: RegExpExecArray): Span {
  const start = Math.max(0, above.text.length - 60) + lead.index
  return { start: above.place(start), end: above.place(start + lead[1]!.length + lead[2]!.length) }
}

/** Does something that may be a further item follow: 此外, 还要, 最后, another mark below? */
function continues(flatAt: Paragraphs, index: number, list: Marked): boolean {
  const rest = flatAt(index)!.text.slice(list.to + 2, list.to + 800)
  if (/此外|另外|还[要有]|另[一有]|最后|其次|同时，|与此同时|第[二三四五六七八九]|[二三四五六七八九]、|还是/.test(rest))
    return true
  const numeral = HAN[list.count] ?? ''
  // Where paragraphs are numbered 四、 and 五、, 五、 is a section of them, and no further item of a list of four; so with （四）.
  const own = new RegExp(`^(?:${HAN[list.count - 1]}、|[（(]${HAN[list.count - 1]}[）)])`)
  let inSection = false
  for (let i = Math.max(0, index - 40); i < index + 8 && !inSection; i++) inSection = own.test(flatAt(i)?.text ?? '')
  const next = new RegExp(
    `${numeral}[是要]|${inSection ? '(?<!^)' : ''}(?:${numeral}、|[（(]${numeral}[）)])|第${numeral}`,
  )
  for (let below = index + 1; below < index + 8; below++) if (next.test(flatAt(below)?.text ?? '')) return true
  return false
}
