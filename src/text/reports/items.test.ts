import { describe, expect, it } from 'vitest'
import { createDoc } from '../../document.ts'
import { parser } from '../../parsers/plain.ts'
import { reportItems } from './items.ts'
import { factsIn, structureOf } from './lines.ts'
import { isAnchored, isSlogan, isSoft } from './words.ts'

const docOf = (text: string) =>
  createDoc(parser.parse(Buffer.from(`工作情况汇报\n\n县政府：\n\n现将情况汇报如下。\n${text}\n`)), '汇报.txt')

describe('soft', () => {
  it.each([
    '一是思想认识还不够到位。',
    '二是工作力度有待进一步加强。',
    '与先进乡镇相比还有一定差距。',
    '干部服务意识有待提高，工作主动性不强。',
    '工作中还存在一些不足。',
    '个别村重视不够，推进不快。',
    '（三）创新意识不强，工作方法不多。',
    '宣传力度还需加大，群众参与度不高。',
    '三个方面还不够：统筹不够、督促不够、落实不够。',
    '部分同志理论学习不够深入，学用结合不够紧密。',
    '长效机制有待健全。',
    '工作作风还不够扎实，“最后一公里”落实不够到位。',
    '2024年工作中仍存在薄弱环节。',
    '基层基础工作仍然比较薄弱。',
  ])('%s', (text) => expect(isSoft(text)).toBe(true))

  it.each([
    '柳河村、北李庄村管护还不够到位。',
    '宣传不够，3个村至今没有开过村民会。',
    '管网老化，漏损严重。',
    '进度不快，比全市平均低12个百分点。',
    '重视不够，如镇卫生院连续两次缺席调度会。',
    '巡查不够及时，6月12日的火情晚报了40分钟。',
    '执行《条例》第十五条不够严格。',
    '人手不足，每名网格员要管六百多户。',
    '管护经费不足，泵站经常停机。',
    '北环路养护不到位。',
    '报表重复填报，口径不一，村会计意见较大。',
    '水压偏低，夏天三楼以上没有水。',
    '四个村清运车进不去，清运不及时。',
    '进度滞后于年初计划一个季度。',
  ])('real: %s', (text) => expect(isSoft(text)).toBe(false))
})

describe('anchored', () => {
  it.each(['全镇有17户未接通。', '柳河村东坑无法清淤。', '从3月起没有发过补贴。', '占比只有61%。', '两年没有涨过。'])(
    '%s',
    (text) => expect(isAnchored(text)).toBe(true),
  )
  it.each(['部分村推进缓慢。', '农村道路养护不足。', '一些乡镇重视不够。', '一是认识不高。', '我镇还有差距。'])(
    'not: %s',
    (text) => expect(isAnchored(text)).toBe(false),
  )
})

describe('slogans', () => {
  it.each([
    '建议进一步加强组织领导。',
    '建议高度重视农村供水工作。',
    '建议县委、县政府进一步加大支持力度。',
    '一是建议提高思想认识，切实增强责任感和紧迫感。',
    '恳请上级一如既往地关心和支持我镇工作。',
    '建议加大宣传力度，营造浓厚氛围。',
    '建议完善工作机制，形成齐抓共管的良好局面。',
    '建议各级各部门统一思想，凝聚共识，合力攻坚。',
    '下一步，我们将继续加大工作力度，推动工作再上新台阶。',
    '（二）强化责任落实。进一步压实各方责任，确保各项任务落到实处。',
    '三是进一步加强队伍建设，不断提升业务能力和服务水平。',
    '建议由县财政局进一步加大投入力度。',
    '建议在资金、项目上给予更多倾斜和支持。',
    '请上级部门加强业务指导。',
  ])('%s', (text) => expect(isSlogan(text)).toBe(true))

  it.each([
    '建议由县财政局安排管护经费18万元。',
    '建议县水务局在6月底前加装增压泵4台。',
    '建议加强北环路夜间巡查。',
    '请县财政局给予支持。',
    '恳请县政府协调解决。'.replace('县政府', '县住建局'),
    '建议完善村级公益性岗位考核办法，把出勤和工资挂钩。',
    '建议统一报表口径，同一数据一年只报一次。',
    '建议取消重复考核。',
    '建议将督查计划提前发到乡镇。',
    '建议由镇党政办牵头合并报表。',
    '进一步加强领导，每周调度一次。',
    '建议加大投入，新建泵站。',
    '由司法所与承包人协商，协商不成的起诉。',
    '路的事，想请交通局来看看。',
  ])('not: %s', (text) => expect(isSlogan(text)).toBe(false))
})

