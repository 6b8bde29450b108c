import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Decision, Host } from '../core.ts'
import { runIn } from '../dev/in-process.ts'
import { beginReview, parseReview, readReview, reviewPaths } from './review-file.ts'

const decisions = async (text: string): Promise<readonly Decision[]> => {
  const parsed = await parseReview(text)
  if ('faults' in parsed) throw new Error(parsed.faults.join('\n'))
  return parsed.decisions
}
const faults = async (text: string): Promise<string> => {
  const parsed = await parseReview(text)
  return 'faults' in parsed ? parsed.faults.join('\n') : 'accepted'
}

describe('a review file', () => {
  it('says what a person decided, in English names or Chinese ones', async () => {
    const text = `# 说明
- sentence: 各乡镇要在9月底前完成管网排查。
  reuse: novel
  kind: 具体举措
  reason: 县级自定时限
  who: 李某
- sentence: '  县住建局：每月通报  '
  kind: boilerplate
  reason: 年年都写
  who: 王某
- {sentence: 甲乙, reuse: 照抄, reason: 丙, who: 丁}
`
    expect(await decisions(text)).toEqual([
      {
        sentence: '各乡镇要在9月底前完成管网排查。',
        reuse: 'novel',
        kind: 'measure',
        reason: '县级自定时限',
        who: '李某',
      },
      { sentence: '县住建局：每月通报', kind: 'boilerplate', reason: '年年都写', who: '王某' },
      { sentence: '甲乙', reuse: 'copied', reason: '丙', who: '丁' },
    ])
    expect(await decisions(text.replaceAll('\n', '\r\n'))).toHaveLength(3)
  })

  it('decides nothing while it is empty, or not filled in', async () => {
    expect(await decisions('')).toEqual([])
    expect(await decisions('# 还没有写\n')).toEqual([])
    expect(await decisions('[]')).toEqual([])
    expect(await decisions("- sentence: 甲\n  reuse:\n  kind:\n  reason: ''\n  who:\n- sentence: 乙\n")).toEqual([])
  })

  it.each([
    ['- sentence: 甲\n  reuse: novel\n  who: 李某\n', '第 1 行：缺少 reason（理由）'],
    ['# 说明\n- sentence：甲\n  reuse：自拟\n', '第 2 行：冒号要用半角，后面空一格'],
    ['\n- sentence: 甲\n  reuse: novel\n  reason: 甲\n', '第 2 行：缺少 who（复核人）'],
    ['- sentence: 甲\n  reason: 甲\n  who: 乙\n', 'reuse 和 kind 至少要写一项'],
    ['- sentence: 甲\n  reason: 甲\n  who: 乙\n  reuse: noval\n', '第 4 行：reuse 应为 "copied"'],
    ['- sentence: 甲\n  reason: 甲\n  who: 乙\n  reuse: noval\n', '是不是 "novel"？'],
    ['- sentence: 甲\n  reason: 甲\n  who: 乙\n  class: novel\n', '没有名为 class 的设置'],
    ['- reuse: novel\n  reason: 甲\n  who: 乙\n', '第 1 行：缺少 sentence'],
    ['- sentence: 甲\n  reuse: novel\n  reason: 2025\n  who: 乙\n', '第 3 行：reason 应为文本，现在是数字 2025'],
    ["- sentence: ' '\n  reuse: novel\n  reason: 甲\n  who: 乙\n", 'sentence 不能为空'],
    ['sentence: 甲\nreuse: novel\n', '应为列表'],
    ['甲乙丙', '应为列表'],
    ['- sentence：甲\n  reuse: novel\n', '第 1 行'],
    ['- sentence: 甲\n  sentence: 乙\n', '第 2 行：同一个名称写了两次'],
    ['- a\n---\n- b\n', '多了一条分隔线'],
    ['- sentence: 甲\n\treuse: novel\n', '第 2 行'],
    ['- sentence: 甲\n  __proto__: {who: 李某, reason: 甲, reuse: novel}\n', '没有名为 __proto__ 的设置'],
    ['- sentence: 甲\n  constructor: 1\n', '没有名为 constructor 的设置'],
    ['- &a {sentence: 甲, reuse: novel, reason: 乙, who: 丙}\n- <<: *a\n', '没有名为 << 的设置'],
    [`- &a [${'x,'.repeat(50)}]\n${'- [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n'.repeat(40)}`, '引用（& 和 *）或嵌套过多'],
    [`${'['.repeat(20_000)}`, ''],
    [`- sentence: ${'\u202e'}甲\n  who: \u001b[31m\n`, ''],
  ])('%j is refused: %s', async (text, said) => {
    const all = await faults(text)
    expect(all).not.toBe('accepted')
    expect(all).toContain(said)
    expect(all).not.toMatch(/[\u001b\u202e]/)
  })

  it('lists many mistakes briefly', async () => {
    const all = await faults('- sentence: 甲\n  who: 乙\n'.repeat(200))
    expect(all.split('\n')).toHaveLength(11)
    expect(all).toContain('另有 190 处')
  })
})

