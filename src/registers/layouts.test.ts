import { describe, expect, it } from 'vitest'
import type { Doc } from '../core.ts'
import { readDoc } from '../files/reading.ts'
import { faultsIn } from './faults.ts'
import { tablesIn } from './figures.ts'
import { gapsIn } from './gaps.ts'
import { groupCountsIn, groupsIn, principalsIn } from './groups.ts'
import { imbalancesIn } from './imbalances.ts'
import { isFiled, itemsIn } from './items.ts'
import { plannedBy, plansIn } from './plans.ts'
import { quotasIn } from './quota-figures.ts'
import { gathered } from './series.ts'

/** Forms as offices draw them up. */
const docOf = (path: string, text: string): Promise<Doc> => readDoc(new TextEncoder().encode(text), path)

it('ticks below the names of groups tell who is in which, and a column beside them names others', async () => {
  const doc = await docOf(
    '入群情况.csv',
    `单位,姓名,职务,已加入县委工作群,,另外加入的工作群
,,,党委工作,农业农村,
城关镇,张三,镇长,√,,无
平桥乡,李四,乡长,√,√,招商日报群
县水利局,王五,局长,,√,无
`,
  )
  expect([...principalsIn([doc])].map(({ person, group }) => `${person} ${group}`)).toEqual([
    '张三 党委工作',
    '李四 党委工作',
    '李四 农业农村',
    '李四 招商日报群',
    '王五 农业农村',
  ])
})

it('whether a group is kept is told by 是否保留', async () => {
  const doc = await docOf(
    '工作群清理表.csv',
    '单位,群名称,是否保留\n城关镇,城关镇工作群,保留\n城关镇,征兵群,否\n城关镇,三夏群,已并入城关镇工作群后解散\n城关镇,防汛群,是\n',
  )
  expect([...groupsIn([doc])].filter(({ active }) => active).map(({ name }) => name)).toEqual([
    '城关镇工作群',
    '防汛群',
  ])
})

it('what became of a group may stand below 处理 or 去向', async () => {
  const doc = await docOf(
    '工作群清理.csv',
    `柳林镇工作群清理,,,,
群名称,性质,任务期限,处置,处置日期
机关工作群,常设,长期,保留,
防汛值守群,临时,2026年9月30日,解散,2026年10月8日
秋收禁烧群,临时,2026年10月20日,停止使用,2026年10月25日
普查登记群,临时,2026年6月30日,归并到机关工作群,2026年7月3日
征兵宣传群,临时,2026年9月10日,建议解散,
迎检资料群,临时,2026年9月20日,10月底前解散,
`,
  )
  expect([...groupsIn([doc])].filter(({ active }) => active).map(({ name }) => name)).toEqual([
    '机关工作群',
    '征兵宣传群',
    '迎检资料群',
  ])
})

it('of a temporary group its purpose may say until when it is needed', async () => {
  const doc = await docOf(
    '工作群.csv',
    `单位,群名称,性质,用途,目前情况
柳林镇,清产核资群,临时,村级清产核资，2025年6月20日收尾,在用
柳林镇,项目联络群,长期,园区二期2025年6月20日完工,在用
`,
  )
  expect([...groupsIn([doc])].map(({ end }) => end)).toEqual(['2025-06-20', undefined])
})

it('offices may stand above the columns, and what is counted of them in rows', async () => {
  const groups = await docOf(
    '群.csv',
    `微信工作群清理规范情况,,,,
项目,柳林镇,青石乡,县商务局,合计
清理前,8,6,3,17
现保留工作群,4,3,1,8
注销,4,3,2,9
`,
  )
  expect([...groupCountsIn([groups])].map(({ unit, count }) => `${unit} ${count}`)).toEqual([
    '柳林镇 4',
    '青石乡 3',
    '县商务局 1',
  ])
  const plan = await docOf(
    '计划.csv',
    '2026年发文会议计划,,\n事项,柳林镇,青石乡\n发文计划,12,10\n已发文,5,4\n会议计划,6,5\n已开会,1,2\n',
  )
  expect([...quotasIn([plan])].map(({ unit, type, value }) => `${unit} ${type} ${value}`)).toEqual([
    '柳林镇 documents 12',
    '柳林镇 meetings 6',
    '青石乡 documents 10',
    '青石乡 meetings 5',
  ])
  const other = await docOf('基本情况.csv', '2026年基本情况,,\n项目,柳林镇,青石乡\n户数,5100,4200\n文件柜,5,6\n')
  expect(other.register?.tables).toEqual([])
})

