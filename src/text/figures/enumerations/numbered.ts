/** 现将以下四个事项通知如下：, or 就讲三点，讲完散会。, and numbered paragraphs below. */
import { parseNumeral } from '../../numerals.ts'
import { FEWEST, type Miscount, NUMBER, numberOf, type Paragraphs } from './miscount.ts'

const ANNOUNCED = new RegExp(
  `(?:(?:以下|下列|下面|如下|(?:我|重点|再|简要|主要)?(?:讲|谈|提出?|强调|汇报|说(?!.{1,2}点[钟半整])|(?:交代|布置|安排|部署)(?=.{1,2}[件项个]))|(?:存在|查出|梳理出|反映出?|表现[为在]|主要有|(?:抓|[做办干推](?:实|好)?|采取|突出|落实)了?)(?=[^。]{0,24}：$))的?(${NUMBER})(个方面|方面|个|项|点|条|件|类|种|层(?=意)|句(?=话))[^，。；：\\d]{0,14}|(?<![第\\d一二三四五六七八九十])(${NUMBER})(个方面|方面|个|项|点|条|件|类|种|处(?=.{0,10}事项))(?![^，。；：\\d]{0,8}(?:落实|办理|完成|进展|推进|整改|执行|结果))[^，。；：\\d]{0,10}(?:意见|要求|事项|问题|措施|建议|工作|任务|安排|规定|原则|条件|情况|通知)?(?:函告|告知|通报|汇报|报告|说明|分述)?如下|分(?:为|成)?(${NUMBER})(个?阶段|个?步骤|步|批|个?环节|个方面)[^，。；：\\d]{0,10}，[^，。；：\\d]{0,10}如下|(?:讲|谈|说|强调|交代|布置)(${NUMBER})(个方面|方面|个|项|点(?![钟半整到开出])|条|件|层(?=意)|句(?=话))[^，。；：\\d]{0,10}[，。](?!.{0,6}(?:同意|赞[同成]|落实|贯彻|照办|拥护))[^，。；：\\d]{2,16})[：。]?$`,
)
/** Whatever is announced is counted right before the end; few paragraphs end so, and the large pattern is for those. */
const ENDS_IN_COUNT =
  /[二两三四五六七八九十\d][个方项点条件类种阶步批环层句][^，。；：\d]{0,16}(?:[，。][^，。；：\d]{0,16})?[：。]?$/
const NUMBERINGS: readonly RegExp[] = [
  /^([一二三四五六七八九十]{1,3})[、.．]/,
  /^[（(]([一二三四五六七八九十]{1,3})[）)]/,
  /^(\d{1,2})[.．、](?!\d)/,
  /^[（(](\d{1,2})[）)]/,
  /^第([一二三四五六七八九十]{1,3})[，、]/,
]

const SPAN_OF_TIME = /^(?:多)?(?:月(?!度)|季度|星期|礼拜|工作日|学期|小时|年(?!度))/

/** So far an item says what it is. UTF-16 units. */
const HEAD = 16

export function numberedBelow(flatAt: Paragraphs, index: number, found: Miscount[]): void {
  const first = flatAt(index + 1)
  if (!first || !/^[一01（(第]/.test(first.text)) return
  const flat = flatAt(index)!
  const tail = flat.text.slice(-60)
  if (!ENDS_IN_COUNT.test(tail)) return
  const announced = ANNOUNCED.exec(tail) ?? namedAbove(tail, first.text, flatAt(index + 2)?.text ?? '')
  const m = announced ?? BEFORE_COLON.exec(tail)
  if (!m) return
  const number = m[1] ?? m[3] ?? m[5] ?? m[7]!
  const classifier = m[2] ?? m[4] ?? m[6] ?? m[8]!
  // 9个村的检查情况通报如下: places that were looked at.
  if (PLACES.test(m[0])) return
  // 前八个月情况汇报如下: a span of time.
  if (SPAN_OF_TIME.test(tail.slice(m.index + m[0].indexOf(number + classifier) + number.length + classifier.length)))
    return
  const expected = parseNumeral(number)!
  const style = NUMBERINGS.findIndex((pattern) => numberOf(pattern, first.text) === 1)
  // 一、已办结2项。 二、正在推进1项。: the items count them, too.
  if (style < 0 || expected < FEWEST || new RegExp(`(?:${NUMBER})${classifier}`).test(first.text.slice(0, HEAD))) return
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
  // 对全市40个县：1.…3.… tells of some of them, or of something else.
  if (!announced && Math.abs(count - expected) > FEW_AMISS) return
  // 四、最后再补充一点: besides those announced.
  if (count === expected + 1 && BESIDES.test(last.text.slice(0, 24))) return
  const offset = flat.text.length - tail.length + m.index + m[0].indexOf(number + classifier)
  found.push({
    at: { start: flat.place(offset), end: flat.place(offset + number.length + classifier.length) },
    stated: number + classifier,
    expected,
    found: count,
    list: { start: first.block.start, end: last.block.end },
  })
}

/** 下设三个工作组：, 发现四个方面的问题：, whatever is done with them; but 对12个乡镇进行了检查：, 3个月内：. */
const BEFORE_COLON = new RegExp(
  `(?<![第\\d一二三四五六七八九十百千万零〇.〔])(${NUMBER})(个方面|方面|个|项|类|点|条|种|件|块|步|道|支)(?!(?:多)?(?:月|季度|星期|工作日|小时|年|百分点))(?![^：]*(?:情况|如下|进行|开展|检查|通报|答复|调研|走访|以[上内下]|左右|之[一二]|中|其中|代表|委员|考核|评[选比]))((?:的)?[一-龥]{0,8})：$`,
)
const PLACES =
  /[个家](?:[^，。；：]{0,4})(?:村|乡镇|街道|社区|单位|部门|企业|学校|县[市区]?|站所)[^，。；：]{0,8}(?:情况|结果|问题|成绩)[^，。；：]{0,6}如下/
/** So many items may have been forgotten or put in since they were counted. */
const FEW_AMISS = 2

/** 成立会务、宣传、后勤三个组：, and below 1.会务组…, 2.宣传组…. */
const NAMED_ABOVE = new RegExp(
  `[、和与及][^，。；：、\\d]{1,12}(${NUMBER})(个|项|类|支|种|条|家|道|块|张)[^，。；：\\d]{1,10}：$`,
)
/** What stands before the name of an item. */
const ITEM = /^(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)、.．])+(?:成立|设立?|组建)?[“"]?/

/** The first two items begin with names that the announcement has. */
function namedAbove(tail: string, first: string, second: string): RegExpExecArray | null {
  const m = tail.endsWith('：') && tail.includes('、') ? NAMED_ABOVE.exec(tail) : null
  if (!m) return null
  const names = tail.slice(tail.search(OWN_CLAUSE), m.index + m[0].length)
  return [first, second].every((item) => {
    const name = item.replace(ITEM, '').slice(0, 2)
    return name.length === 2 && name !== item.slice(0, 2) && names.includes(name)
  })
    ? m
    : null
}
const OWN_CLAUSE = /[^，。；：]*：$/

const BESIDES = /[、，.．）)](?:在?最后|再|另外?|补充|顺便|还有|附带|结语|结束语)/
/** Paragraphs: a longer list is not followed to its end. */
const MOST_BELOW = 400