describe('readReview', () => {
  const host = (files: Record<string, string | Uint8Array>): Host => ({
    cwd: '/',
    read: (path) => Buffer.from(files[path]!),
    kind: (path) => (files[path] === undefined ? 'missing' : 'file'),
    list: () => [],
  })
  const ONE = '- sentence: 甲乙丙丁\n  reuse: 自拟\n  reason: 戊\n  who: 己\n'
  const read = async (files: Record<string, string | Uint8Array>, document = 'a/方案.v2.docx') => {
    const said: string[] = []
    const review = await readReview(host(files), document, (problem) => said.push(problem))
    return { review, said }
  }

  it('looks beside the document only', async () => {
    expect(reviewPaths('a/方案.v2.docx')).toEqual(['a/方案.v2.measures.yaml', 'a/方案.v2.measures.yml'])
    expect(reviewPaths('../a.b/方案')).toEqual(['../a.b/方案.measures.yaml', '../a.b/方案.measures.yml'])
    expect(await read({ '方案.v2.measures.yaml': ONE, 'a/方案.measures.yaml': ONE })).toEqual({
      review: undefined,
      said: [],
    })
    const { review } = await read({ 'a/方案.v2.measures.yml': ONE })
    expect(review).toMatchObject({ path: 'a/方案.v2.measures.yml', decisions: [{ sentence: '甲乙丙丁' }] })
  })

  it('reads what Notepad writes', async () => {
    const gbk = Buffer.from([0xbc, 0xd7]) // 甲
    const bytes = Buffer.concat([
      Buffer.from('- sentence: '),
      gbk,
      Buffer.from('\r\n  kind: other\r\n  reason: '),
      gbk,
      Buffer.from('\r\n  who: '),
      gbk,
    ])
    expect((await read({ 'a/方案.v2.measures.yaml': bytes })).review?.decisions[0]?.who).toBe('甲')
    expect((await read({ 'a/方案.v2.measures.yaml': `\ufeff${ONE}` })).review?.decisions).toHaveLength(1)
  })

  it('uses nothing of a file with a mistake, and says where it is', async () => {
    const { review, said } = await read({ 'a/方案.v2.measures.yaml': `${ONE}- sentence: 庚\n  who: 辛\n` })
    expect(review).toBeUndefined()
    expect(said).toEqual([expect.stringMatching(/^复核文件 a\/方案\.v2\.measures\.yaml 有误：第 5 行：.*没有采用/)])
  })

  it('refuses what is too large, and what is no text', async () => {
    expect((await read({ 'a/方案.v2.measures.yaml': `#${' '.repeat(2 ** 20)}` })).said[0]).toContain('太大')
    expect((await read({ 'a/方案.v2.measures.yaml': Buffer.from('PK\u0003\u0004') })).said[0]).toContain('无法读取')
  })

  it('takes one of two, and says so', async () => {
    const { review, said } = await read({ 'a/方案.v2.measures.yaml': ONE, 'a/方案.v2.measures.yml': '' })
    expect(review?.path).toBe('a/方案.v2.measures.yaml')
    expect(said[0]).toContain('复核文件有两份')
  })
})

