/** Figures of one document that cannot all be right: sums, changes, shares, and totals that are given twice. */
import type { Doc, Span } from '../core.ts'
import { type Figure, figuresIn, round } from './figures.ts'
import { type Flat, flatten, paragraphsOf } from './flat.ts'
import { matchesOf } from './matches.ts'
import { blocksWith } from './spans.ts'

/** Spans of `Doc.text`; numbers as a reader would write them, with their units. */
export interface Contradiction {
  readonly kind: 'sum' | 'change' | 'difference' | 'share' | 'restated' | 'paired'
  /** The figure that does not fit. */
  readonly at: Span
  /** It, as written. */
  readonly said: string
  /** What the others make. */
  readonly computed: string
  /** The figures it was computed from, or the other place. */
  readonly others: readonly Span[]
}

/** In order. Only what is certain: figures meant roughly, bounds, and parts that may overlap are left alone. */
export function contradictions(doc: Doc): Contradiction[] {
  const found: Contradiction[] = []
  const totals: Total[] = []
  const restates = RESTATES.test(doc.text)
  const paragraphs = paragraphsOf(doc)
  for (const i of blocksWith(doc.text, paragraphs, restates ? MAY_RECKON_OR_RESTATE : MAY_RECKON)) {
    const block = paragraphs[i]!
    const raw = doc.text.slice(block.start, block.end)
    const reckons = /\d/.test(raw) && (THREE.test(raw) || (restates && OF_ALL.test(raw)))
    if (!reckons && !MAY_MATTER.test(raw)) continue
    for (const sentence of sentencesOf(flatten(doc, block), restates)) {
      const figures = figuresIn(sentence.text)
      if (figures.length >= 3) {
        sums(sentence, figures, found)
        changes(sentence, figures, found)
        shares(sentence, figures, found)
      }
      pairs(sentence, figures, found)
      if (restates) totalsOf(sentence, figures, totals)
    }
  }
  restated(totals, found)
  return found.sort((a, b) => a.at.start - b.at.start)
}

const NO_NUMERAL = '(?<![第一二两三四五六七八九十百千万几数零〇].)'
const HAN_QUANTITY = `(?:[二两三四五六七八九十百]${NO_NUMERAL}|一${NO_NUMERAL}[十百千])[一二三四五六七八九十百千万零余多几\\s]{0,20}[个家人名户所条项件处台套座册份次场期批支辆类种位组]`
/** Three figures in one sentence: with less there is nothing to reckon. */
const THREE = /\d[^\d。！？；]+\d+[^\d。！？；]+\d/
const MAY_MATTER = new RegExp(`${HAN_QUANTITY}|一\\s*对\\s*一`)
const QUANTITIES = new RegExp(`\\d[\\d,.]*|${HAN_QUANTITY}`, 'g')
/** The words without which no sum, change or share is read in a sentence. */
const RECKONS = /其中|包括|分别|即|：|上半年|分[二两三四五六]|[共计由从比较率]/
/** Without a figure that is said to be a total there is none that another could contradict. */
const RESTATES = new RegExp(`(?:共|[总合]\\s*计|现\\s*有|总\\s*数)[^，。；、：\\d的]{0,20}(?:\\d|${HAN_QUANTITY})`)

interface Clause {
  readonly text: string
  readonly place: (i: number) => number
}
/** The longest sentence that is read: what is longer is a list or a table run together. */
const LONGEST = 600
const SENTENCE = /[^。！？；]+/g

