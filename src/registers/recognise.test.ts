import { describe, expect, it } from 'vitest'
import type { Register, RegisterHint } from '../core.ts'
import { parseCsv } from '../parsers/csv.ts'
import { parseMarkdown } from '../parsers/markdown/remark.ts'
import { absentColumns, readRegister, registerGenre } from './index.ts'
import { dayOf } from './values.ts'

const csv = (text: string, path = '表.csv', hint = {}): Register => readRegister(parseCsv(text), path, hint)!
const kinds = (register: Register) => register.tables.map(({ kind }) => kind)
const rows = (register: Register, ...fields: string[]) =>
  register.tables.flatMap((table) => [...table.records].map((record) => fields.map((field) => record.text(field))))

const itemDays = (register: Register) =>
  register.tables.flatMap(({ records }) => [...records].map((record) => dayOf(record.text('date'))))

describe('lines above a table', () => {
  it.each([
    '填报单位：县委督查科,,,,,数据截至2026年9月30日',
    '编制单位：县委督查科,,,统计时间：2026年9月,,单位：件、次',
    '（截至2026年9月底）,,,,,县委督查科',
    '制表人：周舟,,,第9期,,',
  ])('are no row of its header: %s', (line) => {
    const register = csv(
      `2026年发文会议控制数执行情况表,,,,,\n${line}\n责任单位,发文（件）,,会议（次）,,备注\n,控制数,已用数,控制数,已用数,\n县林业局,20,11,6,3,`,
    )
    expect(kinds(register)).toEqual(['plan'])
    expect(register.tables[0]!.duplicates).toEqual([])
    expect(rows(register, 'unit', 'documents', 'documentsUsed', 'meetings', 'meetingsUsed')).toEqual([
      ['县林业局', '20', '11', '6', '3'],
    ])
  })
})

describe('offices above columns', () => {
  const months = (offices: string) => csv(`2026年会议统计表,,,\n月份,${offices},合计\n1月,1,2,3\n2月,2,0,2`)

  it.each(['团县委,县总工会', '县妇联,县红十字会', '县科协,县供销社'])('may be mass organisations: %s', (offices) =>
    expect(rows(months(offices), 'unit').flat()).toEqual([offices, offices].join(',').split(',')),
  )

  it.each(['招商会,座谈会', '网站,政务平台'])('are not meetings, nor what is counted: %s', (names) =>
    expect(kinds(months(names))).toEqual([]),
  )
})

