/** `--changed` in real repositories: what is judged again, and what is reported. */
import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyFolder, type Folder, NOTICE, run } from '../dev/samples/repository.ts'

const hasGit = spawnSync('git', ['--version']).status === 0
vi.setConfig({ testTimeout: 30_000 })

const VETO = `${NOTICE}对漏报险情的乡镇，年度考核实行一票否决。\n`
const LETTER = `${NOTICE}6月1日前，各乡镇要与各村签订责任状。\n`
const [BY_NUMBER, BY_PAIR, REVIEWED] = ['方案/按文号找到.txt', '方案/按配置配对.txt', '方案/管网方案.md']
const REGISTERS = ['台账/事实.csv', '台账/月度统计.csv', '台账/群台账.csv']
const CONFIG = {
  superiors: ['上级'],
  pairs: [
    { doc: BY_PAIR, superior: '上级/冬春灌溉.txt' },
    { doc: REVIEWED, superior: '上级/管网意见.txt' },
  ],
}

let folder: Folder
const git = (...args: string[]) => {
  const { status, stderr } = spawnSync('git', args, { cwd: folder.path, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}
const commit = () => {
  git('add', '-A')
  git('commit', '-q', '-m', '改')
}
beforeEach(() => {
  folder = emptyFolder()
  for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) vi.stubEnv(name, undefined)
  const people = { AUTHOR_NAME: '甲', AUTHOR_EMAIL: 'a@b', COMMITTER_NAME: '甲', COMMITTER_EMAIL: 'a@b' }
  for (const [name, value] of Object.entries({ ...people, CONFIG_GLOBAL: '/dev/null', CONFIG_NOSYSTEM: '1' }))
    vi.stubEnv(`GIT_${name}`, value)
  const copy = (from: string, to: string) => cpSync(join('fixtures', from), folder.at(to))
  copy('found-superior/按文号找到.txt', BY_NUMBER)
  copy('found-superior/按配置配对.txt', BY_PAIR)
  copy('found-superior/上级/冬春灌溉.txt', '上级/冬春灌溉.txt')
  copy('reviewed-by-hand/管网方案.md', REVIEWED)
  copy('reviewed-by-hand/管网方案.measures.yaml', '方案/管网方案.measures.yaml')
  copy('reviewed-by-hand/上级意见.txt', '上级/管网意见.txt')
  for (const path of REGISTERS) copy(path.replace('台账', 'registers'), path)
  copy('registers/汇报.txt', '汇报.txt')
  folder.put({ '.burdenrc.json': JSON.stringify(CONFIG), '甲.txt': VETO, '乙.txt': LETTER, '.gitignore': '.缓存\n' })
  git('init', '-q', '-b', 'main')
  commit()
})
afterEach(() => {
  vi.unstubAllEnvs()
  folder.remove()
})

interface Told {
  readonly files: readonly { readonly path: string; readonly diagnostics: readonly unknown[] }[]
}
/** Files that are reported; what is said of each is what a whole run says of it. */
async function reported(argv: readonly string[] = ['--changed']) {
  const result = await run(folder, [...argv, '--format', 'json'])
  const whole = await run(folder, [...argv.filter((arg) => !/--changed|main|HEAD/.test(arg)), '--format', 'json'])
  const [{ files }, all] = [JSON.parse(result.stdout) as Told, JSON.parse(whole.stdout) as Told]
  for (const file of files) expect(file).toEqual(all.files.find(({ path }) => path === file.path))
  const failing = JSON.stringify(files).includes('"severity":"error"')
  expect(result.exit).toBe(failing ? 1 : 0)
  return {
    files: files.map(({ path }) => path).sort(),
    stderr: result.stderr,
    all: all.files.map(({ path }) => path).sort(),
  }
}
const edit = (name: string, from: string, to: string) => {
  expect(folder.text(name)).toContain(from)
  folder.put({ [name]: folder.text(name).replace(from, to) })
}

describe.skipIf(!hasGit)('--changed reports', () => {
  it('nothing where nothing has changed, and says so', async () => {
    expect(await reported()).toMatchObject({ files: [], stderr: '注意：没有改动的文稿\n' })
    // Once is enough: the report for people says it itself, wherever it goes.
    expect(await run(folder, ['--changed'])).toMatchObject({ stdout: '没有改动的文稿。\n', stderr: '', exit: 0 })
    const english = await run(folder, ['--changed', '--lang', 'en'])
    expect(english).toMatchObject({ stdout: 'No document has been changed.\n', stderr: '' })
    await run(folder, ['--changed', '--format', 'html:结果.html'])
    expect(folder.text('结果.html')).toContain('<p>没有改动的文稿。</p>')
    // Saved again.
    folder.put({ '甲.txt': VETO })
    expect((await reported()).files).toEqual([])
  })

  it('drafts that have changed, are new, or have another name, and no others', async () => {
    edit('乙.txt', '6月1日', '7月1日')
    folder.put({ '新/丙.txt': VETO, '忽略.bak': VETO })
    renameSync(folder.at('甲.txt'), folder.at('丁.txt'))
    expect((await reported()).files).toEqual(['丁.txt', '乙.txt', '新/丙.txt'].sort())
    expect((await reported(['新', '--changed'])).files).toEqual(['新/丙.txt'])
    commit()
    expect((await reported()).files).toEqual([])
    expect((await reported(['--changed', 'HEAD~1'])).files).toEqual(['丁.txt', '乙.txt', '新/丙.txt'].sort())
    git('checkout', '-q', '-b', '拟稿')
    edit('乙.txt', '7月1日', '8月1日')
    commit()
    expect((await reported(['--changed', 'main'])).files).toEqual(['乙.txt'])
  })

  it('documents that implement a superior document which has changed, come or gone, and no others', async () => {
    edit('上级/管网意见.txt', '管网', '管线')
    expect((await reported()).files).toContain(REVIEWED)
    expect((await reported()).files).not.toContain('甲.txt')
    commit()
    edit('上级/冬春灌溉.txt', '灌溉', '浇灌')
    const { files } = await reported()
    expect(files).toEqual(expect.arrayContaining([BY_NUMBER, BY_PAIR]))
    for (const other of ['甲.txt', '乙.txt', '汇报.txt', ...REGISTERS]) expect(files).not.toContain(other)
    git('checkout', '-q', '.')
    folder.put({ '.burdenrc.json': JSON.stringify({ superiors: ['上级'] }) })
    commit()
    rmSync(folder.at('上级/冬春灌溉.txt'))
    const gone = await run(folder, ['--changed', '--format', 'concise'])
    expect(gone.stdout).toContain(BY_NUMBER)
    expect(gone.stdout).toContain('missing-superior')
    expect(gone.stdout).not.toContain('甲.txt')
    commit()
    git('checkout', '-q', 'HEAD~1', '--', '上级')
    const { files: come } = await reported()
    expect(come).toContain(BY_NUMBER)
    expect(come).not.toContain('甲.txt')
  })

  it('a document whose review, or whose superior document of the front matter or the command line, has changed', async () => {
    edit('方案/管网方案.measures.yaml', '县级自定时限', '县里自己定的时限')
    expect((await reported()).files).toEqual([REVIEWED])
    git('checkout', '-q', '.')
    // One that is new, for a document whose superior document only its text tells.
    folder.put({ '方案/按文号找到.measures.yaml': '[]\n' })
    expect((await reported()).files).toEqual([BY_NUMBER])
    const draft = folder.text(BY_NUMBER)
    folder.put({
      '文/意见.txt': folder.text('上级/冬春灌溉.txt'),
      '丙.md': `---\n上位文件: 文/意见.txt\n---\n\n# ${draft}`,
    })
    folder.put({ '.burdenrc.json': '{"ignores":["文"]}' })
    commit()
    edit('文/意见.txt', '灌溉', '浇灌')
    expect((await reported()).files).toEqual(['丙.md'])
    const against = ['乙.txt', BY_NUMBER, '--against', '文/意见.txt', '--changed']
    expect((await reported(against)).files).toContain(BY_NUMBER)
  })

  it('all registers and what is held against them where one has changed', async () => {
    edit('台账/事实.csv', '292', '293')
    const { files } = await reported()
    expect(files).toEqual(expect.arrayContaining([...REGISTERS, '汇报.txt']))
    for (const other of ['甲.txt', '乙.txt', BY_NUMBER]) expect(files).not.toContain(other)
    git('checkout', '-q', '.')
    rmSync(folder.at('台账/事实.csv'))
    const gone = await reported()
    expect(gone.files).toEqual(expect.arrayContaining(REGISTERS.slice(1)))
    expect(gone.files).not.toContain('甲.txt')
  })

  it('a text that registers are held against, where only the text has changed', async () => {
    edit('汇报.txt', '229', '239')
    const { stdout } = await run(folder, ['--changed', '--format', 'concise'])
    expect((await reported()).files).toEqual(['汇报.txt'])
    expect(stdout).toContain('misreported-figure')
  })

  it.each([
    ['the configuration that', { '.burdenrc.json': JSON.stringify({ ...CONFIG, strict: true }) }],
    ['the waivers that', { '.burden-waivers.yaml': '[]\n' }],
    ['the baseline that', { '.burden-baseline.json': '{"version":1,"files":{}}\n' }],
  ])('everything where it is %s changed, and says so', async (_, files) => {
    folder.put(files)
    const { files: all, all: expected, stderr } = await reported()
    expect(all).toEqual(expected)
    expect(stderr).toContain('配置、豁免或基线文件有改动，检查了全部文稿')
  })

  it('the same with kept results, threads and a baseline', async () => {
    edit('乙.txt', '6月1日', '7月1日')
    edit('上级/冬春灌溉.txt', '灌溉', '浇灌')
    const plain = await run(folder, ['--changed', '--format', 'json'])
    for (const more of [
      ['--cache-location', '.缓存'],
      ['--cache-location', '.缓存'],
      ['--jobs', '2'],
    ])
      expect(await run(folder, ['--changed', '--format', 'json', ...more])).toEqual(plain)
    // A waiver for a document that is not looked at is not idle.
    folder.put({
      '.burden-waivers.yaml':
        '- rule: responsibility-letter\n  document: 丙.txt\n  reason: 省里有规定\n  approver: 李某\n  date: 2026-01-01\n',
      '丙.txt': LETTER,
    })
    await run(folder, ['--update-baseline'])
    commit()
    edit('乙.txt', '7月1日', '8月1日')
    const { stdout, stderr } = await run(folder, ['--changed', '--format', 'concise'])
    expect(stdout).not.toContain('unused-waiver')
    expect(stderr).toMatch(
      /^注意：基线 \.burden-baseline\.json 记着的问题有的已经没有了（乙\.txt 1 处，.+），请用 --update-baseline 更新\n$/,
    )
    expect(stdout).toContain('乙.txt')
  })

  it('nothing with options that write drafts, and nothing without a repository or a base', async () => {
    for (const other of [['--fix'], ['--diff'], ['--annotate', '副本'], ['--shard', '1/2']]) {
      const { exit, stdout, stderr } = await run(folder, ['--changed', ...other])
      expect([exit, stdout]).toEqual([2, ''])
      expect(stderr).toContain('不能同时使用')
    }
    const { exit, stderr } = await run(folder, ['--changed', '没有这个分支'])
    expect([exit, stderr]).toEqual([2, expect.stringContaining('没有这个分支')])
    rmSync(folder.at('.git'), { recursive: true })
    expect((await run(folder, ['--changed'])).exit).toBe(2)
    expect(readFileSync(folder.at('甲.txt'), 'utf8')).toBe(VETO)
  })
})
