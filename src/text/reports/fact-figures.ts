/** Figures in a text that a register of facts knows: 328个单元网格. */
import type { Doc, Span } from '../../core.ts'
import { parseNumeral } from '../numerals.ts'
import { type Stance, stanceOf } from '../stance/stance.ts'

/** A fact: how many of what there are. */
export interface Fact {
  readonly name: string
  readonly value: number
  /** 个, 项; compared as written. */
  readonly measure: string
  /** The year that it holds for, where the register says one. */
  readonly year?: number
  /** Where it holds, '' for everywhere that the register is about. */
  readonly scope: string
}
/** A figure that is not the fact's. */
export interface Misreport<F extends Fact> {
  readonly fact: F
  readonly doc: Doc
  readonly at: Span
  readonly said: number
}

const FIGURE = '((?:\\d{1,3}(?:[,，]\\d{3})+|\\d+)(?:\\.\\d+)?|[一二两三四五六七八九十百千]{1,7})(万|亿)?'
/** What stands between a number and its noun, and the other way round, without changing what is counted. */
const OF = '(?:的|全县|县级|各级|各类)?'
const REDUCED = '(?:已经?|逐步|进一步|大幅|再|现)?(?:减少|压减|压缩|精简|缩减|削减|清减|下降|降低|减|降)[到至为]了?'
const IS = `(?:数|数量|总数|总量)?(?:共|共有|共计|总计|合计|达到|达|为|是|有|已有|已达|发展到|增至|增加到|${REDUCED})?`
/** About so many: a register's figure need not be it. */
const ABOUT = /(?:近|约|超|超过|逾|上|大约|不足|突破|多达|数)$/
const ABOUT_BEHIND = /^(?:余|多|左右|以上|以下|以内|之内)/
/** A part of what there is, a change of it, or what is wanted. */
const PART =
  /如果|假如|倘若|今后|打算|新增|新建|新设|增设|增加(?!到)|减少(?![到至为])|撤销|撤并|取消|调整|合并|整合|其中|分别|首批|摘除|摘掉|拆除|清除|清退|取缔|注销|关停|腾退|裁撤|\d(?:年|月|日)?[底末]?前|第[一二三四五六七八九十\d]+批|每[个一名年月]?|各(?![级类])|平均|剩余|余下|部分|试点|计划|力争|目标|拟|将(?!.{0,8}(?:划|分))|不少于|不低于|至少|下放|完成了?|办结|累计(?!设)|原有?|此前|过去|以前|曾|[由从]\d[^，。；]{0,16}?(?:[到至为]|[增减降升扩]|变|调)|比|较|同比|占|之一|负责|联系|包联|走访|检查|抽查|随机|示范|优秀|先进|空白|问题|存在/
/** 由92个减少到58个: what there was is told by the way. */
const FORMERLY = new RegExp(`[由从][一-龥]{0,6}?\\d[\\d,，]{0,8}[一-龥]?(?=${REDUCED})`)
const FEWER_BEHIND = new RegExp(`^[^，。；]{0,8}?${REDUCED}`)
const DENIED = /没有|并非|不是|不再(?!新增)|并不/
const PLACE =
  /[一-龥]{1,6}(?:镇|乡|街道|村|社区|园区)(?![级域])|(?:某|该|本)(?:镇|乡|街道|村|社区|单位)|辖区|其他|外[县市省]/
const SO_MANY = /\d[\d,.]*\s?个(?:行政|自然)?(?:村|社区|乡镇|镇|乡|街道|园区)(?:和社区|（社区）)?/g
const YEAR = /((?:19|20)\d{2})年/g
const YEAR_BEHIND = /^[^，；。]*?((?:19|20)\d{2})年/

/** A figure that a text gives for something that the register names. */
export interface Given<F extends Fact> extends Said {
  readonly doc: Doc
  /** Facts of that name. */
  readonly named: readonly F[]
}

/**
 * Finds figures that contradict facts: the same noun, the same measure word, nothing that makes it another matter. One finding per place. A fact without a
 * year is of `thisYear`.
 */
export function misreported<F extends Fact>(given: readonly Given<F>[], thisYear?: number): Misreport<F>[] {
  return given.flatMap(({ doc, named, at, value }) => {
    if (named.some((fact) => agrees(value, fact.value))) return []
    const stance = stanceOf(doc, at)
    const fact = named.find((one) => speaksOf(stance, one, thisYear))
    return fact ? [{ fact, doc, at, said: value }] : []
  })
}

/** Two documents that give different figures for one thing and one year, of which the register has none. */
export interface Conflict {
  readonly name: string
  readonly measure: string
  readonly year: number
  readonly here: Told
  readonly there: Told
}
interface Told {
  readonly doc: Doc
  readonly at: Span
  readonly value: number
}

/** Each figure is held against the first that another document gives; both documents are told, for nobody knows which of them is right. */
export function conflicting<F extends Fact>(given: readonly Given<F>[]): Conflict[] {
  const first = new Map<string, Told[]>()
  const found: Conflict[] = []
  const accused = new Set<Told>()
  for (const { doc, named, at, value } of given) {
    const { name, measure } = named[0]!
    const stance = stanceOf(doc, at)
    const year = yearOf(stance)
    const settled = named.some((fact) => fact.year === undefined || fact.year === year)
    if (year === undefined || settled || !isWhole(stance, named[0]!)) continue
    const key = `${name}\n${measure}\n${year}`
    const told = first.get(key) ?? []
    first.set(key, told)
    const there = told.find((other) => other.doc !== doc)
    const here = { doc, at, value }
    if (!told.some((other) => other.doc === doc)) told.push(here)
    if (!there || agrees(value, there.value)) continue
    found.push({ name, measure, year, here, there })
    if (!accused.has(there)) found.push({ name, measure, year, here: there, there: here })
    accused.add(there)
  }
  return found
}

