/**
 * Offices that are new or gone, as remarks, names and notes say: 7月1日挂牌; 南岗乡（5月并入南岗街道）; 注：县数据局7月成立，自7月起纳入统计; of another
 * office: 自7月1日起含原县粮食局; 南岗街道5月挂牌，原南岗乡同时撤销.
 */
import type { Doc } from '../core.ts'
import { tablesIn } from './figures.ts'
import { unitKey } from './units.ts'

/** The month in which an office began to be counted, or the first in which it was not any more: 1 to 12, and its year where that is said. */
export interface Turn {
  readonly year?: number
  readonly month: number
}

/** All by `unitKey`. */
export interface Lifetimes {
  readonly begun: ReadonlyMap<string, Turn>
  readonly ended: ReadonlyMap<string, Turn>
  /** New, or gone, and nobody says since when. */
  readonly fresh: ReadonlySet<string>
  readonly gone: ReadonlySet<string>
}

const DATE = /(?:(20\d{2})[年.])?(?<![\d.])(1[0-2]|0?[1-9])月/
const DATES = new RegExp(DATE, 'g')
/** What an office does that comes to be. */
const BEGINS =
  '挂牌|揭牌|(?<!未)成立|组建|(?<!撤)设立|新设|单设|新建|转隶|纳入|启用|起用|单列|(?:起|开始)(?:正式|单独|单列)?(?:用|使用|执行|运行|统计|填报|报送|纳统)|并入统计|划入(?![一-龥]{0,3}县)'
/** And one that ceases to be. */
const ENDS =
  '(?:并[入到]|归入)(?!统计)|合并(?:到|至|入|[为成组设])|撤[并销]|整合(?:到|至|入|[为成组设])|划归|裁撤|撤[乡镇](?=[设改建并])|不再(?:保留|统计|填报|报送|单独(?:统计|填报))|停止统计|停报|合署(?=后)'
/** Of the office that another one took in. */
const TAKES = '(?:含|并入|合并|承接|接收|划入)了?原'
const VERBS = new RegExp(`(${TAKES})|(${ENDS})|(${BEGINS})`, 'g')
const MAY_SAY = new RegExp(`${TAKES}|${ENDS}|${BEGINS}`)
/** What was only asked for, or is still to come without a word of when. */
const NOT_YET = /拟|待|申请|建议|未(?:撤|并|挂|成立)|不撤/

/** Without a day, in a remark or behind a name: 已并入县发改委, 新设机构. */
const GONE =
  /^(?:该|本)?(?:单位|机构)?(?:机构改革)?(?:后|时|中)?已(?:整体)?(?:撤销|撤并|并入|裁撤|不再保留|合并到|整合到)/
const FRESH = /^(?:今年|本年|年内|系|为|属)?(?:新设立?|新成立|新组建|新挂牌)的?(?:机构|单位|部门)?$/

