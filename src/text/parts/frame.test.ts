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