describe('beginReview', () => {
  it('writes what decides nothing until it is filled in, whatever the words', async () => {
    const text = ['- 甲: 乙 #丙', '“丁”，*戊', '己\n庚\u001b', '~', `${'𠮷'.repeat(200)}`].join('')
    let at = 0
    const units = ['- 甲: 乙 #丙', '“丁”，*戊', '己\n庚\u001b', '~', '𠮷'.repeat(200)].map((words) => {
      const start = at
      at += words.length
      return {
        start,
        end: at,
        reuse: 'adapted' as const,
        kind: 'vague' as const,
        sources: [{ superior: 0, start: 0, end: 4, score: 1 }],
        runs: [],
        content: true,
        confidence: 0,
      }
    })
    const begun = await beginReview({ text, path: '方\n案.txt' }, [{ text: '上\n级: 件' }], units)
    expect(begun).not.toMatch(/\u001b|[\ud800-\udbff](?![\udc00-\udfff])/)
    expect(begun.split('\n')[0]).toContain('方 案.txt 的复核文件')
    expect(begun).toContain('  # 机器的判断：改写，笼统要求\n  # 上级文件相近处：上 级')
    expect(await decisions(begun)).toEqual([])
    const filled = begun
      .replaceAll('reuse:\n', 'reuse: 自拟\n')
      .replaceAll('reason:\n', 'reason: 甲\n')
      .replaceAll('who:\n', 'who: 乙\n')
    const words = (await decisions(filled)).map((d) => d.sentence)
    expect(words.slice(0, 4)).toEqual(['- 甲: 乙 #丙', '“丁”，*戊', '己 庚', '~'])
    expect('𠮷'.repeat(200).startsWith(words[4]!)).toBe(true)
  })
})

