/** What killed writes left behind, beside whatever the program writes. */
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
    expect((await run(...argv)).stderr).not.toContain('错误')
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
