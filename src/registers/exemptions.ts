/** What a row says of itself that takes it out of plan and filing: 个案核查，不属督查检查事项; 函件不需报备. */
import type { TableRecord } from '../core.ts'
import { plain } from './values.ts'

const KIND =
  '(?:年度|全[县市区]性?|统筹|规范性)?(?:督查检查考核|督查检查|督导检查|督检考|检查考核|督查|督导|检查|考核|发文|文件|公文|会议|报备|备案|精文减会)'
const SCOPE = '(?:统计|管理|计数|报备)?(?:事项|项目|活动|范围|口径|范畴|类别|管理|统计|之列)?(?:以?内|之内|之列)?'
/** Of itself: 不属于计划内会议 says that it was not planned, 检查结果不作为考核依据 speaks of something else. */
const OTHER_KIND = new RegExp(
  `(?:^|[，,、；;。（(])[^，,、；;。（()）]{0,8}(?<!是否|能|得|认为|以)(?:不(?:属于?|算作?|视[为作]|作为?|按照?|在)${KIND}${SCOPE}|不(?:纳入|列入)${KIND}?(?:统计|计数)(?:范围|口径)?)(?=$|[，,、；;。）)])`,
)
export const isOfAnotherKind = (remark: string): boolean => remark.includes('不') && OTHER_KIND.test(remark)

/** 属日常值守，免于备案. Not 误以为无需报备, nor 不得以不需报备为由. */
const NO_FILING =
  /(?<!误|为|说|称|得以|是否|并非|不是)(?:无需|无须|毋须|不需要?|不须|不用|不必|免于?|可不)(?:再|另行?|单独|专门|逐[件次项])?(?:[向到][^，,、；;。]{1,8})?(?:进行|办理|履行)?(?:报备|备案)(?!为由|的?(?:说法|理由))|不(?:属于?|在|[纳列]入|列[为作]|计入|作为?)[^，,；;。]{0,8}(?:报备|备案)(?:的)?(?:范围|事项|范畴|口径|之列)/
export const needsNoFiling = (record: TableRecord): boolean =>
  ['remark', 'status', 'progress', 'filing', 'filed'].some((field) => {
    const said = record.text(field)
    return said.includes('备') && NO_FILING.test(plain(said))
  })

/** 拟12月上旬, 待定: a day that is none yet. */
const PLANNED_DAY = /^(?:拟|预计|计划|暂定|待|择[机期日]|适时|未定|尚?未(?:印发|召开|开展|实施|到))/
/** 未到印发时间, 尚未召开: what nobody has done yet. */
const NOT_YET =
  /(?:未|没有?)到(?:规定|计划|预定)?(?:的)?(?:印发|召开|开展|实施|发文|制发|开会|会议|检查|督查|举办|执行)?(?:时间|日期|时候|日子|期限)|(?:时间|日期)(?:还|尚)?未到|(?:^|[，,；;])(?:目前|现|暂|还|尚)*(?:未|没有?)(?:印发|召开|开展|实施|发文|制发|开会|举办|启动)(?:$|[，,。；;])|(?:^|[，,；;])[待拟](?:印发|召开|开展|实施|制发|举办)(?:$|[，,。；;])/
/** Of an item without a day that can be read: does its row say that it is still to come? */
export const isNotYetHeld = (record: TableRecord): boolean =>
  PLANNED_DAY.test(plain(record.text('date'))) ||
  ['remark', 'status', 'progress'].some((field) => NOT_YET.test(plain(record.text(field))))
