/** Totals and the parts they are said to have. */
import { startBehind } from '../../clauses.ts'
import { parseNumeral } from '../../numerals.ts'
import { type Figure, round } from '../figures.ts'
import { type Clause, type Contradiction, exact, slack, wrongSum } from './clause.ts'

const OPENS_PARTS =
  /^[^，。；：、（\d]{0,16}(?:，(?:全部|均|都)[为是属][^，。；：\d]{2,16}，其中|[，：（]?(?:其中|包括|分别[是为]|(?<![立随当申旋亦])即(?![享时将可刻日使便办])|由(?=[^，。；：、\d（]{1,12}\d))[：，]?|：(?=[^，。；：\d]{1,12}\d)|，(?=上半年)|[，（：](?=新收(?:案件)?\d)|，按[^，。；\d]{1,10}(?:划?分|分类)[，：]|，分(?:为|成)?[^，。；\d]{0,16}[两二三四五六](?:[线组路片类]|个?片区|个?标段)，(?:其中)?|，(?![^，。]{0,24}(?:等|其中))[^，。；：\d（]{2,40}[两二三四五六](?:[类种档级项]|个(?:方面|部分|环节|层次))分别[是为]?|，(?![^，。]{0,24}(?:等|其中))[^，。；：\d（、]{2,12}(?:、[^，。；：\d（、]{2,12}){1,6}分别[是为有]?)/
/** What two parts may have in common, or what is no part at all. */
const KINDS =
  '脱贫|贫困|软弱|涣散|薄弱|低保|特困|残疾|留守|独居|空巢|退役|党员|女(?!儿墙)|妇|少数民族|学历|研究生|本科|专科|硕士|博士|职称|岁|以[上下]|高级|中级|重点'
const NO_PARTS =
  /新增|今年|去年|本年|当年|首次|已|完成|未|剩|同比|增长|下降|占|平均|每|较(?!差|好)|比|最|增加|减少|扩大|提高|净增|第一|连续|先后|示范|达标|获|入选|列入|纳入|争取|计划|力争|超|或|中央|国家级|省级|财政|贷款|利息/
const OVERLAPS = new RegExp(`${KINDS}|${NO_PARTS.source}`)
/** …、其他居民3618人: the last part is all that is in no other, so the parts are all there are. */
const REST = /[、，和及]其[他它余][^，。；：、\d（]{0,8}(?=\d)/y

/** 24个行政村划分为5个片区，由班子成员联系：东片5个村、…: as many parts as are said. */
const DIVIDED =
  /^[^，。；：、（\d]{1,12}(?:划?分|归)[为成](\d{1,2}|[两二三四五六七八九十])个[^。；：\d]{2,30}：(?=[^，。；：\d]{1,12}\d)/
/** 136口，按用途分，生活饮用的79口、灌溉的31口、停用的26口: every one of them is of one kind. */
const SPLIT = /按[^，。；\d]{1,10}(?:划?分|分类)[，：]$/
/** 由收集归档40分、保管利用35分、组织领导25分三部分组成. */
const MADE_OF = /^[^，。；、和及]{0,6}(?:组成|构成)/
/** 其中A 12万元、B 8万元，两项合计21万元: how many parts there are is said. */
const SO_MANY =
  /[，；]?([二两三四五六])[项者类块部笔方处](?:分|面)?(?:合计|共计|总计|相加|加起来|加在一起)[^，。；\d]{0,4}$/
const LISTED = /：.*，(?:共计|合计|总计|总共|共)/
const BATCHES = /分([二两三四五六])([批期个轮次])/

/** …，两年合计19座. 累计 counts from earlier on. */
const IN_TURN =
  /[，、；](?:([两二三四五六])[年批期次季轮](?:一共|共)?)?(?:合计|共计|总计|总共|一共|加起来|加在一起)[^，。；、\d其]{0,3}$/
const TIMES =
  /[今明去前后上当本来]年度?|20\d\d年|[上下]半年|[一二三四第]{1,2}季度|第[一二三四五六][批期次轮年]|首[批期]|\d{1,2}月份?|[上本下]月/g
const TIME = new RegExp(TIMES.source)
/** …申请中央资金300万元，县财政配套240万元，管理处自筹80万元: every part names whence it comes, and the last is what is left to the writers. */
const SOURCE =
  /中央|国家|[省市县区州镇乡]级?|上级|财政|专项|补助|补贴|配套|债券|贷款|融资|社会|捐|企业|业主|集体|群众|村民|自[筹行]|筹[集措资]|投劳|缺口/
const LEFT_TO_US = /自[筹行]|筹[集措资]|缺口/