/** The sentences of a paragraph in which there is something to reckon. */
function sentencesOf({ text, place }: Flat, restates: boolean): Clause[] {
  const sentences: Clause[] = []
  for (const { 0: sentence, index } of matchesOf(SENTENCE, text))
    if (
      sentence.length <= LONGEST &&
      ((RECKONS.test(sentence) && (sentence.match(QUANTITIES)?.length ?? 0) >= 3) ||
        sentence.includes('一对一') ||
        (restates && OF_ALL.test(sentence)))
    )
      sentences.push({ text: sentence, place: (i) => place(index + i) })
  return sentences
}
const spanOf = (place: Clause['place'], { start, end }: { start: number; end: number }): Span => ({
  start: place(start),
  end: place(end - 1) + 1,
})
const exact = (f: Figure) => !f.approximate && !f.bound
/** How far a figure may be from the truth by rounding alone. Whole numbers of things are counted, not rounded. */
const slack = (f: Figure) => (f.step === 1 && f.unit !== '%' && !/元|吨|公里|亩|米|公顷/.test(f.unit) ? 0 : f.step / 2)
/** In the scale that the document uses: 690万套, not 6900000套. */
const write = (value: number, said: string, unit: string) => {
  const scale = /万亿|亿|万/.exec(said)?.[0] ?? ''
  const scaled = value / (scale === '万' ? 1e4 : scale === '亿' ? 1e8 : scale === '' ? 1 : 1e12)
  return `${round(Math.round(scaled * 100) / 100)}${scale}${unit}`
}

// ------------------------------------------------------------------------------------------------------ sums

const OPENS_PARTS =
  /^[^，。；：、（\d]{0,16}(?:[，：（]?(?:其中|包括|分别[是为]|即)[：，]?|：(?=[^，。；：\d]{1,12}\d)|，(?=上半年)|，(?![^，。]{0,24}(?:等|其中))[^，。；：\d（]{2,24}[两二三四五六][类种档级]分别[是为]?)/
/** What two parts may have in common, or what is no part at all. */
const OVERLAPS =
  /脱贫|贫困|软弱|涣散|薄弱|低保|特困|残疾|留守|独居|空巢|退役|党员|女|妇|少数民族|学历|研究生|本科|专科|硕士|博士|职称|岁|以[上下]|高级|中级|重点|新增|今年|去年|本年|当年|首次|已|完成|未|剩|同比|增长|下降|占|平均|每|[较比]|最|增加|减少|扩大|提高|净增|第一|连续|先后|示范|达标|获|入选|列入|纳入|争取|计划|力争|超|或|中央|国家级|省级|财政|贷款|利息/

