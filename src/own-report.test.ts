import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runIn } from './dev/in-process.ts'
import { emptyFolder, type Folder, NOTICE, run as runBuilt } from './dev/samples/repository.ts'
import { isSigned, signed, signedAs } from './own-report.ts'

const VETO = `${NOTICE}对漏报险情的乡镇，年度考核实行一票否决。\n`
const CLEAN = `${NOTICE}请备足沙袋。\n`

let folder: Folder
beforeEach(() => {
  folder = emptyFolder()
  folder.put({ '稿.txt': VETO, '上级.txt': CLEAN })
})
afterEach(() => folder.remove())
const run = (...argv: string[]) => runIn(folder.path, argv)
/** The files that were checked, and what was found. */
const checked = async (...argv: string[]) => {
  const { stdout, stderr, exit } = await run(...argv, '--format', 'json')
  const { files, summary } = JSON.parse(stdout)
  expect(summary.files).toBe(files.length)
  return { paths: files.map(({ path }: { path: string }) => path), errors: summary.errors, stderr, exit }
}
const CALLED: Readonly<Record<string, string>> = { ledger: '一张表', handbook: '规则手册' }
const lastLine = (text: string) => text.trimEnd().split('\n').at(-1)!

describe('a report of ours', () => {
  it.each([
    ['结果.txt', ['稿.txt']],
    ['结果.txt', ['上级.txt']],
    ['结果.txt', ['稿.txt', '--lang', 'en']],
    ['结果.txt', ['稿.txt', '--format', 'concise']],
    // Nothing is found, and nothing said.
    ['结果.txt', ['上级.txt', '--format', 'concise']],
    ['结果.md', ['稿.txt', '--format', 'markdown']],
    ['结果.markdown', ['稿.txt']],
    ['结果.txt', ['count', '.']],
    ['结果.txt', ['count', '.', '--lang', 'en']],
    ['表.txt', ['ledger', '.', '--as-of', '2026-05-06']],
    ['表.txt', ['ledger', '.', '--as-of', '2026-05-06', '--lang', 'en']],
    ['手册.md', ['handbook']],
    ['手册.txt', ['handbook']],
    ['结果.txt', ['measures', '稿.txt', '--against', '上级.txt']],
  ])('in %s is not checked, and not counted: %j', async (name, argv) => {
    await run(...argv, '-o', name)
    const text = folder.text(name)
    for (const shape of [text, text.replaceAll('\n', '\r\n'), `\ufeff${text}\n\n  \n`]) {
      folder.put({ [name]: shape })
      const { paths, errors, stderr } = await checked('.')
      expect([paths, errors]).toEqual([['上级.txt', '稿.txt'], 1])
      expect(stderr).toBe(`注意：${name}：是以前的${CALLED[argv[0]!] ?? '检查结果'}，没有检查\n`)
      const counted = await run('count', '.', '--format', 'json')
      expect(JSON.parse(counted.stdout).files.map(({ path }: { path: string }) => path)).toEqual(paths)
      expect(counted.stderr).toContain(`${name}：是以前的`)
    }
    // It may be written again.
    expect(await run(...argv, '-o', name)).toMatchObject({ exit: argv[0] === '稿.txt' ? 1 : 0 })
    const named = await checked(name)
    expect([named.paths, named.exit]).toEqual([[], 0])
    expect(named.stderr).toContain('没有检查')
  })

  it('is told from drafts by results of earlier runs, by threads, and line by line, too', async () => {
    await run('稿.txt', '-o', '结果.txt')
    for (const more of [
      ['--cache-location', '缓存'],
      ['--cache-location', '缓存'],
      ['--jobs', '2'],
    ]) {
      // Threads run what was built.
      const { stdout } = await runBuilt(folder, ['.', ...more, '--format', 'json'])
      expect(JSON.parse(stdout).files.map(({ path }: { path: string }) => path)).toEqual(['上级.txt', '稿.txt'])
    }
    const { stdout } = await run('.', '--format', 'ndjson')
    expect(stdout.split('\n').filter((line) => line !== '')).toHaveLength(2)
  })

  it('does not make a folder of files that cannot be read a clean one', async () => {
    folder.put({ '旧/台账.xlsb': 'x' })
    for (let i = 0; i < 2; i++) expect((await run('旧', '-o', '旧/结果.txt')).exit).toBe(2)
  })

  it('is no register, whatever tables it has', async () => {
    folder.put({ '台账.csv': '单位,月份,发文数\n县林业局,2026-01,1\n' })
    await run('台账.csv', '--format', 'markdown:结果.md')
    expect((await checked('.')).paths).toEqual(['上级.txt', '台账.csv', '稿.txt'])
  })
})

