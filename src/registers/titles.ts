/** Titles of documents and meetings as they are compared. */
import { plain } from './values.ts'

/** A title to compare: without 关于, 印发, the kind of document and the year. */
export const titleKey = (title: string): string =>
  plain(title)
    .replace(TURN, '')
    .replace(/[《》“”"‘’（）()〔〕[\]、，。：:—-]/g, '')
    .replace(/^关于(?:印发|召开|开展|举办|组织|做好|进一步)*/, '')
    .replace(/(?:19|20)\d{2}年度?/, '')
    .replace(/的?(?:通知|意见|方案|通报|函|决定|报备|备案)$/, '')
    // 关于召开…推进会的通知 is about that meeting.
    .replace(/的?(?:会议|会)$/, '')

/** 校园食品安全检查（春季）: one of the turns of what has one name. */
const TURN =
  /[（(](?:[春夏秋冬]季?|[上下]半年|第?[一二三四1-4](?:季度|次|轮|批|期)|[\d一二三四五六七八九十]{1,3}月份?)[）)]$/

/** Words that name no thing: 关于做好秸秆禁烧工作的通知 is that of 秸秆禁烧. Not 计划生育, nor 工作队. */
const NO_THING =
  /关于|印发|召开|举办|举行|开展|做好|抓好|切实|进一步|扎实|认真|活动|事项|有关|的|工作(?![站队群日室者证服])|计划(?!生育|单列|财务|[内外])/g
/** Which of several: 一季度, 9月份, 上半年, 第三次, 第2期. */
const NTH =
  /第?[一二三四1-4]季度|前[二三两]个?季度|[上下]半年|第[一二三四五六七八九十\d]{1,3}(?:次|期|轮|批次?|场|周|季)|(?<!\d)(?:(?:1[0-2]|[1-9])月?[-—–~至到])?(?:1[0-2]|[1-9]|十[一二]?|(?<!十)[一二三四五六七八九])月(?:份|\d{1,2}[日号]|[上中下]旬)?/g
/** All of them, as plans say: 季度评比, 月调度会. */
const EACH =
  /[每各按逐分](?:个)?(?:季度?|月份?|半年|周)|季度|月度|半年度?|月(?=例会|调度|通报|点评|评比|考核|督查|检查|分析)/g

const thingKey = (title: string): string => titleKey(title).replace(NO_THING, '')

/** What a title is about, however it is worded. */
export interface Subject {
  readonly thing: string
  /** Without what tells its turns apart. */
  readonly series: string
  /** It is one turn only: 第三次. */
  readonly nth: boolean
  readonly years: readonly string[]
}
export function subjectOf(title: string): Subject {
  const written = plain(title)
  const series = written.replace(NTH, '')
  return {
    thing: thingKey(written),
    series: thingKey(series.replace(EACH, '')),
    nth: series !== written,
    years: written.match(/(?:19|20)\d{2}(?=年)/g) ?? [],
  }
}

/** Is what was planned, or a turn of it, what this is? 人居环境整治一季度评比 of 人居环境整治季度评比; not 第三次 of 第一次, nor 2025年 of 2026年. */
export function isOf(one: Subject, planned: Subject): boolean {
  if (one.years.length > 0 && planned.years.length > 0 && !one.years.some((year) => planned.years.includes(year)))
    return false
  return isLike(one.thing, planned.thing) || (!planned.nth && isLike(one.series, planned.series))
}
/** So many characters name a thing, and so many of a longer name do. */
const NAMES = 4
const TELLS = 6
const isLike = (one: string, planned: string): boolean =>
  (one === planned && one.length >= NAMES) ||
  (planned.length >= TELLS && one.includes(planned)) ||
  (one.length >= TELLS && planned.includes(one))
