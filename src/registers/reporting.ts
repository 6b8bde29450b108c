/** Tables that say of each office and month whether its figures came, and not what they were: 已报, 迟报, √. */
import type { Sheet } from '../core.ts'
import { isBlank } from './values.ts'

/** 已报, 按时报送, 补报（4月3日）, 迟报2天: they came, if late. */
const CAME =
  /^(?:[√✓✔☑●是迟]|(?:已|已经|按时|按期|及时|准时|如期|正常|补|已补|迟|晚|逾期|催)(?:上?报|报送|上交|提交|填报|交)(?:\s?\d{1,3}[天日])?)$/
const DID_NOT =
  /^(?:[×✗✘xX否缺漏未]|(?:未|漏|缺|没|没有|欠|尚未|还未|一直未|仍未)(?:上?报|报送|上交|提交|填报|交)(?:表|数)?)$/
const bare = (text: string): string => text.trim().replace(/[（(][^（()）]{0,20}[）)]$/, '')

export const came = (text: string): boolean => CAME.test(bare(text))

/** Do the cells of these columns, which stand for months or offices, say nothing but that? */
export function saysWhetherReported(sheet: Sheet, from: number, until: number, columns: Iterable<number>): boolean {
  let said = false
  for (const column of columns)
    for (let row = from; row < until; row++) {
      const text = sheet.text(row, column)
      // What stands below may be how many did.
      if (isBlank(text) || (said && /^\s*\d{1,3}\s*$/.test(text))) continue
      if (!came(text) && !DID_NOT.test(bare(text))) return false
      said = true
    }
  return said
}

/** 月统计报送情况: of documents, meetings and inspections; not of dues, news or what enterprises produce. */
export const isAboutStatistics = (about: string): boolean =>
  about.includes('报') && STATISTICS.test(about) && !OTHERS.test(about)
const STATISTICS = /月度?统计|统计[表数台月]|(?:发文|文件|文会|会议|督查|减负|精文)[^ ]{0,12}(?:统计|月报|报表|数据)/
const OTHERS =
  /(?:经济|财务|财政|税收|人口|劳动|工资|党员|党建|党费|组织生活|信访|信息|舆情|新闻|农业|工业|企业|能耗|项目|投资|扶贫|帮扶|医|疫|病|教育|安全|环保|防汛)[^ ]{0,6}(?:统计|月报|报表|报送|上报)/