it('lists all that was found, however often one rule speaks', async () => {
  folder.put({ '多.txt': NOTICE + '各乡镇要与各村逐级签订责任状。\n'.repeat(25) })
  const times = (text: string) => text.match(/▲ 警告 +responsibility-letter/g)?.length
  expect(times((await run('多.txt')).stdout)).toBe(10)
  expect(times((await run('多.txt', '-o', '-')).stdout)).toBe(10)
  await run('多.txt', '-o', '结果.txt')
  expect(times(folder.text('结果.txt'))).toBe(25)
})

it.each([
  ['结果.txt', ['稿.txt']],
  ['结果.md', ['稿.txt', '--format', 'markdown']],
  ['手册.md', ['handbook']],
  ['表.txt', ['ledger', '.', '--lang', 'en']],
])('a report in %s that somebody changed is not written over', async (name, argv) => {
  await run(...argv, '-o', name)
  const [first, ...rest] = folder.text(name).split('\n')
  const own = [first, '会上定的：这一条改了再报。', ...rest].join('\n')
  for (const text of [own, own.replaceAll('\n', '\r\n'), `${folder.text(name)}会后再看。\n`]) {
    folder.put({ [name]: text })
    const { exit, stderr } = await run(...argv, '-o', name)
    expect([exit, folder.text(name)]).toEqual([2, text])
    expect(stderr).toContain('有人改动过')
  }
})

it('a report that quotes the line of another may be written again', async () => {
  await run('稿.txt', '-o', '结果.txt')
  folder.put({ '稿.txt': `${VETO}\n${lastLine(folder.text('结果.txt'))}\n` })
  for (const [name, format] of [
    ['结果.json', 'json'],
    ['结果.html', 'html'],
    ['结果2.txt', 'pretty'],
  ] as const) {
    await run('稿.txt', '--format', format, '-o', name)
    expect((await run('稿.txt', '--format', format, '-o', name)).exit).toBe(1)
  }
})

describe('a draft', () => {
  it.each(['稿.txt', '上级.txt'])(
    'is checked although the last line of the report on %s was pasted into it',
    async (of) => {
      await run(of, '-o', '结果.txt')
      const line = lastLine(folder.text('结果.txt'))
      expect(line).toContain('这是 burden-lint 的检查结果')
      for (const pasted of [line, line.replace(/；.*?）$/, '）'), line.replace(/[0-9a-f]{14}/, '0'.repeat(14))]) {
        folder.put({ '稿.txt': `${VETO}\n${pasted}\n` })
        for (const path of ['.', '稿.txt']) expect(await checked(path)).toMatchObject({ errors: 1, exit: 1 })
      }
    },
  )

  it('is checked although a whole report was pasted below it', async () => {
    await run('稿.txt', '-o', '结果.txt')
    folder.put({ '稿.txt': VETO + folder.text('结果.txt') })
    expect(await checked('稿.txt')).toMatchObject({ paths: ['稿.txt'], exit: 1 })
  })

  it('is not written over, though it was read and the line pasted', async () => {
    await run('稿.txt', '-o', '结果.txt')
    const draft = `${VETO}\n${lastLine(folder.text('结果.txt'))}\n`
    folder.put({ '稿.txt': draft })
    const { exit, stderr } = await run('稿.txt', '-o', '稿.txt')
    expect([exit, folder.text('稿.txt')]).toEqual([2, draft])
    expect(stderr).toContain('有人改动过')
  })
})

it('says by its digits what is above, and nothing else', () => {
  const report = '甲\n\n检查 1 个文件，没有发现问题。\n'
  const sign = (text: string, more: Partial<Parameters<typeof signed>[1]> = {}) =>
    signed(text, { format: 'pretty', file: '结果.txt', language: 'zh', ...more }) as string
  const whole = sign(report)
  expect(isSigned(whole)).toBe(true)
  expect(isSigned(whole.replaceAll('\n', '\r\n  '))).toBe(true)
  expect(signedAs(sign(report, { language: 'en', kind: 'handbook' }))).toBe('规则手册')
  for (const other of [whole.replace('甲', '乙'), whole.replace('甲', ''), `乙${whole}`, `${whole}乙`, report, ''])
    expect(isSigned(other)).toBe(false)
  const digits = Array.from({ length: 2000 }, (_, i) => /[0-9a-f]{14}/.exec(sign(`${i}`))![0])
  expect(new Set(digits).size).toBe(2000)
})
