/** What `explain` and `rules` say to people. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.ts'
import { runIn } from '../dev/in-process.ts'
import { textColumns } from '../reporters/terminal.ts'

const said = async (argv: readonly string[], columns?: number): Promise<string> => {
  let out = ''
  const write = (text: string) => (out += text)
  const { exit } = await runIn(tmpdir(), argv, { stdout: { write, ...(columns !== undefined && { columns }) } })
  expect(exit).toBe(0)
  return out
}

describe('explain', () => {
  it.each(Object.keys(rules))('speaks no JavaScript: %s', async (id) => {
    expect(await said(['explain', id])).not.toMatch(/undefined|null|[{[]"|适用：[^\n]*\*/)
  })

  it('names genres by what they are called, in English by their ids', async () => {
    expect(await said(['explain', 'overlong-speech'])).toContain(
      '等级：警告　规则集：nanle、national-2024　适用：各类讲话\n',
    )
    expect(await said(['explain', 'overlong-speech', '--lang', 'en'])).toContain(
      'Severity: warning  Presets: nanle, national-2024  Applies to: speech.*\n',
    )
    expect(await said(['explain', 'broken-numbering', '--lang', 'en'])).toContain('Mended by --fix')
  })

  it('sets tables in columns, or where those would be too narrow each row as a list', async () => {
    expect(await said(['explain', 'overlong-speech'], 80)).toContain(`
  讲话稿                         南乐县                         全国规定
  -----------------------------  -----------------------------  ---------------
  部署专项工作的（专项整治、攻   超过 2000 字，警告             念完超过 1 小时
  坚、防汛、创建等会议，动员、
  部署、推进会）

  其他一般性会议的 `)
    expect(await said(['explain', 'overlong-speech'], 40)).toContain(`
  其他一般性会议的
    南乐县：只告诉多少字、几页、念几分
      钟；本地另有规定的填 generalMax
    全国规定：念完超过 1 小时

`)
    // A head without words, which a table may have, holds its place.
    expect(await said(['explain', 'too-few-local-measures'], 120)).toMatch(
      /\n +分子里算 +分母里算\n {2}-+ {2}-+ {2}-+\n/,
    )
  })

  it('says that what it begins with is the basis', async () => {
    const text = await said(['explain', 'overlong-speech'], 80)
    expect(text.match(/^依据：.*$/gm)).toHaveLength(3)
    expect(text).toContain('原则上\n      不超过2000字」')
  })

  it.each([40, 60, 80, 120])('keeps within %s columns', async (columns) => {
    for (const id of Object.keys(rules)) {
      const lines = (await said(['explain', id], columns)).split('\n')
      expect(lines.filter((line) => textColumns(line) >= columns)).toEqual([])
    }
  })

  it('shows what sets an example up', async () => {
    const text = (await said(['explain', 'overlong-speech'])).replace(/\n(?! )/g, '')
    expect(text).toContain('【正例：分钟数没有超过】（为了举例：不超过 1 分钟）')
    expect(text).toMatch(/【反例：按页】（为了举例：不超过 0\.1 页）/)
  })
})

describe('rules', () => {
  it.each([
    ['zh', 80],
    ['zh', undefined],
    ['en', 80],
    ['zh', 100],
    ['zh', 60],
    ['zh', 40],
    ['en', 50],
  ] as const)('keep within the terminal: %s, %s columns', async (lang, columns) => {
    const lines = (await said(['rules', '--lang', lang], columns)).split('\n')
    expect(lines.filter((line) => textColumns(line) >= (columns ?? 80))).toEqual([])
    for (const id of Object.keys(rules)) expect(lines.filter((line) => `${line} `.startsWith(`${id} `))).toHaveLength(1)
  })

  it('keep within the terminal where a preset is a long path', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'burden-lint-'))
    const preset = './规定/云川县为基层减负若干规定实施细则（试行）.yaml'
    const basis = '{ source: 云川县规定, clause: 第一条, quote: 不得晒图 }'
    mkdirSync(join(folder, '规定'))
    writeFileSync(join(folder, '.burdenrc.json'), JSON.stringify({ presets: [preset] }))
    writeFileSync(
      join(folder, preset),
      `title: 云川县规定\nphrases: [{ id: no-photos, patterns: [晒图], message: 要求晒图, basis: ${basis} }]\n`,
    )
    const { stdout } = await runIn(folder, ['rules'])
    rmSync(folder, { recursive: true })
    expect(stdout).toContain('no-photos')
    expect(stdout.split('\n').filter((line) => textColumns(line) >= 80)).toEqual([])
  })

  it('have a line each where there is room', async () => {
    const text = await said(['rules'], 160)
    expect(text.trimEnd().split('\n')).toHaveLength(Object.keys(rules).length + 1)
    expect(text).toMatch(/^overlong-speech\s+警告\s+nanle、national-2024\s+讲话稿超过篇幅$/m)
  })

  it('have the headers of the language', async () => {
    expect(await said(['rules'])).toMatch(/^规则\s+等级\s+规则集\s+修正\s+名称\n/)
    const english = await said(['rules', '--lang', 'en'], 160)
    expect(english).toMatch(/^rule\s+severity\s+presets\s+fix\s+title\n/)
    expect(english).toMatch(/^broken-numbering\s+warning\s+gongwen\s+yes\s+\w/m)
  })
})
