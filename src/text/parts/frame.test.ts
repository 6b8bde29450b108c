import { expect, it } from 'vitest'
import type { Doc } from '../../core.ts'
import { textFacts } from '../../document.ts'
import { parser } from '../../parsers/plain.ts'
import { dateOf, exists, frameOf, inLine, placeIn } from './frame.ts'

const docOf = (text: string): Doc => {
  const parsed = parser.parse(new TextEncoder().encode(text))
  return { ...parsed, facts: textFacts(parsed) } as Doc
}

it('sees what stands around the text of a notice, and not what it circulates', () => {
  const doc = docOf(`柳河县人民政府办公室关于印发
《柳河县防汛预案》的通知
柳政办〔2024〕9号
各乡镇人民政府，县直各单位：
现将《柳河县防汛预案》印发给你们，请认真执行。

附件：1.通讯录
2.物资表

柳河县人民政府办公室
2024年6月1日

柳河县防汛预案
一、总则
${'县防汛抗旱指挥部负责组织协调全县防汛工作，各成员单位按照职责分工密切配合。'.repeat(8)}
县防汛抗旱指挥部
2023年5月1日`)
  const frame = frameOf(doc)
  expect(frame.title.map(({ text }) => text).join('')).toBe('柳河县人民政府办公室关于印发《柳河县防汛预案》的通知')
  expect(frame.numbers.map(({ text }) => text)).toEqual(['柳政办〔2024〕9号'])
  expect(frame.addressee?.text).toBe('各乡镇人民政府，县直各单位：')
  expect(frame.list.map(({ text }) => text)).toEqual(['附件：1.通讯录', '2.物资表'])
  expect(frame.signature.map(({ text }) => text)).toEqual(['柳河县人民政府办公室'])
  expect(frame.date?.text).toBe('2024年6月1日')
  expect(frame.body).toHaveLength(1)
  expect([frame.wraps, frame.formal, frame.headed]).toEqual([true, true, false])
})

it('takes a point that is told to be made public for no words that circulate a document', () => {
  const frame = frameOf(
    docOf(`柳河县人民政府办公室关于印发村级账目公开方案的通知
各乡镇人民政府：
为规范村级账目公开，制定本方案。
一、公开内容
各村每季度的收支由乡镇会计核对，次月10日前在村务公开栏公布。
二、工作步骤
${'各乡镇逐村核对公开内容，发现漏项的，当场补齐，并告知村务监督委员会。'.repeat(8)}`),
  )
  expect([frame.wraps, frame.body]).toMatchObject([false, { length: 5 }])
})

it('takes what heads a record for no lines of its title, and the head of a telegram neither', () => {
  const titleOf = (text: string) => frameOf(docOf(text)).title.map((line) => line.text)
  expect(titleOf('柳河村村民代表会议记录\n时间：2026年3月2日\n地点：村部\n主持人：王某\n一、讨论水渠维修。')).toEqual([
    '柳河村村民代表会议记录',
  ])
  expect(titleOf('发电单位：柳河县防汛办\n等级：特急\n关于防范强降雨的紧急通知\n各乡镇：\n值守人员到岗。')).toEqual([
    '关于防范强降雨的紧急通知',
  ])
})

it('takes a committee with a colon for the one written to, not for people greeted', () => {
  const doc = docOf('关于报送培训计划的函\n清川县卫生健康委员会：\n现将我院培训计划报送你委，请审阅。')
  const frame = frameOf(doc)
  expect(frame.addressee?.text).toBe('清川县卫生健康委员会：')
  expect(frame.salutation).toBe(false)
})

it('ends the list of attachments where attachments begin', () => {
  const frame = frameOf(
    docOf(`关于报送材料的通知
各乡镇：
请于6月10日前报送。
附件：1.关于加强基层治理和乡村振兴重点工作情况
统计表（样表）
2.名单
柳河县人民政府办公室
2024年6月1日
附件1
统计表
1.乡镇`),
  )
  expect(frame.list.map(({ text }) => text)).toEqual([
    '附件：1.关于加强基层治理和乡村振兴重点工作情况',
    '统计表（样表）',
    '2.名单',
  ])
  expect(frame.attachments.map(({ text }) => text)).toEqual(['附件1', '统计表', '1.乡镇'])
})

