/** Document types in a title: two that are joined or repeated. */
import type { Doc } from '../../core.ts'
import { frameOf, placeIn } from './frame.ts'

const TYPE = '决议|决定|公报|公告|通告|意见|通知|通报|报告|请示|批复|复函|函|议案|纪要'
const SAME = new RegExp(`(${TYPE})的?\\1$`)
/** 关于收回…的通知的通知: what is done to another paper is itself made known in one. */
const DONE_TO_PAPERS =
  /(?:关于|[局委办厅部院会府室])(?:同意|决定)?(?:撤[销回]|废止|补充|更正|勘误|收回|重申|(?:不再|继续|延期|延缓|推迟|提前|恢复|停止|终止|中止|暂[缓停])(?:执行|实施|施行))/
/** The same may be done to other things; a paper of others has a 关于 of its own. */
const MAY_BE_DONE_TO_PAPERS =
  /(?:关于|[局委办厅部院会府室])(?:同意|决定)?(?:修[改订正]|调整|变更|取消|终止|中止|停止|暂[缓停]|延[期长迟缓]|推迟|恢复|解释|说明|执行|实施|贯彻|落实|学习|传达|宣传|清理)/
/** Joined by 的, or two types that are nothing together: 请示报告, 通知公告. */
const TWO = new RegExp(`(?:的|(?<=情况))(${TYPE})的(${TYPE})$|(请示)的(报告)$|(报告)的(请示)$`)
/** 关于柳河镇申请防汛资金请示的报告: one body's report on what another asked for. */
const ANOTHERS =
  /关于[^，。]{1,12}(?:镇|乡|街道|局|公司|学校|医院|中心|村|委|政府|企业)(?:关于|申请|请求|要求|提出|提请|报来)/
const BARE_TWO =
  /(?:请示报告|报告请示|通知公告|通知通告|通知通报|公告通知|公告通告|通告通知|通告公告|决定通知|通报通知|请示函|报告函|通知函)$/
/** 关于…的请示的批复, 关于…的报告的决议: the second answers the first. */
const ANSWERED = /请示|报告|函|议案/
const ANSWERS = /批复|复函|决议|决定|意见/
/** 转发…意见的通知: the first type belongs to another document that this one is about. */
const GOVERNS =
  /转发|印发|批转|发布|公布|下发|下达|报送|上报|呈报|呈送|报请|提交|提请|征求|征集|听取|反馈|回复|答复|贯彻|落实|执行|学习|宣传|传达|废止|修改|修订|撤销|停止|延长|清理|报批|审议|审查|审核|审批|批准|撰写|起草|编制|编写|编报|办理|提出|出具|商请|关于对|讨论|发表|刊发|补充|更正|撤回|取消/

/** Where the title of `doc` ends in two types; at most one. */
export function* doubledTypes(doc: Doc) {
  const { title: lines } = frameOf(doc)
  const whole = lines.map(({ text }) => text).join('')
  // What 《》 names is another document's title.
  const open = whole.lastIndexOf('《')
  const from = open >= 0 && !whole.includes('》', open) ? -1 : whole.lastIndexOf('》') + 1
  const title = whole.slice(Math.max(from, 0)).replace(/[（(][^（()）]{1,24}[)）]$/, '')
  if (from < 0 || title.length < 4) return
  const end = from + title.length
  const at = (length: number) => {
    const span = placeIn(doc, lines, end - length, end)
    return span ?? { start: lines[0]!.start, end: lines.at(-1)!.end }
  }
  // 关于《…》的请示报告 counts, too: what governs the first type may stand before the title marks.
  const governed = (before: string) => GOVERNS.test(before) || (from > 0 && GOVERNS.test(whole.slice(0, from)))
  const bare = BARE_TWO.exec(title)?.[0]
  if (bare && /请示报告|报告请示/.test(bare)) {
    if (!governed(title.slice(0, -bare.length)) || /的$/.test(title.slice(0, -bare.length)))
      yield { message: 'requestReport' as const, args: { words: bare }, at: at(bare.length) }
    return
  }
  // Patterns that most titles can do without: a type of at most two characters twice, with 的 between; two 的.
  const repeats = title.lastIndexOf(title.at(-1)!, title.length - 2) >= title.length - 4
  const same = repeats ? SAME.exec(title) : null
  if (same) {
    const [words, type = ''] = same
    const before = words.includes('的') ? title.slice(0, -words.length) : ''
    const done = MAY_BE_DONE_TO_PAPERS.exec(before)
    if (DONE_TO_PAPERS.test(before) || (done && before.includes('关于', done.index + done[0].length))) return
    const second = placeIn(doc, lines, end - words.length + type.length, end)
    yield {
      message: 'repeated' as const,
      args: { type },
      at: at(words.length),
      ...(second && !done && { fix: { span: second, text: '', safe: false } }),
    }
    return
  }
  const mayJoin = /[示告]的[请报]|情况[^的]{2}的/.test(title) || title.indexOf('的') < title.lastIndexOf('的')
  const two = mayJoin ? TWO.exec(title) : null
  if (two) {
    const words = two[0].replace(/^的/, '')
    const [first = '', second = ''] = words.split('的')
    const before = title.slice(0, two.index)
    // 商请 governs what is asked for: 关于商请提出意见的函; in 关于商请做好…工作的函的通知 it says what the 函 is.
    const about = second === '函' ? before : before.replace('商请', '')
    if (governed(about) || (ANSWERED.test(first) && ANSWERS.test(second))) return
    if (!(/请示|报告/.test(first) && /请示|报告/.test(second)))
      yield { message: 'joined' as const, args: { first, second }, at: at(words.length) }
    else if (!ANOTHERS.test(before)) yield { message: 'requestReport' as const, args: { words }, at: at(words.length) }
  } else if (bare)
    yield { message: 'joined' as const, args: { first: bare.slice(0, 2), second: bare.slice(2) }, at: at(bare.length) }
}
