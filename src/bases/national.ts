/** National rules on reducing the burdens of the grass roots, quoted from press copies of their published texts: nobody here has held the originals. */
import type { Basis } from '../core.ts'

export const quoted =
  (source: string) =>
  (clause: string, quote: string, modal?: string): Basis => ({
    source,
    clause,
    quote,
    verified: false,
    ...(modal !== undefined && { modal }),
  })

/** Issued on 2024-08-06, published in full on 2025-08-06; seven parts, 21 items. */
const provisions = quoted('《整治形式主义为基层减负若干规定》（2024年）')

export const documentLength = provisions(
  '一、切实精简文件',
  '除部署综合性工作外，地方和部门文件一般不超过5000字，部署专项工作或者具体任务的文件一般不超过4000字',
  '一般',
)

// ------------------------------------------------------------------------------- groups, apps, people, shows

/** 中央网络安全和信息化委员会, December 2023. */
const fingertips = quoted('《关于防治“指尖上的形式主义”的若干意见》（2023年）')
export const groupCoercion = fingertips(
  '强化使用管理',
  '在工作群组中，不得脱离工作实际强制要求打卡接龙、即时响应，不得随意摊派任务、索要材料',
  '不得',
)
export const groupProof = fingertips(
  '强化使用管理',
  '不得随意要求下级和基层单位通过政务应用程序、工作群组上传不必要的截图或视频',
  '不得随意',
)

/** 国办函〔2026〕12号. */
const apps = quoted('《政务移动互联网应用程序规范化管理办法》（国办函〔2026〕12号）')
export const appInstallation = apps(
  '使用管理的禁止性规定（三）',
  '强制推广下载使用政务应用程序，考核通报用户安装使用率，强制要求定期登录',
  '不得',
)
export const appFunctions = apps(
  '使用管理的禁止性规定（二）',
  '除安保、应急等特殊场景规定外，政务应用程序设置打卡签到、积分排名、统计在线时长等强制性功能',
  '不得',
)
export const appAssessment = apps(
  '使用管理的禁止性规定（四）',
  '将点赞量、网络投票数、转发量、学习时长等作为考评依据',
  '不得',
)

export const seconding = provisions('四、规范借调干部', '上级机关、单位原则上不得从县及以下单位借调干部', '原则上')

/** 中办、国办, 20 April 2022. */
const campaigns = quoted('《创建示范活动管理办法（试行）》（2022年）')
export const approvedCampaigns = campaigns(
  '第四条',
  '中央和省级党的机关、人大机关、行政机关、政协机关、监察机关、审判机关、检察机关等党政机关和群团机关，市县级党委和政府，经批准可以开展创建示范活动',
  '经批准',
)
export const departmentCampaigns = campaigns(
  '第四条',
  '市县级其他党政机关和群团机关以及乡镇（街道）不得开展创建示范活动',
  '不得',
)

export const commandingDocuments = provisions(
  '一、切实精简文件',
  '议事协调机构、部门和单位不得向下级党委和政府发布指令性公文或者在公文中提出指令性要求',
  '不得',
)
