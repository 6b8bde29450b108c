/** `changedFiles` on real repositories. */
import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { UsageError } from '../core.ts'
import { changedFiles, changedTest } from './changed.ts'

const hasGit = spawnSync('git', ['--version']).status === 0
if (!hasGit) console.warn('git 没有安装，跳过 --changed 的测试')

// Each of them starts git a dozen times.
vi.setConfig({ testTimeout: 60_000 })

let base: string
let repo: string
beforeEach(() => {
  base = realpathSync.native(mkdtempSync(join(tmpdir(), 'burden-lint-changed-')))
  repo = join(base, '文稿库')
  // Nothing of this machine's, and nothing of a hook that may be running these tests.
  for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) vi.stubEnv(name, undefined)
  const settings = { GIT_CONFIG_GLOBAL: join(base, 'gitconfig'), GIT_CONFIG_NOSYSTEM: '1' }
  const people = {
    GIT_AUTHOR_NAME: '甲',
    GIT_AUTHOR_EMAIL: 'a@b',
    GIT_COMMITTER_NAME: '甲',
    GIT_COMMITTER_EMAIL: 'a@b',
  }
  for (const [name, value] of Object.entries({ ...settings, ...people })) vi.stubEnv(name, value)
  writeFileSync(
    join(base, 'gitconfig'),
    '[init]\ndefaultBranch = main\n[protocol "file"]\nallow = always\n[core]\nautocrlf = false\n',
  )
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(base, { recursive: true, force: true })
})