it('beside no plan, what was done so far is that of the months that the title names', async () => {
  const doc = await docOf('用数.csv', '2026年1—7月完成情况,,\n单位,已印发文件,已召开会议\n县商务局,9,4\n县林业局,3,2\n')
  expect([...gathered([doc], '2026-08-05').series].map(({ unit, kind }) => `${unit} ${kind}`)).toEqual([
    '县商务局 documents',
    '县商务局 meetings',
    '县林业局 documents',
    '县林业局 meetings',
  ])
})

describe('quarters and the year among the months', () => {
  const months = (from: number, to: number, more = ',1,1') =>
    Array.from({ length: to - from + 1 }, (_, i) => `${from + i}月${more}\n`).join('')
  const imbalances = async (rows: string) => {
    const doc = await docOf('月报.csv', `柳林镇2025年发文会议月度统计,,\n月份,发文,会议\n${rows}`)
    return {
      found: [...imbalancesIn([doc])].map(({ month, what, said, computed }) => `${month} ${what} ${said} ${computed}`),
      faults: [...faultsIn(doc)].length,
    }
  }
  it('are held against their own months, and are no months', async () => {
    const rows = `${months(1, 3)}一季度小计,3,3\n${months(4, 6)}二季度小计,6,3\n${months(7, 12)}全年,12,12\n`
    expect(await imbalances(rows)).toEqual({ found: ['二季度 发文 6 3'], faults: 0 })
  })
  it('tell once what is wrong in a half of the year', async () => {
    const rows = `${months(1, 6)}上半年,6,7\n${months(7, 12)}下半年,6,6\n全年,12,13\n`
    expect(await imbalances(rows)).toEqual({ found: ['上半年 会议 7 6'], faults: 0 })
  })
  it('stand for their months where these are not told apart', async () => {
    const rows = `一季度,7,2\n${months(4, 6)}合计,10,5\n`
    expect(await imbalances(rows)).toEqual({ found: [], faults: 0 })
  })
})

it('a plan may tick its months', async () => {
  const doc = await docOf(
    '会议计划.csv',
    '会议名称,1月,2月,3月,4月,会期\n安全生产例会,√,√,√,√,半天\n护林员大会,,,√,,半天\n',
  )
  expect(tablesIn([doc], 'plan')).toHaveLength(1)
  expect([...plansIn([doc]).titles.keys()]).toEqual([''])
  expect(plansIn([doc]).titles.get('')).toHaveLength(2)
})

it('one month in every group of columns is that of the whole table', async () => {
  const doc = await docOf(
    '统计.csv',
    `2026年8月发文、会议统计表,,,,,,
单位,发文（件）,,,会议（次）,,
,8月,1至8月累计,全年控制数,8月,1至8月累计,全年控制数
城关镇,2,11,24,1,6,16
平桥乡,3,9,24,1,18,16
合计,5,21,48,2,24,32
`,
  )
  expect([...quotasIn([doc])].map(({ unit, type, value }) => `${unit} ${type} ${value}`)).toEqual([
    '城关镇 documents 24',
    '城关镇 meetings 16',
    '平桥乡 documents 24',
    '平桥乡 meetings 16',
  ])
  expect([...imbalancesIn([doc])].map(({ said, computed }) => [said, computed])).toEqual([[21, 20]])
  expect([...faultsIn(doc)]).toEqual([])
})

const school = (above: string, below: string) =>
  docOf(
    '统计.csv',
    `县第一小学2026年发文会议统计表,,,\n${above}月份,发文,会议\n1月,2,1\n2月,3,1\n3月,,\n4月,3,2\n合计,8,4\n${below}`,
  )

it('what stands below the months is of none of them; a limit there, or told above, is a quota', async () => {
  const below = await school('', '年度控制数,30,12\n剩余,22,8\n预警情况,正常,正常\n')
  expect([...faultsIn(below)]).toEqual([])
  const above = await school('年度控制数：发文30件，会议12次,,\n', '')
  for (const doc of [below, above])
    expect([...quotasIn([doc])].map(({ unit, type, value }) => `${unit} ${type} ${value}`)).toEqual([
      '县第一小学 documents 30',
      '县第一小学 meetings 12',
    ])
})