/** The figures that a text gives for what the register names, in order. Linear in the text. */
export function figuresGiven<F extends Fact>(doc: Doc, facts: readonly F[]): Given<F>[] {
  const byStart = new Map<string, { fact: F; forms: readonly RegExp[] }[]>()
  for (const fact of facts) {
    if (fact.name.length < 2 || fact.measure === '') continue
    const key = fact.name.slice(0, 2)
    const entry = { fact, forms: formsOf(fact) }
    const list = byStart.get(key)
    if (list) list.push(entry)
    else byStart.set(key, [entry])
  }
  const found: Given<F>[] = []
  const { text } = doc
  for (let at = 0; at + 1 < text.length; at++) {
    const candidates = byStart.get(text.slice(at, at + 2))
    if (!candidates) continue
    // The longest name that stands here is meant: 乡镇综合行政执法大队, not 乡镇.
    const here = candidates.filter(({ fact }) => text.startsWith(fact.name, at))
    const longest = Math.max(0, ...here.map(({ fact }) => fact.name.length))
    const named = here.filter(({ fact }) => fact.name.length === longest)
    const figure = named.length > 0 ? figureAt(doc, at, named[0]!) : undefined
    if (figure) found.push({ ...figure, doc, named: named.map(({ fact }) => fact) })
  }
  return found
}

const FORMER = '(?:数|数量|总数)?[由从][一-龥]{0,6}?\\d[\\d,，]{0,8}'
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Before the noun (ending where it begins), and behind it. */
const formsOf = ({ measure }: Fact): readonly RegExp[] => [
  new RegExp(`${FIGURE}\\s*${escaped(measure)}${OF}$`),
  new RegExp(`^(?:${FORMER}${escaped(measure)}?(?=${REDUCED}))?${IS}\\s*${FIGURE}\\s*${escaped(measure)}`),
]

interface Said {
  readonly value: number
  readonly at: Span
}

function figureAt(doc: Doc, at: number, { fact, forms }: { fact: Fact; forms: readonly RegExp[] }): Said | undefined {
  const { text } = doc
  const from = Math.max(0, at - 24)
  const ahead = text.slice(from, at)
  const before = forms[0]!.exec(ahead)
  const end = at + fact.name.length
  if (before) {
    // 328个单元网格员 counts people.
    if (
      /^[一-龥]/.test(text.slice(end)) &&
      !/^(?:，|。|、|的?(?:[建设管划]|并|和|与|及|等|到|向|由|包[片户村保抓]|分片|承担|值守|巡查|入户|在|已|都|均|全部|实现|实行|共|纳入|进行|覆盖|下放|，))/.test(
        text.slice(end, end + 4),
      )
    )
      return undefined
    if (ABOUT.test(ahead.slice(0, before.index)) || FEWER_BEHIND.test(text.slice(end, end + 20))) return undefined
    return read(before[1]!, before[2], from + before.index)
  }
  const behind = forms[1]!.exec(text.slice(end, end + 32))
  if (!behind || ABOUT_BEHIND.test(text.slice(end + behind[0].length))) return undefined
  const start = end + behind[0].lastIndexOf(behind[1]!)
  if (ABOUT.test(text.slice(end, start))) return undefined
  return read(behind[1]!, behind[2], start)
}

function read(digits: string, scale: string | undefined, start: number): Said | undefined {
  const value = /\d/.test(digits) ? Number(digits.replace(/[,，]/g, '')) : parseNumeral(digits)
  if (value === undefined) return undefined
  return {
    value: value * (scale === '万' ? 1e4 : scale === '亿' ? 1e8 : 1),
    at: { start, end: start + digits.length + (scale?.length ?? 0) },
  }
}

const agrees = (one: number, other: number) => Math.abs(one - other) < 1e-6 * Math.max(1, other)

/** Is it this fact that the clause speaks of: whole, everywhere, and of its year? */
function speaksOf(stance: Stance, fact: Fact, thisYear: number | undefined): boolean {
  const told = yearOf(stance)
  const year = fact.year ?? thisYear
  return isWhole(stance, fact) && (year === undefined || told === undefined || told === year)
}

/** Is the figure that of the whole, everywhere, and neither quoted nor wanted? */
function isWhole(stance: Stance, { name, scope }: Fact): boolean {
  // A heading above that is against something (整治形式主义工作情况) is not against this figure.
  if (stance.quoted || stance.supposed || DENIED.test(stance.before)) return false
  // 其中城关镇单元网格96个，专职网格员108名: of that township, too.
  const of = stance.ahead.slice(stance.ahead.lastIndexOf('其中'))
  if (of.startsWith('其中') && PLACE.test(of) && !/全[县市区镇乡]/.test(of)) return false
  const clause = (stance.before + stance.after.replace(/[，；。][\s\S]*$/, '')).replace(name, '').replace(FORMERLY, '')
  if (PART.test(clause)) return false
  // 全县236个行政村共划分单元网格421个: how many of them, not which.
  const place = PLACE.exec(clause.replace(SO_MANY, ''))
  return !place || scope.includes(place[0])
}

/** The year that was named last holds; one that is named later in the sentence is another figure's. */
function yearOf({ ahead, after }: Stance): number | undefined {
  const year = [...ahead.matchAll(YEAR)].at(-1) ?? YEAR_BEHIND.exec(after)
  return year ? Number(year[1]) : undefined
}
