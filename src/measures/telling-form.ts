import type { Kind } from '../core.ts'

/**
 * How things are, in figures: 全镇60岁以上老人6127人，占27.4%; 秋收期间被市里通报火点4个. The labelled pairs hold none of them, so that the model takes
 * figures for promises.
 */
const STATE =
  /现有|共有|下?辖[\d一二三四五六七八九十]|常年|年产|年均|常住|户籍|总人口|总面积|占[^，。；]{0,16}?(?:\d|一半|半数|大半)|其中[^，。；]{0,16}\d|截至[^，。；]{0,16}，?[^。；]{0,20}(?:有|共|累计|已)|被[^，。；]{1,10}(?:通报|查处|评为)|仅为|[低高]于(?:全[国省市县区]|[省市县])?平均|发生[^，。；]{0,12}\d+起/
/** What is promised, asked for, allowed, set or paid. */
const PROMISE =
  /要(?!求)|应|须|必|不得|不[予准]|确保|争取|力争|稳定在|(?<!已|已经|共|累计)(?:完成|实现|达到|建成|建设|开展|落实|组织|推进|推动|实施|安排|配备|新建|改造|建立|形成|培育|打造|制定|提高|提升|加强|加快|支持|鼓励)|每[月周日天季]|(?<!截)[到至]20\d\d年|[年月日]底?前|以内|不少于|不低于|不超过|由|负责|牵头|申请|给予|奖励|补助|补贴|可以|是指|责任/

/** 本方案由县禁烧办负责解释，自印发之日起施行. */
const FORCE = /^(?:第[^，。\s]{1,6}条\s*)?本[^，。]{1,10}(?:由[^，。]{2,30}解释|自[^，。]{2,20}(?:施行|实施|执行|生效))/

/** 责任单位：县水利局, 完成时限：6月底前, on a line of their own below a task, in brackets or not. */
const ASSIGNED =
  /^[（(【[]?(?:责任|牵头|主办|主责|承办|落实|实施|配合|协办|参与)(?:单位|部门|科室|股室|领导|人)[】\]]?[:：](.{2,})$/s
const DUE = /^[（(【[]?(?:完成|办理|落实|整改)(?:时限|时间|期限)[】\]]?[:：](.{2,})$/s
/** 各有关单位, 按职责分工: nobody by name. */
const NOBODY = /^[^，、；]{0,4}(?:各?有关|各?相关|各责任|各成员|按职责)[^，、；]{0,8}$/
const SOME_DAY = /\d|[一二三四五六七八九十]月|[一二三四]季度|年底|年内|年中|立即|即日/

/** Figures, bodies and times of which somebody may be reminded. */
const CHECKABLE = /[\d一二两三四五六七八九十]|[局委办厅镇村]|乡(?![愁情土音亲村])|每|由|负责|应|须|要(?!求)|不得|《/
/** What parts the clauses of 守住蓝天就是守住乡愁，护好田野就是护好家园. */
const CLAUSES = /[，；,;]/
const LONGEST_CLAUSE = 14

/** The kind of a sentence (without its numbering) that its form tells, whatever its words are about; undefined where it does not. */
export function kindByForm(words: string): Kind | undefined {
  if (FORCE.test(words)) return 'other'
  const who = ASSIGNED.exec(words)?.[1]?.replace(/[）)。；;\s]+$/, '')
  if (who !== undefined) return NOBODY.test(who) ? 'vague' : 'measure'
  const due = DUE.exec(words)?.[1]
  if (due !== undefined) return SOME_DAY.test(due) ? 'measure' : 'vague'
  if (/\d/.test(words) && STATE.test(words) && !PROMISE.test(words)) return 'other'
  return isSlogan(words) ? 'boilerplate' : undefined
}

/** Two or three short clauses of one length that repeat two characters in the same places, and nothing that could be checked. */
function isSlogan(words: string): boolean {
  const clauses = words.replace(/[。！？!?]$/, '').split(CLAUSES)
  const [first, ...others] = clauses
  if (first === undefined || others.length === 0 || clauses.length > 3 || first.length > LONGEST_CLAUSE) return false
  if (first.length < 4 || others.some((other) => other.length !== first.length) || CHECKABLE.test(words)) return false
  return others.every((other) => [...other].filter((char, i) => char === first[i]).length >= 2)
}