/** 分东、西、南三片，其中东片…、西片…: of so many all are told, or there is nothing to add up. */
function areSoMany(opening: string, count: number): boolean {
  const said = /，分.*([两二三四五六])[线组路个片标].*，其中$/.exec(opening)?.[1]
  return said === undefined || parseNumeral(said) === count
}

function isFunded(text: string, from: number, parts: readonly Figure[]): boolean {
  const wordsOf = (part: Figure, i: number) => {
    const words = text.slice(i === 0 ? from : parts[i - 1]!.end, part.start)
    // 300万元由管理处自筹: what is said behind the figure of the last.
    return i < parts.length - 1 ? words : words + /^[^，。；、\d]{0,12}/.exec(text.slice(part.end, part.end + 12))![0]
  }
  return (
    parts.every((part, i) => SOURCE.test(wordsOf(part, i))) && LEFT_TO_US.test(wordsOf(parts.at(-1)!, parts.length - 1))
  )
}

export function sums(clause: Clause, figures: readonly Figure[], found: Contradiction[]): void {
  const { text } = clause
  // Asked once of the sentence: few have any of these.
  const [isListed, hasBatches] = [LISTED, BATCHES].map((sign) => sign.test(text))
  for (const [i, total] of figures.entries()) {
    if (!exact(total) || total.unit === '%' || /天|日|年|月|小时|倍|岁/.test(total.unit)) continue
    const rest = text.slice(total.end)
    const opening = OPENS_PARTS.exec(rest)
    // 甲、乙、丙3个小区增设，分别为64个、85个、41个: of each of the three.
    if (opening && !(/分别[是为有]?[：，]?$/.test(opening[0]) && isOfEach(text, figures, i, opening))) {
      const from = total.end + opening[0].length
      const split = SPLIT.test(opening[0])
      const closed = split ? undefined : closedParts(text, figures.slice(i + 1), from, total.unit)
      const parts = closed ?? partsFrom(text, figures.slice(i + 1), from, total.unit, split)
      const made = /由$/.test(opening[0])
      if (parts && (!made || MADE_OF.test(text.slice(parts.at(-1)!.end))) && areSoMany(opening[0], parts.length)) {
        const carried = parts.length === 2 && CARRIED_OVER.test(text.slice(from))
        const areAll = made || split || carried || namesAll(total, opening[0])
        const funded = total.unit === '元' && isFunded(text, from, parts)
        const some = funded ? 'closed' : 'some'
        report(total, parts, (closed && closedAs(text.slice(from, closed.at(-1)!.start))) ?? (areAll ? 'all' : some))
      }
    }
    const divided = DIVIDED.exec(rest)
    if (divided) {
      const parts = partsFrom(text, figures.slice(i + 2), total.end + divided[0].length, total.unit, true)
      if (parts && parts.length === (parseNumeral(divided[1]!) ?? 0)) report(total, parts, 'all')
    }
    const many = i >= 2 && SO_MANY.exec(text.slice(Math.max(0, total.start - 14), total.start))
    if (many) {
      const count = '二三四五六'.indexOf(many[1]!.replace('两', '二')) + 2
      const own = figures
        .slice(0, i)
        .filter(({ unit }) => unit === total.unit)
        .slice(-count)
      if (own.length === count && own.every(exact)) reportParts(total, own)
      continue
    }
    if (isListed) listed(i, total)
    if (hasBatches) batches(i, total)
    if (i >= 2) inTurn(i, total)
    if (
      i >= 2 &&
      /(?:[，、]|^)(?:共计|合计|总计|总共|共)[^，。；、\d其]{0,6}$/.test(
        text.slice(Math.max(0, total.start - 12), total.start),
      )
    ) {
      // Only a sentence of nothing but parts, and perhaps what they are parts of: 排查门店，A 12个、B 8个，共计21个.
      const before = figures.slice(0, i).filter((f) => !f.han || total.han)
      const list = text.slice(0, total.start).replace(/^[^，\d]*，(?=[^，]*\d)/, '')
      if (
        before.every((f) => exact(f) && f.unit === total.unit) &&
        before.length >= 2 &&
        /^[^，]*(?:、[^，]*)+，?$/.test(list.replace(/(?:共计|合计|总计|总共|共)[^，、]{0,6}$/, '')) &&
        !OVERLAPS.test(list)
      )
        report(total, before, 'all')
    }
  }

  /** Do the words that open a list say that its parts are all? */
  function namesAll(total: Figure, opening: string): boolean {
    return (
      /(?:[类种档级项]|个(?:方面|部分|环节|层次))分别|^[^、]*分别|即|，分|(?:全部|均|都)[为是属]/.test(opening) ||
      /^上半年/.test(text.slice(total.end + opening.length)) ||
      (total.unit === '分' && /(?:总分|满分|百分制)[^，。；\d]{0,4}$/.test(text.slice(0, total.start)))
    )
  }

  /** 费用如下：屋面9.6万元，落水管2.1万元，天花板3.4万元，共计15.1万元: a list behind a colon, each clause with its figure. */
  function listed(i: number, total: Figure): void {
    const before = text.slice(0, total.start)
    const from = before.lastIndexOf('：') + 1
    if (from === 0 || !/，(?:共计|合计|总计|总共|共)[^，。；、\d其]{0,4}$/.test(before)) return
    const parts = figures.slice(0, i).filter((f) => f.start >= from && !f.han)
    const clauses = before.slice(from).split('，').slice(0, -1)
    if (
      parts.length < 2 ||
      parts.length !== clauses.length ||
      before.includes('其中', from) ||
      OVERLAPS.test(before.slice(from))
    )
      return
    let at = from
    for (const [k, clause] of clauses.entries()) {
      const part = parts[k]!
      if (!exact(part) || part.unit !== total.unit || part.end !== at + clause.length) return
      at += clause.length + 1
    }
    report(total, parts, 'all')
  }

  /** 分三批划转292项，第一批120项、第二批100项、第三批72项. */
  function batches(i: number, total: Figure): void {
    const m = BATCHES.exec(text.slice(0, total.start))
    if (!m) return
    const count = '二三四五六'.indexOf(m[1]!.replace('两', '二')) + 2
    const parts: Figure[] = []
    for (const f of figures.slice(i + 1)) {
      if (f.unit !== total.unit) continue
      const ordinal = '一二三四五六'[parts.length]!
      if (
        !new RegExp(
          `(?:第${ordinal}|${parts.length === 0 ? '首' : `第${ordinal}`})[批期轮次][^，、。；\\d]{0,16}$`,
        ).test(text.slice(0, f.start))
      )
        return
      parts.push(f)
      if (parts.length === count) break
    }
    if (parts.length === count && parts.every(exact)) report(total, parts, 'all')
  }

  /** 今年修10座，明年修8座，合计19座: clauses that end in a figure behind the same word, and then what they make. */
  function inTurn(i: number, total: Figure): void {
    const opening = IN_TURN.exec(text.slice(Math.max(0, total.start - 12), total.start))
    if (!opening) return
    const parts: Figure[] = []
    let end = total.start - opening[0].length
    let others = 0
    for (const part of figures.slice(0, i).reverse()) {
      // 2024年 in front of what was counted then.
      if (part.start > end) continue
      const clause = startBehind(text, '，、；：', part.start)
      const words = text.slice(clause, part.start)
      const verb = words.at(-1)
      const alike =
        part.end === end && exact(part) && part.unit === total.unit && verb === text[(parts[0] ?? part).start - 1]
      if (!alike || !TIME.test(words) || OVERLAPS.test(words.replace(TIMES, ''))) {
        if (part.unit === total.unit) others = part.value
        break
      }
      parts.unshift(part)
      end = clause - 1
    }
    const many = opening[1] === undefined ? parts.length : '二三四五六'.indexOf(opening[1].replace('两', '二')) + 2
    const sum = round(parts.reduce((n, f) => n + f.value, 0))
    if (parts.length < 2 || parts.length !== many || round(sum + others) === total.value) return
    reportParts(total, parts)
  }

  /** What is plainly the sum of these. */
  function reportParts(total: Figure, parts: readonly Figure[]): void {
    const sum = round(parts.reduce((n, f) => n + f.value, 0))
    const allowed = [total, ...parts].reduce((n, f) => n + slack(f), 0) + 1e-9 * total.value
    if (Math.abs(sum - total.value) > allowed) found.push(wrongSum(clause, total, parts, sum))
  }

  function report(total: Figure, parts: readonly Figure[], which: Listing): void {
    const sum = round(parts.reduce((n, f) => n + f.value, 0))
    if (countsTwins(total, parts.at(-1)!)) return
    // …，另有3户暂缓: besides the total.
    const last = parts.at(-1)!
    if (/^，?另/.test(text.slice(parts.at(-2)!.end, last.start)) && round(sum - last.value) === total.value) return
    // 新收2310件，旧存544件，恢复执行10件: a third part after all.
    const next = figures.find((f) => f.start > last.start && f.unit === total.unit)
    if (next && round(sum + next.value) === total.value) return
    if (which !== 'all' && isFilledEarly(total, parts)) return
    if (missedTotal(total, parts, which) === undefined) return
    found.push(wrongSum(clause, total, parts, sum))
  }

  /** 农田林网20万亩，其中新建8万亩，补植12万亩，退耕还林1.6万亩: the first parts make the total, and behind a comma other things are told. */
  function isFilledEarly(total: Figure, parts: readonly Figure[]): boolean {
    let sum = 0
    for (const [i, part] of parts.slice(0, -1).entries()) {
      sum = round(sum + part.value)
      if (i > 0 && sum === total.value) return /^[^、]*，[^、]*$/.test(text.slice(part.end, parts[i + 1]!.start))
    }
    return false
  }

  /** 考点6个、考场232个，其中县城考点4个、考场164个: two things by one measure word, each divided. */
  function countsTwins(total: Figure, last: Figure): boolean {
    const twin = figures[figures.indexOf(total) - 1]
    if (!twin || twin.unit !== total.unit || !TWIN.test(text.slice(twin.end, total.start))) return false
    const noun = NOUN.exec(text.slice(0, twin.start))?.[0]
    return noun !== undefined && text.slice(total.end, last.end).includes(noun)
  }
}

