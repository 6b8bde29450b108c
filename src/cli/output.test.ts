/** What killed writes left behind, beside whatever the program writes. */
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runIn } from '../dev/in-process.ts'

const HOUR = 3600_000
const [DEAD, ALIVE] = ['.burden-lint-0123456789ab.tmp', '.burden-lint-fedcba987654.tmp']
const FAULTY = '禾川县人民政府办公室关于做好防汛工作的通知\n\n各乡镇人民政府,县直各单位：\n\n请于6月1日前签订责任状。\n'

let folder: string
const at = (...names: string[]) => join(folder, ...names)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'burden-lint-output-'))
  mkdirSync(at('别处'))
  writeFileSync(at('稿.txt'), FAULTY)
  leave('.')
  leave('别处')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** One write that was killed two hours ago, one that may still be going on, and a file of somebody else's; all could pass for drafts. */
function leave(where: string): void {
  for (const name of [DEAD, ALIVE, '草稿.tmp']) writeFileSync(at(where, name), FAULTY)
  for (const name of [DEAD, '草稿.tmp']) utimesSync(at(where, name), ...longAgo())
}
const longAgo = (): [Date, Date] => {
  const then = new Date(Date.now() - 2 * HOUR)
  return [then, then]
}
const left = (where: string) => readdirSync(at(where)).filter((name) => name.endsWith('.tmp'))

const run = (...argv: string[]) => runIn(folder, argv)

describe('what a killed write left', () => {
  it.each([
    ['a report', ['稿.txt', '-o', '别处/结果.txt'], '别处'],
    ['one of several reports', ['稿.txt', '--format', 'json:别处/结果.json', '--format', 'pretty'], '别处'],
    ['a baseline', ['稿.txt', '--update-baseline', '--baseline', '别处/基线.json'], '别处'],
    ['a mended draft', ['稿.txt', '--fix'], '.'],
  ])('is cleared away beside %s, once it is surely dead, and nothing else', async (_, argv, where) => {
    const elsewhere = where === '.' ? '别处' : '.'
    expect((await run(...argv)).stderr).not.toContain('错误：')
    expect(left(where)).toEqual([ALIVE, '草稿.tmp'])
    expect(left(elsewhere)).toEqual([DEAD, ALIVE, '草稿.tmp'])
  })

  it('is cleared away where a draft really lies that is mended through a link', async () => {
    writeFileSync(at('别处', '真.txt'), FAULTY)
    symlinkSync(join('别处', '真.txt'), at('链接.txt'))
    await run('链接.txt', '--fix')
    expect(left('别处')).toEqual([ALIVE, '草稿.tmp'])
  })

  it('is never a draft: not in a folder, not for a glob', async () => {
    for (const paths of [['.'], ['**/*'], ['*']]) {
      const { files } = JSON.parse((await run(...paths, '--format', 'json')).stdout)
      expect(files.map(({ path }: { path: string }) => path)).toEqual(['稿.txt'])
    }
  })

  it('does not keep the next one from being cleared away where it cannot be', async () => {
    rmSync(at('别处', DEAD))
    // A folder of that name is nobody's file.
    mkdirSync(at('别处', DEAD))
    writeFileSync(at('别处', ALIVE.replace('c', 'd')), '')
    for (const name of [DEAD, ALIVE.replace('c', 'd')]) utimesSync(at('别处', name), ...longAgo())
    await run('稿.txt', '-o', '别处/结果.txt')
    expect(left('别处')).toEqual([DEAD, ALIVE, '草稿.tmp'])
  })
})

describe('a baseline', () => {
  it('is written through a link', async () => {
    writeFileSync(at('别处', '基线.json'), '{"version":1,"files":{}}')
    await run('稿.txt', '--update-baseline', '--baseline', '别处/基线.json')
    symlinkSync(join('别处', '基线.json'), at('基线.json'))
    writeFileSync(at('稿.txt'), `${FAULTY}\n请再签订一次责任状。\n`)
    expect((await run('稿.txt', '--update-baseline', '--baseline', '基线.json')).exit).toBe(0)
    expect(lstatSync(at('基线.json')).isSymbolicLink()).toBe(true)
    expect((await run('稿.txt', '--baseline', '别处/基线.json')).exit).toBe(0)
  })
})

describe.skipIf(process.platform === 'win32')('a pipe or a device', () => {
  const bin = fileURLToPath(new URL('../../bin/burden-lint.js', import.meta.url))
  /** The program as it was built; a shell, because what Node calls a pipe to its child is a socket, which has no name to write to. */
  const piped = (argv: string) =>
    spawnSync('sh', ['-c', `"$0" "$1" ${argv} | cat`, process.execPath, bin], { cwd: folder, encoding: 'utf8' })

  it('is written to by the name it was given', () => {
    const { stdout, stderr } = piped('稿.txt --format json -o /dev/stdout')
    expect(stderr).toBe('')
    expect(JSON.parse(stdout).summary.files).toBe(1)
  })
})

