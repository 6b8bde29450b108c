/** What `-o` means by the name of its file, and what is said once the file is there. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runIn } from '../dev/in-process.ts'
import { type ReporterName, reporterNames } from '../reporters/index.ts'
import type { LintFlags } from './flags.ts'
import { formatMeant, refuseMismatch, withReports } from './formats.ts'

const FAULTY = '禾川县人民政府办公室关于做好防汛工作的通知\n\n各乡镇人民政府,县直各单位：\n\n请于6月1日前签订责任状。\n'
const ABOVE = '禾川市人民政府关于做好防汛工作的意见\n\n各县区要压实责任，加强值班值守，做好物资储备。\n'
const MONTHS = '单位,年份,月份,发文数\n石门镇,2026,1,3\n石门镇,2026,2,4\n'

let folder: string
const at = (...names: string[]) => join(folder, ...names)
const run = (...argv: string[]) => runIn(folder, argv)
const begins = (name: string) => readFileSync(at(name), 'utf8').slice(0, 60)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'burden-lint-formats-'))
  writeFileSync(at('稿.txt'), FAULTY)
  writeFileSync(at('上级.txt'), ABOVE)
  mkdirSync(at('台账'))
  writeFileSync(at('台账', '月报.csv'), MONTHS)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('without --format', () => {
  it.each([
    [['稿.txt'], '审查.html', /^<!doctype html>/],
    [['稿.txt'], '审查.HTM', /^<!doctype html>/],
    [['稿.txt'], '结果.md', /^## burden-lint/],
    [['稿.txt'], '结果.json', /^\{\s+"version": 1,\s+"files"/],
    [['稿.txt'], '结果.jsonl', /^\{"path":"稿.txt"/],
    [['稿.txt'], '结果.sarif', /^\{\s+"version": "2.1.0"|^\{\s+"\$schema"/],
    [['稿.txt'], '结果.txt', /^稿.txt\n/],
    [['稿.txt'], '结果.log', /^稿.txt\n/],
    [['稿.txt'], '结果', /^稿.txt\n/],
    [['稿.txt'], '结果.2026', /^稿.txt\n/],
    [['稿.txt', '--diff'], '改动.patch', /^--- |^$/],
    [['稿.txt', '--diff'], '改动.txt', /^--- |^$/],
    [['count', '稿.txt'], '字数.json', /^\{/],
    [['measures', '稿.txt', '--against', '上级.txt'], '逐句.html', /^<!doctype html>/],
    [['ledger', '台账'], '一张表.xlsx', /^PK/],
    [['ledger', '台账'], '一张表.csv', /^\ufeff?单位,/],
    [['ledger', '台账'], '一张表.html', /^<!doctype html>/],
    [['handbook'], '手册.html', /^<!doctype html>/],
    [['handbook'], '手册.md', /^<!-- burden-lint handbook -->\n# /],
    [['handbook'], '手册.txt', /^<!-- burden-lint handbook -->\n# /],
    [['handbook'], '手册', /^<!doctype html>/],
  ] as const)('%j makes of %s what its name says', async (argv, name, start) => {
    const { exit, stderr } = await run(...argv, '-o', name)
    expect(exit, stderr).not.toBe(2)
    expect(begins(name)).toMatch(start)
  })

  it('merge goes by the name, too', async () => {
    await run('稿.txt', '--shard', '1/1', '-o', '1.json')
    await run('merge', '1.json', '-o', '合并.html')
    expect(begins('合并.html')).toMatch(/^<!doctype html>/)
  })

  it.each([
    [['稿.txt'], '结果.xlsx', '可以写成 .txt、.json'],
    [['稿.txt'], '结果.docx', '--annotate <文件夹>'],
    [['稿.txt'], '结果.pdf', '结果不能写成 .pdf 文件'],
    [['稿.txt'], '结果.xml', '--format junit 或 --format checkstyle'],
    [['稿.txt', '--diff'], '改动.html', '可以写成 .txt、.diff'],
    [['count', '稿.txt'], '字数.html', '可以写成 .txt、.json\n'],
    [['measures', '稿.txt', '--against', '上级.txt'], '逐句.md', '可以写成 .txt、.json、.html'],
    [['ledger', '台账'], '一张表.md', '.xlsx'],
    [['handbook'], '手册.docx', '可以写成 .txt、.html、.md\n'],
    [['merge', '1.json'], '合并.csv', '结果不能写成 .csv 文件'],
  ] as const)('%j refuses %s and says what may be written', async (argv, name, remedy) => {
    const before = readdirSync(folder)
    const { exit, stdout, stderr } = await run(...argv, '-o', name)
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' })
    expect(stderr).toMatch(/^错误：/)
    expect(stderr).toContain(remedy)
    expect(readdirSync(folder)).toEqual(before)
  })
})

describe('with --format', () => {
  it.each([
    [['稿.txt', '--format', 'markdown', '-o', '结果.html'], '请把文件名改成 结果.md，或改用 --format html'],
    [['稿.txt', '--format', 'html:子/结果.json'], '请把文件名改成 子/结果.html，或改用 --format json'],
    [['稿.txt', '--format', 'pretty', '-o', '结果.md'], '请把文件名改成 结果.txt，或改用 --format markdown'],
    [['稿.txt', '--format', 'json:结果.xml'], '或改用 --format junit 或 --format checkstyle'],
    [['ledger', '台账', '--format', 'xlsx', '-o', '表.html'], '请把文件名改成 表.xlsx，或改用 --format html'],
    [['ledger', '台账', '--format', 'xlsx', '-o', '表.txt'], '请把文件名改成 表.xlsx，或改用 --format pretty'],
    [['ledger', '台账', '--format', 'pretty', '-o', '表.xlsx'], '请把文件名改成 表.txt，或改用 --format xlsx'],
    [['handbook', '--format', 'html', '-o', '手册.md'], '请把文件名改成 手册.html，或改用 --format markdown'],
    [['稿.txt', '--format', 'html:甲.html', '-o', '乙.html'], '没有用到 -o 乙.html'],
  ])('%j contradicts itself', async (argv, remedy) => {
    const before = readdirSync(folder)
    const { exit, stderr } = await run(...argv)
    expect({ exit, stderr }).toEqual({ exit: 2, stderr: expect.stringContaining(remedy) })
    expect(readdirSync(folder)).toEqual(before)
  })

  it.each(reporterNames)('%s may go to a file of text, to one without an extension, and to its own', (name) => {
    for (const file of ['结果.txt', '结果.LOG', '结果', '.burden', '结果.out', '子.html/结果'])
      expect(() => refuseMismatch(name, file, reporterNames)).not.toThrow()
    const own = { markdown: 'md', junit: 'xml', checkstyle: 'xml', gitlab: 'json', rdjson: 'json' } as const
    const ending = (own as Partial<Record<ReporterName, string>>)[name] ?? name
    expect(() => refuseMismatch(name, `结果.${ending}`, reporterNames)).not.toThrow()
  })

  it('several reports go each their way', () => {
    const flags = { format: [{ name: 'sarif', file: 'a.sarif' }, { name: 'github' }] } as unknown as LintFlags
    expect(withReports(flags)).toBe(flags)
    expect(formatMeant('D:\\材料.v2\\结果.Html', reporterNames)).toBe('html')
  })
})

describe('what is said of a file that was written', () => {
  it('how much was checked, what could not be read, and what was found', async () => {
    writeFileSync(at('空.txt'), '')
    const { exit, stdout, stderr } = await run('稿.txt', '空.txt', '-o', '审查.html')
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' })
    expect(stderr).toMatch(/^已写入 审查\.html：检查 2 份，1 份无法读取；\d 个错误，.*\n$/)
    expect((await run('上级.txt', '--preset', 'nanle', '-o', '结果.txt')).stderr).toBe(
      '已写入 结果.txt：检查 1 份；没有发现问题\n',
    )
    expect((await run('稿.txt', '--lang', 'en', '-o', '结果.txt')).stderr).toMatch(/^wrote 结果\.txt: 1 checked; /)
  })

  it('the waiver file is no document, though something may be wrong with it', async () => {
    writeFileSync(
      at('.burden-waivers.yaml'),
      '- rule: responsibility-letter\n  document: 上级.txt\n  reason: 市里要求\n  approver: 李某\n  date: 2026-01-01\n',
    )
    expect((await run('上级.txt', '-o', '结果.txt')).stderr).toMatch(/^已写入 结果\.txt：检查 1 份；.*1 个/)
    expect(readFileSync(at('结果.txt'), 'utf8')).toContain('检查 1 个文件和豁免文件')
  })

  it('names all files of a run', async () => {
    const { stderr } = await run('稿.txt', '--format', 'sarif:甲.sarif', '--format', 'junit', '-o', '乙.xml')
    expect(stderr).toMatch(/^已写入 甲\.sarif、乙\.xml：检查 1 份/)
  })

  it.each([
    [['count', '稿.txt', '上级.txt', '-o', '字数.json'], '已写入 字数.json：统计 2 份\n'],
    [
      ['measures', '稿.txt', '--against', '上级.txt', '-o', '逐句.html'],
      /已写入 逐句\.html：逐句核对 \d+ 句，对照 1 份上级文件\n$/,
    ],
    [['ledger', '台账', '-o', '表.csv'], '已写入 表.csv：1 个单位，读了 1 份台账\n'],
    [['handbook', '-o', '手册.html'], /^已写入 手册\.html：\d+ 条规则\n$/],
    [['稿.txt', '--diff', '-o', '改动.diff'], '已写入 改动.diff：1 份文稿有可改的地方\n'],
  ] as const)('%j', async (argv, line) => {
    const { stdout, stderr } = await run(...argv)
    expect(stdout).toBe('')
    if (typeof line === 'string') expect(stderr).toBe(line)
    else expect(stderr).toMatch(line)
  })

  it('is nothing with --quiet, or where a report is on the screen', async () => {
    expect((await run('稿.txt', '--quiet', '-o', '结果.txt')).stderr).toBe('')
    expect((await run('ledger', '台账', '--quiet', '-o', '表.csv')).stderr).toBe('')
    expect((await run('稿.txt')).stderr).toBe('')
    expect((await run('稿.txt', '--format', 'sarif:结果.sarif', '--format', 'pretty')).stderr).toBe('')
    expect((await run('稿.txt', '--format', 'sarif:结果.sarif', '--format', 'ndjson')).stderr).toBe('')
  })
})