/**
 * `all`: the parts are said to be all; `some`: 其中 and 包括 may leave parts out, so they must miss by little; `closed`: the last is 其他, so none is left
 * out; `closely`: it is, yet the others may overlap.
 */
type Listing = 'all' | 'some' | 'closed' | 'closely'

/** How far below the total the parts may be, and how far above it, to be meant to make it. */
const NEAR: Readonly<Record<Exclude<Listing, 'all'>, readonly [below: number, above: number]>> = {
  some: [0.03, 0.15],
  closed: [0.15, 0.15],
  closely: [0.01, 0.01],
}

/** What the parts come to, where it is not the total. */
export function missedTotal(total: Figure, parts: readonly Figure[], which: Listing): number | undefined {
  const sum = round(parts.reduce((n, f) => n + f.value, 0))
  const miss = Math.abs(sum - total.value)
  const allowed = [total, ...parts].reduce((n, f) => n + slack(f), 0) + 1e-9 * total.value
  // A sum that is off by all that rounding could ever make is off.
  if (miss < allowed - 1e-6 || miss <= 1e-9 * total.value || parts.some((f) => f.value === total.value))
    return undefined
  // Nearly all of it: a slip. Much less: the rest was not worth naming. Much more: the parts overlap.
  if (which === 'all') return sum
  const near = NEAR[which][sum > total.value ? 1 : 0]
  return miss > Math.max(slack(total) === 0 ? 2 : 0, total.value * near) ? undefined : sum
}

