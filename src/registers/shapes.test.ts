import { describe, expect, it } from 'vitest'
import type { Doc } from '../core.ts'
import { readDoc } from '../files/reading.ts'
import { writeWorkbook } from '../writers/xlsx.ts'
import { gapsIn } from './gaps.ts'
import { groupsIn, principalsIn } from './groups.ts'
import { imbalancesIn } from './imbalances.ts'
import { itemsIn } from './items.ts'
import { quotasIn, usedIn } from './quota-figures.ts'

/** Tables as offices draw them up, and what they come to. */
const docOf = (path: string, text: string): Promise<Doc> => readDoc(new TextEncoder().encode(text), path)

const workbook = (path: string, sheets: Readonly<Record<string, string>>): Promise<Doc> =>
  readDoc(
    writeWorkbook(
      Object.entries(sheets).map(([name, text]) => ({
        name,
        rows: text.split('\n').map((line) => line.split(',').map((value) => ({ value }))),
        widths: [],
      })),
    ),
    path,
  )

describe('items under headings that name offices', () => {
  const items = `全县2026年台账,,,
类别,名称,日期,报备编号
一、县民政局,,,
发文,关于走访的通知,2026-01-12,1
发文,关于商请提供数据的函,2026-02-12,2
二、县司法局,,,
会议,人民调解工作会议,2026-03-30,3`

  it('are theirs', async () => {
    const doc = await docOf('台账.csv', items)
    expect([...itemsIn([doc])].map(({ unit, title }) => `${unit} ${title}`)).toEqual([
      '县民政局 关于走访的通知',
      '县民政局 关于商请提供数据的函',
      '县司法局 人民调解工作会议',
    ])
    const [first] = doc.register!.tables[0]!.records
    const { span } = first!.get('unit')!
    expect(doc.text.slice(span.start, span.end)).toBe('县民政局')
  })

  it('are without letters where some register says so', async () => {
    const docs = [
      await docOf('台账.csv', items),
      await docOf('指标.csv', '单位,发文指标\n县民政局,6\n说明：函不计入指标。,\n'),
    ]
    expect([...itemsIn(docs)].filter(({ counted }) => !counted).map(({ title }) => title)).toEqual([
      '关于商请提供数据的函',
    ])
  })

  it('in a township’s own list of groups are no headings', async () => {
    const doc = await docOf('群.csv', '单位,群名称,状态\n城关镇,城关镇工作群,在用\n县水利局,防汛群,在用\n')
    expect([...groupsIn([doc])].map(({ unit }) => unit)).toEqual(['城关镇', '县水利局'])
  })
})

describe('a quota', () => {
  const register = (note: string) =>
    `县水利局2026年会议台账,,\n会议名称,召开日期,报备编号\n防汛会议,2026-03-01,1\n,,\n${note},,\n`
  it.each([
    ['县委办核定：2026年全县性会议8次以内。', 8],
    ['注：县委办下达我局2026年会议指标为18次。作废的不计。', 18],
    ['全年会议控制在12次以内。', 12],
  ])('stands below the table: %s', async (note, value) => {
    const quotas = [...quotasIn([await docOf('台账.csv', register(note))])]
    expect(quotas.map(({ unit, type, value }) => [unit, type, value])).toEqual([['县水利局', 'meetings', value]])
  })
  it.each(['2025年会议8次，比上年减少2次。', '上半年会议控制在6次以内。', '每次会议控制在60分钟以内。'])(
    'is not what else stands there: %s',
    async (note) => expect([...quotasIn([await docOf('台账.csv', register(note))])]).toEqual([]),
  )
})