it.each([
  ['2024年6月1日', [2024, 6, 1]],
  ['2024年06月01日', [2024, 6, 1]],
  ['24年6月1号', [2024, 6, 1]],
  ['98年6月1日', [1998, 6, 1]],
  ['2024.6.1', [2024, 6, 1]],
  ['二〇二四年十二月二十一日', [2024, 12, 21]],
  ['二○一〇年十月十日', [2010, 10, 10]],
  ['二O二四年三月三十日', [2024, 3, 30]],
  ['2024年6月', [2024, 6, undefined]],
])('reads %s', (text, [year, month, day]) => {
  expect(dateOf(text)).toMatchObject({ year, month })
  expect(dateOf(text)?.day).toBe(day)
})

it('reads no date where there is none, or none yet', () => {
  for (const text of ['2024年月日', '6月1日', '第3号', '2024']) expect(dateOf(text)).toBeUndefined()
})

it('knows the calendar', () => {
  expect(exists(2024, 2, 29)).toBe(true)
  for (const [year, month, day] of [
    [2023, 2, 29],
    [2024, 2, 30],
    [2024, 4, 31],
    [2024, 13, 1],
    [2024, 0, 1],
    [2024, 1, 0],
  ] as const)
    expect(exists(year, month, day)).toBe(false)
})

it('points at characters of a line that is spread with spaces', () => {
  const doc = docOf('关 于 防 汛\n的 通 知\n各乡镇：\n请执行。')
  const { title } = frameOf(doc)
  expect(doc.text.slice(...(Object.values(inLine(doc, title[0]!, 2, 4)) as [number, number]))).toBe('防 汛')
  expect(doc.text.slice(...(Object.values(placeIn(doc, title, 5, 7)!) as [number, number]))).toBe('通 知')
  expect(placeIn(doc, title, 3, 5)).toBeUndefined()
})

// ---------------------------------------------------------------------------------------------- lines and parts

/** The kind of each line, by its first letter; `-` for what is no part. */
const kindsOf = (text: string): string => {
  const { blocks, facts } = docOf(text)
  const letters: Record<string, string> = {
    masthead: 'M',
    number: 'N',
    title: 'T',
    byline: 'L',
    addressee: 'A',
    salutation: 'U',
    body: 'B',
    signature: 'S',
    date: 'D',
    note: 'O',
    attachment: 'X',
    imprint: 'I',
    wrapper: 'W',
  }
  return blocks
    .map(({ start, end }) => {
      const part = facts.parts.find((p) => p.start < end && start < p.end)
      return part ? letters[part.kind] : '-'
    })
    .join('')
}
const TITLE = '关于做好果园排水工作的通知\n'
const POINTS = '连日降雨，现就果园排水有关事项通知如下。\n一、疏通主沟，6月10日前完工。\n二、低洼地块架设水泵。\n'
const SIGNED = '河湾镇农业服务中心\n2025年6月3日\n'

it.each([
  ['首页 > 信息公开 > 镇街动态\n', 'M'],
  ['您现在的位置：网站首页 >> 公示公告\n', 'M'],
  ['首页/公告栏\n', 'M'],
  ['索引号：HW-2025-017　　主题分类：农业\n发布机构：河湾镇　　成文日期：2025年6月3日\n', 'MM'],
  ['索引号\tHW-2025-017\n成文日期\t2025年6月3日\n', 'MM'],
  ['标题：关于做好果园排水工作的通知\n', 'M'],
  ['发布时间：2025-06-04 09:12 来源：农服中心 浏览次数：41\n', 'M'],
  ['打印 关闭 收藏\n', 'M'],
  ['第 1 页 共 3 页\n', '-'],
  ['转自：河湾发布\n原创 农服中心 河湾发布 2025-06-04 07:30\n', 'MM'],
  ['内部资料 请妥善保管\n', 'M'],
  ['（培训材料之二）\n', 'M'],
])('knows what a page puts above the title: %s', (above, kinds) => {
  expect(kindsOf(`${above}${TITLE}各村：\n${POINTS}${SIGNED}`)).toBe(`${kinds}TABBBSD`)
})

