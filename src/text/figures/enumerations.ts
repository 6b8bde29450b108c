/** How many a document says there are, and how many it then names. */
import type { Doc, Span } from '../../core.ts'
import { type Flat, flatten, paragraphsOf } from '../flat.ts'
import { matchesOf } from '../matches.ts'
import { parseNumeral } from '../numerals.ts'

/** A stated number and the plainly delimited list that belongs to it, where the two differ. Offsets of `Doc.text`. */
export interface Miscount {
  /** The stated number with its classifier: 三个方面. */
  readonly at: Span
  /** As written, e.g. 三个. */
  readonly stated: string
  readonly expected: number
  readonly found: number
  /** The first and the last item. */
  readonly list: Span
}

const NUMBER = '[二两三四五六七八九十]|十[一二三四五六七八九]|[二三四五六七八九]十[一二三四五六七八九]?|\\d{1,2}'
const HAN = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const FEWEST = 2
/** Paragraphs by their number, flattened when asked for. */
type Paragraphs = (index: number) => Flat | undefined
/** A number of things, somewhere in a paragraph as the file has it: without one there is nothing to miscount. */
const COUNT =
  /[二两三四五六七八九十\d](?<![第\d一二三四五六七八九十百千万零〇.].)[一二三四五六七八九十\d\s]{0,8}[个方项点条件大类种步招批家份部所座处名位支本张]/