const TWIN = /^[、，和及][一-龥]{2,6}$/
const NOUN = /[一-龥]{2}$/

/** Between the number of a part's members and its figure. */
const IN_NAME = /^[一-龥]{1,6}$/
/** 80至89周岁, and behind such bands 90岁以上: nobody is in two of them. */
const AGES = /\d{1,3}周?岁?(?:[至到]|[-—–~～])\d{1,3}周?岁/
const OLDEST = /(?:\d{1,3}|百)周?岁及?以上/

/** Where the figure of 其他… stands in the enumeration that begins at `from`. */
function restIn(text: string, from: number): number | undefined {
  for (let at = text.indexOf('其', from); at >= 0; at = text.indexOf('其', at + 1)) {
    REST.lastIndex = at - 1
    const rest = REST.exec(text)
    if (rest) return at - 1 + rest[0].length
  }
  return undefined
}

/** Those of an enumeration whose last part is 其他. */
function closedParts(text: string, figures: readonly Figure[], from: number, unit: string): Figure[] | undefined {
  const last = restIn(text, from)
  if (last === undefined || NO_PARTS.test(apart(text.slice(from, last), unit, false))) return undefined
  const parts = partsFrom(text, figures, from, unit, true)
  return parts?.at(-1)?.start === last ? parts : undefined
}
/** How surely such parts make the total: `words` are theirs. */
const closedAs = (words: string): Listing => (OVERLAPS.test(words) ? 'closely' : 'closed')

