/** Signs for less and more, and French quotation marks, that stand for the marks of a title. */
import type { Block } from '../../core.ts'
import { faultAt, type MarkFault } from './faults.ts'

/** Most texts have none. */
const SIGN = /[<＜‹«]/
/** A title between them: no tag, no comparison, no figure. */
const BETWEEN = /(?:<<|＜＜|[<＜‹«])([ \u3000]{0,2}(?=[一-龥“])[^<>＜＞‹›«»《》\n]{2,80})(?:>>|＞＞|[>＞›»])/g
/** What a title that stands by itself ends in; <单位名称> is a place to be filled in. */
const TITLE =
  /(?:法|条例|规定|办法|细则|意见|方案|通知|决定|纲要|规划|计划|规则|规范|准则|标准|公告|通告|通报|报告|纪要|章程|制度|预案|日报|月刊|读本|选编|汇编)(?:[（(][^（()）]{1,12}[)）])?\s*$/

/** 《关于印发<…方案>的通知》: within a title 〈〉 is meant; by themselves they stand for 《》. */
export function angleFaults(text: string, blocks: readonly Block[]): MarkFault[] {
  if (!SIGN.test(text)) return []
  const faults: MarkFault[] = []
  for (const { start, end, kind } of blocks) {
    if (kind === 'code' || !SIGN.test(text.slice(start, end))) continue
    const own = text.slice(start, end)
    for (const m of own.matchAll(BETWEEN)) {
      const before = own.slice(0, m.index)
      const inside = before.lastIndexOf('《') > before.lastIndexOf('》')
      if (!inside && !TITLE.test(m[1]!)) continue
      const [left, right] = inside ? ['〈', '〉'] : ['《', '》']
      const from = start + m.index
      // Beside 〈〉, or within them, nobody can tell which level it is.
      const isClear = !/[〈〉]/.test(m[1]!) && before.lastIndexOf('〈') <= before.lastIndexOf('〉')
      const wanted = `${left}${m[1]!.trim()}${right}`
      faults.push(faultAt(text, 'angle', from, from + m[0].length, wanted, isClear ? false : undefined))
    }
  }
  return faults
}