it('a month that waits for its figures is pointed at, and whose it is told', async () => {
  const doc = await school('', '')
  const [gap] = gapsIn([doc], '2026-05-06')
  expect(gap).toMatchObject({ unit: '县第一小学', months: ['2026-03'], every: false })
  expect(doc.text.slice(gap!.at.span.start, gap!.at.span.end)).toBe('3月')
})

it('合计 in the column of kinds adds up all of them', async () => {
  const doc = await docOf('城关镇2026年3月统计.csv', '类别,件（次）数\n公文,5\n会议,1\n便函,2\n合计,9\n')
  expect([...imbalancesIn([doc])].map(({ said, computed }) => [said, computed])).toEqual([[9, 8]])
})

it('what a plan says is used fills months that no register has', async () => {
  const docs = [
    await docOf('指标.csv', '2026年指标执行情况（截至8月31日）,,\n单位,会议指标,已开会\n县中医院,16,17\n'),
    await docOf('月报.csv', '单位,月份,会议数\n县中医院,2026年1月,4\n县中医院,2026年2月,5\n'),
  ]
  const [series] = gathered(docs, '2026-09-15').series
  const months = series!.years.get(2026)!.months
  expect(months.slice(0, 2)).toEqual([4, 5])
  expect(months.reduce<number>((sum, count) => sum + (count ?? 0), 0)).toBe(17)
})

it('figures of a year before are no plan, and campaigns no items', async () => {
  const compared = await docOf('分析.csv', '季度,类别,上年同期,本期数,年度控制数\n一季度,部门文件,61,52,250\n')
  expect(compared.register?.tables).toEqual([])
  const campaigns = await docOf(
    '创建示范活动登记表.csv',
    '活动名称,主办单位,审批文件,开展时间,状态\n卫生乡镇创建,县卫健委,省文件,2024—2026年,正在开展\n',
  )
  expect(campaigns.register?.tables).toEqual([])
})

it('three rows of headers: what stands over all of them says nothing, what stands in the middle tells columns apart', async () => {
  const doc = await docOf(
    '执行情况.csv',
    `单位,2026年控制数及执行情况,,,,,
,发文,,,会议,,
,控制数,已用,剩余,控制数,已用,剩余
县应急局,16,8,8,10,11,0
县民政局,20,12,9,8,3,5
合计,36,20,17,18,14,5
`,
  )
  expect([...quotasIn([doc])].map(({ unit, type, value }) => `${unit} ${type} ${value}`)).toEqual([
    '县应急局 documents 16',
    '县应急局 meetings 10',
    '县民政局 documents 20',
    '县民政局 meetings 8',
  ])
  expect([...imbalancesIn([doc])].map(({ kind, what, said, computed }) => [kind, what, said, computed])).toEqual([
    ['left', '发文·剩余', 9, 8],
  ])
})

it('limits below months are those of the offices above them', async () => {
  const doc = await docOf(
    '发文.csv',
    '2026年发文统计,,,\n月份,教体局,应急局,合计\n1月,2,3,5\n2月,1,2,3\n累计,3,5,8\n全年控制数,24,4,28\n',
  )
  expect([...quotasIn([doc])].map(({ unit, value }) => `${unit} ${value}`)).toEqual(['教体局 24', '应急局 4'])
})

it('未报 is no figure, and wanting', async () => {
  const doc = await docOf('月报.csv', '单位,2026年1月发文,2026年2月发文\n县法院,1,未报\n县司法局,2,1\n')
  expect([...faultsIn(doc)]).toEqual([])
  expect(gapsIn([doc], '2026-03-05').map(({ unit, months }) => `${unit} ${months.join()}`)).toEqual(['县法院 2026-02'])
})

it('groups of villagers are none of the township’s; what was cleared stands in remarks and types', async () => {
  const doc = await docOf(
    '城关镇群一览表.csv',
    `单位,群名,类型,情况说明
城关镇,城关镇工作群,长期,保留
城关镇,三夏群,临时（至2026年6月20日）,使用中
城关镇,便民群,长期,"并入机关工作群,已注销"
城关镇,东村村民信息群,长期,"村民群,保留"
`,
  )
  expect([...groupsIn([doc])].map(({ name, active, end }) => [name, active, end])).toEqual([
    ['城关镇工作群', true, undefined],
    ['三夏群', true, '2026-06-20'],
    ['便民群', false, undefined],
  ])
})