describe('kinds by their headers', () => {
  it.each([
    '单位,微信群,钉钉群,QQ群,合计\n青山乡,2,1,,3\n县科协,1,,,1',
    '单位,群总数,备注\n青山乡,3,',
    '序号,单位名称,微信群数,钉钉群数\n1,青山乡,2,1',
  ])('counts groups: %s', (text) => expect(kinds(csv(text, '工作群数量统计.csv'))).toEqual(['groups']))

  it('takes 微信群 above names for names', () => {
    const register = csv('单位,微信群,钉钉群\n青山乡,青山乡工作群,青山乡值班群\n县科协,科协工作群,')
    expect(Object.keys(register.tables[0]?.columns ?? {})).not.toContain('wechatGroups')
  })

  it('knows who set a group up by any name', () => {
    const register = csv(
      '该群建群单位,群名称,群性质,任务结束日期\n县林业局,护林群,常设,\n县粮食局,秋粮群,临时,2026-12-31',
    )
    expect(rows(register, 'unit').flat()).toEqual(['县林业局', '县粮食局'])
  })

  it.each([
    ['groups', '序号,管理单位,群名称,群性质,任务结束日期,状态\n1,城关镇,城关镇工作群,常设,,在用'],
    ['groups', '微信群名称,所属单位,群主姓名,是否临时,预计结束时间,是否解散\n防汛群,水利局,张三,是,2026-1-1,否'],
    ['groups', '责任部门,工作群名称,群类型\n县水利局,防汛群,临时群'],
    ['members', '姓名,单位,职务,所在群名称,建群单位\n张三,城关镇,党委书记,党委工作群,县委'],
    ['members', '成员姓名,工作单位,现任职务,群名称\n张三,城关镇,镇长,党委工作群'],
    ['plan', '单位,类别,年度计划数\n水利局,发文,20'],
    ['plan', '责任单位,年度,发文计划数,会议计划数,督查检查考核计划数\n水利局,2026,20,5,1'],
    ['plan', '单位,年度发文指标,年度会议指标\n水利局,20,5'],
    ['plan', '计划编号,单位,事项名称,类别,计划时间\nJH-1,水利局,防汛会议,会议,3月'],
    ['monthly', '单位,月份,发文数,会议数,督查检查考核数,合计\n水利局,2026-01,2,1,0,3'],
    ['monthly', '填报单位,统计月份,本月发文数（件）,本月会议数 （次）,本月督查检查数,累计发文数\n水利局,1月,2,1,0,2'],
    ['monthly', '单位,年月,类别,数量\n水利局,2026年1月,发文,2'],
    [
      'items',
      '单位,类别,文件（会议、检查）名称,印发（召开、开展）日期,备案号,备案日期\n水利局,发文,关于防汛的通知,2026-03-01,BA-1,2026-02-25',
    ],
    [
      'items',
      '发文单位,文件标题,文号,发文日期,是否计划内,报备编号,报备时间\n水利局,关于防汛的通知,水发〔2026〕1号,2026-03-01,是,1,2026-02-01',
    ],
    ['items', '主办单位,会议名称,召开时间,审批情况\n水利局,防汛会议,2026-03-01,已批准'],
    ['visits', '企业名称,走访日期,走访单位,走访事由,带队领导\n某厂,2026-03-01,工信局,调研,张三'],
    ['visits', '日期,来访单位,受访企业,人数\n2026-03-01,工信局,某厂,3'],
    ['apps', '应用程序名称,主办单位,类型,备案号,状态\n某通,某局,App,BA-1,在用'],
    ['apps', 'APP名称,使用单位,是否备案\n某通,某局,否'],
    [
      'superiors',
      '来文单位,文件标题,来文文号,收文日期,报告日期,落实文件\n市委办,关于防汛的通知,市办〔2026〕1号,2026-01-01,2026-01-05,',
    ],
    ['facts', '指标名称,数值,计量单位,截至日期\n单元网格,328,个,2026-01-01'],
    ['facts', '数据项,数据,单位\n单元网格,328,个'],
  ])('%s: %s', (kind, text) => {
    const register = csv(text)
    expect(kinds(register), JSON.stringify(register.unknown)).toEqual([kind])
    expect(register.tables[0]!.lacking).toEqual([])
    expect(rows(register, 'remark')).toHaveLength(1)
    expect(registerGenre(register).id).toBe(`register.${kind}`)
  })

  it.each(['到期日', '任务截止日', '预计办结时间', '截止', '计划撤群日期'])(
    'a temporary group ends on its %s',
    (end) => {
      const register = csv(`主管单位,群名称,群类型,${end},状态\n水利局,普查群,临时,2026-05-31,在用`)
      expect(rows(register, 'end')).toEqual([['2026-05-31']])
    },
  )

  it.each(['要求报告日期', '报告截止日', '应上报时间', '最迟报告时限'])(
    'a superior document is due on its %s',
    (due) => {
      const register = csv(`来文单位,来文标题,收文日期,${due},报告日期\n市委办,通知,2026-05-01,2026-05-10,2026-05-08`)
      expect(rows(register, 'reportDue', 'reported')).toEqual([['2026-05-10', '2026-05-08']])
    },
  )

  it.each([
    '姓名,年龄,电话\n张三,30,1',
    '单位,负责人,电话\n水利局,张三,1',
    '单位,事项,数量\n水利局,办公桌,3',
    '项目,数量,单位\n办公桌,3,张',
    '企业名称,统一社会信用代码,行业\n某厂,91,制造',
    '日期,收入,支出\n2026-01-01,3,4',
    '没有表头的一行',
  ])('no register: %s', (text) => expect(kinds(csv(text))).toEqual([]))

  it('names of sheet and file decide between kinds that look alike', () =>
    expect(kinds(csv('单位,名称,日期\n水利局,防汛会议,2026-03-01', '2026年会议台账.csv'))).toEqual(['items']))
})

