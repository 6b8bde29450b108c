/** What the county's four rules and the article about them say. Both are quoted from the article, word for word; nobody here has held the county's own text. */
import type { Basis, Cap } from '../core.ts'
import { compared, quoted } from './quoted.ts'

const four = quoted('南乐县《基层减负新四条》')
const article = compared('南乐县为基层减负做法')

/** Part 1: speeches. */
const SPEECH = '领导讲话不搞形式主义'
export const specialSpeech = four(SPEECH, '部署专项工作的材料原则上不超过2000字', '原则上')
export const generalSpeech = four(SPEECH, '一般性会议要严格控制讲话稿篇幅')

/** Part 1 as limits. 一般性会议 is a scope, and each county draws it: these meetings are usually left out (高台县 高办发〔2019〕126号 lists nearly the same). */
export const UNCAPPED_MEETINGS = [
  '党代会',
  '党代表大会',
  '人民代表大会',
  '人代会',
  '政协会议',
  '全委会',
  '全委会议',
  '全会',
  '纪委全会',
  '经济工作会议',
  '政府全体会议',
]
export const caps: readonly Cap[] = [
  { genres: ['speech.special'], value: 2000, unit: '字', ...specialSpeech },
  // 材料 stands under speeches; read widely it is what goes down in writing too. The wide reading only informs.
  {
    genres: ['implementing', 'notice', 'notice.forward', 'notice.inspection', 'opinion', 'plan'],
    scope: ['专项'],
    value: 2000,
    unit: '字',
    severity: 'info',
    ...specialSpeech,
  },
  { genres: ['speech.general'], unit: '字', ...generalSpeech },
]

/** Part 3: work reports. */
export const report = four(
  '汇报工作不搞形式主义',
  '汇报工作要言之有物、条理清晰，如实反映问题并提出有针对性、具体可操作的解决建议',
  '要求',
)
/** The same sentence where a machine can only guess how far a report lives up to it: no modal word decides. */
export const reportGuessed: Basis = four(report.clause, report.quote)

/** Part 4: documents that implement a superior one. */
export const implementing = four(
  '落实工作不搞形式主义',
  '配套落实上级文件的，结合实际的具体举措不少于文件内容的50%',
  '不少于',
)
/** The same sentence where no share is judged. */
export const implementingOnly: Basis = four(implementing.clause, implementing.quote)

export const vetoAndLetters = (modal: string): Basis =>
  article('聚焦重点难点，高标准发力提效', '不增设“一票否决”事项，不乱签“责任状”', modal)

export const temporaryGroups = article(
  '聚焦重点难点，高标准发力提效',
  '因临时任务建立的工作群，工作任务结束后，工作群也务必解散',
  '务必',
)

/** Registers: one heading of the article, sentence by sentence. */
const registers = (quote: string, modal?: string) => article('聚焦重点难点，高标准发力提效', quote, modal)
export const specialGroups = ['党委工作', '农业农村', '工业项目建设', '城建项目建设', '生态环境治理'] as const
export const groupMembership = registers(
  '要求乡镇和县直单位党政正职原则上只加入县委建立的党委工作、农业农村、工业项目建设、城建项目建设、生态环境治理等5个专项工作微信群',
  '原则上',
)
export const groupLimits = registers('乡镇原则上不超过3个微信工作群，县直单位原则上只保留1个微信群', '原则上')
export const annualPlan = registers('统筹做好年度文件、会议、督查检查考核事项计划并严格执行', '严格')
export const filing = registers('严格实行文件会议、督查检查考核事项报备制度', '严格')
export const monthlyStatistics = registers(
  '将发文、开会、督查目标分解下发至相关部门，每月定期统计各级各部门发文、开会、督导检查考核情况',
)
export const earlyWarning = registers('对有超标苗头的单位，提前预警、防止过量')
export const counting = registers('发现统计口径掌握不精准的，及时纠正，督促整改')
export const appSweep = registers('针对移动互联网应用程序开展“地毯式”排查')
export const reportingToCounty = article(
  '扛稳政治责任，高站位谋划部署',
  '制定了《向县委报告上级有关会议活动文件精神工作机制》',
)

/** Two halves of one sentence: a prohibition and an exhortation. */
export const companions = article(
  '聚焦重点难点，高标准发力提效',
  '不得以“陪同领导的级别”来定性对该工作的重视程度和对领导的尊重程度',
  '不得',
)
export const enterprises = article(
  '聚焦重点难点，高标准发力提效',
  '明确提出为企业减负……尽量减少对企业正常生产的影响',
  '尽量',
)
