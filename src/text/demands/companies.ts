/** What visits to companies and inspections of companies have in common. */
import type { Doc } from '../../core.ts'
import { perObject } from '../../per-object.ts'
import type { Stance } from '../stance/stance.ts'

export const ENTERPRISE =
  /企业|公司|厂[区房]?|车间|园区|项目(?:单位|现场|方|业主)?|生产线|工地|合作社|商户|饭店|店铺|商铺|门店/

/** 公司参观接待管理规定: how a company receives its own guests is its own affair. */
const HOUSE_RULE =
  /(?:公司|集团|厂)[^，。]{0,12}(?:接待|参观|来访)[^，。]{0,8}(?:制度|规定|办法|规范|流程|细则|标准)|(?:接待|参观|来访)[^，。]{0,8}(?:制度|规定|规范|流程|标准)$/
export const isHouseRule = perObject(
  ({ text, facts }: Doc): boolean =>
    HOUSE_RULE.test(facts.title) && /公司|本厂|我厂|集团/.test(facts.title + text.slice(0, 400)),
)

/** 请再次报送已报过的台账: they have reported, and are to do so again. */
const AGAIN_TO_COME =
  /请[^，。；]{0,4}(?:企业|公司)[^，。；不]{0,12}$|(?:请|[要须应]|务必)[^。]{0,40}(?:再次|重新?|重复|再)[报送上填提][^。]{0,24}$/
/** 我已经让人打了招呼，明天上午机器先停: what was said is past, what is to be done is not. */
const TO_COME = /(?:明天|明早|后天|今晚|下周|[那当]天)[^。；]{0,20}$/

/** 无论有没有订单一律开足: whatever is the case, it is to be done. */
const EVEN_SO =
  /(?:无论|不管|不论)[^，。；]{0,6}(?:有没有|有无|多少|大小)[^，。；]{0,10}[，]?(?:一律|都|均|也|全部?)[^，。；]{0,4}$/

export const isMentioned = (stance: Stance): boolean =>
  (stance.supposed && !EVEN_SO.test(stance.before)) ||
  stance.quoted ||
  stance.blamed ||
  stance.negated ||
  (stance.reported &&
    !((TO_COME.test(stance.ahead) || AGAIN_TO_COME.test(stance.ahead)) && !/去年|上年|以前|过去/.test(stance.ahead)))