describe('an earlier report', () => {
  it.each(['检查结果.txt', '检查结果.md'])(
    'is no draft when its folder is checked, and may be written again: %s',
    async (name) => {
      await run('稿.txt', '-o', name)
      const first = readFileSync(at(name), 'utf8')
      const { stdout, stderr } = await run('.', '--format', 'json')
      const { files } = JSON.parse(stdout)
      expect(files.map(({ path }: { path: string }) => path)).toEqual(['稿.txt'])
      expect(stderr).toContain(`${name}：是以前的检查结果，没有检查`)
      await run('.', '--fix')
      expect(readFileSync(at(name), 'utf8')).toBe(first)
      expect((await run('.', '-o', name)).stderr).not.toContain('错误：')
    },
  )

  it.each('sarif junit github gitlab checkstyle rdjson markdown ndjson html json pretty'.split(' '))(
    'of a run that was no whole one is written again in %s',
    async (format) => {
      writeFileSync(at('.burden-waivers.yaml'), 'x: [')
      for (const path of ['稿.txt', '清'].filter((path) => existsSync(at(path))))
        for (let i = 0; i < 2; i++) {
          const { exit, stderr } = await run(path, '--format', format, '-o', '结果.out')
          expect([exit, stderr.includes('已经存在')]).toEqual([2, false])
        }
    },
  )

  it('that a program reads is not signed', async () => {
    await run('稿.txt', '--format', 'json:结果.txt')
    expect(() => JSON.parse(readFileSync(at('结果.txt'), 'utf8'))).not.toThrow()
  })
})

describe('an earlier report', () => {
  beforeEach(() => {
    mkdirSync(at('清'))
    writeFileSync(
      at('清', '净.txt'),
      '云川县林业局关于开展植树活动的函\n\n县教育局：\n\n3月12日上午植树，请派3人参加。\n',
    )
    mkdirSync(at('坏'))
    writeFileSync(at('坏', '坏.docx'), 'PK\u0003\u0004')
    writeFileSync(at('台账.csv'), '单位,月份,发文数\n县林业局,2026-01,1\n')
  })
  const formats = 'sarif junit github gitlab checkstyle rdjson markdown ndjson html json concise pretty'.split(' ')

  it.each([
    ...formats.flatMap((format) => ['稿.txt', '清', '坏'].map((path) => [format, [path]] as const)),
    ...['pretty', 'json'].map((format) => [format, ['count', '.']] as const),
    ...['pretty', 'json', 'html'].map((format) => [format, ['ledger', '台账.csv']] as const),
    ...['markdown', 'html'].map((format) => [format, ['handbook']] as const),
    ...['pretty', 'json', 'html'].map((format) => [format, ['measures', '稿.txt', '--against', '清/净.txt']] as const),
    ...['concise', 'pretty', 'github', 'markdown'].map((format) => [format, ['稿.txt', '--lang', 'en']] as const),
    ['pretty', ['清', '--lang', 'en']] as const,
    ['pretty', ['count', '.', '--lang', 'en']] as const,
    ['pretty', ['ledger', '台账.csv', '--lang', 'en']] as const,
    ['pretty', ['measures', '稿.txt', '--against', '清/净.txt', '--lang', 'en']] as const,
    ['json', ['清', '--shard', '1/2']] as const,
    ['diff', ['稿.txt', '--diff']] as const,
  ])('in %s is written again (%j)', async (format, argv) => {
    const to = format === 'diff' ? ['-o', '结果.out'] : ['--format', format, '-o', '结果.out']
    const first = await run(...argv, ...to)
    expect(first.stderr).toMatch(/(?:已写入|wrote) 结果\.out/)
    const second = await run(...argv, ...to)
    expect([second.exit, second.stderr]).toEqual([first.exit, first.stderr])
  })
})

describe('paths', () => {
  it('with ! in front are left out of the others', async () => {
    writeFileSync(at('别处', '旧稿.txt'), FAULTY)
    const { files } = JSON.parse((await run('!别处/**', '--format', 'json')).stdout)
    expect((await run('.', '!别处/**', '--format', 'json')).stdout).toContain(JSON.stringify(files[0].path))
    expect(files.map(({ path }: { path: string }) => path)).toEqual(['稿.txt'])
  })

  it('that a shell puts in for *.txt: neither the file of the output nor what Word leaves is checked', () => {
    writeFileSync(at('~$文.docx'), 'x')
    const bin = fileURLToPath(new URL('../../bin/burden-lint.js', import.meta.url))
    const sh = (argv: string) =>
      spawnSync('sh', ['-c', `"$0" "$1" ${argv}`, process.execPath, bin], { cwd: folder, encoding: 'utf8' })
    for (const paths of ['稿.txt 结果.txt "~\\$文.docx"', '.']) {
      expect(sh(`${paths} --format concise > 结果.txt`)).toMatchObject({ status: 0, stderr: '' })
      expect(readFileSync(at('结果.txt'), 'utf8')).toMatch(/^(?:稿\.txt:.*\n)+$/)
    }
    rmSync(at('~$文.docx'))
  })

  it('- after -o is standard output', async () => {
    const { stdout } = await run('稿.txt', '--format', 'concise', '-o', '-')
    expect([stdout.includes('responsibility-letter'), existsSync(at('-'))]).toEqual([true, false])
  })
})

