/** 经验做法: what a unit tells of itself. */
import { type GenreClues, quoteTitle } from './clues.ts'

/** Its own ones: under a heading, or told as what there still is; 通报存在问题情况 is what is done. */
const SHORTCOMINGS =
  /(?:^|\n)[^\n。]{0,16}存在的?(?:主要|一些)?(?:问题|困难|不足)[^\n。]{0,10}(?=\n|$)|(?:还|仍|仍然|也|依然|但|主要|目前|当前)存在[^。\n]{0,30}(?:问题|困难|不足)/

/** 清河县强化网格管理: a title that tells, as a sentence, what was done; no 文种 ends it, it would have been found before. */
const HEADLINE =
  /^(?!关于)(?:[一-龥]{2,12}(?:[县市区镇乡局委办村]|街道|中心|公司|学校|医院)[：，]?)?(?:[“"][^”"]{2,16}[”"][^。]{0,4})?(?:推进|推行|强化|深化|探索|创新|打造|构建|聚力|聚焦|激活|夯实|筑牢|织密|多措并举|扎实|抓[好实紧牢]|建立|做[实优强活])/

/** A unit tells, in the third person and of the past, what it did well: no orders, no first person, no shortcomings. */
export function experienceEvidence({ opening, text, parts, titles }: GenreClues): string[] | undefined {
  const title = titles[0] ?? ''
  if (parts.has('addressee') || parts.has('number')) return undefined
  const evidence: string[] = []
  if (
    /^(?:为[^，。]{4,40}[，,])?(?:近年来|今年以来|近日|[^，。]{0,12}以来)?[，,]?(?:我们|[一-龥]{2,24}(?:县委|市委|区委|县|市|区|镇|乡|街道|局|委|办|办公室|村|中心|党委|党组|党支部|公司|学校|医院))[^。]{0,24}(?:把|聚焦|紧盯|坚持|立足|创新|积极|扎实|切实|着力|围绕|通过|以|探索|大力|深入|推行|实施)/.test(
      opening,
    ) ||
    // What the title names acts in the text, too.
    tellsOfItself(title, opening)
  )
    evidence.push('以本单位为主语叙述做法')
  if (HEADLINE.test(title)) evidence.push(quoteTitle(title))
  if (
    /(?:率先|首家|首创|成效(?:明显|显著|初显)|效果(?:显现|明显)|得到.{0,12}(?:肯定|好评)|满意度|压缩.{0,8}\d|提升.{0,8}\d|缩短)/.test(
      text,
    )
  )
    evidence.push('叙述成效')
  if (/一是[\s\S]{10,1200}二是[\s\S]{10,1200}三是/.test(text.slice(0, 8000))) evidence.push('“一是…二是…三是…”')
  if (/(?:^|\n)[一二三]、[^\n]{4,12}[，,][^\n]{4,14}(?:\n|$)/.test(text) || beginAlike(text))
    evidence.push('对仗小标题')
  const orders = text.match(/(?:各乡镇|各部门|各单位|各级|有关部门)[^。]{0,10}(?:要|应当|须|必须)/g)?.length ?? 0
  const person = text.match(/我(?:县|市|区|镇|局|乡)|我们/g)?.length ?? 0
  return evidence.length >= 3 && orders <= 1 && person <= 2 && !SHORTCOMINGS.test(text) ? evidence : undefined
}

function tellsOfItself(title: string, opening: string): boolean {
  const unit =
    HEADLINE.test(title) && /^[一-龥]{2,12}?(?:[县市区镇乡局委办村]|街道|中心|公司|学校|医院)/.exec(title)?.[0]
  return unit ? opening.slice(0, 300).includes(unit) : false
}

/** 一、强化…。二、强化…。三、强化…。 */
function beginAlike(text: string): boolean {
  const heads = [...text.slice(0, 8_000).matchAll(/(?:^|\n)\s*[一二三四五]、(..)/g)].map((m) => m[1])
  return heads.length >= 3 && heads.every((head) => head === heads[0])
}
