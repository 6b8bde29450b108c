/** What one failure costs an office for the whole year, in the words of evaluation sheets: a veto without its name. */
import { lazily } from '../../lazily.ts'

/** Where one of these stands, something may be lost. */
export const LOSS_WORDS: readonly string[] = [
  ...[
    '取消',
    '剥夺',
    '不得评',
    '不能评',
    '不予评',
    '不得确定为',
    '不得定为',
    '不得列为',
    '不得参加',
    '不得参与',
    '不得参评',
  ],
  ...['不得提拔', '不得晋', '不得推荐', '不得提名', '不得享受', '不得进入前', '不再享受', '不得申报', '不得被评'],
  ...[
    '为不合格',
    '为不称职',
    '为末',
    '为“差',
    '为差',
    '为三等',
    '为三类',
    '为较差',
    '为一般',
    '一律不合格',
    '按不合格',
  ],
  ...[
    '倒数第一',
    '为零',
    '零分',
    '为0分',
    '计0分',
    '按0分',
    '降档',
    '降等',
    '降一',
    '降低一',
    '降级',
    '直接末',
    '末等',
    '末位处理',
  ],
  ...['就地免职', '先免职', '停职检查', '引咎辞职', '自愿辞职', '自动辞职', '主动辞职', '先停职'],
]

const HONOUR = '(?:评[先优选比奖模]|[树创]优|先进|优秀(?!率)|荣誉|表彰|推优|文明单位|红旗|奖项|评奖|参评)'
/** Whose honours and of which year: 取消当年清洁取暖评先资格 is of one matter only. */
const OF_THE_YEAR =
  '(?:全年|当年|本?年度|今年|本年|下?一年|年[底终内]|[一二两三四五]年|其|该|本|[这那]个|[单位部门镇乡村校室院局科]|街道|社区|学校|两委|[“”"]|干部|班子|主要|负责|领导|书记|校长|院长|同志|人|成员|参[加与评]|一切|所有|各类|各项|任何|全部|绩效|工资|奖金|奖励|文明|平安|集体|[、和及与的等]){0,14}'
/** What is judged is all of the year's work. */
const THE_YEAR = /全年|年度|年终|年底|当年|本年|今年|年内|综合考|目标管理/
const RATING = '(?:考核|考评|测评|评价|评议|等次|成绩|得分|总分|排名)'
/** Each another thing that is lost: honours, the good grades, the grade itself, promotion, the year's pay, the post. */
const LOSSES = lazily((): readonly RegExp[] => [
  new RegExp(
    `(?:取消|剥夺)(?!限制)${OF_THE_YEAR}${HONOUR}[^，。；]{0,12}(?:资格|机会|称号|奖励)|不(?:得|能|予|准|再)[^，。；的]{0,4}(?:参[加与评]|享受|申报|推荐)[^，。；的]{0,10}${HONOUR}|不(?:得|能|予|准)(?:评[先优](?!质|惠)|树优|推优)|${HONOUR}[^，。；]{0,6}资格[^，。；]{0,4}(?:取消|没有?了)`,
  ),
  /不(?:得|能|予|准)(?:被)?(?:评|定|列|确定|评定|评选)为?[^，。；]{0,6}(?:优秀|良好|先进|一等|“好”|好等)|不得进入前|不得(?:评|进)(?:上|入)?(?:优|好|一等)/,
  new RegExp(
    `${RATING}[^。；]{0,16}?(?:定|评|列|降|判|按|为|计|记|归|是|一律|直接|均)[^，。；不]{0,3}[“"]?(?:末[等位档类]|最[低差末]|差(?=[”"等，。；]|$)|较差|不合格|不称职|不达标|[三四]等|[三四]类|零|0分|倒数第一)|${RATING}[^，。；]{0,6}(?:倒数第一|末位处理)`,
  ),
  new RegExp(`${RATING}[^，。；]{0,10}(?:实行|予以|直接|一律|均)?(?:降|下调)(?:低)?[^，。；]{0,3}[档等级]`),
  /不(?:得|予|能|准|再)[^，。；的]{0,8}(?:提拔|晋[升级职]|重用|提名)/,
  /(?:扣[发除罚]|取消|停发|不(?:予|再)?发放|不得享受|不再享受)[^，。；]{0,10}(?:全年|全部|全额|年度|当年|年终)[^，。；]{0,8}(?:绩效|奖金|奖励|目标奖|考核奖)/,
  /(?:就地|先行?|一律)(?:予以)?(?:免职|撤职|停职)|停职检查|(?:引咎|自愿|自动|主动|责令)辞职/,
])
/** Where one thing goes wrong. */
const FAILS =
  /凡|一旦|如果|如有|若|只要|要是|哪[个家一]|谁|发生|出现|出了|[未没]有?(?:按|完成|达|落实)|[完达]不[成到]|低于|超过|突破|末位|垫底|倒数|后[一二两三四五\d]{1,2}名|被[^，。；]{1,20}(?:通报|约谈|曝光|点名|投诉|批评|查处)|之一的|不力|不达标|不合格|的[^，。；的]{0,8}，/
