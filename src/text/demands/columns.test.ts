import { describe, expect, it } from 'vitest'
import { rules } from '../../../rules/index.ts'
import { defaultSettings } from '../../config/rules.ts'
import { lintText } from '../../dev/in-memory.ts'

/** What each of these rules finds in a cell. */
const DEMANDS: Readonly<Record<string, string>> = {
  'progress-report-demand': '各乡镇每日17时前向专班报送进展情况',
  'trace-keeping-demand': '各村入户须拍照留痕并上传照片',
  'responsibility-letter': '与各村签订责任书',
  'one-vote-veto': '对未完成的乡镇实行“一票否决”',
  'group-coercion': '村干部须在工作群内打卡接龙',
  'app-coercion': '村干部必须下载“某某通”APP并每日签到',
  'cascading-meeting': '各乡镇、各村层层召开动员会',
  'companion-rank': '检查组到村时镇党委书记须全程陪同',
  'seconded-staff': '从各乡镇各抽调2名干部到专班集中办公',
  'supporting-document-demand': '各乡镇须制定配套实施方案并报县备案',
}
const IDS = Object.keys(DEMANDS)

async function found(path: string, text: string): Promise<string[]> {
  const { diagnostics } = await lintText({ text, path, rules, settings: defaultSettings(rules) })
  return [...new Set(diagnostics.map(({ rule }) => rule))].filter((rule) => IDS.includes(rule))
}

/** Each demand in a row of its own below `head`, in a spreadsheet and in a document. */
const csv = (head: string) =>
  found(
    '分解表.csv',
    [`春耕工作表,,`, `序号,${head},责任单位`, ...IDS.map((id, i) => `${i + 1},${DEMANDS[id]},柳河镇`)].join('\n'),
  )
const md = (head: string) =>
  found(
    '通知.md',
    [
      '# 关于做好春耕工作的通知\n\n各乡镇：\n',
      `|序号|${head}|责任单位|`,
      '|---|---|---|',
      ...IDS.map((id, i) => `|${i + 1}|${DEMANDS[id]}|柳河镇|`),
    ].join('\n'),
  )

it('what stands below a head of two columns is told in both', async () => {
  const text = '整改台账,,,\n序号,整改情况,,责任单位\n,已做的,还在做的,\n1,清退报表,与各村签订责任书,柳河镇\n'
  expect(await found('台账.csv', text)).toEqual([])
})

it('a register that somebody calls a notice holds no sentences', async () => {
  const text = `群名称,平台,群主,成员数,建群日期,状态,备注\n春耕群,微信,张三,30,2024-03-01,在用,${Object.values(DEMANDS).join('；')}\n`
  const { diagnostics } = await lintText({
    text,
    path: '群.csv',
    genre: 'notice',
    rules,
    settings: defaultSettings(rules),
  })
  expect(diagnostics.filter(({ rule }) => IDS.includes(rule))).toEqual([])
})

it('what the last cell of its row strikes is told, and what somebody loses there strikes nothing', async () => {
  const row = (last: string) =>
    found('考核.csv', `考核细则,,,\n序号,事项,考核内容,处理\n1,综治,对未完成的乡镇实行“一票否决”,${last}\n`)
  expect(await row('取消')).toEqual([])
  expect(await row('删除，改为扣分')).toEqual([])
  expect(await row('取消评先资格')).toEqual(['one-vote-veto'])
})

describe.each([
  ['a spreadsheet', csv],
  ['a document', md],
])('in the tables of %s', (_, run) => {
  it.each(['工作要求', '具体做法', '任务内容', '整改措施', '备注', '评分标准'])(
    'what stands below %s is demanded',
    async (head) => {
      expect((await run(head)).sort()).toEqual([...IDS].sort())
    },
  )

  it.each([
    '存在问题',
    '问题表现',
    '具体表现',
    '主要问题（现象）',
    '问题描述',
    '典型问题线索',
    '整改情况',
    '整改落实情况',
    '工作进展',
    '原规定',
    '原要求',
    '原来的做法',
    '清理前做法',
    '基层反映',
    '诉求内容',
    '群众来信摘要',
    '题名',
    '文件标题',
  ])('what stands below %s is told', async (head) => {
    expect(await run(head)).toEqual([])
  })
})
