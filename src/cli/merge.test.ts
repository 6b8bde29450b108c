/** `--shard` and `merge`: the parts joined are the whole. */
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Outcome } from '../dev/in-process.ts'
import { emptyFolder, type Folder, mixedRepository, NOTICE, run } from '../dev/samples/repository.ts'

vi.setConfig({ testTimeout: 30_000 })

const AS_OF = ['--as-of', '2026-03-05']
const names = (total: number) => Array.from({ length: total }, (_, i) => `分片${i + 1}.json`)
/** Every part of a run, each into its own file. */
async function shards(folder: Folder, total: number, argv: readonly string[] = AS_OF): Promise<Outcome[]> {
  const outcomes = []
  for (const [i, name] of names(total).entries())
    outcomes.push(await run(folder, [...argv, '--shard', `${i + 1}/${total}`, '--format', 'json', '-o', name]))
  return outcomes
}

describe('parts of a run, merged', () => {
  let mixed: Folder
  let whole: Record<'json' | 'sarif' | 'pretty', Outcome>
  beforeAll(async () => {
    mixed = await mixedRepository()
    const of = (format: string) => run(mixed, [...AS_OF, '--format', format])
    whole = { json: await of('json'), sarif: await of('sarif'), pretty: await of('pretty') }
  }, 30_000)
  afterAll(() => mixed.remove())

  it('are the run in one, in every format, also what stands between files of different parts', async () => {
    // The sample holds what it is to hold.
    expect(whole.json.exit).toBe(2)
    for (const rule of ['misreported-figure', 'unbalanced-statistics', 'unused-waiver', 'unreadable-file'])
      expect(whole.json.stdout).toContain(`"${rule}"`)
    expect(whole.json.stderr).toContain('旧账.txt 1 处')
    for (const total of [1, 3, 8]) {
      await shards(mixed, total)
      const parts = names(total)
      for (const format of ['json', 'sarif', 'pretty'] as const)
        expect(await run(mixed, ['merge', ...parts, '--format', format])).toEqual(whole[format])
      expect(await run(mixed, ['merge', ...parts.reverse(), '--format', 'json'])).toEqual(whole.json)
    }
  })

  it('hold only their own files, and nothing that only the whole can tell', async () => {
    await shards(mixed, 3)
    const reports = names(3).map((name) => JSON.parse(mixed.text(name)))
    const paths = reports.flatMap(({ files }) => files.map(({ path }: { path: string }) => path))
    expect(paths.sort()).toEqual(
      JSON.parse(whole.json.stdout)
        .files.map(({ path }: { path: string }) => path)
        .filter((path: string) => path !== '.burden-waivers.yaml')
        .sort(),
    )
    const texts = names(3).map((name) => JSON.stringify(JSON.parse(mixed.text(name)).files))
    for (const text of texts) expect(text).not.toMatch(/misreported-figure|undissolved-group/)
  })

  it('are merged with the options of the run, and those of merge', async () => {
    const options = ['--strict', '--rule', 'overlong-speech=off', '--preset', 'nanle', ...AS_OF]
    await shards(mixed, 2, ['汇报', '台账', '旧账.txt', ...options])
    for (const more of [['--quiet'], ['--max-warnings', '3'], ['--lang', 'en'], ['--statistics']]) {
      const one = await run(mixed, ['汇报', '台账', '旧账.txt', ...options, '--format', 'json', ...more])
      expect(await run(mixed, ['merge', ...names(2), '--format', 'json', ...more])).toEqual(one)
    }
  })

  it('are merged in another checkout of the same commit, and with another Node', async () => {
    const away = emptyFolder()
    // Presets in files of their own, and a waiver file that the configuration names.
    const config = {
      ...JSON.parse(mixed.text('.burdenrc.json')),
      presets: ['nanle', './县里.yaml'],
      waivers: '豁免.yaml',
    }
    for (const folder of [mixed, away]) {
      if (folder === away) cpSync(mixed.path, away.path, { recursive: true })
      folder.put({ '.burdenrc.json': JSON.stringify(config) })
      folder.put({ '县里.yaml': 'title: 县里\nrules:\n  one-vote-veto: warning\n', '豁免.yaml': '[]\n' })
    }
    const one = await run(mixed, [...AS_OF, '--format', 'json'])
    const { versions } = process
    try {
      await shards(mixed, 3)
      await run(away, [...AS_OF, '--shard', '2/3', '--format', 'json', '-o', '分片2.json'])
      for (const name of ['分片1.json', '分片3.json']) cpSync(mixed.at(name), away.at(name))
      Object.defineProperty(process, 'versions', { value: { ...versions, node: '99.9.9' } })
      expect(await run(away, ['merge', ...names(3), '--format', 'json'])).toEqual(one)
      // What the parts rest on is known by where it lies here.
      const over = await run(away, ['merge', ...names(3), '-o', '上级/管网意见.txt'])
      expect([over.exit, over.stdout]).toEqual([2, ''])
    } finally {
      Object.defineProperty(process, 'versions', { value: versions })
      away.remove()
      mixed.put({ '.burdenrc.json': JSON.stringify({ ...config, presets: undefined, waivers: undefined }) })
      for (const name of ['县里.yaml', '豁免.yaml']) rmSync(mixed.at(name))
    }
  })

  it('bring the baseline up to date as one run does', async () => {
    const baseline = '.burden-baseline.json'
    const before = mixed.text(baseline)
    await shards(mixed, 2)
    await run(mixed, ['merge', ...names(2), '--update-baseline'])
    const merged = mixed.text(baseline)
    mixed.put({ [baseline]: before })
    await run(mixed, [...AS_OF, '--update-baseline'])
    const one = mixed.text(baseline)
    mixed.put({ [baseline]: before })
    expect(merged).toBe(one)
    expect(merged).not.toBe(before)
  })
})