const at = (name: string, folder = repo) => join(folder, name)
function put(name: string, text = name, folder = repo): void {
  mkdirSync(dirname(at(name, folder)), { recursive: true })
  writeFileSync(at(name, folder), text)
}
function git(args: readonly string[], cwd = repo): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
  return stdout.trim()
}
function begin(folder = repo): void {
  mkdirSync(folder, { recursive: true })
  git(['init', '-q'], folder)
}
function commit(names: readonly string[], folder = repo): string {
  for (const name of names) put(name, `${name}\n`, folder)
  git(['add', '-A'], folder)
  git(['commit', '-q', '--allow-empty', '-m', '改'], folder)
  return git(['rev-parse', 'HEAD'], folder)
}
const changed = (since?: string, cwd = repo) => {
  const { files, deleted } = changedFiles(since, cwd)
  return { files, deleted }
}
function refusal(since?: string, cwd = repo): UsageError {
  try {
    changedFiles(since, cwd)
  } catch (error) {
    if (error instanceof UsageError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe.skipIf(!hasGit)('without a base', () => {
  it('finds what is staged, not staged and new, and not what is ignored', () => {
    begin()
    commit(['旧.txt', '改.txt', '暂存.txt', '忽略.txt', 'sub/深处.md'])
    put('.gitignore', '草稿/\n*.bak\n')
    appendFileSync(at('改.txt'), '又')
    appendFileSync(at('暂存.txt'), '又')
    git(['add', '暂存.txt', '.gitignore'])
    for (const name of ['新 稿（定）.docx', 'sub/新/一.txt', '草稿/二.txt', 'a.bak']) put(name)
    expect(changed()).toEqual({
      files: ['.gitignore', 'sub/新/一.txt', '改.txt', '新 稿（定）.docx', '暂存.txt'],
      deleted: [],
    })
    expect(changed('HEAD')).toEqual(changed())
  })

  it('finds nothing in a clean checkout, and nothing where only the time of a file has changed', () => {
    begin()
    commit(['a.txt'])
    put('a.txt', 'a.txt\n')
    expect(changed()).toEqual({ files: [], deleted: [] })
  })

  it('finds everything in a repository without a commit', () => {
    begin()
    put('暂存.txt')
    git(['add', '.'])
    put('新.txt')
    put('意向.txt')
    git(['add', '-N', '意向.txt'])
    expect(changed()).toEqual({ files: ['意向.txt', '新.txt', '暂存.txt'].sort(), deleted: [] })
  })

  it('finds a file that is staged and put back, and one that is taken from the index only', () => {
    begin()
    commit(['回.txt', '留.txt'])
    appendFileSync(at('回.txt'), '又')
    git(['add', '.'])
    put('回.txt', '回.txt\n')
    git(['rm', '-q', '--cached', '留.txt'])
    expect(changed()).toEqual({ files: ['回.txt', '留.txt'], deleted: [] })
  })

  it('finds files in conflict', () => {
    begin()
    commit(['a 甲.txt'])
    git(['checkout', '-q', '-b', 'other'])
    put('a 甲.txt', '乙')
    commit(['b.txt'])
    git(['checkout', '-q', 'main'])
    put('a 甲.txt', '丙')
    commit(['c.txt'])
    expect(spawnSync('git', ['merge', 'other'], { cwd: repo }).status).toBe(1)
    expect(changed().files).toEqual(['a 甲.txt', 'b.txt'])
  })
})

describe.skipIf(!hasGit)('with a base', () => {
  it('finds what was committed since HEAD and the base parted, not what the base did since', () => {
    begin()
    commit(['共有.txt', '主干.txt'])
    git(['checkout', '-q', '-b', '拟稿'])
    commit(['分支 一.txt'])
    put('共有.txt', '改了')
    commit(['分支二.txt'])
    git(['checkout', '-q', 'main'])
    put('主干.txt', '改了')
    commit(['主干新.txt'])
    git(['checkout', '-q', '拟稿'])
    put('未提交.txt')
    expect(changed('main')).toEqual({ files: ['共有.txt', '分支 一.txt', '分支二.txt', '未提交.txt'], deleted: [] })
    expect(changed('HEAD~1').files).toEqual(['共有.txt', '分支二.txt', '未提交.txt'])
    git(['tag', '-a', '-m', '签', 'v1', 'HEAD'])
    expect(changed('v1').files).toEqual(['未提交.txt'])
    expect(changed(git(['rev-parse', '--short', 'main'])).files).toEqual(changed('main').files)
  })

  it('lists what is gone apart, and a renamed file under its new path', () => {
    begin()
    const old = commit(['删.txt', '旧名.txt', '未提交删.txt', '夹/内.txt', '复活.txt'])
    git(['rm', '-q', '删.txt', '复活.txt'])
    git(['mv', '旧名.txt', '新名.txt'])
    commit([])
    rmSync(at('未提交删.txt'))
    rmSync(at('夹'), { recursive: true })
    put('夹', '一个文件')
    put('复活.txt', '又有了')
    // Whatever this user wants of `git diff` and `git status` for the eye.
    for (const [name, value] of Object.entries({
      'diff.renames': 'copies',
      'status.renames': 'copies',
      'diff.noprefix': 'true',
      'diff.relative': 'true',
      'core.quotepath': 'true',
      'status.relativePaths': 'true',
      'status.branch': 'true',
      'status.showStash': 'true',
      'status.showUntrackedFiles': 'no',
      'color.ui': 'always',
    }))
      git(['config', name, value])
    mkdirSync(at('空'))
    expect(changed(old)).toEqual({
      files: ['复活.txt', '夹', '新名.txt'],
      deleted: ['删.txt', '夹/内.txt', '旧名.txt', '未提交删.txt'],
    })
    expect(changed(old, at('空')).files).toEqual(['../复活.txt', '../夹', '../新名.txt'])
  })

  it('takes names that a shell or a terminal would stumble over', () => {
    begin()
    const old = commit(['a.txt'])
    const names = ['-n.txt', ' 前空.txt', '"引".txt', "it's $(touch x) `y`.txt", '\u{20000}𠮷.txt', 'e\u0301.txt']
    if (process.platform !== 'win32') names.push('换\n行.txt', '制\t表.txt', '反\\斜.txt')
    commit(names.slice(0, 5))
    for (const name of names.slice(5)) put(name)
    expect(changed(old)).toEqual({ files: [...names].sort(), deleted: [] })
    expect(readdirSync(repo)).not.toContain('x')
  })

  it('takes a list of more than a megabyte', () => {
    begin()
    const old = commit(['a.txt'])
    const names = Array.from({ length: 5_000 }, (_, i) => `${'关于'.repeat(36)}${i}.txt`)
    mkdirSync(at('批'))
    for (const name of names) writeFileSync(at(`批/${name}`), '')
    expect(changed(old).files).toHaveLength(5_000)
    commit([])
    expect(changed(old).files).toEqual(names.map((name) => `批/${name}`).sort())
  })

  it('only reads: neither the index nor anything else is written', () => {
    begin()
    commit(['a.txt'])
    // The same words at another time: git would note that in the index.
    put('a.txt', 'a.txt\n')
    const before = statSync(at('.git/index')).mtimeMs
    changed('HEAD')
    expect(statSync(at('.git/index')).mtimeMs).toBe(before)
    expect(readdirSync(at('.git')).filter((name) => name.endsWith('.lock'))).toEqual([])
  })
})

describe.skipIf(!hasGit)('wherever it is run', () => {
  it('gives paths relative to the current folder, outside of it too', () => {
    begin()
    const old = commit(['甲/a.txt', '乙/b.txt', 'c.txt'])
    for (const name of ['甲/a.txt', '乙/b.txt', 'c.txt']) put(name, '改')
    put('甲/深/..新.txt')
    put('甲/..新.txt')
    expect(changed(old, at('甲'))).toEqual({
      files: ['../c.txt', '../乙/b.txt', '..新.txt', 'a.txt', '深/..新.txt'],
      deleted: [],
    })
  })

  it('reaches the same files from a folder that was entered through a link', () => {
    if (process.platform === 'win32') return
    begin()
    commit(['甲/深/a.txt', 'b.txt'])
    put('甲/深/a.txt', '改')
    put('b.txt', '改')
    symlinkSync(at('甲/深'), join(base, '捷径'))
    const { files } = changed('HEAD', join(base, '捷径'))
    expect(files).toEqual(['../文稿库/b.txt', 'a.txt'])
  })

  it('works in a linked worktree', () => {
    begin()
    commit(['a.txt'])
    const other = join(base, '另一处')
    git(['worktree', 'add', '-q', '-b', 'other', other])
    commit(['b.txt'], other)
    put('c.txt', 'c', other)
    expect(changed('main', other)).toEqual({ files: ['b.txt', 'c.txt'], deleted: [] })
    expect(changed('main')).toEqual({ files: [], deleted: [] })
  })

  it('works in a hook that has gone into a folder, with the GIT_DIR it was given', () => {
    begin()
    commit(['甲/a.txt'])
    put('甲/a.txt', '改')
    put('b.txt')
    const expected = { files: ['../b.txt', 'a.txt'], deleted: [] }
    for (const dir of ['.git', at('.git')]) {
      vi.stubEnv('GIT_DIR', dir)
      expect(changed('HEAD', at('甲'))).toEqual(expected)
      expect(changed('HEAD')).toEqual({ files: ['b.txt', '甲/a.txt'], deleted: [] })
    }
    vi.stubEnv('GIT_DIR', at('.git'))
    vi.stubEnv('GIT_WORK_TREE', repo)
    expect(changed('HEAD', base)).toEqual({ files: ['文稿库/b.txt', '文稿库/甲/a.txt'], deleted: [] })
  })

  it('follows a GIT_DIR that lies elsewhere, and the index of a commit that is being made', () => {
    begin()
    commit(['a.txt', 'b.txt'])
    put('a.txt', '改')
    vi.stubEnv('GIT_INDEX_FILE', at('.git/next-index'))
    git(['read-tree', 'HEAD'])
    git(['rm', '-q', '--cached', 'b.txt'])
    expect(changed().files).toEqual(['a.txt', 'b.txt'])
    vi.stubEnv('GIT_INDEX_FILE', undefined)
    expect(changed().files).toEqual(['a.txt'])
    renameSync(at('.git'), join(base, 'elsewhere'))
    vi.stubEnv('GIT_DIR', join(base, 'elsewhere'))
    expect(changed().files).toEqual(['a.txt'])
  })
})

describe.skipIf(!hasGit)('repositories inside', () => {
  function withModule(): string {
    const library = join(base, '上级文件')
    begin(library)
    commit(['意见.txt', '不变.txt'], library)
    begin()
    commit(['a.txt'])
    git(['submodule', '--quiet', 'add', library, 'lib 库'])
    return commit([])
  }

  it('a submodule counts with its own files: committed, changed, new', () => {
    const old = withModule()
    const module = at('lib 库')
    expect(changed(old)).toEqual({ files: [], deleted: [] })
    put('意见.txt', '改', module)
    put('新.txt', '新', module)
    expect(changed(old).files).toEqual(['lib 库/意见.txt', 'lib 库/新.txt'].sort())
    expect(changed().files).toEqual(changed(old).files)
    commit([], module)
    git(['rm', '-q', '不变.txt'], module)
    expect(changed()).toEqual({ files: ['lib 库/意见.txt', 'lib 库/新.txt'].sort(), deleted: ['lib 库/不变.txt'] })
    commit([])
    expect(changed()).toEqual({ files: [], deleted: ['lib 库/不变.txt'] })
    expect(changed(old)).toEqual({ files: ['lib 库/意见.txt', 'lib 库/新.txt'].sort(), deleted: ['lib 库/不变.txt'] })
    expect(changed(undefined, module)).toEqual({ files: [], deleted: ['不变.txt'] })
  })

  it('one that is new counts with all its files, one that is gone with its folder, one that was not fetched not at all', () => {
    withModule()
    expect(changed('HEAD~1').files).toEqual(['.gitmodules', 'lib 库/不变.txt', 'lib 库/意见.txt'])
    const copy = join(base, '副本')
    git(['clone', '-q', repo, copy], base)
    expect(changed('HEAD~1', copy)).toEqual({ files: ['.gitmodules'], deleted: [] })
    // Git leaves an empty .gitmodules.
    git(['rm', '-q', 'lib 库'])
    expect(changed()).toEqual({ files: ['.gitmodules'], deleted: ['lib 库'] })
  })

  it('all files of one whose old commit was not fetched', () => {
    const old = withModule()
    const module = at('lib 库')
    put('意见.txt', '改', module)
    commit([], module)
    commit([])
    const copy = join(base, '副本')
    git(['clone', '-q', repo, copy], base)
    git(['push', '-q', 'origin', 'HEAD:refs/heads/later'], module)
    git(['-C', join(base, '上级文件'), 'checkout', '-q', 'later'])
    git(['config', 'submodule.lib 库.url', `file://${join(base, '上级文件')}`], copy)
    git(['submodule', '--quiet', 'update', '--init', '--depth', '1'], copy)
    expect(changed(old, copy).files).toEqual(['lib 库/不变.txt', 'lib 库/意见.txt'])
  })

  it('one that git does not track', () => {
    begin()
    commit(['a.txt'])
    begin(at('另一库'))
    commit(['b.txt'], at('另一库'))
    put('另一库/c.txt')
    expect(changed().files).toEqual(['另一库/b.txt', '另一库/c.txt'])
  })
})

describe.skipIf(!hasGit)('what is asked of a path', () => {
  it('knows files by any of their names, also those that are gone', () => {
    begin()
    commit(['甲/a.txt', 'b.txt', '上级.txt', '不变.txt'])
    put('甲/a.txt', '改')
    put('e\u0301.txt')
    rmSync(at('上级.txt'))
    const differs = changedTest(changedFiles(undefined, at('甲')), at('甲'))
    const asked = ['a.txt', './a.txt', at('甲/a.txt'), '../甲/a.txt', '../\u00e9.txt', '../上级.txt']
    expect(asked.filter((path) => !differs(path))).toEqual([])
    expect(['../b.txt', 'b.txt', at('不变.txt'), '../没有.txt', base].filter(differs)).toEqual([])
  })

  it('a link differs when what it leads to does', () => {
    if (process.platform === 'win32') return
    begin()
    put('甲/a.txt')
    mkdirSync(at('乙'))
    symlinkSync('../甲/a.txt', at('乙/链.txt'))
    symlinkSync('甲', at('丙'))
    symlinkSync('无', at('断.txt'))
    symlinkSync('环.txt', at('环.txt'))
    commit([])
    put('甲/a.txt', '改')
    const answer = changedFiles(undefined, repo)
    expect(answer.files).toEqual(['甲/a.txt'])
    const differs = changedTest(answer, repo)
    expect(['乙/链.txt', '丙/a.txt', '断.txt', '环.txt'].filter(differs)).toEqual(['乙/链.txt', '丙/a.txt'])
    rmSync(at('乙/链.txt'))
    symlinkSync('../别处.txt', at('乙/链.txt'))
    expect(changed().files).toEqual(['乙/链.txt', '甲/a.txt'])
  })
})

describe.skipIf(!hasGit)('refuses, in Chinese, and says what to do', () => {
  it('what is no base', () => {
    begin()
    commit(['a.txt'])
    const cases: readonly (readonly [since: string, message: RegExp, remedy: RegExp])[] = [
      ['', /--changed 后面是空的/, /GITHUB_BASE_REF/],
      [' ', /--changed 后面是空的/, /变量/],
      ['--output=x', /不能是“--output=x”/, /origin\/main/],
      ['-h', /不能是“-h”/, /origin\/main/],
      ['a\0b', /不能是/, /分支/],
      ['0'.repeat(40), /全是 0/, /origin\/main/],
      ['main~9', /找不到 --changed 的基准 main~9/, /./],
      ['main..HEAD', /找不到/, /./],
      ['origin/', /找不到/, /变量是不是没有取值/],
      ['origin/x', /找不到/, /git fetch origin x/],
      ['main..x', /找不到/, /只写起点.*--changed main$/],
      ['main...x', /找不到/, /只写起点.*--changed main$/],
      ['mian', /找不到/, /是不是 main？/],
      ['a.txt', /a\.txt 不是分支、标签或提交，而是文件/, /--changed HEAD a\.txt/],
      ['HEAD:a.txt', /找不到/, /./],
    ]
    for (const [since, message, remedy] of cases) {
      const error = refusal(since)
      expect(error.message, since).toMatch(message)
      expect(error.remedy, since).toMatch(remedy)
    }
    expect(readdirSync(repo).sort()).toEqual(['.git', 'a.txt'])
  })

  it('a branch that only the remote has', () => {
    begin()
    commit(['a.txt'])
    const copy = join(base, '副本')
    git(['clone', '-q', repo, copy], base)
    git(['checkout', '-q', '-b', '拟稿'], copy)
    git(['branch', '-q', '-D', 'main'], copy)
    expect(refusal('main', copy).remedy).toBe('是不是 origin/main？')
    expect(changed('origin/main', copy).files).toEqual([])
  })

  it('a shallow clone that lacks the base, or the place where the branches part', () => {
    begin()
    commit(['a.txt'])
    git(['checkout', '-q', '-b', '拟稿'])
    commit(['b.txt'])
    commit(['c.txt'])
    git(['checkout', '-q', 'main'])
    commit(['d.txt'])
    const shallow = join(base, '浅')
    git(['clone', '-q', '--depth', '1', '--branch', '拟稿', `file://${repo}`, shallow], base)
    for (const since of ['origin/main', 'HEAD~1']) {
      const error = refusal(since, shallow)
      expect(error.message).toMatch(/找不到 --changed 的基准 .*只取了一部分历史/)
      expect(error.remedy).toMatch(/fetch-depth: 0.*GIT_DEPTH: 0.*git fetch --unshallow/)
    }
    git(['fetch', '-q', '--depth', '1', 'origin', 'main:refs/remotes/origin/main'], shallow)
    expect(refusal('origin/main', shallow)).toMatchObject({
      message: '只取了一部分历史，找不到当前分支与 origin/main 从哪里分开',
      remedy: expect.stringContaining('fetch-depth: 0'),
    })
    git(['fetch', '-q', '--unshallow'], shallow)
    expect(changed('origin/main', shallow).files).toEqual(['b.txt', 'c.txt'])
  })

  it('histories that have nothing in common', () => {
    begin()
    commit(['a.txt'])
    git(['checkout', '-q', '--orphan', '另起'])
    expect(refusal('main')).toMatchObject({ message: expect.stringContaining('当前分支还没有提交') })
    commit(['b.txt'])
    expect(refusal('main')).toMatchObject({ message: '当前分支与 main 没有共同的历史，不能比较' })
  })

  it('a repository without a commit', () => {
    begin()
    for (const since of ['HEAD', 'main']) expect(refusal(since).message).toMatch(/还没有提交/)
  })

  it('a folder outside of repositories, inside of .git, or in a bare one', () => {
    mkdirSync(repo)
    vi.stubEnv('GIT_CEILING_DIRECTORIES', base)
    expect(refusal()).toMatchObject({
      message: `--changed 只能用于 Git 仓库，${repo.replaceAll('\\', '/')} 不在仓库中`,
      remedy: '请换到仓库中运行，或去掉 --changed',
    })
    vi.stubEnv('GIT_DIR', join(base, '没有'))
    expect(refusal().remedy).toMatch(/GIT_DIR/)
    vi.stubEnv('GIT_DIR', undefined)
    begin()
    expect(refusal(undefined, at('.git')).message).toMatch(/仓库的内部/)
    git(['init', '-q', '--bare', join(base, '裸')])
    expect(refusal(undefined, join(base, '裸')).message).toMatch(/裸仓库/)
  })

  it('a repository of somebody else', () => {
    begin()
    commit(['a.txt'])
    vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1')
    expect(refusal('HEAD')).toMatchObject({
      message: expect.stringMatching(/不肯读取.*另一个用户/),
      remedy: expect.stringContaining('git config --global --add safe.directory'),
    })
  })

  it('a repository that is broken, in the words of git', () => {
    begin()
    commit(['a.txt'])
    writeFileSync(at('.git/index'), 'x'.repeat(100))
    expect(refusal()).toMatchObject({ message: expect.stringMatching(/^git 出错：.*index/) })
  })

  it('a machine without git, or with an old one', () => {
    begin()
    commit(['a.txt'])
    const bin = join(base, 'bin')
    mkdirSync(bin)
    vi.stubEnv('PATH', bin)
    // A program that came with the documents is not run, wherever the system may look.
    put(process.platform === 'win32' ? 'git.exe' : 'git', 'x')
    expect(refusal()).toMatchObject({
      message: expect.stringContaining('没有找到'),
      remedy: expect.stringContaining('PATH'),
    })
    if (process.platform === 'win32') return
    writeFileSync(join(bin, 'git'), `#!/bin/sh\ncase "$3" in status) exit 129;; *) echo '${repo}';; esac\n`, {
      mode: 0o755,
    })
    expect(refusal()).toMatchObject({ message: expect.stringContaining('git 版本过低') })
    chmodSync(join(bin, 'git'), 0o644)
    expect(refusal().message).toMatch(/^git 无法运行（EACCES）/)
  })
})