describe('tables as they are', () => {
  it('a title, a blank line and the unit above the header', () => {
    const register = csv(
      '2026年城关镇工作群台账\n填报单位：城关镇,,\n群名称,群性质,状态\n城关镇工作群,常设,在用\n合计,,\n',
    )
    expect(kinds(register)).toEqual(['groups'])
    expect(rows(register, 'unit', 'name')).toEqual([['城关镇', '城关镇工作群']])
    expect(register.tables[0]!.title).toContain('2026年城关镇工作群台账')
  })

  it('a header of two rows', () => {
    const register = csv('单位,月份,发文,,会议,\n,,本月,累计,本月,累计\n水利局,2026-01,2,2,1,1\n合计,,2,2,1,1\n')
    expect(kinds(register)).toEqual(['monthly'])
    expect(rows(register, 'unit', 'documents', 'documentsSoFar', 'meetings', 'meetingsSoFar')).toEqual([
      ['水利局', '2', '2', '1', '1'],
    ])
    expect(register.tables[0]!.columns.documentsSoFar!.title).toBe('发文·累计')
    expect([...register.tables[0]!.totals].map((total) => total.text('documents'))).toEqual(['2'])
  })

  it('a header of two rows in which only one name stands over others', () => {
    const register = csv('单位,群名称,群主,,性质,状态\n,,姓名,电话,,\n城关镇,城关镇工作群,李某,138,常设,在用\n')
    expect(rows(register, 'unit', 'name', 'owner')).toEqual([['城关镇', '城关镇工作群', '李某']])
    expect(register.tables[0]!.duplicates).toEqual([])
  })

  it('备案号 and 备案日期 below 备案登记', () => {
    const register = csv(
      '序号,程序名称,主办单位,备案登记,,状态\n,,,备案号,备案日期,\n1,掌上乡村,县农业农村局,未备案,—,在用\n',
    )
    expect(kinds(register)).toEqual(['apps'])
    expect(rows(register, 'name', 'registration', 'status')).toEqual([['掌上乡村', '未备案', '在用']])
    expect(register.tables[0]!.duplicates).toEqual([])
  })

  it('groups of many offices in a register that one of them keeps, and of one office by its sections', () => {
    const list = (keeper: string, ...creators: readonly string[]) =>
      csv(
        `全县微信工作群清单,,\n填报单位：${keeper},,\n群名称,建群单位,状态\n${creators.map((creator, i) => `第${i + 1}群,${creator},在用`).join('\n')}\n`,
      )
    expect(rows(list('县委办公室', '元村镇', '县交通运输局'), 'unit')).toEqual([['元村镇'], ['县交通运输局']])
    expect(rows(list('元村镇', '党政办', '农业农村办公室'), 'unit')).toEqual([['元村镇'], ['元村镇']])
  })

  it('months below 月份, and notes merged over the whole table', () => {
    const register = csv(
      '2026年1—3月各单位会议数量月统计表\n序号,单位,月份,,,累计\n,,1月,2月,3月,\n1,县民政局,1,1,1,3\n填报要求：没有开会的填0，不得空缺,填报要求：没有开会的填0，不得空缺,,,,\n',
    )
    expect(kinds(register)).toEqual(['monthly'])
    expect(rows(register, 'unit', 'month', 'count')).toEqual([
      ['县民政局', '2026年1月', '1'],
      ['县民政局', '2026年2月', '1'],
      ['县民政局', '2026年3月', '1'],
    ])
  })

  it('a bureau whose office keeps the register, and how many groups are kept', () => {
    const items = csv('填报单位：县住建局办公室,,,\n标题,印发日期,计划内/计划外,报备号\n围挡通知,2026-03-19,计划外,1\n')
    expect(rows(items, 'unit', 'planned')).toEqual([['县住建局', '计划外']])
    const groups = csv('微信工作群清理汇总表,,,,\n单位,类别,清理前,解散,现保留\n城关镇,乡镇,7,4,3\n')
    expect(kinds(groups)).toEqual(['groups'])
    expect(rows(groups, 'unit', 'count')).toEqual([['城关镇', '3']])
  })

  it('how much of each quota is used is no list of items', () =>
    expect(
      kinds(
        csv(
          '发文开会督查预警情况,,,,\n单位,发文,,督查,,说明\n,已用/目标,占比,已用/目标,占比,\n县财政局,10/20,50%,2/6,33%,正常\n',
        ),
      ),
    ).toEqual([]))

  it('names that only say what those below are about, and lines above a table', () => {
    const register = csv(
      '2026年督查检查考核台账,,,,,\n单位：项,,,2026年10月31日,,\n序号,事项,,,报备,备注\n,实施单位,事项名称,开展日期,报备号,\n1,县林业局,绿化评估,/,无,未获批准，未开展\n',
    )
    expect(kinds(register)).toEqual(['items'])
    expect(rows(register, 'unit', 'title', 'filing', 'remark')).toEqual([
      ['县林业局', '绿化评估', '无', '未获批准，未开展'],
    ])
    expect(register.tables[0]!.columns.filing!.title).toBe('报备·报备号')
    const plan = csv('发文指标执行情况,,\n县委办公室,,2026年9月28日\n单位,年度发文指标,已发文\n县水务局,8,9\n')
    expect(kinds(plan)).toEqual(['plan'])
    expect(rows(plan, 'documents', 'documentsUsed')).toEqual([['8', '9']])
  })

  it('a register of filings says when they were filed, not when they were held', () => {
    const filings = csv('报备号,报备日期,事项,报备单位\n督备1号,1月14日,慰问资金检查,县民政局\n', '报备登记.csv')
    expect(kinds(filings)).toEqual(['items'])
    expect(filings.tables[0]!.filings).toBe(true)
    expect(rows(filings, 'filing', 'filed', 'date')).toEqual([['督备1号', '1月14日', '']])
  })

  it('a plan whose columns are 发文, 会议 and 检查 under one name, or only its title says that it is one', () => {
    const joined = csv('序号,责任单位,2026年计划数,,,,备注\n,,发文,会议,督查检查考核,合计,\n1,县水利局,15,8,1,24,\n')
    expect(kinds(joined)).toEqual(['plan'])
    expect(rows(joined, 'unit', 'documents', 'meetings', 'inspections', 'total')).toEqual([
      ['县水利局', '15', '8', '1', '24'],
    ])
    const titled = csv('2026年度精文减会计划分解表,,,\n单位,发文,会议,检查\n县水利局,15,8,1\n')
    expect(kinds(titled)).toEqual(['plan'])
    expect(rows(titled, 'documents', 'inspections')).toEqual([['15', '1']])
    // What was issued is no plan.
    expect(kinds(csv('2026年计划执行情况,,,\n单位,发文,会议,检查\n县水利局,15,8,1\n', '执行.csv'))).toEqual([])
  })

  it.each([
    ['a title', '县水利局2026年发文登记簿,,,\n文件标题,主办科室,印发日期,报备编号\n防汛通知,办公室,3月5日,1\n'],
    ['a line', '填报单位：县水利局,,,\n文件标题,主办科室,印发日期,报备编号\n防汛通知,办公室,2026年3月5日,1\n'],
  ])('a register of one office, which %s names', (_, text) => {
    const register = csv(text)
    expect(kinds(register)).toEqual(['items'])
    expect(rows(register, 'unit', 'title', 'date')).toEqual([['县水利局', '防汛通知', '2026年3月5日']])
  })

  it('a register of one office that only its file names, and one of sections that nothing names', () => {
    const text = '文件标题,主办科室,印发日期,报备编号\n防汛通知,办公室,2026-03-05,1\n'
    expect(rows(csv(text, '县水利局发文登记簿.csv'), 'unit')).toEqual([['县水利局']])
    expect(rows(csv(text), 'unit')).toEqual([['办公室']])
    expect(rows(csv(text, '全县各单位发文登记簿.csv'), 'unit')).toEqual([['办公室']])
  })

  it('a title and a unit above the table of a document', () => {
    const text =
      '# 县文旅局2026年检查登记\n\n| 检查事项 | 牵头科室 | 开展时间 | 报备文号 |\n| --- | --- | --- | --- |\n| 消防检查 | 文物股 | 7月8日 | 2号 |\n'
    const register = readRegister(parseMarkdown(text), '登记.md')!
    expect(rows(register, 'unit', 'title', 'date')).toEqual([['县文旅局', '消防检查', '2026年7月8日']])
  })

  it('a header of three rows, beside last year and what changed; the month in the title', () => {
    const register = csv(
      '2026年1月份精文减会统计表,,,,,,\n单位,发文（件）,,,会议（次）,,\n,本月数,同比,,本月数,同比,\n,,增减,幅度,,增减,幅度\n双桥乡,2,-4,-66.7%,1,-3,-75.0%\n',
    )
    expect(kinds(register)).toEqual(['monthly'])
    expect(rows(register, 'unit', 'month', 'documents', 'meetings')).toEqual([['双桥乡', '2026年1月', '2', '1']])
  })

  it('the month that the sheet or the file names', () =>
    expect(rows(csv('乡镇,发文,会议,小计\n青龙镇,3,2,5\n', '2026年2月统计.csv'), 'unit', 'month', 'total')).toEqual([
      ['青龙镇', '2026年2月', '5'],
    ]))

  it('quarters beside the year', () => {
    const register = csv(
      '单位,发文（件）,,,会议（次）,,\n,上半年,下半年,全年,上半年,下半年,全年\n青龙镇,9,8,17,7,6,13\n',
      '2026年计划分解.csv',
    )
    expect(rows(register, 'unit', 'documents', 'meetings')).toEqual([['青龙镇', '17', '13']])
  })

  it('a column for each office', () => {
    const register = csv('2026年发文统计表,,,\n月份,青龙镇,双桥乡,合计\n1月,3,2,5\n2月,4,,4\n累计,7,2,9\n')
    expect(rows(register, 'unit', 'month', 'count')).toEqual([
      ['青龙镇', '1月', '3'],
      ['双桥乡', '1月', '2'],
      ['青龙镇', '2月', '4'],
    ])
  })

  it('headings among the rows, which tell what is below them', () => {
    const register = csv(
      '序号,承办单位,事项名称,日期,报备文号,备注\n（一）发文,,,,,\n一,县应急局,防火通知,2026-01-12,1,\n（二）会议,,,,,\n一,县应急局,防汛动员,2026-01-20,2,\n',
    )
    expect(rows(register, 'title', 'type')).toEqual([
      ['防火通知', '（一）发文'],
      ['防汛动员', '（二）会议'],
    ])
  })

  it('several tables below each other', () => {
    const register = csv(
      '一、发文,,,,\n序号,责任单位,文件标题,印发日期,报备编号\n1,县教体局,开学通知,2026-02-10,1\n二、会议,,,,\n序号,责任单位,会议名称,召开时间,报备编号\n1,县教体局,教育大会,2026-02-28,2\n序号,责任单位,会议名称,召开时间,报备编号\n2,县卫健委,卫健大会,2026-03-20,3\n',
    )
    expect(kinds(register)).toEqual(['items', 'items'])
    expect(rows(register, 'title', 'date')).toEqual([
      ['开学通知', '2026-02-10'],
      ['教育大会', '2026-02-28'],
      ['卫健大会', '2026-03-20'],
    ])
  })

  it('tables beside each other', () => {
    const register = csv(
      '柳河镇2026年登记簿,,,,,,,\n序号,印发日期,文件标题,备案编号,序号,召开日期,会议名称,备案编号\n1,1月12日,值班通知,01,1,1月9日,经济会议,H1\n2,1月26日,排查通知,02,,,,\n',
    )
    expect(rows(register, 'unit', 'title', 'date', 'filing')).toEqual([
      ['柳河镇', '值班通知', '2026年1月12日', '01'],
      ['柳河镇', '排查通知', '2026年1月26日', '02'],
      ['柳河镇', '经济会议', '2026年1月9日', 'H1'],
    ])
    // Columns are numbered as the whole sheet has them, and bear the names of their own table.
    expect(register.tables.map(({ columns }) => columns.title!.index)).toEqual([2, 6])
    const placed = [...register.tables[1]!.records][0]!.get('title')!.span
    expect(register.place(placed.start)?.label).toBe('第3行G列（会议名称）')
  })

  it('marks that say: as above', () =>
    expect(rows(csv('单位,群名称,状态\n水利局,一群,在用\n〃,二群,同上\n'), 'unit', 'name', 'status')).toEqual([
      ['水利局', '一群', '在用'],
      ['水利局', '二群', '在用'],
    ]))

  it('rows that say what was a year ago, and subtotals of quarters', () => {
    const register = csv(
      '2026年各乡镇发文统计,,,\n乡镇,时段,1月,2月\n柳河镇,2026年,2,1\n,2025年同期,3,2\n,同比,-33.3%,-50.0%\n合计,2026年,2,1\n,同比,-33.3%,-50.0%\n',
    )
    expect(rows(register, 'unit', 'month', 'count')).toEqual([
      ['柳河镇', '2026年1月', '2'],
      ['柳河镇', '2026年2月', '1'],
    ])
    const quarters = csv('月份,单位,发文数\n1月,水利局,2\n2月,水利局,3\n一季度小计,,5\n')
    expect(rows(quarters, 'month')).toEqual([['1月'], ['2月']])
    expect(quarters.tables[0]!.totals).toHaveLength(1)
  })

  it('what is adjusted goes before what was planned first', () =>
    expect(rows(csv('单位,项目,年初计划,调整后计划\n教育局,会议,12,10\n'), 'type', 'quota')).toEqual([['会议', '10']]))

  it.each(['三月五日', '3/5', '3.5', '26.3.5'])('a day as %s in a table of 2026', (day) =>
    expect(itemDays(csv(`县水利局2026年发文登记,,\n文件标题,印发时间,备案号\n通知,${day},1\n`))).toEqual([
      '2026-03-05',
    ]),
  )

  it('a general name above adds nothing to what stands below', () => {
    const register = csv('程序名称,运营单位,备案信息,,状态\n,,备案号,备案日期,\n云溪办事,县数据局,A1,2024-05-12,在用\n')
    expect(rows(register, 'name', 'registration', 'registered')).toEqual([['云溪办事', 'A1', '2024-05-12']])
  })

  it('figures by quarters are no monthly ones, and lack nothing', () => {
    const register = csv('2026年分季度统计表,,,,\n乡镇,一季度,,二季度,\n,发文,会议,发文,会议\n平桥镇,6,4,7,3\n')
    expect(kinds(register)).toEqual([])
  })

  it('what a figure is counted in is no unit', () => {
    const register = csv('2026年发文统计表（单位：件）,,,\n月份,平桥镇,青石乡,合计\n1月,3,2,5\n')
    expect(rows(register, 'unit', 'count', 'across')).toEqual([
      ['平桥镇', '3', '5'],
      ['青石乡', '2', '5'],
    ])
  })

  it.each([
    ['群所属单位,群组名称,属性', '大王庄镇,机关群,长期', '大王庄镇'],
    ['管群单位,群名,类别', '县林业局,机关群,常设', '县林业局'],
    ['学校,群名,类型', '县第一中学,教职工群,常设', '县第一中学'],
    ['科室,微信群名,性质', '医务科,医务科工作群,常设', '医务科'],
    ['建群单位,群所属单位,群名,类别', '县委,县林业局,机关群,常设', '县林业局'],
  ])('whose group it is: %s', (head, row, unit) => expect(rows(csv(`${head}\n${row}\n`), 'unit')).toEqual([[unit]]))

  it('what the messenger is says nothing of how long a group stays', () => {
    const register = csv('群名称,归属单位,建群单位,群类型,常设/临时,状态\n防汛群,县水利局,县委,微信群,临时,在用\n')
    expect(rows(register, 'unit', 'creator', 'nature')).toEqual([['县水利局', '县委', '临时']])
  })

  it('a column for each month', () => {
    const register = csv('2026年发文统计表,,,\n单位,1月,2月,3月\n水利局,2,3,\n城关镇,1,,4\n')
    expect(kinds(register)).toEqual(['monthly'])
    expect(rows(register, 'unit', 'month', 'count')).toEqual([
      ['水利局', '2026年1月', '2'],
      ['水利局', '2026年2月', '3'],
      ['城关镇', '2026年1月', '1'],
      ['城关镇', '2026年3月', '4'],
    ])
  })

  it('months over groups of columns', () => {
    const register = csv('单位,2026年1月,,2026年2月,\n,发文,会议,发文,会议\n水利局,2,1,3,0\n')
    expect(rows(register, 'unit', 'month', 'documents', 'meetings')).toEqual([
      ['水利局', '2026年1月', '2', '1'],
      ['水利局', '2026年2月', '3', '0'],
    ])
  })

  it('cells that were merged once, notes below, a header that is repeated, empty numbered rows', () => {
    const register = csv(
      '序号,单位,群名称,状态\n1,城关镇,一群,在用\n2,,二群,在用\n3,,三群,在用\n序号,单位,群名称,状态\n4,水利局,四群,在用\n5,,,\n备注：以上数据截至3月。,,,\n填表人：张三,,,\n',
    )
    expect(rows(register, 'unit', 'name')).toEqual([
      ['城关镇', '一群'],
      ['城关镇', '二群'],
      ['城关镇', '三群'],
      ['水利局', '四群'],
    ])
  })

  it('a single empty cell is empty', () =>
    expect(rows(csv('单位,群名称\n城关镇,一群\n,二群\n水利局,三群\n城关镇,四群\n城关镇,五群\n'), 'unit')[1]).toEqual([
      '',
    ]))

  it('names that somebody gave', () => {
    const text = '甲,乙,丙\n城关镇,一群,在用\n'
    expect(kinds(csv(text))).toEqual([])
    const register = csv(text, '表.csv', { kind: 'groups', columns: { unit: '甲', name: '乙' } })
    expect(rows(register, 'unit', 'name')).toEqual([['城关镇', '一群']])
  })

  it('says which of the columns that the configuration names are not there', () => {
    const absent = (hint: RegisterHint) =>
      absentColumns(csv('归口,群名称,状态\n水利局,防汛群,在用', '表.csv', hint), hint)
    expect(absent({ kind: 'groups', columns: { unit: '归口', name: '群名字' } })).toEqual(['群名字'])
    expect(absent({ kind: 'groups', columns: { unit: ' 归口 ', name: '群名称' } })).toEqual([])
    expect(absent({ kind: 'groups' })).toEqual([])
    // Meant for whatever a pattern fits: the group has its name from another column.
    expect(absent({ columns: { unit: '归口', name: '群名字', end: '到期日' } })).toEqual(['到期日'])
  })

  it('a declared register says what it lacks', () => {
    const register = csv('单位,状态\n城关镇,在用\n', '表.csv', { kind: 'groups' })
    expect(register.tables[0]).toMatchObject({ kind: 'groups', lacking: ['群名称'] })
    expect(rows(register, 'unit')).toEqual([])
  })

  it('headers that stand twice', () =>
    expect(csv('单位,群名称,群名称\n城关镇,一群,二群\n').tables[0]!.duplicates.map(({ text }) => text)).toEqual([
      '群名称',
    ]))

  it('places of cells, empty ones too', () => {
    const text = '管理单位,群名称,状态\n城关镇,"一\n群",\n水利局,二群,在用\n'
    const register = csv(text)
    const [first, second] = [...register.tables[0]!.records]
    expect(register.place(first!.get('name')!.span.start)).toEqual({ line: 2, column: 2, label: '第2行B列（群名称）' })
    expect(first!.text('name')).toBe('一群')
    expect(register.place(first!.get('status')!.span.start)!.label).toBe('第2行C列（状态）')
    expect(register.place(second!.get('unit')!.span.start)!.label).toBe('第4行A列（管理单位）')
  })

  it('Markdown tables, where they are most of the document', () => {
    const table = '| 管理单位 | 群名称 |\n| --- | --- |\n| 城关镇 | 一群 |\n| 水利局 | 二群 |\n'
    const read = (text: string) => readRegister(parseMarkdown(text), '台账.md')
    expect(rows(read(`# 工作群台账\n\n${table}`)!, 'unit')).toEqual([['城关镇'], ['水利局']])
    expect(read(`${'各乡镇要认真做好工作群清理规范。'.repeat(8)}\n\n${table}`)).toBeUndefined()
  })
})