/** A line below the table that says something of it. */
const NOTE = /^\s*["“]?(?:注|备注|说明|填表说明|\d{1,2}[.、．](?!\d)|[（(]\d{1,2}[)）])/

export function lifetimesIn(docs: readonly Doc[]): Lifetimes {
  const begun = new Map<string, Turn>()
  const ended = new Map<string, Turn>()
  const fresh = new Set<string>()
  const gone = new Set<string>()
  const placed = [...tablesIn(docs, 'monthly'), ...tablesIn(docs, 'plan')]
  const telling = new Set(placed.map(({ doc }) => doc).filter(({ text }) => MAY_SAY.test(text)))
  if (telling.size === 0) return { begun, ended, fresh, gone }
  const names = new Set<string>()
  const rows = new Map<string, string>()
  for (const { table } of placed)
    for (const record of table.records) {
      const written = record.text('unit')
      if (written === '') continue
      const [unit, behind] = parted(written)
      names.add(unit)
      for (const said of [behind, record.text('remark')])
        if (MAY_SAY.test(said) || FRESH.test(said)) rows.set(`${unit}\n${said}`, unit)
    }
  const known = [...names].sort((a, b) => b.length - a.length)
  const tell = (said: string, unit: string) => {
    for (const sentence of said.split(/[。；;\t\n]/))
      for (const { of, ends, turn } of turnsIn(sentence, known, unit)) (ends ? ended : begun).set(unitKey(of), turn)
  }
  for (const [row, unit] of rows) {
    const said = row.slice(row.indexOf('\n') + 1)
    tell(said, unit)
    const parts = said.split(/[，,。；;]/)
    if (parts.some((part) => GONE.test(part))) gone.add(unitKey(unit))
    if (parts.some((part) => FRESH.test(part))) fresh.add(unitKey(unit))
  }
  for (const doc of telling)
    for (const line of doc.text.split(/[\r\n]+/)) if (NOTE.test(line) && MAY_SAY.test(line)) tell(line, '')
  return { begun, ended, fresh, gone }
}

/** 南岗乡（5月并入南岗街道） → its name, and what is said behind it. */
function parted(written: string): readonly [unit: string, behind: string] {
  const match = /^(.{2,}?)\s*[（(]([^（()）]*)[）)]\s*$/.exec(written)
  return match ? [match[1]!, match[2]!] : [written, '']
}

interface Told {
  readonly of: string
  readonly ends: boolean
  readonly turn: Turn
}

/** What a sentence says of offices. A part of it without a month is of the one before, or of the only one. `self`: whom it speaks of where it names nobody; '' for a note. */
function* turnsIn(sentence: string, known: readonly string[], self: string): Iterable<Told> {
  const dates = [...sentence.matchAll(DATES)]
  if (dates.length === 0) return
  const sole = dates.every(([text]) => text === dates[0]![0]) ? turnOf(dates[0]!) : undefined
  let now: Turn | undefined
  let subjects: readonly string[] = self === '' ? [] : [self]
  for (const part of sentence.split(/[，,]/)) {
    const own = DATE.exec(part)
    if (own) now = turnOf(own)
    const turn = now ?? sole
    const named = namedIn(part, known)
    const by = MADE_OF.exec(part)
    if (turn && by) {
      for (const { name: of, at } of named) yield { of, ends: at > by.index, turn }
    } else if (turn && !NOT_YET.test(part))
      for (const { 0: verb, index, 1: takes, 2: ends } of part.matchAll(VERBS)) {
        const behind = index + verb.length
        const after = named.filter(({ at }) => at >= behind).map(({ name }) => name)
        if (takes !== undefined) {
          const taken = after[0] ?? /^[一-龥]{3,20}?(?=$|[、（(数的职\s])/.exec(part.slice(behind))?.[0]
          if (taken !== undefined) yield { of: taken, ends: true, turn }
          continue
        }
        const before = named.filter(({ at }) => at < index).map(({ name }) => name)
        // 撤销南岗乡, 新成立的南岗街道: whom it is done to stands behind.
        const objects = listedFrom(part, named, behind + (/^[原的]/.test(part.slice(behind)) ? 1 : 0))
        const isDoneTo = objects.length > 0 && !/[入到至为成归]$/.test(verb)
        // 撤销工作群, 成立专班: of something else.
        if (!isDoneTo && !(ends !== undefined ? CEASES : COMES).test(part.slice(index))) continue
        const of = isDoneTo ? objects.map(({ name }) => name) : before.length > 0 ? before : subjects
        for (const one of of) yield { of: one, ends: ends !== undefined, turn }
        // 甲乡、乙乡合并设立丙镇.
        if (ends !== undefined && /[为成组设]$/.test(verb)) {
          const made = after[0]
          if (made !== undefined && !before.includes(made)) yield { of: made, ends: false, turn }
          break
        }
      }
    if (named.length > 0 && self === '') subjects = named.map(({ name }) => name)
  }
}

/** 坡头镇由东坡乡、西坡乡合并而成. */
const MADE_OF = /由(?=[一-龥、]{4,40}(?:合并|整合|撤并)(?:而成|而来|组建|设立|成立|新设))/

/** The names that stand at a place, joined by 、 or 和. */
function listedFrom(part: string, named: ReturnType<typeof namedIn>, from: number): ReturnType<typeof namedIn> {
  const found: (typeof named)[number][] = []
  let at = from
  for (const one of named) {
    if (one.at !== at) continue
    found.push(one)
    at += one.name.length
    at += /^(?:[、和与及]原?)/.exec(part.slice(at))?.[0].length ?? 0
  }
  return found
}

/** What may stand behind such a verb where it speaks of the office itself. */
const CEASES =
  /^(?:(?:并[入到]|归入|划归|合并|整合)(?![^，。]*(?:群|表|会议|文件|系统|平台|程序|台账))|(?:撤[并销乡镇]|裁撤|不再|停止?)[一-龥]{0,2}?(?:建制|机构|本?单位|本?局)?(?:统计|填报|报送|保留|报|后|设[一-龥]{1,4}|改[一-龥]{1,6}|并[一-龥]{1,6})?(?:$|[、（()）]))/
const COMES =
  /^[一-龥]{2,6}?(?:后|并|以来|之后|时|运行|办公|成立|统计(?:范围)?|填报|报送|核算|管理|计划|指标)?(?:$|[、（()）])/

/** The offices that a part of a sentence names, in order: of 县数据局 and 县数据局分中心 the longer. */
function namedIn(part: string, known: readonly string[]): readonly { readonly name: string; readonly at: number }[] {
  const found: { name: string; at: number }[] = []
  for (const name of known) {
    const at = part.indexOf(name)
    if (at >= 0 && !found.some((one) => at >= one.at && at < one.at + one.name.length)) found.push({ name, at })
  }
  return found.sort((a, b) => a.at - b.at)
}

const turnOf = ([, year, month]: readonly (string | undefined)[]): Turn => ({
  month: Number(month),
  ...(year !== undefined && { year: Number(year) }),
})

/** Was it not counted in that month, YYYY-MM: not yet, or not any more? `months`: those of which there are figures of it. */
export function isOutside(
  month: string,
  key: string,
  { begun, ended, fresh, gone }: Lifetimes,
  months: Iterable<string> = [],
): boolean {
  if (isBefore(month, begun.get(key)) || (ended.has(key) && !isBefore(month, ended.get(key)))) return true
  if (!fresh.has(key) && !gone.has(key)) return false
  const own = [...months].sort()
  return own.length > 0 && ((fresh.has(key) && month < own[0]!) || (gone.has(key) && month > own.at(-1)!))
}

function isBefore(month: string, turn: Turn | undefined): boolean {
  if (!turn) return false
  const [year, number] = month.split('-').map(Number) as [number, number]
  return turn.year === undefined || year === turn.year ? number < turn.month : year < turn.year
}