it('what there was before is not how many groups are left', async () => {
  const doc = await docOf(
    '工作群清理统计表.csv',
    '单位,清理前,,,已清理,,现保留\n,微信群,QQ群,小计,解散,小计,\n城关镇,9,2,11,8,8,3\n平桥乡,4,1,5,3,3,2\n',
  )
  expect([...groupCountsIn([doc])].map(({ unit, count }) => `${unit} ${count}`)).toEqual(['城关镇 3', '平桥乡 2'])
})

it('发文登记簿 is one of documents issued, whenever they were entered, and the office’s own', async () => {
  const doc = await docOf(
    '发文登记簿.csv',
    '县民政局发文登记簿,,,,,\n顺序号,登记日期,发文号,文件标题,报备号,报备日期\n1,2026.1.22,民〔2026〕2号,关于走访的通知,备7,2026.1.20\n',
  )
  expect(doc.register?.tables.map(({ kind }) => kind)).toEqual(['items'])
  const bare = await docOf('发文登记簿.csv', '发文日期,发文字号,文件标题\n2026.1.15,投〔2026〕1号,关于经营计划的通知\n')
  expect([...faultsIn(bare)]).toEqual([])
})

describe('totals of any table', () => {
  const sums = async (text: string) =>
    [...(await docOf('诉求.csv', text)).register!.sums()].map(({ column, said, computed }) => [column, said, computed])

  it('are those of their rows, or of the groups above', async () => {
    expect(await sums('类别,受理,办结\n噪音,5,5\n停车,6,4\n供暖,7,7\n合计,19,16\n')).toEqual([['受理', 19, 18]])
    expect(await sums('组别,站所,巡查\n总计,,22\n一组,甲,3\n,乙,4\n,小计,7\n二组,丙,5\n,丁,8\n,小计,14\n')).toEqual([
      ['巡查', 22, 20],
      ['巡查', 14, 13],
    ])
  })

  it('of rates, means and parts nobody adds up', async () => {
    expect(await sums('类别,办结率,平均用时\n噪音,95,3\n停车,80,4\n合计,88,3.5\n')).toEqual([])
    expect(await sums('类别,受理\n噪音,5\n其中夜间,2\n停车,6\n合计,11\n')).toEqual([])
    expect(await sums('类别,受理\n噪音,5件\n停车,不详\n合计,12件\n')).toEqual([])
  })
})

it('what is counted in columns of months has a name that people know', async () => {
  const doc = await docOf(
    '统计.csv',
    '单位,1月发文,2月发文,1月会议,2月会议\n城关镇,1,2,3,4\n平桥乡,2,2,1,1\n合计,3,5,4,5\n',
  )
  expect([...imbalancesIn([doc])].map(({ what, said }) => [what, said])).toEqual([['发文数', 5]])
})