function sums({ text, place }: Clause, figures: readonly Figure[], found: Contradiction[]): void {
  for (const [i, total] of figures.entries()) {
    if (!exact(total) || total.unit === '%' || /天|日|年|月|小时|倍|岁/.test(total.unit)) continue
    const rest = text.slice(total.end)
    const opening = OPENS_PARTS.exec(rest)
    if (opening) {
      const from = total.end + opening[0].length
      const parts = partsFrom(text, figures.slice(i + 1), from, total.unit)
      if (parts)
        report(
          total,
          parts,
          /分别|即/.test(opening[0]) || /^上半年/.test(rest.slice(opening[0].length)) ? 'all' : 'some',
        )
    }
    batches(i, total)
    if (
      i >= 2 &&
      /(?:[，、]|^)(?:共计|合计|总计|总共|共)[^，。；、\d其]{0,6}$/.test(
        text.slice(Math.max(0, total.start - 12), total.start),
      )
    ) {
      // Only a sentence of nothing but parts, and perhaps what they are parts of: 排查门店，A 12个、B 8个，共计21个.
      const before = figures.slice(0, i)
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

  /** 分三批划转292项，第一批120项、第二批100项、第三批72项. */
  function batches(i: number, total: Figure): void {
    const m = /分([二两三四五六])([批期个轮次])/.exec(text.slice(0, total.start))
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

  /** `all`: the parts are said to be all; `some`: 其中 and 包括 may leave parts out, so they must miss by little. */
  function report(total: Figure, parts: readonly Figure[], which: 'all' | 'some'): void {
    const sum = round(parts.reduce((n, f) => n + f.value, 0))
    const miss = Math.abs(sum - total.value)
    const allowed = [total, ...parts].reduce((n, f) => n + slack(f), 0) + 1e-9 * total.value
    if (miss <= allowed || parts.some((f) => f.value === total.value)) return
    // Nearly all of it: a slip. Much less: the rest was not worth naming. Much more: the parts overlap.
    const near = sum > total.value ? 0.15 : 0.03
    if (which === 'some' && miss > Math.max(slack(total) === 0 ? 2 : 0, total.value * near)) return
    found.push({
      kind: 'sum',
      at: spanOf(place, total),
      said: text.slice(total.start, total.end),
      computed: write(sum, text.slice(total.start, total.end), total.unit),
      others: parts.map((f) => spanOf(place, f)),
    })
  }
}

/** The figures of an enumeration that begins at `from`: A 12个、B 8个; undefined where they are not of one unit or are not plainly parts. */
function partsFrom(text: string, figures: readonly Figure[], from: number, unit: string): Figure[] | undefined {
  const parts: Figure[] = []
  let at = from
  for (const f of figures) {
    if (f.start < at) continue
    const between = text.slice(at, f.start)
    // A bracket says more about the part before it.
    if (/^（[^）]*$/.test(between)) continue
    const words = between.replace(/^[^（]{0,12}（[^）]*）/, '').replace(/（[^）]*）/g, '')
    if (parts.length > 0 && !/^[^，、：]{0,8}[，、和及]/.test(words)) return undefined
    if (words.split(/[，、]/).length > (parts.length > 0 ? 3 : 2) || words.length > 40) break
    if (f.unit !== unit) {
      if (f.unit === '%' || f.han) continue
      return undefined
    }
    if (!exact(f) || OVERLAPS.test(words)) return undefined
    parts.push(f)
    at = f.end
  }
  const tail = text.slice(at)
  return parts.length >= 2 && !/^[^，。；]{0,6}等|其他|其余/.test(tail) ? parts : undefined
}

// --------------------------------------------------------------------------------------------------- changes

const FROM = /(?:由|从)(?:[^，。；\d]|\d{4}年|\d{1,2}月){0,14}$/
const TO =
  /^[^，。；\d]{0,8}(?:减少?|下?降|降低|压减|压缩|压降|精简|缩短|缩减|增加?|提高|提升|增长|上升|升|扩大|扩增|调整|变|优化|下调|上调|整合|合并|回落)?(?:到|至|为)(?:现在的?|目前的?|当前的?|今年的?|\d{4}年(?:底|末)?的?|了)?$/
const BY =
  /^[^，。；\d]{0,10}，?(?:共|累计|平均|同比|整体|总体)?(?:[^，。；、\d]{0,8})(减少|下降|降低|压减|压缩|压降|精简|缩短|缩减|降幅|减幅|增加|提高|提升|增长|上升|增幅|扩大|压减率|压缩率|精简率)(?:了|为|达到?|率)?$/
const DOWN = /减|降|压|精简|缩/

/** 发文40件，比去年的50件… */
const THAN =
  /^[^，。；：\d]{0,14}，?(?:比|较|相比|对比)(?:去年|上年|前年|往年|上一?年度|上半年|上季度|20\d{2}年|整改前|改革前|清理前|原来|以前|过去|年初)?(?:同期)?的?$/
/** 与去年的50件相比，今年发文40件. */
const BESIDE = /(?:与|同|和|跟)[^，。；\d]{2,12}$/
const COMPARED = /^[^，。；\d]{0,6}相比，[^，。；\d]{0,12}$/
/** 发文40件，同比减少10件，下降20%. */
const LESS =
  /^[^，。；：\d]{0,10}，?(?:同比|[比较](?:去年|上年|20\d{2}年|上一?年度)(?:同期)?)(减少|下降|压减|精简|增加|增长|净增)了?$/

/** 由50件减至40件，下降30%; 40件，比去年的50件减少8件; 40件，同比减少10件，下降30%. */
function changes({ text, place }: Clause, all: readonly Figure[], found: Contradiction[]): void {
  const figures = all.filter((f) => !/^[年月]$/.test(f.unit) || f.value < 100)
  for (let i = 0; i + 2 < figures.length; i++) {
    const [one, two] = [figures[i]!, figures[i + 1]!]
    if (!exact(one) || !exact(two) || one.unit !== two.unit || one.unit === '') continue
    const between = text.slice(one.end, two.start)
    const less = LESS.exec(between)
    let from: Figure
    let to: Figure
    if (FROM.test(text.slice(Math.max(0, one.start - 20), one.start)) && TO.test(between)) [from, to] = [one, two]
    else if (THAN.test(between)) [from, to] = [two, one]
    else if (BESIDE.test(text.slice(Math.max(0, one.start - 16), one.start)) && COMPARED.test(between))
      [from, to] = [one, two]
    else if (less && slack(one) === 0)
      [from, to] = [{ ...two, value: DOWN.test(less[1]!) ? one.value + two.value : one.value - two.value }, one]
    else continue
    if (from.value <= 0) continue
    let last = two
    for (const by of figures.slice(i + 2, i + 4)) {
      if (!changesBy(from, to, last, by) || (less && by.unit !== '%')) break
      last = by
    }
  }

  /** Is `by`, which follows `last`, the change between the two? A wrong one is reported. */
  function changesBy(from: Figure, to: Figure, last: Figure, by: Figure): boolean {
    if (!exact(by)) return false
    const verb = BY.exec(text.slice(last.end, by.start))
    const words = text.slice(last.end, by.end + 2)
    // 同比 says what it is compared with; the first figure must be just that.
    const own = /去年|上年|同期/.test(text.slice(Math.max(0, from.start - 8), from.start))
      ? words.replace('同比', '')
      : words
    if (!verb || /以[上内下]|年均|环比|较|比|分别/.test(own)) return false
    const change = round(to.value - from.value)
    if (DOWN.test(verb[1]!) ? change >= 0 : change <= 0) return false
    const isShare = by.unit === '%'
    const [a, b] = [slack(from), slack(to)]
    let least: number
    let most: number
    if (isShare) {
      if (from.unit === '%') return false
      const shares = [(to.value + b) / Math.max(from.value - a, 1e-9), (to.value - b) / (from.value + a)].map(
        (ratio) => Math.abs(ratio - 1) * 100,
      )
      least = Math.min(...shares)
      most = Math.max(...shares)
    } else if (by.unit === from.unit || (/百分点$/.test(by.unit) && from.unit === '%')) {
      const noun = nounAfter(text.slice(by.end))
      // 由3个乡镇扩大到12个乡镇，增加2个街道 counts something else.
      if (noun !== undefined && noun !== nounAfter(text.slice(from.end))) return false
      least = Math.abs(change) - a - b
      most = Math.abs(change) + a + b
    } else return false
    // A share may have been cut off instead of rounded.
    const rounding = (isShare ? by.step : slack(by)) + 1e-9
    if (by.value < least - rounding || by.value > most + rounding)
      found.push({
        kind: isShare ? 'change' : 'difference',
        at: spanOf(place, by),
        said: text.slice(by.start, by.end),
        computed: isShare
          ? `${round(Math.round((Math.abs(change) / from.value) * 1000) / 10)}%`
          : write(Math.abs(change), text.slice(by.start, by.end), by.unit),
        others: [spanOf(place, from), spanOf(place, to)],
      })
    return true
  }
}

// ---------------------------------------------------------------------------------------------------- shares

const RATE =
  /(办结|办理|到会|参会|回复|报送|清理|解散|注销|建成|完工|核查|完成|整改|化解|合格|销号|答复|调解|入户|签约|开工|达标|处置|解决|受理|参保|覆盖|改造|回访|竣工|验收|反馈|到位|兑现|拨付|出勤)(?:率|比例)(?:为|达到?|是|达到了)?$/

/** 受理50件，办结49件，办结率96%. */
function shares({ text, place }: Clause, figures: readonly Figure[], found: Contradiction[]): void {
  for (const [i, rate] of figures.entries()) {
    if (rate.unit !== '%' || !exact(rate) || i < 2) continue
    const verb = RATE.exec(text.slice(Math.max(0, rate.start - 14), rate.start))?.[1]
    if (!verb) continue
    const whole = figures[i - 2]!
    const part = figures[i - 1]!
    if (![whole, part].every((f) => exact(f) && f.unit === part.unit && f.step === 1) || part.value > whole.value)
      continue
    // Two figures, and the rate is of the second's own verb.
    if (i > 2 && figures.slice(0, i - 2).some((f) => f.unit === part.unit)) continue
    const said = text.slice(whole.end, part.start)
    if (
      !new RegExp(`${/[到参]会/.test(verb) ? '(?:实到|到会|参会)' : verb}[^，。；\\d]{0,6}$`).test(said) ||
      /[。；]/.test(text.slice(whole.end, rate.start))
    )
      continue
    const value = (part.value / whole.value) * 100
    if (Math.abs(value - rate.value) <= rate.step + 1e-9) continue
    found.push({
      kind: 'share',
      at: spanOf(place, rate),
      said: text.slice(rate.start, rate.end),
      computed: `${round(Math.round(value * 10) / 10)}%`,
      others: [spanOf(place, whole), spanOf(place, part)],
    })
  }
}

// ----------------------------------------------------------------------------------------------------- pairs

/** 100名首席服务员“一对一”服务100家企业: as many of the one as of the other. */
function pairs({ text, place }: Clause, figures: readonly Figure[], found: Contradiction[]): void {
  const at = text.indexOf('一对一')
  if (at < 0) return
  const one = figures.findLast((f) => f.end <= at && at - f.end <= 24)
  const two = figures.find((f) => f.start > at && f.start - at <= 24)
  if (!one || !two || !/[名人位]/.test(one.unit) || !/[名人位家户个]/.test(two.unit)) return
  if (!exact(one) || !exact(two) || one.value === two.value || /[，；]/.test(text.slice(one.end, at))) return
  if (/每|各|其中|次|已/.test(text.slice(one.end, two.start))) return
  found.push({
    kind: 'paired',
    at: spanOf(place, two),
    said: text.slice(two.start, two.end),
    computed: text.slice(one.start, one.end),
    others: [spanOf(place, one)],
  })
}

// -------------------------------------------------------------------------------------------------- restated

interface Total {
  readonly figure: Figure
  readonly noun: string
  readonly scope: string
  /** Said to be the whole: 共设立…, or all of what was named before: 这…, 全部. */
  readonly whole: 'total' | 'back'
  readonly at: Span
  readonly said: string
}

const WHOLE =
  /(?:共|一共|共计|总计|合计|总共|共有|共设[立置]?|共划[分为]*|共建[立成]?|共配备|共组建|共成立|共排查|共清理|共下沉|共选派|共聘[任请]|共签约|现有|总数[为达是]*)(?:[^，。；、：\d的]{0,8})$/
const BACK = /(?:这|上述|以上|该|全部的?|所有的?|[全本我][县市区镇乡局村]的?)$/
/** What `WHOLE` and `BACK` and the words behind a figure have in common; to pass over the sentences without. */
const OF_ALL =
  /(?:共|[总合]\s*计|现\s*有|总\s*数)[^，。；、：\d的]{0,16}[\d二两三四五六七八九十百一]|(?:这|上\s*述|以\s*上|该|部的?|有的?|[全本我]\s*[县市区镇乡局村]的?)\s*[\d一二两三四五六七八九十百]|\d[^，。；：\d]{1,30}(?:全\s*[部面]|均|都)/
/** To find the paragraphs that are looked at. */
const MAY_RECKON = new RegExp(`${THREE.source}|${MAY_MATTER.source}`, 'g')
const MAY_RECKON_OR_RESTATE = new RegExp(`${MAY_RECKON.source}|${OF_ALL.source}`, 'g')
const STARTS_ELSE =
  /其中|新增|首批|第[一二三四五]批|今年|去年|上年|每|各|平均|剩余|未|还|另|再|部分|计划|力争|争取|拟|将|目标|到20|截至|截止|月|季度|同比|原有|原来|以前|过去|减少|增加|由|从|仅|如|例如|分别|某|又|已|曾|此前/

/** 共有干部职工86名: the thing before its figure. */
const NAMED_BEFORE = /(?:共有|现有|共计|总计|总共有|共设[立置]?|共)([一-龥]{3,10})$/
const OTHER_TIME = /其中|首批|第[一二三四五]批|今年|去年|上年|截至|到20|原有|以前|过去|计划|目标|月/

function totalsOf({ text, place }: Clause, figures: readonly Figure[], totals: Total[]): void {
  for (const figure of figures) {
    if (!exact(figure) || figure.value < 3 || /%|百分点|天|日|年|月|小时|倍|岁|元|次|批|期|轮/.test(figure.unit))
      continue
    const clauseStart = Math.max(...[...'，：'].map((mark) => text.lastIndexOf(mark, figure.start - 1))) + 1
    const before = text.slice(clauseStart, figure.start)
    const ahead = NAMED_BEFORE.exec(before)?.[1]
    const noun = nounAfter(text.slice(figure.end)) ?? ahead
    if (noun === undefined || noun.length < 3) continue
    const rest = text.slice(figure.end + (noun === ahead ? 0 : noun.length))
    const whole = WHOLE.test(before)
      ? 'total'
      : BACK.test(before) || /^(?:已?全部|均|都|全面|已经全部)/.test(rest)
        ? 'back'
        : undefined
    if (!whole || STARTS_ELSE.test(before) || OTHER_TIME.test(text.slice(Math.max(0, clauseStart - 16), clauseStart)))
      continue
    totals.push({
      figure,
      noun,
      scope: scopeOf(text.slice(0, figure.start)),
      whole,
      at: spanOf(place, figure),
      said: text.slice(figure.start, figure.end),
    })
  }
}

/** The counted thing after its figure, up to the first word that is no longer its name. */
function nounAfter(text: string): string | undefined {
  const run = /^[一-龥A-Za-z“”]{2,20}/.exec(text)?.[0]
  if (!run) return undefined
  const end = run.search(
    /[的在和与及等到至由被把将对向以为是有已均都全]|完成|实现|达到|得到|进行|开展|参[与加]|负责|工作(?=[取开])|之[一中]|以[上内]|左右|投入|投用|建成|落户|落地|纳入|覆盖|承担|按|逐|每|要|应|须|必须|分别|先后|两|挂牌|走访|入[企户村]|驻|一一|“一对一|通过|并|下沉|进驻|精准|深入|包联|结对|服务(?=全|企|群)/,
  )
  return end < 0 ? run : run.slice(0, end) || undefined
}

/** Whose figures these are, and when: places, years. */
const scopeOf = (text: string): string =>
  (
    text.match(
      /20\d{2}年|[一二三四]季度|\d{1,2}月|上半年|下半年|[一-龥]{2}(?:省|市|县|区|镇|乡|街道|村|社区)(?!级|[县市区镇乡村域内]|党|委)/g,
    ) ?? []
  )
    .filter((word) => !/^[全我本各每][县市区镇乡村]/.test(word))
    .sort()
    .join()

function restated(totals: readonly Total[], found: Contradiction[]): void {
  const first = new Map<string, Total>()
  for (const total of totals) {
    const key = `${total.figure.unit} ${total.noun} ${total.scope}`
    const known = first.get(key)
    if (!known) {
      if (total.whole === 'total') first.set(key, total)
      continue
    }
    if (known.figure.value === total.figure.value) continue
    if (Math.abs(known.figure.value - total.figure.value) <= slack(known.figure) + slack(total.figure)) continue
    found.push({ kind: 'restated', at: total.at, said: total.said, computed: known.said, others: [known.at] })
  }
}