it('takes what a page puts below the title for no text', () => {
  expect(kindsOf(`${TITLE}字号：[大] [中] [小]　分享到：\n各村：\n${POINTS}${SIGNED}`)).toBe('TMABBBSD')
})

it.each([
  '全体社员：',
  '各位业主：',
  '尊敬的家长：',
  '下河村、上河村、柳树村：',
  '主送：各村、各果园',
  '致：各承包户',
  '各村：（不发养殖小区）',
  '各村、各果园；',
])('knows to whom a notice is sent: %s', (addressee) => {
  expect(kindsOf(`${TITLE}${addressee}\n${POINTS}${SIGNED}`)).toBe('TABBBSD')
})

it('takes those written to on two lines for one', () => {
  const text = `${TITLE}各村民委员会、各果园，\n镇属各单位：\n${POINTS}${SIGNED}`
  expect(kindsOf(text)).toBe('TAABBBSD')
  expect(frameOf(docOf(text)).addressee?.text).toBe('各村民委员会、各果园，镇属各单位：')
})

it('leaves in the text what only looks like someone written to', () => {
  expect(kindsOf(`在果农座谈会上的讲话\n各位乡亲：\n今天请大家来，是商量排水的事，我先说两句。\n`)).toBe('TUB')
  expect(kindsOf(`果园排水方案\n下河村、上河村：\n主沟3公里，由两村各出10人疏通。\n`)).toBe('TBB')
  expect(kindsOf(`${TITLE}各村：\n雨后积水，\n由各村组织：\n每户出一人，带铁锹。\n${SIGNED}`)).toBe('TABBBSD')
})

it('goes on below a title in another script', () => {
  expect(kindsOf(`${TITLE}Notice on Draining the Orchards\n各村：\n${POINTS}${SIGNED}`)).toBe('TLABBBSD')
})

it.each([
  ['河湾镇农业服务中心　　2025年6月3日\n', 'S'],
  ['河湾镇果树站\n2025年6月3日16时\n', 'SD'],
  ['河湾镇果树站\n2025年6月3日上午\n', 'SD'],
  ['河湾镇果树站\n２０２５年６月３日\n', 'SD'],
  ['河湾镇果树站\n6月3日\n', 'SD'],
  ['单位（盖章）：河湾镇果树站\n日期：2025年6月3日\n', 'SD'],
  ['站长：林有田\n2025年6月3日\n', 'SD'],
  [
    '河湾镇果树站\n2025年6月3日\n附件：1.排水图\n2.水泵台数\n附件1\n排水图\n东片\n附件2\n水泵台数\n西片\n',
    'SDXXXXXXXX',
  ],
])('knows signature and date: %s', (signed, kinds) => {
  expect(kindsOf(`${TITLE}各村：\n${POINTS}${signed}`)).toBe(`TABBB${kinds}`)
})

it('reads office and date on one line each for itself', () => {
  const { signature, date } = frameOf(docOf(`${TITLE}各村：\n${POINTS}河湾镇果树站　2025年6月3日\n`))
  expect([signature.map(({ text }) => text), date?.text]).toEqual([['河湾镇果树站'], '2025年6月3日'])
})

it('takes no date inside the text for that of the paper', () => {
  expect(kindsOf(`${TITLE}各村：\n${POINTS}检查时间\n6月12日上午\n检查路线由果树站定，雨停即走。\n`)).toBe('TABBBBBB')
  expect(
    kindsOf(`${TITLE}各村：\n${POINTS}河湾镇果树站　2025年6月3日\n以上单位当天到场，逐块查看。\n三、雨后补肥。\n`),
  ).toBe('TABBBBBB')
})

it('takes no row of a schedule for who signs, and no field of an event for its date', () => {
  const rows = '下河村果园　2025年6月3日\n上河村果园　2025年6月4日\n'
  expect(kindsOf(`果园巡查安排\n果树站分两天巡查，安排如下。\n${rows}`)).toBe('TBBB')
  expect(kindsOf(`${TITLE}各村：\n${POINTS}培训时间\n2025年6月9日下午\n培训地点\n镇农业服务中心\n`)).toBe('TABBBBBBB')
})

