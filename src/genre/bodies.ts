/** A genre by what the document says, where its title does not tell. */
import type { Genre, GenreId } from '../core.ts'
import { bareOf, citing, type GenreClues, genreOf, quoted, quoteTitle } from './clues.ts'
import { experienceEvidence } from './experience.ts'
import { implementsByBody, OWN } from './implementing.ts'
import { speechByBody } from './speeches.ts'
import { byTitle } from './titles.ts'

export function byBody(clues: GenreClues): Genre | undefined {
  const { opening, ending, text, parts, salutation } = clues
  const decided = (id: GenreId, ...evidence: string[]) => genreOf(id, 'text', evidence)
  const annual = /我(?:代表|受)[^。]{2,40}(?:报告|汇报)(?:政府|法院|检察院|常委会)?(?:的)?工作/.exec(opening)
  if (annual) return decided('report.annual', `“${annual[0]}”`)
  const delegates = text.match(/各位代表[：:！!，,]/g)?.length ?? 0
  if (
    delegates > 0 &&
    !/先生|女士/.test(salutation) &&
    /(?:政府|法院|检察院|常委会)工作|工作(?:回顾|安排)|年工作/.test(text)
  )
    return decided('report.annual', '称呼“各位代表”')
  const spoken = SPOKEN_REPORT.exec(opening)
  if (spoken && !/我[^。\n]{0,20}(?:讲|强调|提|谈)[^。\n]{0,8}(?:点|个方面|意见|要求)/.test(opening))
    return decided('report.work', `“${spoken[0].slice(-24)}”`)
  const applied = parts.has('addressee') && APPLICATION.test(bareOf(clues.titles[0] ?? '')) && OUR_OFFICE.exec(opening)
  if (applied) return decided('request', quoteTitle(clues.titles[0]!), quoted(applied[0]))
  const asks = /(?:妥否|当否|可否|是否妥当)[，,]?\s*(?:敬?请|恳请)(?:予)?(?:批示|批复|审批|审示|指示)/.exec(ending)
  if (asks) return decided('request', `结尾${quoted(asks[0])}`)
  const reporting = /(?:现|现就|现将|下面)[^。\n]{0,60}(?:情况)?(?:汇报|报告)如下/.exec(opening)
  if (reporting && /报告|汇报/.test(reporting[0])) return decided('report.work', `“${reporting[0].slice(-24)}”`)
  const reported = /特此报告|以上报告|以上汇报|汇报完毕/.exec(ending)
  if (reported) return decided('report.work', `结尾${quoted(reported[0])}`)
  if (
    /(?:收悉|函悉)/.test(opening.slice(0, 300)) &&
    /(?:批复|函复|答复|复函)如下|现(?:批复|函复|答复)/.test(opening.slice(0, 500))
  )
    return decided(
      /批复如下|现批复/.test(opening) ? 'reply' : /答复/.test(opening) ? 'reply' : 'letter',
      '“收悉”“批复如下”',
    )
  const answered = ANSWERED.exec(opening)
  if (answered) return decided('reply', quoted(answered[0]))
  if (/^[^。\n]{0,60}来信(?:收悉|收到)/.test(opening)) return decided('letter', '“来信收悉”')
  const bidding =
    /特此函(?:复|告|达|请)|(?:请|望|盼)(?:予|贵[一-龥]{1,4})?(?:大力)?(?:支持|函复|函告|复函)为(?:盼|荷)/.exec(ending)
  if (bidding) return decided('letter', `结尾${quoted(bidding[0])}`)
  const consulted = parts.has('addressee') && CONSULTED.exec(opening)
  if (consulted) return decided('letter', '主送机关', quoted(consulted[0]))
  if (parts.has('addressee') && /(?:通知如下|特此通知|现将.{2,60}通知)/.test(opening + ending)) {
    const meeting =
      /(?:召开|举办)[^。\n]{2,60}(?:会|会议|培训班)/.test(opening) &&
      /(?:会议|培训)时间|参(?:会|加)人员|会议地点/.test(text)
    return decided(meeting ? 'notice.meeting' : 'notice', '主送机关', '“通知如下”')
  }
  const label = LABEL.exec(text)?.[1]
  if (label) return byTitle(label, clues) ?? decided('notice', `“${label}”`)
  const speech = speechByBody(clues)
  if (speech) return speech
  if (/^第[一二三四五六七八九十百]{1,3}条/m.test(text.slice(0, 3000))) {
    // 管理办法 rests on a document, 实施细则 puts one into effect.
    if (/本(?:实施)?细则/.test(opening) && implementsByBody(clues)) return decided('implementing', citing(clues))
    const own = /本(?:办法|规定|细则|规则|制度|方案|规范|规程)/.exec(text)
    return own ? decided('plan', `条文式，“${own[0]}”`) : decided('other', '条文式（法律法规）')
  }
  if (implementsByBody(clues)) return decided('implementing', citing(clues))
  const own = OWN.exec(opening)
  if (own && /本/.test(own[0])) return decided(/意见/.test(own[0]) ? 'opinion' : 'plan', `“${own[0]}”`)
  const drawnUp = DRAWN_UP.exec(opening)
  if (drawnUp && /(?:^|\n)[一二三]、/.test(text)) return decided('plan', quoted(drawnUp[0]))
  const met = text.match(/会议(?:认为|指出|强调|要求|决定|议定|听取|原则同意|明确)/g) ?? []
  if ((met.length >= 3 && /主持|出席|参加/.test(text)) || (met.length > 0 && MET.test(opening) && DECIDED.test(text)))
    return decided('minutes', ...[...new Set(met)].slice(0, 2).map(quoted))
  const published = PUBLISHED.exec(`${opening}\n${ending}`)
  if (published) return decided('circular', quoted(published[0]))
  if (/^[\s\S]{0,200}第\s?\d+\s?期/.test(opening) && /(?:报|送|发)[:：]/.test(ending))
    return decided('bulletin', '“第…期”“报、送、发”')
  const experience = experienceEvidence(clues)
  if (experience) return decided('experience', ...experience)
  if (
    /(?:总体要求|指导思想|工作目标|主要目标|基本原则)/.test(text.slice(0, 3000)) &&
    /(?:重点任务|主要任务|工作措施|保障措施|组织保障|组织实施|实施步骤|工作要求)/.test(text)
  )
    return decided('plan', '“总体要求”“重点任务”“保障措施”结构')
  const told = parts.has('addressee') && !/贵[院局司单公校所集]/.test(opening) && TOLD.exec(`${ending}\n${opening}`)
  if (told) return decided('notice', '主送机关', quoted(told[0]))
  return undefined
}