describe('an office that was merged', () => {
  const months = (remark: string, own = '') =>
    [1, 2, 3]
      .map(
        (month) =>
          `县发改委,2026-0${month},1,${month === 3 ? remark : ''}\n${month < 3 ? `县粮食局,2026-0${month},1,${month === 2 ? own : ''}\n` : ''}`,
      )
      .join('')
  const gaps = async (text: string) => gapsIn([await docOf('统计.csv', `单位,月份,发文数,备注\n${text}`)], '2026-04-15')

  it('lacks no months after that, whoever says so', async () => {
    expect((await gaps(months(''))).map(({ unit, months }) => [unit, ...months])).toEqual([['县粮食局', '2026-03']])
    expect(await gaps(months('自3月1日起含原县粮食局'))).toEqual([])
    expect(await gaps(months('', '3月起并入县发改委'))).toEqual([])
    expect(await gaps(`${months('')}注：2026年3月1日起县粮食局并入县发改委。,,,\n`)).toEqual([])
  })
  it('lacks those before', async () =>
    expect(await gaps(months('自4月1日起含原县粮食局'))).toMatchObject([{ unit: '县粮食局', months: ['2026-03'] }]))
})

describe('groups', () => {
  it('that have a new name are counted by that alone', async () => {
    const doc = await docOf(
      '群.csv',
      '单位,群名称,性质,状态,备注\n芦湾镇,便民群,常设,在用,原代办群\n芦湾镇,代办群,常设,已更名,\n芦湾镇,机关群,常设,已更名,\n',
    )
    expect([...groupsIn([doc])].map(({ active }) => active)).toEqual([true, false, true])
  })
  it('are put off where it says when they are dissolved, too', async () => {
    const doc = await docOf(
      '群.csv',
      '单位,群名称,任务结束时间,状态,解散时间／说明\n大槐镇,改厕群,2026年5月底,正常使用,经批准任务延期至2027年3月31日\n大槐镇,迁校群,2026年2月底,,2026年3月2日注销\n',
    )
    expect([...groupsIn([doc], '2026-11-30')].map(({ end, active }) => [end, active])).toEqual([
      ['2027-03-31', true],
      ['2026-02-28', false],
    ])
  })
  it('of people go by their numbers, where a register of groups has these', async () => {
    const docs = [
      await docOf('群.csv', '群编号,群名称,建群单位,性质\nQ1,招商专班群,县委,常设\n'),
      await docOf('入群.csv', '姓名,工作单位,职务,群编号\n张三,河头镇,镇长,Q1\n李四,河头镇,党委书记,Q9\n'),
    ]
    expect([...principalsIn(docs)].map(({ person, group }) => [person, group])).toEqual([['张三', '招商专班群']])
  })
  it('without an office are those of the one whose the other sheets are', async () => {
    const doc = await workbook('归档.xlsx', {
      发文: '县林草局2026年发文台账,,\n文件标题,印发日期,报备编号\n关于防火的通知,2026-03-01,1',
      群: '群名,性质,状态\n造林工作群,常设,在用\n防火工作群,常设,在用',
    })
    expect([...groupsIn([doc])].map(({ unit }) => unit)).toEqual(['县林草局', '县林草局'])
  })
})

describe('months', () => {
  it('are those of the sheets, not of a sheet that adds them up', async () => {
    const doc = await workbook('统计.xlsx', {
      汇总: '全县2026年1—2月汇总,\n单位,发文（件）\n县水利局,3',
      '1月': '全县2026年1月统计,\n单位,发文（件）\n县水利局,1',
      '2月': '全县2026年2月统计,\n单位,发文（件）\n县水利局,2',
    })
    expect(doc.register!.tables.map(({ sheet }) => sheet)).toEqual(['1月', '2月'])
  })
  it('hold what has no day but a part of them', async () => {
    const docs = [
      await docOf('统计.csv', '单位,月份,会议数\n县商务局,2026-05,2\n'),
      await docOf('会议台账.csv', '主办单位,会议时间,会议名称,报备编号\n县商务局,2026年5月上旬,甲会议,1\n'),
    ]
    expect([...imbalancesIn(docs)].map(({ said, computed }) => [said, computed])).toEqual([[2, 1]])
  })
  it('in a row of people are no header', async () => {
    const text =
      '干部借调登记表,,,,\n姓名,原单位,借入单位,开始时间,结束时间\n1,段某,统计局,2023年3月,2023年9月\n2,舒某,住建局,2026年2月,\n'
    expect((await docOf('登记.csv', text)).register!.tables).toEqual([])
  })
})