/** The figures of an enumeration that begins at `from`: A 12个、B 8个; parts of a `split` cannot overlap. Undefined where they are not of one unit or are not plainly parts. */
function partsFrom(
  text: string,
  figures: readonly Figure[],
  from: number,
  unit: string,
  split: boolean,
): Figure[] | undefined {
  const parts: Figure[] = []
  let at = from
  let banded = false
  const carried = CARRIED_OVER.test(text.slice(from))
  const bothSexes = SEXES.test(text.slice(from))
  const inOrder = CONDITIONS.test(text.slice(from))
  for (const [i, f] of figures.entries()) {
    if (f.start < at) continue
    const between = text.slice(at, f.start)
    // A bracket says more about the part before it.
    if (/^（[^）]*$/.test(between)) continue
    // 沿河7个乡镇38万亩: the number belongs to the name of the part.
    const next = figures[i + 1]
    if (f.unit !== unit && next?.unit === unit && IN_NAME.test(text.slice(f.end, next.start))) continue
    banded ||= AGES.test(between)
    const aged = banded ? between.replace(AGES, '').replace(OLDEST, '') : between
    const words = apart(inOrder ? aged.replace(OUT_OF_USE, '') : aged, unit, bothSexes)
      .replace(/^[^（]{0,12}（[^）]*）/, '')
      .replace(/（[^）]*）/g, '')
    if (parts.length > 0 && !/^[^，、：]{0,8}[，、和及]/.test(words)) return undefined
    if (words.split(/[，、]/).length > (parts.length > 0 ? 3 : 2) || words.length > 40) break
    // 新收2310件、旧存584件，执结1972件: what was taken in and what was left over are all there are.
    if (carried && parts.length === 2) break
    if (f.unit !== unit) {
      if (f.unit === '%' || f.han) continue
      // …，统一乘坐中巴车2辆: a clause of its own.
      if (parts.length >= 2 && /^，[^、]*$/.test(between)) break
      return undefined
    }
    if (!exact(f) || (!split && OVERLAPS.test(carried ? words.replace(LAST_YEAR, '') : words))) return undefined
    parts.push(f)
    at = f.end
  }
  const tail = text.slice(at)
  return parts.length >= 2 && !/^[^，。；]{0,6}等|其他|其余/.test(tail) ? parts : undefined
}

/** 能正常出水的311眼，需要维修的58眼，已经报废的17眼: what works, and what does not any more, cannot be the same. */
const CONDITIONS =
  /^[^，。；、\d]{0,8}(?:正常|完好|能用|可用|在用)[^。；]{0,60}(?:报废|停用|废弃|损坏|淘汰|停运|用不了|不能用)/
const OUT_OF_USE = /已经?(?=报废|停用|废弃|损坏|淘汰|停运)/

/** As many figures follow as there are members. */
function isOfEach(text: string, figures: readonly Figure[], i: number, opening: RegExpExecArray): boolean {
  const total = figures[i]!
  const from = total.end + opening[0].length
  const each = figures.slice(i + 1).filter((f) => f.start >= from)
  const end = each.findIndex((f, k) => k > 0 && !/^[、和及]?$/.test(text.slice(each[k - 1]!.end, f.start)))
  return (end < 0 ? each.length : end) === total.value
}

/** 男生2391人、女生2501人: nobody is both. */
const SEXES = /^[^，。；\d]{0,4}男[^，。；、\d]{0,8}\d[^，。；、]{0,12}[、，][^，。；、\d]{0,4}女[^，。；、\d]{0,8}\d/
/** 新收2310件、旧存584件; 上年结转584件、新收2310件: no case is both, and there is no third. */
const NEW_CASES = '(?:今年|本年|当年|上半年)?新(?:收|受理?)(?:案件)?'
const OLD_CASES = '(?:[上去]年|上期)?(?:旧存|结转|旧案|存案|积案|遗留)(?:案件)?'
const CARRIED_OVER = new RegExp(
  `^(?:${NEW_CASES}\\d+[件起宗][、，和]${OLD_CASES}|${OLD_CASES}\\d+[件起宗][、，和]${NEW_CASES})\\d+[件起宗](?![、和])`,
)
const LAST_YEAR = /[上去当本今]年|上期/
/** 中央资金2000万元、县级配套1800万元; 中央财政补贴项目0.5万亩: money has one source, and so has an undertaking. */
const SOURCES = /中央|国家级|省级|财政|争取(?=[^，。；、]{0,4}(?:上级|资金|中央|省|市))/g

/** May what is named so have something in common with another part? */
export const mayOverlap = (name: string, unit: string): boolean => OVERLAPS.test(apart(name, unit, false))

/** The words of a part without those that never mean that it overlaps with another one. */
const apart = (words: string, unit: string, bothSexes: boolean): string => {
  const sourced = unit === '元' || /(?:项目|工程)[^，。；、]{0,10}$/.test(words) ? words.replace(SOURCES, '') : words
  return bothSexes ? sourced.replace('女', '') : sourced
}
