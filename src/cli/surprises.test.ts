/** What a run meets outside its own folder and its own reports: the parent folder, devices, readers that leave, configurations that are gone. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runIn } from '../dev/in-process.ts'

const draft = (demand: string) => `禾川县人民政府办公室关于做好防汛工作的通知\n\n各乡镇人民政府：\n\n${demand}\n`
const FAULTY = draft('各乡镇要与各村层层签订责任状，实行一票否决。')
const CLEAN = draft('各乡镇要于6月10日前完成排查。')

let folder: string
const at = (...names: string[]) => join(folder, ...names)
const put = (name: string, text: string) => writeFileSync(at(name), text)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'burden-lint-surprises-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const BIN = fileURLToPath(new URL('../../bin/burden-lint.js', import.meta.url))
/** The program as it was built, by a shell. */
const shell = (command: string, cwd = folder) => {
  const env = { ...process.env, BL: `"${process.execPath}" "${BIN}"` }
  return spawnSync('bash', ['-c', command.replaceAll('burden-lint ', `eval "$BL" `)], { cwd, env, encoding: 'utf8' })
}
const git = (...args: string[]) =>
  spawnSync('git', ['-c', 'user.name=n', '-c', 'user.email=n@example.com', ...args], { cwd: folder, encoding: 'utf8' })

describe('the parent folder', () => {
  it('is read and mended where it lies', async () => {
    mkdirSync(at('.ci'))
    put('稿.txt', draft('一是做好排查,要抓紧。'))
    put('.ci/稿.txt', draft('一是做好排查,要抓紧。'))
    await runIn(at('.ci'), ['..', '--fix'])
    expect([
      readFileSync(at('稿.txt'), 'utf8').includes('，'),
      readFileSync(at('.ci', '稿.txt'), 'utf8').includes(','),
    ]).toEqual([true, true])
    put('稿.txt', FAULTY)
    expect((await runIn(at('.ci'), ['../*.txt'])).exit).toBe(1)
  })
})

describe.skipIf(process.platform === 'win32')('what is no file', () => {
  it('behind a link in a folder is told, and the rest is read', () => {
    put('稿.txt', CLEAN)
    symlinkSync('/dev/zero', at('甲.txt'))
    spawnSync('mkfifo', [at('管道')])
    symlinkSync('管道', at('乙.txt'))
    const { status, stdout } = shell('burden-lint . --format json')
    const { files } = JSON.parse(stdout)
    expect([status, files.map(({ diagnostics }: { diagnostics: unknown[] }) => diagnostics.length)]).toEqual([
      2,
      [1, 1, 0],
    ])
  })

  it('reads no more, and the other report and the exit code are as ever', () => {
    for (let i = 0; i < 120; i++) put(`${i}.txt`, FAULTY)
    const { status, stdout } = shell(
      'set -o pipefail; burden-lint . --format pretty --format json:结果.json | head -1; echo $?',
    )
    expect([status, stdout.trim().split('\n').at(-1)]).toEqual([0, '1'])
    expect(JSON.parse(readFileSync(at('结果.json'), 'utf8')).summary.errors).toBe(120)
  })

  it('is where nobody can be: a folder that was deleted', () => {
    const { status, stdout, stderr } = shell('mkdir 没; cd 没; rmdir ../没; burden-lint --version')
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^错误：当前文件夹已经不在了/)
  })
})

describe('--changed', () => {
  it('judges everything where a configuration is gone, and refuses what git knows nothing of', async () => {
    git('init', '-q', '-b', 'main', '.')
    put('稿.txt', FAULTY)
    put('.burdenrc.json', '{"rules":{"one-vote-veto":"off"}}')
    git('add', '-A')
    git('commit', '-qm', '1')
    git('branch', 'base')
    git('rm', '-q', '.burdenrc.json')
    git('commit', '-qm', '2')
    expect((await runIn(folder, ['--changed', 'base'])).exit).toBe(1)
    const outside = mkdtempSync(join(tmpdir(), 'burden-lint-outside-'))
    writeFileSync(join(outside, '外.txt'), FAULTY)
    expect((await runIn(folder, [join(outside, '外.txt'), '--changed'])).exit).toBe(2)
    rmSync(outside, { recursive: true })
  })
})

describe('a document that cannot be read', () => {
  it('is told even where that is switched off', async () => {
    put('空.txt', '')
    const { exit, stdout } = await runIn(folder, ['--rule', 'unreadable-file=off', '--format', 'concise'])
    expect([exit, stdout]).toEqual([2, expect.stringContaining('unreadable-file')])
  })
})

describe('an ignore comment', () => {
  it('may have an arrow in its reason', async () => {
    put(
      '稿.txt',
      draft('<!-- burden-lint-disable-next-line one-vote-veto -- 依据：市委->县委 -->\n各乡镇实行一票否决。'),
    )
    expect((await runIn(folder, ['稿.txt'])).exit).toBe(0)
  })
})

describe('--diff of a Windows text', () => {
  it('is a patch that fits', async () => {
    put('稿.txt', draft('一是做好排查,要抓紧。').replaceAll('\n', '\r\n'))
    const { stdout } = await runIn(folder, ['稿.txt', '--diff'])
    expect(stdout).toContain('-一是做好排查,要抓紧。\r\n+一是做好排查，要抓紧。\r\n')
  })
})

describe('a report that is passed on', () => {
  it.each(['txt', 'md', 'html'])('says in .%s what was passed over', async (ending) => {
    put('稿.txt', CLEAN)
    put('旧台账.xlsb', '')
    await runIn(folder, ['.', '-o', `结果.${ending}`])
    expect(readFileSync(at(`结果.${ending}`), 'utf8').replace(/\s+/g, '')).toContain(
      '跳过1个暂时不能读取的文件（旧台账.xlsb）',
    )
    // On the screen it stands below the report already.
    expect((await runIn(folder, ['稿.txt', '旧台账.xlsb'])).stdout).not.toContain('跳过')
  })
})