/** All miscounts of the body, in order. */
export function miscounts(doc: Doc): Miscount[] {
  const blocks = paragraphsOf(doc)
  const flats: (Flat | undefined)[] = []
  const flatAt: Paragraphs = (i) => {
    const block = blocks[i]
    return block && (flats[i] ??= flatten(doc, block))
  }
  const found: Miscount[] = []
  let above = false
  for (let i = 0; i < blocks.length; i++) {
    const { start, end } = blocks[i]!
    const raw = doc.text.slice(start, end)
    const counts = COUNT.test(raw)
    // What is announced at the end of a paragraph may begin with the next.
    if (counts || (above && /^\s*一/.test(raw))) markedLists(flatAt, i, found)
    if (counts) {
      numberedBelow(flatAt, i, found)
      if (/[、》“"]/.test(raw)) named(flatAt(i)!, found)
    }
    above = counts
  }
  found.sort((a, b) => a.at.start - b.at.start || b.at.end - a.at.end)
  // “三个一律”：… can be read in two ways; one finding will do.
  return found.filter((one, i) => i === 0 || one.at.start >= found[i - 1]!.at.end)
}

// --------------------------------------------------------------------------------------- 一是…二是…三是…

const MARK =
  /(?<![第有这那哪之其唯统同万])([一二三四五六七八九十]|十[一二])(是|要)(?!一|否|求)|(?<=[：；。，])第([一二三四五六七八九十])(，|阶段|步|批|类)|(?<=[：；。，])[（(]([一二三四五六七八九十]|\d{1,2})([）)])|(?<=[：；。，])(\d{1,2})([.．、])(?!\d)/g
/** What stands right before 一是: …以下三个方面： */
const LEAD = new RegExp(
  `(?<![第\\d一二三四五六七八九十百千万零〇.〔])(${NUMBER})(个方面|方面|个|项|点|条|件|大|类|种|步|招|批)([^，。；：！？\\d]{0,14})[：，。]?(?:即|就是|具体(?:[是为讲]|来说)?|分别[是为])?[：，]?[“"]?$`,
)
const FIRST = /一[是要]|第一(?:，|阶段|步|批|类)|[：；。，](?:[（(][一1][）)]|1[.．、])/
const ANY_COUNT = new RegExp(`(?<![第\\d.])(?:${NUMBER})(?:个|项|点|条|件|大|类|种|步|招|方面)`, 'g')

/** 八项规定, 三个代表: a number that is part of a name. */
const NAME =
  /^(?:八项规定|三个代表|四个全面|四个意识|四个自信|两个维护|两个确立|三大攻坚|六大纪律|两个毫不|两个大局|五大(?:发展|新发展)|三项机制|四风|十项规定|十大工程)|[项条](?:规定|准则|纪律)精神/

/** 上述四项工作中，一是…最快: these were listed before, and some of them are now picked out. */
const REFERS_BACK = /(?:上述|以上|前述|前面|这|该|其余|剩余|另外|其他|余下)(?:的|所列|提到的)?$/

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
function markedLists(flatAt: Paragraphs, index: number, found: Miscount[]): void {
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
    if (/[“"]$/.test(list.leadText.slice(0, list.lead.index)) && list.count < expected) continue
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
  // Where paragraphs are numbered 四、 and 五、, 五、 is a section of them, and no further item of a list of four.
  const own = new RegExp(`^${HAN[list.count - 1]}、`)
  let inSection = false
  for (let i = Math.max(0, index - 40); i < index + 8 && !inSection; i++) inSection = own.test(flatAt(i)?.text ?? '')
  const next = new RegExp(`${numeral}[是要]|${inSection ? '(?<!^)' : ''}${numeral}、|[（(]${numeral}[）)]|第${numeral}`)
  for (let below = index + 1; below < index + 8; below++) if (next.test(flatAt(below)?.text ?? '')) return true
  return false
}

// ----------------------------------------------------------------------------------- numbered paragraphs below

const ANNOUNCED = new RegExp(
  `(?:(?:以下|下列|下面|如下|(?:我|重点|再|简要|主要)?(?:讲|谈|提出?|强调|汇报))的?(${NUMBER})(个方面|方面|个|项|点|条|件|类|种)[^，。；：\\d]{0,14}|(?<![第\\d一二三四五六七八九十])(${NUMBER})(个方面|方面|个|项|点|条|件|类|种)[^，。；：\\d]{0,2}(?:意见|要求|事项|问题|措施|建议|工作|任务|安排|规定|原则|条件|情况|通知)?如下)[：。]?$`,
)
/** Whatever is announced is counted right before the end; few paragraphs end so, and the large pattern is for those. */
const ENDS_IN_COUNT = /[二两三四五六七八九十\d][个方项点条件类种][^，。；：\d]{0,16}[：。]?$/
const NUMBERINGS: readonly RegExp[] = [
  /^([一二三四五六七八九十]{1,3})[、.．]/,
  /^[（(]([一二三四五六七八九十]{1,3})[）)]/,
  /^(\d{1,2})[.．、](?!\d)/,
  /^[（(](\d{1,2})[）)]/,
  /^第([一二三四五六七八九十]{1,3})[，、]/,
]

function numberedBelow(flatAt: Paragraphs, index: number, found: Miscount[]): void {
  const first = flatAt(index + 1)
  if (!first || !/^[一01（(第]/.test(first.text)) return
  const flat = flatAt(index)!
  const tail = flat.text.slice(-60)
  const m = ENDS_IN_COUNT.test(tail) ? ANNOUNCED.exec(tail) : null
  if (!m) return
  const [number, classifier] = m[1] !== undefined ? [m[1], m[2]!] : [m[3]!, m[4]!]
  const expected = parseNumeral(number)!
  const style = NUMBERINGS.findIndex((pattern) => numberOf(pattern, first.text) === 1)
  if (style < 0 || expected < FEWEST) return
  const pattern = NUMBERINGS[style]!
  let count = 1
  let last = first
  let below = index + 2
  for (; below < index + 2 + MOST_BELOW; below++) {
    const next = flatAt(below)
    if (!next) break
    const n = numberOf(pattern, next.text)
    if (n === count + 1) {
      count++
      last = next
    } else if (n !== undefined) {
      // 1 begins another list; a gap is another fault.
      if (n === 1) break
      return
    } else if (NUMBERINGS.slice(0, style).some((higher) => higher.test(next.text))) break
  }
  if (count === expected || count < FEWEST || (below === index + 2 + MOST_BELOW && count < expected)) return
  const offset = flat.text.length - tail.length + m.index + m[0].indexOf(number + classifier)
  found.push({
    at: { start: flat.place(offset), end: flat.place(offset + number.length + classifier.length) },
    stated: number + classifier,
    expected,
    found: count,
    list: { start: first.block.start, end: last.block.end },
  })
}

/** Paragraphs: a longer list is not followed to its end. */
const MOST_BELOW = 400

const numberOf = (pattern: RegExp, text: string): number | undefined => {
  const m = pattern.exec(text)
  return m ? parseNumeral(m[1]!) : undefined
}

// ------------------------------------------------------------------------------------ A、B、C等三个…, A、B三个…

const CLASSIFIERS = '个|项|家|类|种|条|件|份|部|所|座|处|名|位|支|方面|大'
/** Where a number of things begins. The look ahead lets the engine skip to the next numeral. */
const NUMBERED = new RegExp(
  `(?=[二两三四五六七八九十\\d])(?<![第\\d一二三四五六七八九十百千万零〇.])(?:${NUMBER})(?=${CLASSIFIERS}|[本张])`,
  'g',
)
/** Units: longer than all that is read of a list behind its number. */
const FAR = 240

/** Lists of names before and behind their number. */
function named(flat: Flat, found: Miscount[]): void {
  const { text } = flat
  // What one pattern has read is not read by it again.
  let before = 0
  let inBrackets = 0
  let listed = 0
  for (const { index } of matchesOf(NUMBERED, text)) {
    const rest = text.slice(index, index + FAR)
    if (index >= before) before = namedBefore(flat, index, index > before, rest, found)
    if (index >= inBrackets) inBrackets = listBehind(flat, index, BEFORE_NAMES.exec(rest), 16, found)
    if (index >= listed) listed = listBehind(flat, index, LISTED.exec(rest), 12, found)
  }
  if (/[“"]/.test(text)) sameWord(flat, found)
  if (text.includes('个一')) onesBefore(flat, found)
}

const AFTER_NAMES = new RegExp(
  `^(${NUMBER})(${CLASSIFIERS})(?![级月年日]|以[上下内外]|之[一中内])([^，。；：、\\d]{0,20})`,
)

/** Names before their number at `index`. 等 keeps a list open: only more names than the number are a fault then. Returns where to read on. */
function namedBefore(
  { text, place }: Flat,
  index: number,
  mayBeOpen: boolean,
  rest: string,
  found: Miscount[],
): number {
  const m = AFTER_NAMES.exec(rest)
  if (!m) return index
  const [whole, number = '', classifier = '', noun = ''] = m
  const end = index + whole.length
  const open = mayBeOpen && text[index - 1] === '等'
  const to = open ? index - 1 : index
  const from = Math.max(0, to - 160)
  const before = text.slice(from, to)
  if (!/[、》”"]/.test(before.slice(-40))) return end
  // 新建公园4个、幼儿园9所 counts things; only a word that sums names up closes a list without 等.
  if (open ? noun === '' && classifier !== '类' : !(SUMS_UP.test(noun) || (classifier === '类' && noun === '')))
    return end
  const expected = parseNumeral(number)!
  const names = namesBefore(before, from > 0)
  if (!names || expected < FEWEST || Math.abs(names.least - expected) > 4 || noun.includes('之一')) return end
  if (names.least <= expected && (open || names.most >= expected)) return end
  found.push({
    at: { start: place(index), end: place(index + number.length + classifier.length) },
    stated: number + classifier,
    expected,
    found: names.least > expected ? names.least : names.most,
    list: { start: place(from + names.start), end: place(to) },
  })
  return end
}

const SUMS_UP =
  /^(?:重点|关键|主要|不同|基本|县直|市直|专项|公务|微信|责任|牵头|试点|示范|贫困|沿海|主体)?(?:工作)?(?:方面|领域|环节|层面|维度|阶段|板块|部门|单位|地区|省|[县市区](?![直级场域])|城市|乡镇|街道|村(?!民)|社区|文件|科室|股室|小组|工作组|专班|内设机构|微信群|工作群|群$|专项$|关键词|步骤|抓手|举措|措施$|制度$|机制$|清单|问题$)/

interface Names {
  readonly start: number
  readonly least: number
  readonly most: number
}

/** Names that stand one after the other up to the end of `before`; undefined where it is not plain which they are. */
function namesBefore(before: string, cut: boolean): Names | undefined {
  // Titles: nothing else can stand between them.
  const titles = /(?:《[^《》]{1,60}》(?:（[^（）]{1,30}）)?[、和及与]?){2,}$/.exec(before)
  if (titles) {
    const count = titles[0].split('《').length - 1
    return { start: titles.index, least: count, most: count }
  }
  if (/[》）]/.test(before.slice(-1))) return undefined
  const blank = before.replace(/[“"《（(][^“”"《》（）()]{1,40}[”"》）)]/g, (s) => '某'.repeat(s.length))
  const clauseAt = Math.max(...[...'，。；：！？”》）'].map((mark) => blank.lastIndexOf(mark))) + 1
  // The number of the paragraph is none of the names: 三、县里抽调4名….
  const start = clauseAt + (PARAGRAPH_NUMBER.exec(blank.slice(clauseAt))?.[0].length ?? 0)
  // 将研究、开发活动分为高风险、中风险两类: the names begin behind the verb.
  const opens = OPENS_NAMES.exec(blank.slice(start))?.[0].length ?? 0
  const clause = blank.slice(start + opens)
  const items = clause.split('、')
  if (items.length < 2 || (cut && start === 0 && opens === 0)) return undefined
  const rest = items.slice(1)
  // Whatever is no bare name makes it unclear where the list begins.
  if (rest.some((item) => UNCLEAR.test(item) || item.length < 2 || item.length > 16)) return undefined
  const joints = rest.at(-1)!.split(/以及|[和及与]/).length - 1
  if (rest.slice(0, -1).some((item) => /[和及与]/.test(item)) || joints > 1) return undefined
  if (/[和及与]/.test(items[0]!.slice(-6)) || /某.*某/.test(items[0]!)) return undefined
  return { start: start + opens, least: items.length, most: items.length + joints }
}
/** Where names begin: behind a verb, behind others that were summed up (A、B两个社区和C、D两个村), behind what joins this clause to the last. */
const OPENS_NAMES =
  /^.*(?:分为|划分为|分成|包括|涵盖|涉及|[二两三四五六七八九十](?:个|家|所|类)[^、，]{1,6}(?:以及|[和及与]))|^(?:以及|[和及与])/
const PARAGRAPH_NUMBER = /^[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]、)/
const UNCLEAR =
  /[的等各\d]|[一二两三四五六七八九十](?:级|个|项|家|类|名|批)|其他|分别|包括|通过|在[^，]*中|^(?:是|成为|入选|获|并|对|以|在|将|把|从|向|由)/

// --------------------------------------------------------------------- 三个…（A、B、C）, “四个一”（一…、一…）

const BEFORE_NAMES = new RegExp(`^(${NUMBER})(${CLASSIFIERS})[^，。；：、（(\\d]{0,12}[（(]([^（）()]{3,160})[）)]`)
/** “四项制度”，即A、B、C。 */
const LISTED = new RegExp(
  `^(${NUMBER})(个|项|类|种|条|大|支|本|张)[^，。；：、（(\\d]{1,10}[”"]?(?:，?(?:即|分别是|分别为|包括)[：]?|(?:公布|名单|具体)?如下：|：)([^，。；：（）()？！]{5,120})(?=[。；]|$)`,
)
/** “三个一律”：一律…、一律…. */
const SAME_WORD =
  /[“"]([二两三四五六七八九十])个([一-龥]{1,3})[”"][^，。；：（(“"]{0,10}(?:[（(：]|，?(?:即|就是|是指)：?)([^（）()。]{5,160})/g
const ONES_BEFORE =
  /(?=一)((?:一[一-龥]{2,16}、){1,11}一[一-龥]{2,16})[”"]?的?[“"《]{0,2}([二两三四五六七八九十])个一[”"]/g

/** The list that ends a match (its number, classifier and list) found at `index`, of names no longer than `longest`. Returns where to read on. */
function listBehind(flat: Flat, index: number, m: RegExpExecArray | null, longest: number, found: Miscount[]): number {
  if (!m) return index
  const [whole, number = '', classifier = '', list = ''] = m
  const end = index + whole.length
  const items = list.replace(/[“"《][^“”"《》]{1,40}[”"》]/g, (s) => '某'.repeat(s.length)).split('、')
  const expected = parseNumeral(number)!
  if (expected < FEWEST || items.length < 2 || Math.abs(items.length - expected) > 2) return end
  if (
    items.some(
      (item) => item.length < 2 || item.length > longest || ASIDE.test(item) || /^[一二三四五六七八九十]是/.test(item),
    )
  )
    return end
  const from = index + whole.lastIndexOf(list)
  report(flat, index, number + classifier, items.length, { start: from, end: from + list.length }, found)
  return end
}

function sameWord(flat: Flat, found: Miscount[]): void {
  for (const m of matchesOf(SAME_WORD, flat.text)) {
    const [whole, number, word = '', list = ''] = m
    const items = list.split(/[、，；]/)
    if (items.length < 2 || !items.every((item) => item.replace(/^[“"]/, '').startsWith(word))) continue
    const end = m.index + whole.length
    report(flat, m.index + 1, `${number}个${word}`, items.length, { start: end - list.length, end }, found)
  }
}

function onesBefore(flat: Flat, found: Miscount[]): void {
  for (const m of flat.text.matchAll(ONES_BEFORE)) {
    const [whole, list = '', number] = m
    const count = list.split('、').length
    const at = m.index + whole.length - 4
    report(flat, at, `${number}个一`, count, { start: m.index, end: m.index + list.length }, found)
  }
}

/** What is stated at `at` of a flat text is not what stands in `list`, unless it is. */
function report({ place }: Flat, at: number, stated: string, count: number, list: Span, found: Miscount[]): void {
  const expected = numberOf(new RegExp(`^(${NUMBER})`), stated)!
  if (expected === count) return
  found.push({
    at: { start: place(at), end: place(at + stated.length) },
    stated,
    expected,
    found: count,
    list: { start: place(list.start), end: place(list.end) },
  })
}
/** In brackets: no plain list of names. */
const ASIDE =
  /[，。；：等和及与含下同\d]|包括|其中|简称|以下|见|附件|负责|牵头|除|不含|单位|部门$|^(?:自治[区州县旗]|直辖市|街道|乡镇|园区|社区|开发区|管委会|公司|团场|林场|农场|工业园区)$|[一二两三四五六七八九十](?:个|项|家|类|名|批)/