describe('columns by other names', () => {
  it.each([
    [
      '文件题名',
      '发文登记.csv',
      '登记号,发文字号,文件题名,拟稿股室,印发日期,计划内/外\n1,清林发1号,关于造林的通知,造林股,2026-03-05,内',
      'items',
      'title',
    ],
    [
      '会名',
      '会议登记.csv',
      '编号,会名,承办股室,开会时间,年初计划有无\n1,教育工作会,办公室,2026-02-27,有',
      'items',
      'title',
    ],
    [
      '应用名',
      '应用程序登记台账.csv',
      '编号,应用名,形态,建设单位,备案登记编号\n1,南屏通,App,县数据局,NP-1',
      'apps',
      'name',
    ],
    [
      '用途类别',
      '工作群台账.csv',
      '序号,单位,群名称,用途类别,建群时间\n1,县司法局,普法群,临时,2026-01',
      'groups',
      'nature',
    ],
  ])('%s', (column, path, text, kind, field) => {
    const [table] = csv(text, path).tables
    expect(table?.kind).toBe(kind)
    expect(table?.columns[field as never]).toMatchObject({ title: column })
  })

  it('what is not counted may stand in brackets above them', () => {
    const text =
      '2026年会议登记本,,\n年度会议控制数：12次（党组会、局务会不计入）,,\n会议名称,召开单位,召开时间\n教育工作会,办公室,2026-02-27'
    expect(kinds(csv(text, '会议登记.csv'))).toEqual(['items'])
  })
})