describe('what cannot be merged', () => {
  let folder: Folder
  beforeEach(async () => {
    folder = emptyFolder()
    for (let i = 0; i < 4; i++) folder.put({ [`${i}.txt`]: `${NOTICE}${i}月1日前，各乡镇要与各村签订责任状。\n` })
    await shards(folder, 2)
    return () => folder.remove()
  })
  const refused = async (...parts: string[]) => {
    const { exit, stdout, stderr } = await run(folder, ['merge', ...parts])
    expect([exit, stdout]).toEqual([2, ''])
    return stderr
  }
  const keep = (name: string, as: string) => folder.put({ [as]: folder.text(name) })

  it('parts that are missing, doubled or of different runs', async () => {
    expect(await refused('分片1.json')).toContain('缺少第 2 个分片（共 2 个）')
    expect(await refused('分片1.json', '分片1.json')).toContain('分片1.json 和 分片1.json 都是第 1 个分片')
    keep('分片2.json', '旧2.json')
    await shards(folder, 3)
    expect(await refused('分片1.json', '旧2.json')).toContain('3 个分片之一，旧2.json 是 2 个分片之一')
    await shards(folder, 2, [...AS_OF, '--strict'])
    expect(await refused('分片1.json', '旧2.json')).toContain('旧2.json 与 分片1.json 的选项不同')
    rmSync(folder.at('3.txt'))
    await shards(folder, 2)
    expect(await refused('分片1.json', '旧2.json')).toContain('旧2.json 与 分片1.json 的文稿（如 3.txt）不同')
    folder.put({ '.burdenrc.json': '{"presets": ["nanle"]}' })
    keep('分片2.json', '旧2.json')
    await shards(folder, 2, [...AS_OF, '--strict'])
    expect(await refused('分片1.json', '旧2.json')).toContain('旧2.json 与 分片1.json 的选项、配置不同')
  })

  it('parts between which a document was changed, whether it moved to the other one or not', async () => {
    const part = (index: number) =>
      run(folder, [...AS_OF, '--shard', `${index}/2`, '--format', 'json', '-o', `分片${index}.json`])
    const small = folder.text('0.txt')
    // The largest is always in the first part, with fewer others.
    for (const [first, second] of [
      [small, small.repeat(900)],
      [small.repeat(900), small],
      [small.repeat(900), `${small.repeat(900)}。`],
    ] as const) {
      folder.put({ '3.txt': first })
      await part(1)
      folder.put({ '3.txt': second })
      await part(2)
      expect(await refused(...names(2))).toContain('3.txt 在两个分片检查之间改动过（分片2.json 与 分片1.json）')
    }
  })

  it('parts whose configuration is not that of here', async () => {
    folder.put({ '.burdenrc.json': '{"strict": true}' })
    expect(await refused(...names(2))).toContain('分片检查时的配置与现在不同')
  })

  it('parts of another version, or of another build of the same one', async () => {
    const was = folder.text('分片2.json')
    const { version } = JSON.parse(was).shard
    const root = `${folder.path}/程序`
    const elsewhere = (to: string) => {
      cpSync('dist', join(root, 'dist'), { recursive: true })
      cpSync('package.json', join(root, 'package.json'))
      folder.put({ '程序/package.json': folder.text('程序/package.json').replace(`"${version}"`, `"${to}"`) })
    }
    elsewhere('999.0.0')
    const argv = ['merge', ...names(2)]
    const { stderr } = await run(folder, argv, { root })
    expect(stderr).toContain(`分片是 burden-lint ${version} 的结果，现在是 999.0.0`)
    rmSync(root, { recursive: true })
    elsewhere(version)
    folder.put({ '程序/dist/another.js': '' })
    expect((await run(folder, argv, { root })).stderr).toContain('分片检查时的程序与现在不同')
  })

  it('parts of another folder of the same checkout', async () => {
    folder.put({ '.burdenrc.json': '{}' })
    await shards(folder, 2)
    mkdirSync(folder.at('下级'))
    const below = { ...folder, path: folder.at('下级') }
    const { exit, stderr } = await run(below, ['merge', ...names(2).map((name) => `../${name}`)])
    expect([exit, stderr]).toEqual([2, expect.stringContaining('分片检查时的当前文件夹与现在不同')])
  })

  it('parts that were edited, and what is no part', async () => {
    const text = folder.text('分片1.json')
    for (const [from, to] of [
      ['"index": 1', '"index": 2'],
      ['"total": 2', '"total": 3'],
      ['\\"severity\\":\\"warning\\"', '\\"severity\\":\\"info\\"'],
    ] as const) {
      expect(text).toContain(from)
      folder.put({ '分片1.json': text.replace(from, to) })
      expect(await refused(...names(2))).toContain('分片1.json 不是分片检查的结果，或者被改动过')
    }
    await run(folder, ['--format', 'json', '-o', '整.json'])
    folder.put({
      '断.json': text.slice(0, text.length / 2),
      '空.json': '',
      'null.json': 'null',
      '数.json': '[1]',
      '仿.json': '{"shard":{"index":1,"total":1,"sum":""}}',
      '坏.json': '{"shard":{"sum":{}}}',
    })
    for (const name of ['整.json', 'null.json', '数.json', '仿.json', '坏.json'])
      expect(await refused(name)).toContain(`${name} 不是分片检查的结果，或者被改动过`)
    for (const name of ['断.json', '空.json', '1.txt']) expect(await refused(name)).toContain(`${name} 不是 JSON`)
    expect(await refused('没有.json')).toContain('没有.json：找不到文件')
    expect(await refused()).toContain('merge 缺少 <结果.json…>')
    expect(await refused('.')).toContain('这是文件夹')
  })

  it('is not to be written over its own parts', async () => {
    keep('分片1.json', '原.json')
    const stderr = await refused(...names(2), '--format', 'json', '-o', '分片1.json')
    expect(stderr).toContain('分片1.json')
    expect(folder.text('分片1.json')).toBe(folder.text('原.json'))
  })

  it('a document that has changed or gone since, where registers are judged together', async () => {
    folder.put({ '台账.csv': '工作群名称,建群单位,建群日期,是否临时\n防汛群,县水利局,2026-05-01,是\n' })
    await shards(folder, 2)
    rmSync(folder.at('台账.csv'))
    const { exit, stderr } = await run(folder, ['merge', ...names(2)])
    expect(exit).toBe(2)
    expect(stderr).toContain('台账.csv：没有与其他台账一起核对，找不到文件')
  })
})

describe('--shard', () => {
  it('is refused where a part makes no sense', async () => {
    const folder = emptyFolder()
    folder.put({ 'a.txt': NOTICE })
    for (const value of ['0/2', '3/2', '1', '1/0', 'a/b', '-1/2', '1/99999'])
      expect((await run(folder, [`--shard=${value}`])).stderr).toContain('--shard 应为 3/8 这样的写法')
    for (const other of [['--fix'], ['--diff'], ['--annotate', '副本'], ['--update-baseline'], ['--changed']]) {
      const { exit, stderr } = await run(folder, ['--shard', '1/2', ...other])
      expect(exit).toBe(2)
      expect(stderr).toContain(`--shard 与 ${other[0]} 不能同时使用`)
    }
    expect((await run(folder, ['--shard', '1/1'])).stderr).toContain('要用 --format json')
    folder.remove()
  })
})
