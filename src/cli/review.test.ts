/** The review report from the command line: the texts come along when it is wanted, however the files are judged, and only then. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.ts'
import { compileMatchers } from '../config/matchers.ts'
import { defaultSettings } from '../config/rules.ts'
import type { Settings } from '../core.ts'
import { runIn } from '../dev/in-process.ts'
import { nodeHost } from '../host.ts'
import { openSession } from '../session/session.ts'

const NOTICE = '禾川县人民政府办公室关于做好防汛工作的通知\n\n各乡镇人民政府：\n'
const LETTER = `${NOTICE}6月1日前，各乡镇要与各村签订责任状。\n`
const OPINION =
  '云泽市人民政府办公室关于推进河道管理的意见\n\n各县（市、区）人民政府：\n各地要切实加强组织领导，落实责任，形成合力。\n'
const PLAN =
  '禾川县河道管理实施方案\n\n为贯彻落实《云泽市人民政府办公室关于推进河道管理的意见》，制定本方案。\n一、各地要切实加强组织领导，落实责任，形成合力。\n二、县水利局6月底前在柳河、沙河建成3个监测站，每站安排2人值守。\n'

let base: string
let folder: string
let count = 0
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'burden-lint-'))
})
afterAll(() => rmSync(base, { recursive: true, force: true }))
beforeEach(() => {
  folder = join(base, String(count++))
  mkdirSync(join(folder, '稿'), { recursive: true })
  mkdirSync(join(folder, '上级'))
  writeFileSync(join(folder, '稿/通知.txt'), LETTER)
  writeFileSync(join(folder, '稿/方案.txt'), PLAN)
  writeFileSync(join(folder, '稿/群.csv'), '序号,群组名称\n1,防汛群\n')
  writeFileSync(join(folder, '稿/坏.docx'), 'PK\u0003\u0004')
  writeFileSync(join(folder, '上级/意见.txt'), OPINION)
  writeFileSync(join(folder, '.burdenrc.json'), '{"superiors":["上级"]}')
})

const run = (...argv: string[]) => runIn(folder, argv)
const html = async (...argv: string[]) => (await run('稿', '--format', 'html', ...argv)).stdout

describe('--format html', () => {
  it('shows texts, the composition of the implementing one, registers and what could not be read', async () => {
    const { exit, stdout } = await run('稿', '--format', 'html')
    expect(exit).toBe(2)
    expect(stdout).toMatch(/各村签订<mark class="warning">.*责任状<\/mark>。/)
    expect(stdout).toContain('云泽市人民政府办公室关于推进河道管理的意见 <bdi class="path">上级/意见.txt</bdi>')
    expect(stdout).toContain('✕ 无法读取</span> <bdi>坏.docx</bdi>')
  })

  it('a report of before is written over, a draft never', async () => {
    for (const _ of [1, 2])
      expect((await run('稿', '--format', 'html', '-o', '审查.html')).stderr).not.toContain('错误：')
    const first = readFileSync(join(folder, '审查.html'), 'utf8')
    expect(first).toContain('<!doctype html>')
    const { exit, stderr } = await run('稿', '--format', 'html', '-o', '稿/通知.txt')
    expect(exit).toBe(2)
    expect(stderr).toContain('已经存在，是文稿、配置文件或别的文件')
    expect(readFileSync(join(folder, '稿/通知.txt'), 'utf8')).toBe(LETTER)
  })

  it('beside other reports, which stay as they are', async () => {
    const alone = (await run('稿', '--format', 'json')).stdout
    const both = await run('稿', '--format', 'json', '--format', 'html:审查.html')
    expect(both.stdout).toBe(alone)
    expect(readFileSync(join(folder, '审查.html'), 'utf8')).toBe(await html())
  })

  it('from results of earlier runs, those without texts among them', async () => {
    const whole = await html()
    await run('稿', '--cache-location', '缓存')
    expect(await html('--cache-location', '缓存')).toBe(whole)
    expect(await html('--cache-location', '缓存')).toBe(whole)
  })

  it('from parts of a run', async () => {
    const whole = await html()
    for (const i of ['1', '2']) await run('稿', '--shard', `${i}/2`, '--format', `json:${i}.json`)
    expect((await run('merge', '1.json', '2.json', '--format', 'html')).stdout).toBe(whole)
  })
})

describe('content', () => {
  const settings = (): Settings => ({
    root: folder,
    rules: defaultSettings(rules),
    overrides: [],
    genres: [],
    superiors: ['上级'],
    pairs: [],
    ignores: [],
    strict: false,
    failOn: 'error',
  })
  const check = async (keepContent: boolean, more: Partial<Settings['rules']> = {}) => {
    const given = { ...settings(), rules: { ...settings().rules, ...more } as Settings['rules'] }
    const matchers = await compileMatchers(given, folder)
    const session = openSession({ host: nodeHost(folder), rules, settings: given, matchers, keepContent })
    const { report } = await session.check(['稿'])
    return {
      session,
      of: (name: string) => report.files.find(({ path }) => path.endsWith(name))!.content,
    }
  }

  it('is there when it is asked for', async () => {
    const { of } = await check(true)
    expect(of('通知.txt')).toMatchObject({ title: '禾川县人民政府办公室关于做好防汛工作的通知', text: LETTER })
    expect(of('通知.txt')!.composition).toBeUndefined()
    expect(of('群.csv')).toMatchObject({ text: '', tables: [{ heads: [], rows: [{ line: 1 }] }] })
    expect(of('坏.docx')).toBeUndefined()
    const { of: without } = await check(false)
    expect(without('通知.txt')).toBeUndefined()
  })

  it('measures as `measures` does, with the options of the configuration', async () => {
    const id = 'too-few-local-measures'
    const options = { ...(settings().rules[id]!.options as object), threshold: 0.9, metric: 'novel' }
    const { session, of } = await check(true, { [id]: { level: 'error', options } })
    const { measurement, counting, threshold } = await session.measure('稿/方案.txt')
    const { composition } = of('方案.txt')!
    expect(composition).toMatchObject({ measurement, counting, threshold })
    expect(threshold).toBe(0.9)
    expect(counting.metric).toBe('novel')
    expect(composition!.superiors).toEqual([
      { path: '上级/意见.txt', title: '云泽市人民政府办公室关于推进河道管理的意见' },
    ])
  })

  it('says nothing of a share that nobody asks for', async () => {
    const options = settings().rules['too-few-local-measures']!.options
    const { of } = await check(true, { 'too-few-local-measures': { level: 'off', options } })
    expect(of('方案.txt')).toMatchObject({ text: PLAN })
    expect(of('方案.txt')!.composition).toBeUndefined()
  })
})
