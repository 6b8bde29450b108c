import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** The built program: threads start from it. */
const BIN = resolve('bin/burden-lint.js')
const TIME = { timeout: 60_000 }
let folder: string
const put = (name: string, text: string) => writeFileSync(join(folder, name), text)
const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], { cwd: folder, encoding: 'utf8' })
  return { status, stdout, stderr }
}
const all = (...args: string[]) => run('稿', '--format', 'json', '--as-of', '2026-06-01', ...args)

const SUPERIOR = `市人民政府关于加强水库管护工作的意见
海政发〔2026〕8号
各县人民政府：
一、落实管护责任。各地要建立健全县乡村三级管护体系，明确各级职责，定期开展巡查，及时发现和解决影响水库安全的突出问题。
`
const COPY = `南安县加强水库管护工作实施方案
为贯彻落实《市人民政府关于加强水库管护工作的意见》（海政发〔2026〕8号），制定本方案。
一、落实管护责任。各乡镇要建立健全县乡村三级管护体系，明确各级职责，定期开展巡查，及时发现和解决影响水库安全的突出问题。
`

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'burden-lint-'))
  mkdirSync(join(folder, '稿'))
  mkdirSync(join(folder, '上级'))
  put('.burdenrc.json', '{"superiors":["上级"]}')
  put('上级/意见.txt', SUPERIOR)
  put('稿/方案.txt', COPY)
  put('稿/空.txt', '')
  put('稿/群.csv', '工作群名称,建群单位,建群日期,是否临时\n防汛群,县水利局,2026-05-01,是\n')
  for (let i = 0; i < 12; i++)
    put(`稿/${i}.${i % 2 ? 'md' : 'txt'}`, `关于第${i}次检查的通知\n\n各乡镇：\n\n请于${i + 1}日前签订责任状。\n`)
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('a run over many documents', () => {
  it('comes to the same whatever the number of threads', TIME, () => {
    const one = all('--jobs', '1')
    expect(one.status).toBe(2)
    expect(one.stdout).toContain('copied-passage')
    for (const jobs of ['2', '5']) expect(all('--jobs', jobs)).toEqual(one)
  })

  it('gives up a document that takes too long, and says so', TIME, () => {
    const { status, stdout } = run('稿/方案.txt', '--format', 'concise', '--timeout', '0.001')
    expect(status).toBe(2)
    expect(stdout).toContain('unreadable-file 检查超过 0.001 秒')
  })

  it('comes to the same in parts', TIME, () => {
    const whole = all()
    for (const i of [1, 2, 3]) all('--shard', `${i}/3`, '-o', join(folder, `${i}.json`))
    const parts = [1, 2, 3].map((i) => join(folder, `${i}.json`))
    expect(run('merge', ...parts, '--format', 'json')).toEqual(whole)
    expect(run('merge', ...parts.slice(1)).stderr).toContain('缺少第 1 个分片')
    const edited = readFileSync(parts[0]!, 'utf8').replace('"index": 1', '"index": 2')
    writeFileSync(parts[0]!, edited)
    expect(run('merge', ...parts).stderr).toContain('被改动过')
  })

  it('uses earlier results only where nothing that they rest on has changed', TIME, () => {
    const kept = (...args: string[]) => all('--cache-location', join(folder, '缓存'), ...args)
    const first = kept()
    expect(first).toEqual(all())
    expect(kept()).toEqual(first)
    put('上级/意见.txt', SUPERIOR.replace('定期开展巡查', '每月巡查两次'))
    const changed = kept()
    expect(changed).toEqual(all())
    expect(changed.stdout).not.toBe(first.stdout)
    // Of the same size, at the same time as before.
    put('稿/0.txt', '关于第0次检查的通知\n\n各乡镇：\n\n请于1日前上报责任田。\n')
    utimesSync(join(folder, '稿/0.txt'), new Date(2026, 0, 1), new Date(2026, 0, 1))
    expect(kept()).toEqual(all())
    expect(kept('--strict')).toEqual(all('--strict'))
    rmSync(join(folder, '上级/意见.txt'))
    expect(kept()).toEqual(all())
  })

  it('answers lines with lines, in order, bad ones too', () => {
    const lines = [
      '{"path":"a.txt","text":"关于检查的通知\\n各乡镇：\\n请签订责任状。"}',
      'x',
      '',
      '{"path":"b.md","base64":"56iL"}',
    ]
    const { status, stdout } = spawnSync(process.execPath, [BIN, '--stdin-ndjson'], {
      cwd: folder,
      encoding: 'utf8',
      input: lines.join('\r\n'),
    })
    const files = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(files.map(({ path }) => path)).toEqual(['a.txt', '第2行', 'b.md'])
    expect(files[0].diagnostics.map(({ rule }: { rule: string }) => rule)).toContain('responsibility-letter')
    expect(status).toBe(2)
  })
})
