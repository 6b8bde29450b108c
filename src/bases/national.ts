/** National rules on reducing the burdens of the grass roots, compared on 2026-11-30 with copies of their published texts as far as these were at hand. */
import { type Cap, deploying } from '../core.ts'
import { compared, quoted } from './quoted.ts'

/** Issued on 2024-08-06, published in full on 2025-08-06; seven parts, 21 items. */
const PROVISIONS = '《整治形式主义为基层减负若干规定》（2024年）'
const provisions = compared(PROVISIONS)
/** Seen in summaries only. */
const summarised = quoted(PROVISIONS)

export const documentLength = provisions(
  '一、切实精简文件',
  '除部署综合性工作外，地方和部门文件一般不超过5000字，部署专项工作或者具体任务的文件一般不超过4000字',
  '一般',
)

const speechTime = provisions('二、严格精简会议', '主要负责同志讲话或者会议主报告不超过1小时', '不超过')
const groupMeeting = summarised('二、严格精简会议', '分组讨论会议原则上不超过1天半', '原则上')
export const otherMeeting = summarised('二、严格精简会议', '其他会议一般安排在半天以内', '一般')
export const bothPrincipals = provisions('二、严格精简会议', '地方党政主要负责同志同时参加的会议一般不同时讲话', '一般')
export const attendance = provisions(
  '二、严格精简会议',
  '由分管负责同志召集部署的会议一般不要求下级主要负责同志参会',
  '一般',
)

const FROM = '2024-08-06'
/** What the provisions limit. */
export const caps: readonly Cap[] = [
  { genres: deploying, scope: ['一般'], value: 5000, unit: '字', from: FROM, ...documentLength },
  { genres: deploying, scope: ['专项'], value: 4000, unit: '字', from: FROM, ...documentLength },
  {
    genres: ['speech.special', 'speech.general', 'speech.comprehensive'],
    value: 60,
    unit: '分钟',
    // What law or party statute orders to be read out is as long as it must be; and neither the centre's meetings nor festivities are 地方和部门's work.
    exempt: ['代表大会', '党代会', '人代会', '政协会议', '在中央', '在全国', '在党的', '周年', '纪念', '庆祝'],
    from: FROM,
    ...speechTime,
  },
  { genres: ['notice.meeting'], scope: ['专项', '一般'], value: 0.5, unit: '天', from: FROM, ...otherMeeting },
  { genres: ['notice.meeting'], scope: ['综合'], value: 1.5, unit: '天', from: FROM, ...groupMeeting },
  {
    genres: ['notice.meeting'],
    scope: ['专项', '一般', '综合'],
    value: 60,
    unit: '分钟/讲话',
    from: FROM,
    ...speechTime,
  },
]
export const plainStyle = provisions('一、切实精简文件', '坚持“短实新”文风')

/** Adopted on 2012-12-04. */
const eightPoints = compared('十八届中央政治局《关于改进工作作风、密切联系群众的八项规定》')
export const emptyTalk = eightPoints('改进会风', '提高会议实效，开短会、讲短话，力戒空话、套话')
/** Two demands in one clause: for reports on how a document is carried out, and for documents that go with it. */
export const furtherDemands = provisions(
  '一、切实精简文件，3.加强评估审查',
  '一般不提出报送贯彻落实情况、制定配套文件的要求',
  '一般',
)
export const hastyMeetings = provisions('二、严格精简会议', '对上级精神不刻意搞开会传达不过夜', '不刻意')
export const levelMeetings = provisions('二、严格精简会议，控制规模规格', '不搞层层陪会')
export const traces = provisions(
  '三、统筹规范督查检查考核，改进方式方法',
  '不把是否开会发文、拍照留痕、制作学习笔记等作为评判工作优劣的标准',
  '不',
)

/** Read in a newspaper's report of the day. */
export const publicity = summarised(
  '三、统筹规范督查检查考核，改进方式方法',
  '不得将获得领导同志批示以及在刊物和媒体刊发文章信息、经验做法等作为督查检查考核内容',
  '不得',
)

const notice2019 = quoted('中共中央办公厅《关于解决形式主义突出问题为基层减负的通知》（2019年）')
export const implementingRules = notice2019(
  '少发文',
  '除有明确规定外，不再制定贯彻落实意见和实施细则',
  '除有明确规定外',
)

// ------------------------------------------------------------------------------- groups, apps, people, shows

/** 中央网络安全和信息化委员会, December 2023. */
const fingertips = compared('《关于防治“指尖上的形式主义”的若干意见》（2023年）')
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
const apps = compared('《政务移动互联网应用程序规范化管理办法》（国办函〔2026〕12号）')
export const appInstallation = apps(
  '建设、使用管理不得出现的情况（三）',
  '强制推广下载使用政务应用程序，考核通报用户安装使用率，强制要求定期登录',
  '不得',
)
export const appFunctions = apps(
  '建设、使用管理不得出现的情况（二）',
  '除安保、应急等特殊场景规定外，政务应用程序设置打卡签到、积分排名、统计在线时长等强制性功能',
  '不得',
)
export const appAssessment = apps(
  '建设、使用管理不得出现的情况（四）',
  '将点赞量、网络投票数、转发量、学习时长等作为考评依据',
  '不得',
)

export const seconding = provisions('四、规范借调干部', '上级机关、单位原则上不得从县及以下单位借调干部', '原则上')

/** 中办、国办, 20 April 2022. */
const campaigns = compared('《创建示范活动管理办法（试行）》（2022年）')
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

/** 国务院令第486号, 2007. */
export const coordinatingBodies = compared('《地方各级人民政府机构设置和编制管理条例》（2007年）')(
  '第十一条',
  '为办理一定时期内某项特定工作设立的议事协调机构，应当明确规定其撤销的条件和期限',
  '应当',
)