/** 资金申请书, 关于维修校舍的申请: a request under another name, where an office makes it. */
const APPLICATION = /申请(?:书|报告)?$/
const OUR_OFFICE =
  /[我本](?:乡|镇|村|校|局|院|所|街道|社区|县|区|单位|中心|公司|[^，。\n]{2,12}(?:小学|中学|卫生院))(?![长民])/
/** 现就您反映的问题回复如下: to whom it may concern; 批复 says what was asked for first. */
const ANSWERED = /现(?:将|就|对)?[^。\n]{0,40}?(?:回复|答复)(?:您)?如下/
/** 现商请贵院…: among equals. */
const CONSULTED =
  /(?:商请|函请|恳请|敬请|烦请|拟请)贵[一-龥]{1,6}?(?:[，,予协支惠研给]|将|就|对|派|提|于|在)|[请盼望](?:[^。\n]{0,24})(?:函告|函复|复函)/
/** 【会议通知】 at the head of a message: what it is stands in brackets. */
const LABEL = /^\s*【([^】\n]{0,8}(?:通知|公告|通告|公示|通报|提示|提醒|调度))】/
/** What whoever is addressed is to do, told without a heading: 请各村于本周五前将…报…. */
const TOLD =
  /请[^。\n]{0,20}(?:贯彻执行|认真落实|组织实施|遵照执行)|(?<![申邀提])请各[^，。\n]{0,12}?(?:务必|要(?!求)|切实|认真|高度|严格|立即|迅速|加强|密切|结合|按)|各(?<=(?:^|[。；，\n])各)(?!级|地区?各)[^，。；、\n]{1,10}(?:要(?!求)|须|务必|应(?!急)当?)|(?<![申邀提敬])请(?:[你各][^，。\n]{0,12}|大家|务必|抓紧|尽快|立即|按时|及时|于|在){1,2}[^。\n]{0,24}?(?:(?:之?前|以前|月底|内)[，,]?(?:将|把|完成|报|书面|[^。\n]{0,6}[报送交填])|[报送交][至到]?[^。\n]{0,8}(?:办|局|科|室|组|邮箱)|准备好|抓好|做好|落实)/
/** 结合全镇实际，特制定文明创建常态管理机制。 whatever its title calls it. */
const DRAWN_UP = /特制[定订][^，。；：\n]{2,40}(?:方案|机制|办法|措施|计划|制度|细则|规划)(?=[。，：]|如下)/
/** 副区长某某主持召开专题会议，研究…: what a meeting is called before it is told. */
const MET = /主持召开[^。\n]{0,40}(?:会议|会)[，,]?[^。\n]{0,12}(?:研究|听取|审议|讨论|专题|协调)/
/** And what it came to. */
const DECIDED = /会议(?:议定|决定|明确|确定|原则同意)|(?:议定|决定)(?:事项)?(?:如下|[:：])/
/** 现予公告, 现将…公布如下; not 对先进予以通报表扬, which is what somebody has coming. */
const PUBLISHED =
  /现(?:予以?|将[^。\n]{0,80}?(?:予以?)?)(?:公告|通告|公布|公示|通报)(?![表批嘉问约]|[与和、])|特此(?:公告|通告|通报|公示)/

/** 下面我代表…就…情况向各位领导作简要汇报: whoever speaks reports to those above; whoever asks another to report (下面请…汇报) is the host. */
const SPOKEN_REPORT =
  /(?:下面|现在|现|在此|这里)[，]?(?:由)?我[^。\n请]{0,80}(?:向|给|为)(?![^。\n]{0,4}(?:大家|同志|群众))[^。，\n请]{2,20}?(?:作|做|进行)?[一-龥]{0,4}汇报(?!发言|会)/