describe('the command line', () => {
  const base = mkdtempSync(join(tmpdir(), 'burden-lint-review-'))
  afterAll(() => rmSync(base, { recursive: true, force: true }))
  let folder: string
  let count = 0
  const SUPERIOR = `市人民政府关于加强排水管网管理的意见
各县人民政府：
一、开展排查。各地要组织力量对辖区内排水管网进行全面排查，摸清底数，建立台账。
二、加强管护。各地要明确管护主体，落实管护责任，定期清淤疏浚，保障管网畅通。
`
  const DRAFT = `南安县排水管网管理实施方案
各乡镇人民政府：
为贯彻落实《市人民政府关于加强排水管网管理的意见》，结合我县实际，制定本方案。
一、开展排查。各乡镇要组织力量对辖区内排水管网进行全面排查，摸清底数，建立台账。
二、加强管护。各乡镇要明确管护主体，落实管护责任，定期清淤疏浚，保障管网畅通。
三、各乡镇要把管护任务落实到人。
`
  beforeEach(() => {
    folder = join(base, String(count++))
    put({ '方案.txt': DRAFT, '意见.txt': SUPERIOR })
  })
  function put(files: Record<string, string>) {
    mkdirSync(folder, { recursive: true })
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  }
  const run = (...argv: string[]) => runIn(folder, [...argv, '--against', '意见.txt'])
  const decision = (sentence: string) =>
    `- sentence: ${sentence}\n  reuse: 自拟\n  kind: 具体举措\n  reason: 县级自定时限\n  who: 李某\n`
  const rules = async (...argv: string[]) => {
    const { stdout } = await run('方案.txt', '--format', 'json', ...argv)
    return JSON.parse(stdout).files[0].diagnostics as {
      rule: string
      message: string
      text: string
      severity: string
      args: Record<string, unknown>
      basis: { source: string }
    }[]
  }

  it('counts as decided, and shows it', async () => {
    expect((await rules()).map((d) => d.message)).toContain('tooFew')
    put({
      '方案.measures.yaml': [
        '各乡镇要组织力量对辖区内',
        '各乡镇要明确管护主体',
        '开展排查。',
        '加强管护。',
        '各乡镇要把管护任务落实到人。',
      ]
        .map(decision)
        .join(''),
    })
    expect(await rules()).toEqual([])
    const { stdout, exit } = await run('measures', '方案.txt')
    expect(exit).toBe(0)
    expect(stdout).toContain('达到要求：结合实际的具体举措占 100%')
    expect(stdout).toContain('复核：李某，县级自定时限')
    const { units } = JSON.parse((await run('measures', '方案.txt', '--format', 'json')).stdout)
    expect(units.at(-1).review).toEqual({ reason: '县级自定时限', who: '李某' })
    expect(units.filter((u: { review?: unknown }) => u.review)).toHaveLength(5)
    expect('review' in units[0]).toBe(false)
  })

  it('says how many sentences were decided, and which decisions are stale', async () => {
    put({
      '方案.measures.yaml': decision('各乡镇要组织力量对辖区内') + decision('各乡镇要在十月底前完成管网的全面排查。'),
    })
    const found = await rules()
    expect(
      found.find((d) => d.message === 'tooFew')?.args.reviewed ??
        found.find((d) => d.message === 'uncertain')?.args.reviewed,
    ).toBe(1)
    const stale = found.find((d) => d.message === 'staleReview')!
    expect(stale).toMatchObject({ rule: 'too-few-local-measures', severity: 'info', basis: { source: 'burden-lint' } })
    expect(stale.text).toContain(
      '复核文件 方案.measures.yaml 中“各乡镇要在十月底前完成管网的全面…”一句的意见没有采用：文稿中没有这一句',
    )
    expect((await run('measures', '方案.txt')).stderr).toContain('文稿中没有这一句')
  })

  it('reports stale decisions of a document that meets the rule', async () => {
    put({ '方案.measures.yaml': decision('文稿里从来没有过的一句话') })
    expect((await rules('--rule', 'copied-passage=off')).map((d) => d.message)).toContain('staleReview')
    put({ '.burdenrc.json': JSON.stringify({ rules: { 'too-few-local-measures': { options: { threshold: 0 } } } }) })
    expect((await rules()).map((d) => d.message)).toContain('staleReview')
  })

  it('a malformed one is a problem; the rest is linted', async () => {
    put({ '方案.measures.yaml': '- sentence: 甲\n  reuse: 自拟\n' })
    const linted = await run('方案.txt')
    expect(linted.exit).toBe(2)
    expect(linted.stderr).toContain('错误：复核文件 方案.measures.yaml 有误：第 1 行：缺少 reason（理由）')
    expect(linted.stdout).toContain('too-few-local-measures')
    const measured = await run('measures', '方案.txt')
    expect(measured.exit).toBe(2)
    expect(measured.stdout).toContain('未达到要求')
  })

  it('--write-review begins one, and never writes over one', async () => {
    const first = await run('measures', '方案.txt', '--write-review')
    expect(first.exit).toBe(0)
    const path = join(folder, '方案.measures.yaml')
    if (!existsSync(path)) {
      expect(first.stderr).toContain('没有拿不准的句子')
      writeFileSync(path, '# 甲\n')
    } else expect(first.stderr).toContain('已生成复核文件 方案.measures.yaml')
    const text = readFileSync(path, 'utf8')
    const again = await run('measures', '方案.txt', '--write-review')
    expect(again.exit).toBe(2)
    expect(again.stderr).toContain('已经有复核文件 方案.measures.yaml')
    expect(readFileSync(path, 'utf8')).toBe(text)
    rmSync(path)
    writeFileSync(join(folder, '方案.measures.yml'), '')
    expect((await run('measures', '方案.txt', '--write-review')).exit).toBe(2)
    expect(readdirSync(folder).sort()).toEqual(['意见.txt', '方案.measures.yml', '方案.txt'].sort())
  })

  it('-o does not write over it', async () => {
    put({ '方案.measures.yaml': '# 甲\n' })
    expect((await run('方案.txt', '-o', '方案.measures.yaml')).exit).toBe(2)
    expect(readFileSync(join(folder, '方案.measures.yaml'), 'utf8')).toBe('# 甲\n')
    rmSync(join(folder, '方案.measures.yaml'))
    const both = await run('measures', '方案.txt', '--write-review', '-o', '方案.measures.yaml')
    expect(existsSync(join(folder, '方案.measures.yaml')) ? both.exit : 2).toBe(2)
  })

  it('district-30 counts what is new, as an error that names the district', async () => {
    put({ '方案.txt': DRAFT.replace(/三、.*\n/, '') })
    const found = await rules('--preset', 'district-30')
    expect(found.map((d) => [d.message, d.severity])).toEqual([['tooLittleNew', 'error']])
    expect(found[0]!.basis).toMatchObject({
      source: expect.stringContaining('某区'),
      quote: expect.stringContaining('不得发文'),
    })
    expect(found[0]!.text).toContain('不足 30%')
    const stdout = (await run('measures', '方案.txt', '--preset', 'district-30')).stdout.replace(/\s+/g, '')
    expect(stdout).toContain('未达到要求：新增加的内容（自拟的句子，不论是不是具体举措）占')
    expect(stdout).toContain('要求不少于30%')
  })
})
