import type { Span } from '../core.ts'

/** A stretch that an office swaps when it passes a document on, and the sign that stands for all of its kind. */
export interface Swap extends Span {
  readonly sign: string
}

// Signs from the private use area: they meet no character of a document.
const AREA = '\ue001' // 全国, 全县, 本市
const GOVERNMENT = '\ue002' // 县级以上人民政府, 市、区人民政府
const EVERYONE = '\ue003' // 各地区各部门, 各乡镇各单位
const RANK = '\ue004' // 国家级, 省级, 县级
const THIS = '\ue005' // 本法, 本办法, 本方案
const PLACE = '\ue006' // 河南省, 北京市

const LEVEL =
  '(?:县级以上|地方|各级|当地|所在地|本级|上级|自治区|直辖市|设区的市|不设区的市|市辖区|区县|省|市|州|盟|县|区|旗|乡|镇)'
const JOINT = '(?:、|和|或者|或|及|（自治县）|（市、区）|（区、市）|（市）|（区）)'

const PROVINCE =
  '北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆'

const PATTERN = new RegExp(
  [
    `((?:全|我|本)(?:国|省|市|县|区|州|盟|旗|乡|镇|辖区|地区|行政区域|行政区)|中华人民共和国境内)(?!域|际|家)`,
    `((?:${LEVEL}|${JOINT}){0,10}(?:人民政府)|国务院|(?:省|市|县|区|州|镇|乡镇|乡)政府|${LEVEL}(?:${JOINT}${LEVEL}){1,6}(?:（自治县）|（市、区）)?)`,
    `(各(?:有关|相关|直属|级)?(?:省|自治区|直辖市|市|州|县|区|旗|乡镇|乡|镇|街道|地区|地方|地|部门|单位)(?:(?:、|，|和|及)?(?:各|省直|市直|县直)?(?:有关|相关|直属)?(?:省|自治区|直辖市|市|州|县|区|旗|乡镇|乡|镇|街道|地区|地方|部门|单位)){0,8})`,
    `((?:国家|省|市|县|区|州|部|地市)级(?!以上))`,
    `(本(?:法|办法|条例|规定|细则|方案|意见|通知|计划|规划|措施|政策))`,
    `((?:${PROVINCE})(?:省|市|自治区|壮族自治区|回族自治区|维吾尔自治区)?)`,
  ].join('|'),
  'g',
)
const SIGNS = [AREA, GOVERNMENT, EVERYONE, RANK, THIS, PLACE]

/** Finds what is commonly swapped, in order. Knows administrative levels and provinces, no particular document. */
export function swaps(text: string): Swap[] {
  const found: Swap[] = []
  for (const m of text.matchAll(PATTERN)) {
    const kind = SIGNS.findIndex((_, i) => m[i + 1] !== undefined)
    found.push({ start: m.index, end: m.index + m[0].length, sign: SIGNS[kind]! })
  }
  return found
}