it('a year that a table only compares with is not asked for', async () => {
  const gaps = async (text: string) =>
    gapsIn([await docOf('统计.csv', text)], '2026-03-05').map(({ unit, months }) => `${unit} ${months.join(' ')}`)
  expect(await gaps('单位,2025年1月发文数,2025年2月发文数,2026年1月发文数,2026年2月发文数\n城关镇,4,3,2,2\n')).toEqual(
    [],
  )
  // A register that goes on has more of the year before.
  expect(await gaps('单位,统计月份,发文数\n城关镇,2025年11月,4\n城关镇,2026年1月,2\n城关镇,2026年2月,1\n')).toEqual([
    '城关镇 2025-12',
  ])
})

describe('headers that say little', () => {
  it('are those of meetings beside columns of filing, and of counts elsewhere', async () => {
    const kept = await docOf(
      '台账.csv',
      '时间,会议,是否计划内,报备,执行情况\n2026-02-10,农村工作会议,是,备1,已召开\n2026-05-08,夏收会议,是,,取消，改为发通知\n',
    )
    expect([...itemsIn([kept])].map(({ title }) => title)).toEqual(['农村工作会议'])
    const counted = await docOf('汇总.csv', '单位,发文,会议\n县水利局,3,4\n')
    expect([...itemsIn([counted])]).toEqual([])
  })
  it('名: 清理结果 lists what was given up', async () => {
    const text = '清理结果公示表,,,\n类型,名称,原设立单位,办理时间\n一票否决,招商任务,县招商局,2025-03-12\n'
    expect((await docOf('公示.csv', text)).register!.tables).toEqual([])
  })
})

describe('a workbook', () => {
  const sheets = {
    计划: '县林业局2026年会议计划,,\n序号,会议名称,计划时间\n1,林业工作会议,3月',
    落实: '落实情况,,,,\n会议名称,召开日期,承办科室,报备号,报备日期\n林业工作会议,3.4,办公室,,\n防火工作会议,4.5,办公室,备2号,4.1',
  }
  it('has the year that another of its sheets names', async () => {
    const doc = await workbook('落实.xlsx', sheets)
    expect([...itemsIn([doc])].map(({ day }) => day)).toEqual(['2026-03-04', '2026-04-05'])
  })
  it('has a column for what is blank at the end of a row', async () => {
    const doc = await workbook('落实.xlsx', sheets)
    const [first, second] = [...itemsIn([doc])]
    const place = (field: string, item = first!) => doc.register!.place(item.record.get(field)!.span.start)?.label
    expect(place('filing')).toBe('工作表“落实”第3行D列（报备号）')
    expect(place('filing', second!)).toBe('工作表“落实”第4行D列（报备号）')
    expect(place('title')).toBe('工作表“落实”第3行A列（会议名称）')
  })
})

it('a table of quarters is a plan and what was used of it, up to the last of them', async () => {
  const doc = await docOf(
    '完成.csv',
    '2026年完成情况,,,,\n项目,石桥镇,,柳河镇,\n,发文,会议,发文,会议\n一季度,1,2,3,4\n二季度,2,2,2,2\n三季度,,,,\n合计,3,4,5,6\n年度控制数,9,8,7,6\n',
  )
  expect([...quotasIn([doc])].map(({ unit, type, value }) => [unit, type, value])).toEqual([
    ['石桥镇', 'documents', 9],
    ['石桥镇', 'meetings', 8],
    ['柳河镇', 'documents', 7],
    ['柳河镇', 'meetings', 6],
  ])
  expect([...usedIn([doc], '2026-11-30')].map(({ value, month }) => [value, month])).toEqual([
    [3, 6],
    [4, 6],
    [5, 6],
    [6, 6],
  ])
})