describe('columns by other names', () => {
  it('控制目标, 年初核定, 调剂后, 今年以来, 累计发出', async () => {
    const doc = await docOf(
      '指标.csv',
      '2026年指标使用情况（截至8月31日）,,,,\n单位,文件,,会议,\n,年初核定,今年以来,年初核定,今年以来\n城关镇,40,23,30,31\n平桥乡,36,38,28,15\n',
    )
    const { series } = gathered([doc], '2026-09-15')
    const said = series.map(({ unit, kind, years }) => {
      const year = years.get(2026)!
      return `${unit} ${kind} ${year.quota} ${year.months.reduce<number>((sum, count) => sum + (count ?? 0), 0)}`
    })
    expect(said.sort()).toEqual([
      '城关镇 documents 40 23',
      '城关镇 meetings 30 31',
      '平桥乡 documents 36 38',
      '平桥乡 meetings 28 15',
    ])
    const shifted = await docOf('发文控制数.csv', '单位,年初下达,调剂后,累计发出\n县科技局,18,35,21\n')
    expect([...quotasIn([shifted])].map(({ value }) => value)).toEqual([35])
  })

  it('活动截止, 目前情况, and what a heading says of the groups below it', async () => {
    const doc = await docOf(
      '群组台账.csv',
      `填报单位：柳河镇,,,
群名称,归口科室,活动截止,目前情况
一、常设群,,,
柳河镇机关群,党政办,长期,正常使用
二、阶段性群,,,
三夏群,农业中心,2026-06-30,正常使用
消防群,应急办,2026-03-31,2026-03-31已解散
`,
    )
    expect([...groupsIn([doc])].map(({ name, temporary, active }) => [name, temporary, active])).toEqual([
      ['柳河镇机关群', false, true],
      ['三夏群', true, true],
      ['消防群', true, false],
    ])
  })

  it('what will be dissolved is not', async () => {
    const doc = await docOf('工作群.csv', '单位,群名称,任务结束日期,备注\n柳河镇,巡堤群,2026-09-30,汛期结束即解散\n')
    expect([...groupsIn([doc])].map(({ active }) => active)).toEqual([true])
  })

  it('列入情况 may name what was planned; 报备回执 is how it was filed', async () => {
    const plan = await docOf('年度计划.csv', '计划编号,事项名称,类别\nJ-03,安全会,会议\nJ-04,食品会,会议\n')
    const items = await docOf(
      '执行情况.csv',
      '类别,事项,时间,列入情况,报备回执\n会议,安全暨食品会,2026-03-18,J-03、J-04合并召开,备15\n会议,座谈会,2026-04-28,J-09,待补\n',
    )
    const list = [...itemsIn([items])]
    expect(list.map((item) => plannedBy(item, plansIn([plan])))).toEqual(['yes', 'not found'])
    expect(list.map(({ record }) => isFiled(record))).toEqual([true, false])
  })

  it('the year may stand in a note, and a signature below the months', async () => {
    const doc = await docOf(
      '城关镇月报.csv',
      '月份,发文,会议\n1月,2,2\n2月,2,1\n综合办公室 9月2日报,,\n注：统计时段为2026年1月1日至2月28日。,,\n',
    )
    expect([...faultsIn(doc)]).toEqual([])
    expect(gapsIn([doc])).toEqual([])
  })
})

it('what is used of a plan of one kind need not say of which', async () => {
  const doc = await docOf(
    '指标分解.csv',
    '2026年度发文指标分解表,,\n单位,发文指标（件）,1-8月已发（件）\n县委办,20,8\n县委政法委,10,12\n各单位小计,30,20\n全县总指标,28,\n',
  )
  expect(gathered([doc], '2026-09-15').series.map(({ unit, years }) => `${unit} ${years.get(2026)!.quota}`)).toEqual([
    '县委办 20',
    '县委政法委 10',
  ])
  const used = gathered([doc], '2026-09-15').series.map(({ years }) =>
    years.get(2026)!.months.reduce<number>((sum, count) => sum + (count ?? 0), 0),
  )
  expect(used).toEqual([8, 12])
  expect([...imbalancesIn([doc])].map(({ kind, said, computed }) => [kind, said, computed])).toEqual([['cap', 28, 30]])
})

it('apps that are filed are no items, and a section may keep them', async () => {
  const doc = await docOf(
    '政务APP台账.csv',
    '县医院政务APP、小程序台账,,,,\n名称,形式,主管科室,备案编号,状态\n掌上医院,小程序,信息科,备1,在用\n随访通,APP,医务科,,在用\n',
  )
  expect(doc.register?.tables.map(({ kind, lacking }) => [kind, lacking])).toEqual([['apps', []]])
})

describe('figures that follow from those beside them', () => {
  const figures = async (text: string) =>
    [...(await docOf('接待.csv', text)).register!.rowFigures()].map(({ unit, said, computed }) => [
      unit,
      said,
      computed,
    ])

  it('are told of where most rows bear the header out', async () => {
    const head = '站点,一季度,二季度,上半年\n'
    expect(await figures(`${head}东关,1,2,3\n西关,2,2,4\n南关,1,1,3\n`)).toEqual([['南关', '3', '2']])
    expect(await figures(`${head}东关,1,2,3\n西关,2,2,6\n南关,1,1,3\n`)).toEqual([])
  })

  it('may be rounded, cut off or written as words', async () => {
    const head = '站点,上年度,本年度,比上年增减,增减率\n'
    expect(await figures(`${head}东关,6,5,减少1,-16.6%\n西关,6,5,-1,-16.7%\n南关,3,3,持平,0\n`)).toEqual([])
    expect(await figures(`${head}东关,6,5,减少1,-16.6%\n西关,6,5,-1,-16.7%\n南关,3,4,-1,30%\n`)).toEqual([
      ['南关', '-1', '1'],
      ['南关', '30%', '33.3%'],
    ])
  })
})