describe('lists', () => {
  const shapes: Record<string, [text: string, problems: number, unanswered: string[]]> = {
    'sections by number': [
      '二、存在的问题\n（一）水压低。南片四个村三楼以上没有水。\n（二）收费难。收缴率只有61%。\n三、有关建议\n（一）由县水利局加装增压泵。\n（二）推广智能水表。',
      2,
      [],
    ],
    'a third problem without a suggestion': [
      '二、存在的问题\n（一）水压低。南片三楼以上没有水。\n（二）收费难。收缴率只有61%。\n（三）档案不全。有17户没有图纸。\n三、有关建议\n（一）由县水利局加装增压泵。\n（二）推广智能水表。',
      3,
      ['（三）档案不全。有17户没有图纸。'],
    ],
    'one paragraph each': [
      '存在的主要问题：一是打捆机只有12台；二是油料费垫付了8.6万元；三是交界处火点过境。\n下一步，从邻乡调剂打捆机。建议县财政局核拨油料费，建议与邻县建立交界火点联防。',
      3,
      [],
    ],
    'in every chapter': [
      '一、清运\n存在问题：路窄，车进不去。建议：购置三轮车2台。\n二、改厕\n存在问题：抽排车只有1台。\n三、坑塘\n存在问题：合同未到期。建议：派员调解。',
      3,
      ['抽排车只有1台。'],
    ],
    'answered within its own point': [
      '二、问题和建议\n1.车辆少，只有3台。建议县城管局调配2台。\n2.路窄。建议拓宽北环路。',
      2,
      [],
    ],
    'said of all of them': [
      '二、存在的问题\n1.台账缺17户。\n2.围挡破损3处。\n3.标牌没有更新。\n三、下一步打算\n对以上问题逐项整改，6月底前全部整改到位。',
      3,
      [],
    ],
    'each with its own suggestion below, but one': [
      '一、存在问题及建议\n问题一：维修资金动用难。全县归集1.3亿元，去年只用了210万元。\n建议：由县住建局把200万元以下的审批下放到街道。\n问题二：电梯超期服役。使用15年以上的电梯有127部。\n问题三：物业费收缴率低，老旧小区只有43%。\n建议：将物业费缴纳情况纳入信用评价。',
      3,
      ['问题二：电梯超期服役。使用15年以上的电梯有127部。'],
    ],
    'two lists under one heading': [
      '二、问题和建议\n（一）存在的问题\n1.维修资金动用难，去年只用了210万元。\n2.电梯超期服役，使用15年以上的有127部。\n3.充电桩少，326个小区只有41个装了。\n（二）几点建议\n1.建议由县住建局下放审批。\n2.建议县市场监管局对127部电梯逐部评估，分年更换。',
      3,
      ['3.充电桩少，326个小区只有41个装了。'],
    ],
    'by name: 针对第一个问题': [
      '存在三个方面的问题：1、维修资金动用难，去年只用了210万元。2、电梯超期服役，使用15年以上的有127部。3、充电桩少，326个小区只有41个装了。\n针对第一个问题，由县住建局下放审批；针对第二个问题，逐部评估；针对第三个问题，引入两家企业统建统营。',
      3,
      [],
    ],
    bullets: [
      '工作成效\n改造老旧小区26个。\n存在的问题\n● 维修资金动用难，去年只用了210万元。\n● 电梯超期服役，使用15年以上的有127部。\n● 充电桩少，326个小区只有41个装了。\n下一步工作措施\n● 下放维修资金审批权限。\n● 逐部评估超期电梯。',
      3,
      ['● 充电桩少，326个小区只有41个装了。'],
    ],
    'with their causes': [
      '三、工作中存在的问题及原因分析\n（一）维修资金动用难。去年只用了210万元。主要原因是签字门槛高，三分之二的业主找不齐。\n（二）电梯超期服役。使用15年以上的有127部。\n四、对策建议\n（一）由县住建局制定电子表决办法，9月底前上线。\n（二）由县市场监管局逐部评估。\n五、需县级层面协调解决的事项\n（一）请县财政局明确127部电梯更换的补助标准。',
      2,
      [],
    ],
    'half-width marks': [
      '二,存在的问题\n一是维修资金动用难,去年只用了210万元;二是电梯超期服役,使用15年以上的有127部;三是充电桩少,326个小区只有41个装了.\n三,建议\n一是由县住建局下放审批;二是逐部评估.',
      3,
      ['三是充电桩少,326个小区只有41个装了.'],
    ],
    'those that are mended left out': [
      '二、存在的问题及整改情况\n（一）消防通道堵塞问题。17个小区消防通道被占，已全部清理。\n（二）高空抛物问题。加装摄像头62个。\n三、存在的主要困难\n老旧小区没有专项维修资金的有31个，外墙脱落没钱修。\n四、下步打算\n争取老旧小区改造资金，先修外墙脱落的12个小区。',
      1,
      [],
    ],
    'all mended, as a later sentence says': [
      '检查发现的主要问题有：一是台账缺17户；二是围挡破损3处；三是标牌没有更新。以上问题已全部整改到位。\n下一步，每月复查一次。',
      3,
      [],
    ],
    'a headline without numbers': [
      '存在问题\n1.台账缺17户。\n2.围挡破损3处。\n下步打算\n1.逐户补录。\n2.更换围挡。',
      2,
      [],
    ],
  }
  it.each(Object.entries(shapes))('%s', (_, [text, count, open]) => {
    const doc = docOf(`${text}\n特此报告。`)
    const { problems, unanswered } = reportItems(doc)
    expect(problems).toHaveLength(count)
    expect(unanswered.map(({ start, end }) => doc.text.slice(start, end))).toEqual(open)
  })

  it('gives places in the text where a paragraph was cut at a fixed width', () => {
    const doc = docOf(
      '主要困难：一是清运车只有3台，经常出\n现故障；二是路窄，车辆进不去。\n建议：由县城管局调配清运车2台。',
    )
    for (const item of reportItems(doc).problems)
      expect(doc.text.slice(item.start, item.end).replace(/\n/g, '')).toBe(item.text)
  })
})

it('tells a report with points from one without', () => {
  expect(structureOf(docOf('一是抓收集。二是抓转运。')).marked).toBe(true)
  expect(structureOf(docOf('首先抓收集，管好桶点。其次抓转运。')).marked).toBe(true)
  expect(structureOf(docOf('今年抓收集，也抓转运。')).marked).toBe(false)
})

it('counts figures, not ordinals, years and document numbers', () => {
  expect(factsIn(docOf('1.按照县政发〔2024〕3号文件，2024年工作顺利，第2届会议召开。'))).toBe(0)
  expect(factsIn(docOf('投入32万元，占61%，６月12日完工，三十五户搬迁。'))).toBeGreaterThan(3)
})

it('takes time in proportion to the text', () => {
  for (const piece of [
    '一是不够，',
    '存在问题：',
    '建议进一步加强',
    '（一）问题\n',
    '（',
    '十百千',
    '首先',
    '请县政府',
    '1.',
    '，',
  ]) {
    const doc = docOf(piece.repeat(20_000))
    const began = performance.now()
    reportItems(doc)
    structureOf(doc)
    factsIn(doc)
    expect(performance.now() - began).toBeLessThan(4000)
  }
})