/** Whom it falls upon: an office below, or who heads it. */
const BELOW =
  /乡镇|街道|(?:[各本该个家对的责任涉事相关]|所在)[镇乡村局校院]|社区|单位|部门|[科股]室|站所|支部|党组织|班[子组]|学校|卫生院|村[“"]?两委|[村校院站所支社]?(?:支?书记|校长|院长|主任|站长|所长)|负责人|主要领导|负责同志|[镇乡村](?=[，、]|党|的|$)/
/** Who did wrong himself, who applies, and who is judged by law. */
const OTHERS =
  /个人(?!和单位)|公务员|党员(?!干部)|教师(?!节)|学生(?=违反|受到|被|作弊|旷课|打架|的，)|学员|考生|选手|患者|商户|农户|贫困户|村民(?!小组)|企业|公司|店|供应商|投标|招标|评标|合同|申[报请](?!国|省|市)(?:材料|人|单位|项目)|处分|处罚|违[纪法规反]|造假|作假|虚假|骗取|舞弊|作弊|抄袭|诚信|信用|职称|课题|论文|试用|聘期|受贿|贪污|犯罪|酒驾|醉驾|八项规定|师德|项目(?:单位|法人)|驾校|培训(?:机构|学校)|机构(?!改革|编制)|俱乐部|球队|协会|物业|供货/
/** 不得因一项没完成就取消…. */
const BECAUSE =
  /不(?:得|能|准|许|再|应|该|要|可)?(?:仅|只|单)?(?:因|以)[^。；]{1,60}(?:就|而|为由|也|便|一律|取消|不得)/
/** 取消的考核项: what is taken off the sheet. */
const TAKEN_OFF = /取消[^，。；]{0,12}(?:考核指标|考核项|考评项|评比(?:达标)?(?:活动|项目|事项)|检查)/

/** Is anything of this lost, by these words, whoever they are of? */
export const losesSomething = (words: string): boolean => LOSSES().some((loss) => loss.test(words))

/** What one failure costs an office below, by this sentence: a veto; a single thing of the year, which may be how marks are given; or nothing. */
export function costOf(sentence: string): 'veto' | 'likely' | undefined {
  const said = sentence.replace(CASES, '')
  if (!FAILS.test(said) || OTHERS.test(said) || BECAUSE.test(said) || TAKEN_OFF.test(said)) return undefined
  const lost = LOSSES().reduce((count, loss) => count + (loss.test(said) ? 1 : 0), 0)
  if (lost === 0 || (lost === 1 && ONE_MATTER.test(said))) return undefined
  // Where nobody is named, those are meant to whom the paper goes.
  if (!BELOW.test(said)) return THEIR_YEAR.test(said) ? 'likely' : undefined
  if (lost > 1 || (ALL_HONOURS.test(said) && LOSSES()[0]!.test(said))) return 'veto'
  return THE_YEAR.test(said) ? 'likely' : undefined
}
/** 年度保密工作考核评定为不合格: of that matter alone; and whoever was found wanting is treated so. */
const ONE_MATTER = /(?:年度|年终)(?!综合)[一-龥]{2,6}工作(?:考核|考评)|(?:考核|考评)[^，。；]{0,4}(?:不合格|不称职)的，/
/** （一）被患者投诉的；…: the cases behind a colon. */
const CASES = /[：:][（(]?[一1].*$/s
const THEIR_YEAR =
  /(?:年度|年终|年底|全年|当年|综合)[^，。；]{0,8}(?:考核|考评|评[先优选奖比])|(?:考核|考评)[^，。；]{0,4}(?:成绩|结果|等次)/

/** All of the year's honours at once. */
const ALL_HONOURS = new RegExp(
  `(?:一切|所有|全部|各类|各项|任何)(?:的)?(?:年度)?${HONOUR}|${HONOUR}[^，。；]{0,8}(?:一切|所有|全部|一律)`,
)
