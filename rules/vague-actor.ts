import { defineRule, directing, gongwen, joined, stanceOf, v } from '../src/rule.ts'

const WHO = ['有关', '相关'].flatMap((some) =>
  ['部门', '单位', '方面', '职能部门', '责任单位', '责任部门', '业务部门', '主管部门', '科室', '机构', '人员'].map(
    (body) => some + body,
  ),
)
/** The clause up to the words: they are its subject, alone. Captured, for V8 writes out a short loop over what is not. */
const SUBJECT =
  /(?:^|^(?:\d{1,2}|[一二三四五六七八九十]{1,3})、|[，；：。.．）)])(一[是要]|[二三四五六]是|同时|并|各|由|请|责成|督促|要求|协调|交由|督导|安排|各级|各地|县直|区直|市直|镇直){0,2}$/
/** 破损的护栏由: the task first. */
const LEFT_TO = /(?:^|[，；：。])[^，。；：]{2,40}(?<![自经理缘])由$/
/** …and something is asked of them. */
const ASKED =
  /^(?:和单位|、单位|和人员|及人员|负责人)?(?:要(?!求|素|点|害)|应(?!用|急|对措施)|须|必须|务必|负责(?!人|同志)|牵头|抓紧|尽快|及时|定期|加强|强化|做好|抓好|制定|研究|配合|予以|给予|落实|组织|开展|加大|提供|完善|建立|指导|督促|跟进|协助|限期|立即|认真|切实|积极|主动|具体|全力|从严|严格|按照?(?:职责|各自|规定|要求)|结合|根据)/
/** 请有关部门把…: who was just told to needs no 要. 将名单报来 is said to all who read it. */
const TOLD = /(?:请|由|责成|督促|要求|协调|交由|督导|安排)(?:各级?)?$/
/** 由有关部门核实处理, 请有关单位6月底前完成; 由有关部门依法处理 is the law's own way to say who is competent. */
const DOES =
  /^(?!依[法规纪照]|按照?|根据)[^，。；：的]{0,10}?(?:核实|核查|查实|统筹解决|承担|完成|拿出|验收|办理|认领|整改|兜底|解决)(?!的)(?![^。；]{0,40}(?:报送|送|反馈|发至|提交))/
const HANDED = /(?:请|由|责成|督促|交由|安排|交)(?:各级?)?$/
/** 会后尽快拿出, 6月底前完成: a time stands ahead of what they are asked. */
const BY_THEN = /^(?:[会节汛]后|[^，。；：的]{1,6}[底日月]前)(?=[要应须尽抓及拿完])/
const TAKES_ON = /^(?:把|将|对[^，。；]{2,20}(?:进行|开展|予以))(?![^。；]{0,40}(?:报|送|反馈|发至|提交))/
/** Somebody by name, level or post. */
const NAMED =
  /[一-龥][局厅]|政府|党委|党组|办公室|委员会|委办|[省市县区]委|纪委|[办委]牵头|公安|财政|教育|民政|卫健|农业农村|农村|自然资源|生态环境|环保|住建|住房|交通|水利|应急|市场监管|审批|发展改革|发改|工信|工业和信息化|人力资源|人社|审计|统计|医保|税务|法院|检察|组织部|宣传部|统战部|编办|网信|信访|司法|文旅|文化|旅游|林业|气象|消防|电力|供电|银行|乡镇|镇街|街道|村委|社区|学校|医院|国务院|主管|[（(][^（）()]{2,40}(?:负责|牵头|配合)|责任单位[:：]|牵头单位[:：]/
const RESPONSIBLE =
  /[（(][^（）()]{2,60}(?:负责|牵头|配合|分工)[^（）()]{0,12}[）)]|(?:责任|牵头|配合)(?:单位|部门)[:：]/

export default defineRule({
  scope: 'doc',
  genres: [...directing],
  severity: 'info',
  title: { zh: '任务只交给“有关部门”', en: 'A task for “the departments concerned”' },
  basis: gongwen.concise,
  triggers: WHO,
  options: v.object({}),
  messages: {
    vague: {
      zh: '任务只交给“{words}”，看不出是谁',
      en: 'The task goes to {words}: nobody in particular',
      advice: {
        zh: '写明牵头单位和配合单位；确有多个的，在附件里列出分工',
        en: 'Name who leads and who helps; where there are many, list them in an annex',
      },
    },
  },
  *check({ doc, hits }) {
    let done = -1
    for (const span of hits) {
      if (span.start < done) continue
      const { before, after, sentence, quoted, reported, blamed, supposed } = stanceOf(doc, span)
      if (quoted || reported || blamed || supposed) continue
      // 各地区、各有关部门 is whom the document is addressed to.
      if (/各(?:地区?|级|乡镇|镇街|单位|部门)[^，。；]{0,8}[、和]各?(?:县直|区直|市直)?$/.test(before)) continue
      const asked =
        ASKED.test(after.replace(BY_THEN, '')) ||
        (TOLD.test(before) && TAKES_ON.test(after)) ||
        ((HANDED.test(before) || BY_THEN.test(after)) && DOES.test(after.replace(BY_THEN, '')))
      if (!(SUBJECT.test(before) || LEFT_TO.test(before)) || !asked || NAMED.test(sentence)) continue
      if (RESPONSIBLE.test(rest(doc.text, span.end))) continue
      done = span.end
      yield { message: 'vague', args: { words: doc.text.slice(span.start, span.end) }, at: { doc, span } }
    }
  },
})

/** To the end of the paragraph and a little into the next, where the responsible bodies of a task stand: at most 400 characters. */
function rest(text: string, from: number): string {
  const near = text.slice(from, from + 400)
  const stop = near.indexOf('\n')
  return joined(stop < 0 ? near : near.slice(0, stop + 60))
}