describe('what is nobody’s report', () => {
  it.each([
    ['总结.txt', '关于检查情况的通知\n\n本次共检查 12 个文件，发现问题3处。\n', 'pretty'],
    ['记录.log', 'build: 3 files checked\n', 'concise'],
    ['改动.patch', 'diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-1\n+2\n', 'pretty'],
    ['库.json', '{"version": 1,"files": ["mine"]}', 'json'],
    [
      '别家.xml',
      '<?xml version="1.0"?>\n<checkstyle version="4.3"><file name="a"><error source="eslint.rules.x"/></file></checkstyle>',
      'checkstyle',
    ],
    ['别家.json', '[{"description":"x","check_name":"y","fingerprint":"1"}]', 'gitlab'],
    ['别家.txt', '::error file=a.js,line=1::x\n', 'github'],
  ])('%s is not written over', async (name, text, format) => {
    writeFileSync(at(name), text)
    for (const to of [
      ['--format', format, '-o', name],
      ['--format', `${format}:${name}`],
    ]) {
      const { exit, stderr } = await run('稿.txt', ...to)
      expect([exit, stderr.includes('已经存在')]).toEqual([2, true])
    }
    expect(readFileSync(at(name), 'utf8')).toBe(text)
  })

  it.each([
    ['a report', ['稿.txt', '--format', 'sarif:.burden-baseline.json']],
    ['the ledger', ['ledger', '.', '--format', 'json', '-o', '.burden-baseline.json']],
    ['a count', ['count', '稿.txt', '--format', 'json', '-o', '.burden-baseline.json']],
  ])('a baseline is not written over by %s', async (_, argv) => {
    await run('.', '--update-baseline')
    const before = readFileSync(at('.burden-baseline.json'), 'utf8')
    const { exit, stderr } = await run(...argv)
    expect([exit, readFileSync(at('.burden-baseline.json'), 'utf8')]).toEqual([2, before])
    expect(stderr).toContain('基线')
  })

  it.each(['照片.png', '汇报.pptx', '旧台账.xls'])('nor is %s', async (name) => {
    writeFileSync(at(name), '原件')
    expect((await run('稿.txt', '-o', name)).exit).toBe(2)
    expect(readFileSync(at(name), 'utf8')).toBe('原件')
  })

  it.each([
    ['图.svg', '<svg/>', ['--format', 'json']],
    ['主页.html', '<!doctype html>\n<html lang="zh-CN"><body>主页</body></html>', []],
    ['数据.json', '{"version": 1, "rows": []}', []],
    ['.gitlab-ci.yml', '---\nstages: [test]\n', ['--format', 'json']],
    ['main.c', 'int main(void) { return 0; }\n', ['--format', 'json']],
    ['云川县.yaml', 'title: 云川县\nrules: {}\n', ['--format', 'json']],
  ])('nor is %s', async (name, was, argv) => {
    writeFileSync(at(name), was)
    const { exit, stderr } = await run('稿.txt', ...argv, '-o', name)
    expect([exit, readFileSync(at(name), 'utf8')]).toEqual([2, was])
    expect(stderr).toContain('不是以前的检查结果')
  })

  it.each(['.burdenrc.json', '稿.measures.yaml', '.burden-waivers.yaml', 'package.json'])(
    'none is written by the name of %s, whether it is there or not',
    async (name) => {
      const { exit, stderr } = await run('稿.txt', '--format', `json:${name}`)
      expect([exit, existsSync(at(name))]).toEqual([2, false])
      expect(stderr).toContain(`${name} 是配置、豁免、基线或复核文件的名字`)
    },
  )
})

describe('a folder of files that cannot be read', () => {
  it.each([['count'], ['ledger']])('is not passed by %s either', async (command) => {
    mkdirSync(at('旧'))
    writeFileSync(at('旧', '台账.xlsb'), 'x')
    const { exit, stderr } = await run(command, '旧')
    expect([exit, stderr]).toEqual([2, expect.stringContaining('跳过 1 个暂时不能读取的文件')])
  })

  it.each([
    ['台账.xls', '另存为 .xlsx'],
    ['台账.xlsb', '另存为 .xlsx'],
    ['幻灯.pptx', '演示文稿不能检查'],
  ])('is told for %s what to save it as', async (name, remedy) => {
    writeFileSync(at(name), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]))
    expect((await run(name)).stdout).toContain(remedy)
  })

  it('is not passed as clean', async () => {
    mkdirSync(at('旧'))
    writeFileSync(at('旧', '台账.xlsb'), 'x')
    const { exit, stderr } = await run('旧')
    expect([exit, stderr]).toEqual([2, expect.stringContaining('跳过 1 个暂时不能读取的文件')])
  })
})
