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

const notice2019 = quoted('中共中央办公厅《关于解决形式主义突出问题为基层减负的通知》（2019年）')
export const implementingRules = notice2019(
  '少发文',
  '除有明确规定外，不再制定贯彻落实意见和实施细则',
  '除有明确规定外',
)