it.each([
  ['在果农大会上的讲话\n河湾镇政府　林有田\n', 'TL'],
  ['在果农大会上的讲话\n讲话人：林有田\n时间：2025年6月3日\n地点：镇礼堂\n', 'TLLL'],
  ['在果农大会上的讲话\n——林有田在河湾镇果农大会上\n', 'TL'],
  ['个人述职报告\n述职人：林有田\n单位：河湾镇果树站\n职务：站长\n', 'TLLL'],
  ['上半年果园工作总结\n河湾镇果树站\n', 'TL'],
])('knows who tells: %s', (head, kinds) => {
  expect(kindsOf(`${head}今年以来，果树站把排水当成头等大事，做了三件事，果农都看得见，也用得上。\n谢谢大家。\n`)).toBe(
    `${kinds}BB`,
  )
})

it('keeps the fields of a record in its text', () => {
  expect(kindsOf('果树站站务会记录\n时间：2025年6月3日\n地点：站里\n一、商量排水。\n')).toBe('TBBB')
})

it('knows the heads of series and of minutes, and what closes them', () => {
  const story = '下河村先疏主沟\n一场大雨下来，下河村先疏主沟，后装水泵，两天排完积水。\n'
  expect(kindsOf(`河湾简报\n（第6期）\n河湾镇党政办编　2025年6月3日\n${story}报：县农业农村局\n发：各村\n`)).toBe(
    'MMMTBII',
  )
  expect(kindsOf(`政 务 信 息\n第6期（总第31期）\n${story}责任编辑：林青\n`)).toBe('MMTBI')
  expect(
    kindsOf(
      '果树站站务会议纪要\n（第3期）\n果树站办公室　2025年6月3日\n会议听取排水进展汇报，同意购买两台水泵。\n出席：林有田、林青\n请假：吴山\n',
    ),
  ).toBe('TMMBOO')
  expect(kindsOf('果树站站务会议纪要\n〔2025〕6号\n会议听取排水进展汇报，同意购买两台水泵。\n')).toBe('TNB')
  // An issue that is spoken of heads nothing.
  expect(kindsOf('河湾简报\n今年共出12期，每期写两个村的事，请各村供稿。\n')).toBe('TB')
})

it.each([
  ['附件1：排水图\n附件2：水泵台数\n', ['附件1：排水图', '附件2：水泵台数']],
  ['附件　1. 排水图\n2. 水泵台数\n', ['附件1.排水图', '2.水泵台数']],
  ['【附件】\n1. 排水图\n2. 水泵台数\n', ['【附件】', '1.排水图', '2.水泵台数']],
  ['附件 1 排水图.pdf\n附件 2 水泵台数.xlsx\n', ['附件1排水图.pdf', '附件2水泵台数.xlsx']],
])('knows a list of attachments: %s', (list, lines) => {
  const frame = frameOf(docOf(`${TITLE}各村：\n${POINTS}${list}${SIGNED}附件1\n排水图\n东片\n附件2\n水泵台数\n西片\n`))
  expect(frame.list.map(({ text }) => text)).toEqual(lines)
  expect(frame.attachments.map(({ text }) => text)[0]).toBe('附件1')
})

it('takes the attachment itself for no list', () => {
  const frame = frameOf(docOf(`${TITLE}各村：\n${POINTS}${SIGNED}附件1：排水图\n东片\n附件2：水泵台数\n西片\n`))
  expect(frame.list).toEqual([])
})

it('sees the second of two papers that one notice sends out', () => {
  const rules = (what: string) =>
    `${what}\n第一条　${'各果园按划定地块排水，遇雨当天疏通，次日复查，费用由镇里承担。'.repeat(6)}\n第二条　本制度自印发之日起执行。\n`
  const kinds = kindsOf(
    `关于印发《果园排水制度》《水泵保管制度》的通知\n各村：\n《果园排水制度》《水泵保管制度》已经研究通过，现印发给你们，请遵照执行。\n${SIGNED}${rules('果园排水制度')}${rules('水泵保管制度')}`,
  )
  expect(kinds).toBe('TAWWWTBBTBB')
})

it('leaves out the head of a page where its number is', () => {
  expect(kindsOf(`${TITLE}各村：\n${POINTS}河湾镇人民政府文件\n- 2 -\n三、雨后补肥，每亩20公斤。\n${SIGNED}`)).toBe(
    'TABBB--BSD',
  )
})