it('a leading group whose meetings are planned reports no monthly figures; a commission that is an office does', async () => {
  const docs = [
    await docOf('2026年发文统计.csv', '单位,月份,发文数\n县林业局,2026-01,2\n县林业局,2026-02,1'),
    await docOf(
      '2026年计划.csv',
      '单位,年度发文计划\n县林业局,12\n县防汛抗旱指挥部,6\n县安全生产委员会,4\n县卫生健康委员会,9',
    ),
  ]
  expect(gapsIn(docs, '2026-03-05').map(({ unit, months }) => `${unit} ${months.join()}`)).toEqual([
    '县卫生健康委员会 2026-01,2026-02',
  ])
})

it('an addition of figures so far is that of the span in the title', async () => {
  const doc = await docOf(
    '前三季度.csv',
    `2026年前三季度发文会议统计表,,,,,,,,
单位,一季度发文,一季度会议,二季度发文,二季度会议,三季度发文,三季度会议,前三季度累计发文,前三季度累计会议
县林业局,3,1,2,2,4,0,9,3
县统计局,2,0,3,0,1,0,6,0
`,
  )
  const { series, years } = gathered([doc], '2026-11-30')
  const used = series.map(({ unit, kind, years }) => {
    const months = years.get(2026)!.months.slice(0, 9)
    return [unit, kind, months.includes(undefined) ? 'gap' : months.reduce<number>((sum, n) => sum + (n ?? 0), 0)]
  })
  expect(years).toEqual([2026])
  expect(used).toEqual([
    ['县林业局', 'documents', 9],
    ['县林业局', 'meetings', 3],
    ['县统计局', 'documents', 6],
    ['县统计局', 'meetings', 0],
  ])
})

it('a further table beside the first of two is none of it', async () => {
  const doc = await docOf(
    '分月统计.csv',
    `2026年发文、会议分月统计表,,,,,,,
一、发文,,,,,车辆使用登记,,
单位,1月,2月,3月,,日期,车号,用途
县林业局,2,1,3,,3月4日,甲,下乡
县统计局,1,0,2,,3月5日,乙,开会
,,,,,,,
二、会议,,,,,,,
单位,1月,2月,3月,,,,
县林业局,1,1,0,,,,
县统计局,0,2,1,,,,
`,
  )
  const { series } = gathered([doc], '2026-04-30')
  expect(series.map(({ unit, kind, years }) => [unit, kind, ...years.get(2026)!.months.slice(0, 3)])).toEqual([
    ['县林业局', 'documents', 2, 1, 3],
    ['县统计局', 'documents', 1, 0, 2],
    ['县林业局', 'meetings', 1, 1, 0],
    ['县统计局', 'meetings', 0, 2, 1],
  ])
})

it('captions of the tables of a document tell what each holds', async () => {
  const doc = await docOf(
    '报备登记.md',
    `# 大石镇2026年发文、会议报备登记表

表一　发文

| 序号 | 事项名称 | 印发（召开）时间 | 报备时间 | 报备编号 |
| --- | --- | --- | --- | --- |
| 1 | 关于春灌的通知 | 3月4日 | 3月2日 | 石备1号 |

表二　会议

| 序号 | 事项名称 | 印发（召开）时间 | 报备时间 | 报备编号 |
| --- | --- | --- | --- | --- |
| 1 | 春灌推进会 | 3月6日 | 3月5日 | 石备2号 |
| 2 | 秋收动员会 | 9月6日 | 9月5日 | 石备3号 |
`,
  )
  expect([...itemsIn([doc])].map(({ type, title }) => [type, title])).toEqual([
    ['documents', '关于春灌的通知'],
    ['meetings', '春灌推进会'],
    ['meetings', '秋收动员会'],
  ])
})
