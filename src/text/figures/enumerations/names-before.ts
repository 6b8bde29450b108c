/** A、B、C等三个…, A、B三个…: names, and then their number. */
import { startBehind } from '../../clauses.ts'
import type { Flat } from '../../flat.ts'
import { parseNumeral } from '../../numerals.ts'
import { CLASSIFIERS, FEWEST, type Miscount, NUMBER } from './miscount.ts'

const AFTER_NAMES = new RegExp(
  `^(${NUMBER})(${CLASSIFIERS})(?![级月年日]|及?以[上下内外]|之[一中内])([^，。；：、\\d]{0,20})`,
)

/** Names before their number at `index`. 等 keeps a list open: only more names than the number are a fault then. Returns where to read on. */
export function namedBefore(
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
  // 局机关、水管站和6个乡镇: they stand beside the names.
  if (!/[、》”"]/.test(before.slice(-40)) || /[和及与]$/.test(before)) return end
  // 新建公园4个、幼儿园9所 counts things; only a word that sums names up closes a list without 等.
  const sumsUp = SUMS_UP.test(noun) || (before.endsWith('》') && PAPERS.test(noun))
  if (open ? noun === '' && classifier !== '类' : !(sumsUp || classifier === '部门' || classifier === '类')) return end
  const expected = parseNumeral(number)!
  const names = namesBefore(before, from > 0)
  if (names && isOfOthers(before.slice(names.start), noun)) return end
  // 国控、省控断面三类水质 are no three.
  if (!open && classifier === '类' && noun !== '' && !SUMS_UP.test(noun) && (names?.least ?? 0) < LONG) return end
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

const LONG = 3
/** What titles are of: 《甲计划》《乙计划》两个计划. */
const PAPERS = /^(?:计划|方案|意见|办法|规定|制度|文稿|材料|议题|报告|草案|细则|预案|规划|条例|法规|标准|合同|协议)/
const SUMS_UP =
  /^(?:重点|关键|主要|不同|基本|县直|市直|专项|公务|微信|责任|牵头|试点|示范|贫困|沿海|主体)?(?:工作)?(?:方面|领域|环节|层面|维度|阶段|板块|部门|单位|地区|省|[县市区](?![直级场域])|城市|乡镇|街道|村(?![民干医级两“])|社区|文件|[科股处]室|小组|工作组|专班|内设机构|微信群|工作群|群$|专项$|工程(?!量|款)|行动$|关键词|步骤|抓手|举措|措施$|制度$|机制$|清单|问题$|部分(?=[组构]成))/

/** 县发展改革委、县自然资源局和沿线5个乡镇: the number is of the last alone. */
function isOfOthers(list: string, noun: string): boolean {
  if (OF_WHICH.test(list)) return true
  const others = PLACES.test(noun) ? ORGAN : DEPARTMENTS.test(noun) ? PLACE : undefined
  return others !== undefined && list.split(/、|以及|[和及与]/).some((item) => others.test(item))
}
/** What says which of them are meant, and names none: it stands behind the names of others. */
const OF_WHICH =
  /(?:沿线|沿岸|沿河|沿黄|周边|邻近|附近|所在|有关|相关|其[他它余]|[所下]辖|辖区内?|涉及|部分|所属|直属|[省市县区镇乡]直|全[省市县区镇乡]|包联|结对|对口)的?$|(?:、|以及|[和及与])(?:试点|示范|重点|[东西南北城][片部区])的?$/
const PLACES = /^(?:重点|试点|示范|贫困|沿海)?(?:乡镇|镇|乡|街道|村|社区|[县市区](?!直))/
/** No place is called so. */
const ORGAN = /(?:局|委|办|办公室|部|厅|院|会|中心|公司|集团|[大支]队|[股科]室|科)$/
const DEPARTMENTS = /^(?:重点|县直|市直|区直|责任|牵头|主要)?部门/
const PLACE = /[^各](?:乡|镇|村|街道|社区)$/

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
  // “甲情况”“乙情况”六个部分: quotation marks need no 、 between them.
  const quoted = /(?:[“"][^“”"]{1,40}[”"][、和及与]?){3,}$/.exec(before)
  if (quoted) {
    const count = quoted[0].match(/[”"][、和及与]?(?=[“"]|$)/g)!.length
    return { start: quoted.index, least: count, most: count }
  }
  if (/[》）]/.test(before.slice(-1))) return undefined
  const blank = before
    .replace(IN_ONE_NAME, '某')
    .replace(/[“"《（(][^“”"《》（）()]{1,40}[”"》）)]/g, (s) => '某'.repeat(s.length))
  const clauseAt = startBehind(blank, '，。；：！？”》）', blank.length)
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
  // 甲镇上报1家单位、教体局上报5家单位: each has its own number.
  if (COUNTED.test(items[0]!)) return undefined
  const joints = rest.at(-1)!.split(/以及|[和及与]/).length - 1
  // 县文化馆、县图书馆和机关七个股室: so many of the last alone.
  if (OF_THE_LAST.test(rest.at(-1)!)) return undefined
  if (rest.slice(0, -1).some((item) => /[和及与]/.test(item)) || joints > 1) return undefined
  if (/[和及与]/.test(items[0]!.slice(-6)) || /某.*某/.test(items[0]!)) return undefined
  return { start: start + opens, least: items.length, most: items.length + joints }
}
/** 人力资源和社会保障局 is one name. */
const IN_ONE_NAME =
  /(?<=人力资源|住房|文化|工业|教育|发展|自然资源|粮食|农业农村|卫生|广播电视|科学技术|民政|应急)[和与](?=社会保障|城乡建设|旅游|信息化|体育|改革|规划|物资储备|水利|健康|新闻出版|林业)/g
/** Where names begin: behind a verb, behind others that were summed up (A、B两个社区和C、D两个村), behind what joins this clause to the last. */
const OPENS_NAMES =
  /^.*(?:分为|划分为|分成|包括|涵盖|涉及|[二两三四五六七八九十](?:个|家|所|类)[^、，]{1,6}(?:以及|[和及与]))|^(?:以及|[和及与])/
const OF_THE_LAST =
  /(?:以及|[和及与])(?:机关|全[县市镇乡区村院校]|辖区|[下所直]属|内设|周边|本[县镇局院校乡]|[县镇乡局院校]里)$/
const COUNTED = /\d(?:家|个|处|件|条|名|起|项|户|人|所|座)/
const PARAGRAPH_NUMBER = /^[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]、)/
const UNCLEAR =
  /[的等各了\d]|[一二两三四五六七八九十](?:级|个|项|家|类|名|批)|其他|分别|包括|通过|在[^，]*中|^(?:是|成为|入选|获|并|对|以|在|将|把|从|向|由)/
