/** The examples for pipelines and hooks: every command line is one that the program takes, and does what the example says. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import { main, nodeHost } from '../cli.ts'
import { READABLE } from '../files/discovery.ts'

const ROOT = process.cwd()
const EXAMPLES = 'examples/ci'
const HOOK = join(EXAMPLES, 'pre-commit')
const HOOKS = '.pre-commit-hooks.yaml'
const text = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const workflows = readdirSync(join(ROOT, EXAMPLES)).filter((name) => name.endsWith('.yml'))

// ------------------------------------------------------------------------------------------- the command lines in them

/** Every string that a workflow hands to a shell. */
function scriptsOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return ['run', 'script', 'before_script'].includes(key) ? [value] : []
  if (Array.isArray(value)) return value.flatMap((item) => scriptsOf(item, key))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => scriptsOf(inner, name))
}

/** The shell lines in the code blocks of a page. */
const blocksOf = (page: string) =>
  [...page.matchAll(/^```(?:sh|bash|console)\n(.*?)^```$/gms)].map(([, block]) => block!.replace(/^\$ /gm, ''))

/** What `burden-lint` is given in each place where a script calls it. Variables are not filled in. */
function callsIn(script: string): string[][] {
  const lines = script
    .replace(/\$\{\{.*?\}\}/g, '1')
    .replace(/\\\n/g, ' ')
    .split('\n')
  return lines.flatMap((line) => {
    const words = line.match(/(?:[^\s"'|&;<>#]|"[^"]*"|'[^']*')+|[|&;<>#]+/g) ?? []
    return words.flatMap((word, at) => {
      if (word !== 'burden-lint' || !['npx', undefined].includes(words[at - 1])) return []
      const rest = words.slice(at + 1)
      const end = rest.findIndex((next) => /^[|&;<>#]/.test(next))
      return [(end < 0 ? rest : rest.slice(0, end)).map((next) => next.replaceAll(/["']/g, ''))]
    })
  })
}

async function helpOf(command: readonly string[]): Promise<string> {
  const out: string[] = []
  const quiet = { write: () => {} }
  await main([...command, '--help'], {
    host: nodeHost(ROOT),
    root: ROOT,
    stdout: { write: (line) => out.push(line), columns: 200 },
    stderr: quiet,
    stdin: () => new Uint8Array(),
    today: () => '2026-03-05',
    env: {},
  })
  return out.join('')
}

/** By name: does an option want a value (`<`), or take one (`[`), and what is said about it. */
async function optionsOf(command: readonly string[]) {
  // A description that goes on in the next line begins far to the right.
  const help = (await helpOf(command)).replace(/\n {10,}/g, '')
  const options = new Map<string, { value: string; about: string }>()
  for (const [, short, long, value = '', about = ''] of help.matchAll(
    /^ {2}(?:(-\w), )?(--[a-z-]+)(?: ([<[]))?(.*)$/gm,
  ))
    for (const name of [short, long]) if (name) options.set(name, { value, about })
  return options
}

/** What is wrong with a call, judged by the program's own help. */
async function faultsOf(call: readonly string[]): Promise<string[]> {
  const commands = new Set([...(await helpOf([])).matchAll(/^ {2}([a-z]+) {2,}/gm)].map(([, name]) => name!))
  const first = call[0]
  const faults: string[] = []
  // A single Latin word is a command, or a slip; one of the pages has a folder of that kind.
  const command = first !== undefined && /^[a-z]+$/.test(first) && first !== 'drafts' ? [first] : []
  if (command[0] !== undefined && !commands.has(command[0])) faults.push(`no command ${command[0]}`)
  const usual = await optionsOf([])
  const options = faults.length > 0 ? usual : await optionsOf(command)
  for (const [at, word] of call.entries()) {
    if (word === '--') break
    if (!/^-./.test(word)) continue
    const next = call[at + 1]
    const option = options.get(word)
    if (!option) faults.push(`no option ${word}`)
    else if (option.value === '<' && (next === undefined || next.startsWith('-'))) faults.push(`${word} needs a value`)
    else if (word === '--format') {
      const about = option.about.includes('与检查时相同') ? usual.get(word)!.about : option.about
      if (!about.split(/[^a-z]+/).includes(next!.split(':')[0]!)) faults.push(`no format ${next}`)
    }
  }
  return faults
}

describe('command lines', () => {
  it('are found and judged', async () => {
    expect(
      callsIn('npm ci\nnpx burden-lint "甲 乙.txt" --quiet | tee x; echo burden-lint\nburden-lint merge a.json'),
    ).toEqual([
      ['甲 乙.txt', '--quiet'],
      ['merge', 'a.json'],
    ])
    expect(await faultsOf(['甲.txt', '--quite', '--format', 'sarf:x', '-o'])).toEqual([
      'no option --quite',
      'no format sarf:x',
      '-o needs a value',
    ])
    expect(await faultsOf(['mesures', '--quiet'])).toEqual(['no command mesures'])
    expect(await faultsOf(['count', '--fix'])).toEqual(['no option --fix'])
    expect(await faultsOf(['merge', 'a.json', '--format', 'word'])).toEqual(['no format word'])
    expect(await faultsOf(['甲.txt', '--format', 'sarif:x', '--quiet', '-o', 'y'])).toEqual([])
  })

  it.each(workflows.map((name) => join(EXAMPLES, name)))('%s', async (path) => {
    const calls = scriptsOf(parse(text(path))).flatMap(callsIn)
    expect(calls.length).toBeGreaterThan(0)
    for (const call of calls) expect(await faultsOf(call), call.join(' ')).toEqual([])
  })

  it.each([join(EXAMPLES, 'README.md'), 'README.md', 'README.zh-CN.md'])('%s', async (path) => {
    const calls = blocksOf(text(path)).flatMap(callsIn)
    expect(calls.length).toBeGreaterThan(0)
    for (const call of calls) expect(await faultsOf(call), call.join(' ')).toEqual([])
  })
})

// ---------------------------------------------------------------------------------------------------- the files as such

describe('workflows', () => {
  it.each(workflows)('%s is YAML that says what its system wants', (name) => {
    const workflow = parse(text(join(EXAMPLES, name)), { uniqueKeys: true, strict: true })
    if (!name.startsWith('github')) {
      const jobs = Object.entries<Record<string, unknown>>(workflow).filter(([key]) => !['stages'].includes(key))
      for (const [key, job] of jobs) {
        const whole = { ...(job.extends ? workflow[job.extends as string] : {}), ...job }
        if (key.startsWith('.')) continue
        expect(whole, key).toMatchObject({ image: expect.any(String), script: expect.any(Array) })
        expect(workflow.stages, key).toContain(whole.stage)
        for (const needed of whole.needs ?? []) expect(Object.keys(workflow)).toContain(needed)
      }
      return
    }
    expect(Object.keys(workflow.on).length).toBeGreaterThan(0)
    for (const [key, job] of Object.entries<{ steps: Record<string, string>[] }>(workflow.jobs)) {
      expect(job, key).toMatchObject({ 'runs-on': expect.any(String), steps: expect.any(Array) })
      for (const step of job.steps) {
        expect(Object.keys(step).filter((one) => one === 'uses' || one === 'run')).toHaveLength(1)
        // Whoever opens a merge request chooses its branch's name: that goes in as a variable, never as part of a script.
        expect(step.run ?? '').not.toMatch(/\$\{\{\s*github/)
      }
    }
  })

  it('whatever is kept or uploaded is written by a command', () => {
    for (const name of workflows) {
      const scripts = scriptsOf(parse(text(join(EXAMPLES, name)))).join('\n')
      for (const [, file] of text(join(EXAMPLES, name)).matchAll(/(?:sarif_file|codequality|junit): (\S+)/g))
        expect(scripts).toContain(`:${file}`)
      expect(scripts).toContain('--cache-location .burden-cache')
    }
  })
})

describe('the kinds of files', () => {
  const endings = [...READABLE.source.matchAll(/[a-z]+/g)].map(([ending]) => ending).sort()

  it('are those that the program picks up from folders, in both hooks', () => {
    expect([...text(HOOK).matchAll(/:\(icase\)\*\.([a-z]+)/g)].map(([, ending]) => ending).sort()).toEqual(endings)
    const [hook] = parse(text(HOOKS))
    const pattern = /^\(\?i\)\\\.\(([a-z|]+)\)\$$/.exec(hook.files)
    expect(pattern?.[1]?.split('|').sort()).toEqual(endings)
    const { bin } = JSON.parse(text('package.json'))
    expect(Object.keys(bin)).toContain(hook.entry)
  })
})

// --------------------------------------------------------------------------------------------------- run, as they would be

const has = (program: string) => spawnSync(program, ['--version']).status === 0
const hasTools = process.platform !== 'win32' && has('git') && has('bash') && existsSync(join(ROOT, 'dist'))
if (!hasTools) console.warn('没有 git、bash 或没有构建，跳过示例的试运行')

const NOTICE = '禾川县人民政府办公室关于做好防汛工作的通知\n\n各乡镇人民政府：\n'
/** One error. */
const VETO = `${NOTICE}对漏报险情的乡镇，年度考核实行一票否决。\n`
const CLEAN = `${NOTICE}6月1日前，各乡镇要备足沙袋和抽水泵，由县应急局逐乡清点。\n`

/** The last line of a shell script that is the program. */
const START = `exec '${process.execPath}' '${join(ROOT, 'bin/burden-lint.js')}' "$@"\n`

let base: string
let repo: string
beforeEach(() => {
  base = realpathSync.native(mkdtempSync(join(tmpdir(), 'burden-lint-ci-')))
  repo = join(base, '文稿 库')
  mkdirSync(repo)
  for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) vi.stubEnv(name, undefined)
  const settings = { GIT_CONFIG_GLOBAL: join(base, 'gitconfig'), GIT_CONFIG_NOSYSTEM: '1' }
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
  writeFileSync(join(base, 'gitconfig'), '[init]\ndefaultBranch = main\n[user]\nname = 甲\nemail = a@b\n')
  // The workflows call npx, which would find the program in the folder of the documents.
  put('npx', `#!/bin/sh\n[ "$1" = burden-lint ] || exit 99\nshift\n${START}`, join(base, 'bin'))
  chmodSync(join(base, 'bin/npx'), 0o755)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(base, { recursive: true, force: true })
})

function put(name: string, content: string, folder = repo): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), content)
}
function git(args: readonly string[], cwd = repo): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
  return stdout.trim()
}
/** A script, as the runners of both systems run it. */
function sh(script: string, env: Readonly<Record<string, string>> = {}, cwd = repo) {
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env, PATH: `${join(base, 'bin')}:${process.env.PATH}`, NO_COLOR: '1' },
  })
  return { status, stdout, stderr }
}

/** A checkout of a branch 拟稿: one bad draft is new; an old one, bad as well, is as it is on main. */
function checkout(): string {
  git(['init', '-q'])
  for (const name of ['旧稿.txt', '通知/一.txt', '通知/二.txt', '通知/三.txt'])
    put(name, name === '旧稿.txt' ? VETO : CLEAN)
  git(['add', '.'])
  git(['commit', '-q', '-m', '一'])
  const parted = git(['rev-parse', 'HEAD'])
  git(['checkout', '-q', '-b', '拟稿'])
  put('通知/新 稿（定）.txt', VETO)
  git(['add', '.'])
  git(['commit', '-q', '-m', '二'])
  const copy = join(base, '检出')
  git(['clone', '-q', '--branch', '拟稿', `file://${repo}`, copy], base)
  repo = copy
  return parted
}
/** The one script of an example in which a text stands. */
function scriptWith(name: string, part: string, without = '\0'): string {
  const found = scriptsOf(parse(text(join(EXAMPLES, name)))).filter((s) => s.includes(part) && !s.includes(without))
  expect(found).toHaveLength(1)
  return found[0]!
}
const sarif = () => {
  const [run] = JSON.parse(readFileSync(join(repo, 'burden-lint.sarif'), 'utf8')).runs
  return (run.results as never[])
    .map(({ ruleId, locations: [at] }: { ruleId: string; locations: { physicalLocation: never }[] }) => {
      const { artifactLocation } = at!.physicalLocation as { artifactLocation: { uri: string } }
      return `${ruleId} ${decodeURI(artifactLocation.uri)}`
    })
    .sort()
}
const quality = () =>
  JSON.parse(readFileSync(join(repo, 'gl-code-quality-report.json'), 'utf8'))
    .map((one: { check_name: string; location: { path: string } }) => `${one.check_name} ${one.location.path}`)
    .sort()

const NEW = 'one-vote-veto 通知/新 稿（定）.txt'
const OLD = 'one-vote-veto 旧稿.txt'

describe.skipIf(!hasTools)('run in a repository', { timeout: 60_000 }, () => {
  it('github.yml: what changed on a merge request, everything on main', () => {
    checkout()
    const all = sh(scriptWith('github.yml', 'burden-lint', '--changed'))
    expect({ ...all, stdout: all.stdout.match(/^::error/gm)?.length }).toMatchObject({ status: 1, stdout: 2 })
    expect(sarif()).toEqual([NEW, OLD].sort())
    expect(existsSync(join(repo, '.burden-cache'))).toBe(true)
    const changed = sh(scriptWith('github.yml', '--changed'), { GITHUB_BASE_REF: 'main' })
    expect(changed).toMatchObject({ status: 1, stdout: expect.stringMatching(/^::error file=通知\/新 稿（定）\.txt,/) })
    expect(sarif()).toEqual([NEW])
    git(['checkout', '-q', 'main'])
    expect(sh(scriptWith('github.yml', '--changed'), { GITHUB_BASE_REF: 'main' }).status).toBe(0)
    expect(sh(scriptWith('github.yml', '--changed'), { GITHUB_BASE_REF: '' })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('GITHUB_BASE_REF'),
    })
  })

  it('github-sharded.yml: the shards together find what one run finds', () => {
    checkout()
    sh(scriptWith('github.yml', 'burden-lint', '--changed'))
    const whole = sarif()
    const shard = scriptWith('github-sharded.yml', '--shard')
    mkdirSync(join(repo, '.burden-reports'))
    const { matrix } = parse(text(join(EXAMPLES, 'github-sharded.yml'))).jobs.shard.strategy
    for (const number of matrix.shard) {
      expect(sh(shard.replace(/\$\{\{ matrix\.shard \}\}/g, number))).toMatchObject({ status: 0 })
      cpSync(join(repo, `burden-lint-${number}.json`), join(repo, `.burden-reports/burden-lint-${number}.json`))
    }
    expect(shard).toContain(`/${matrix.shard.length}`)
    rmSync(join(repo, 'burden-lint.sarif'))
    expect(sh(scriptWith('github-sharded.yml', 'merge ')).status).toBe(1)
    expect(sarif()).toEqual(whole)
    const summary = join(base, 'summary.md')
    expect(sh(scriptWith('github-sharded.yml', 'GITHUB_STEP_SUMMARY'), { GITHUB_STEP_SUMMARY: summary }).status).toBe(0)
    expect(readFileSync(summary, 'utf8')).toContain('旧稿.txt')
  })

  it('gitlab-ci.yml: what changed on a merge request, shards on main', () => {
    const parted = checkout()
    const env = { CI_MERGE_REQUEST_DIFF_BASE_SHA: parted }
    expect(sh(scriptWith('gitlab-ci.yml', '--changed'), env).status).toBe(1)
    expect(quality()).toEqual([NEW])
    expect(readFileSync(join(repo, 'burden-lint.xml'), 'utf8')).toContain('新 稿（定）.txt')
    const { parallel } = parse(text(join(EXAMPLES, 'gitlab-ci.yml')))['公文减负检查（分片）']
    for (let i = 1; i <= parallel; i++)
      expect(
        sh(scriptWith('gitlab-ci.yml', '--shard'), { CI_NODE_INDEX: `${i}`, CI_NODE_TOTAL: `${parallel}` }),
      ).toMatchObject({ status: 0 })
    expect(sh(scriptWith('gitlab-ci.yml', 'merge ')).status).toBe(1)
    expect(quality()).toEqual([NEW, OLD].sort())
  })
})

describe.skipIf(!hasTools)('the hook', { timeout: 60_000 }, () => {
  /** As npm does it. */
  function install(): void {
    put('node_modules/.bin/burden-lint', `#!/bin/sh\n${START}`)
    chmodSync(join(repo, 'node_modules/.bin/burden-lint'), 0o755)
  }
  function begin(): void {
    git(['init', '-q'])
    put('.gitignore', 'node_modules\n')
    install()
    const hook = resolve(repo, '.git/hooks/pre-commit')
    mkdirSync(dirname(hook), { recursive: true })
    cpSync(join(ROOT, HOOK), hook)
    chmodSync(hook, 0o755)
    git(['add', '.'])
    git(['commit', '-q', '-m', '始'])
  }
  const commit = (...args: string[]) => {
    const { status, stdout, stderr } = sh(`git commit -q -m 改 ${args.join(' ')}`)
    // Git puts on standard error whatever a hook says.
    return { status, output: stdout + stderr }
  }
  const subjects = () => git(['log', '--format=%s']).split('\n')

  it('looks at staged documents only, whatever their names', () => {
    begin()
    put('没暂存.txt', VETO)
    put('程序.js', VETO)
    const names = ['通知/新 稿（定）.txt', '-x.txt', '引"号\'.TXT', '$(touch 坏).txt', '换\n行.txt', '𠮷.md']
    for (const name of names) put(name, CLEAN)
    git(['add', '--', ...names, '程序.js'])
    expect(commit()).toMatchObject({ status: 0, output: expect.stringContaining('检查 6 个文件') })
    put(names[0]!, VETO)
    git(['add', '--', names[0]!])
    const { status, output } = commit()
    expect(status).toBe(1)
    expect(output).toContain('通知/新 稿（定）.txt')
    expect(output).toContain('检查 1 个文件')
    expect(output).toContain('--no-verify')
    expect(subjects()).toEqual(['改', '始'])
    expect(readdirSync(repo)).not.toContain('坏')
    expect(commit('--no-verify').status).toBe(0)
  })

  it('looks at what is staged, where that is not what is on the disk', () => {
    begin()
    put('先坏 后好.txt', VETO)
    git(['add', '.'])
    put('先坏 后好.txt', CLEAN)
    put('先坏后删.txt', VETO)
    git(['add', '先坏后删.txt'])
    rmSync(join(repo, '先坏后删.txt'))
    const bad = commit()
    expect(bad.status).toBe(1)
    for (const name of ['先坏 后好.txt', '先坏后删.txt']) expect(bad.output).toContain(`${name} 暂存以后又改过`)
    expect(bad.output.match(/one-vote-veto/g)).toHaveLength(2)
    git(['add', '.'])
    put('先坏 后好.txt', VETO)
    expect(commit().status).toBe(0)
    expect(git(['show', 'HEAD:先坏 后好.txt'])).toBe(CLEAN.trim())
  })

  it('looks at what is committed by name, and has nothing to say on files that go or have other names', () => {
    begin()
    put('甲.txt', CLEAN)
    put('乙.txt', CLEAN)
    put('丙.txt', CLEAN)
    git(['add', '.'])
    git(['commit', '-q', '-m', '添'])
    put('甲.txt', VETO)
    put('乙.txt', CLEAN.replace('沙袋', '编织袋'))
    git(['add', '甲.txt'])
    expect(commit('乙.txt')).toMatchObject({ status: 0, output: expect.stringContaining('检查 1 个文件') })
    git(['reset', '-q', '--hard'])
    git(['rm', '-q', '甲.txt'])
    git(['mv', '丙.txt', '丙.bak'])
    expect(commit()).toMatchObject({ status: 0, output: '' })
  })

  it('says so where the program is missing or fails', () => {
    begin()
    rmSync(join(repo, 'node_modules'), { recursive: true })
    put('甲.txt', CLEAN)
    git(['add', '.'])
    const missing = commit()
    if (!has('burden-lint'))
      expect(missing).toMatchObject({ status: 1, output: expect.stringContaining('找不到 burden-lint') })
    install()
    put('.burdenrc.json', '{')
    expect(commit()).toMatchObject({ status: 1, output: expect.stringContaining('错误') })
    expect(subjects()).toEqual(['始'])
  })

  it.skipIf(!has('shellcheck'))('is as shellcheck wants it', () => {
    const { status, stdout } = spawnSync('shellcheck', [join(ROOT, HOOK)], { encoding: 'utf8' })
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
  })
})

// The framework itself: it makes an environment of its own from a clone of this repository, with npm.
const framework = hasTools && has('pre-commit') && process.env.BURDEN_LINT_PRE_COMMIT === '1'
describe.skipIf(!framework)('the framework pre-commit', { timeout: 600_000 }, () => {
  it('checks what is staged with the hook of this repository', () => {
    git(['init', '-q'])
    put('先坏 后好.txt', VETO)
    put('程序.js', VETO)
    git(['add', '.'])
    const { status, stdout } = sh(`pre-commit try-repo '${ROOT}' burden-lint --all-files --verbose`, {
      PRE_COMMIT_HOME: join(base, 'pre-commit'),
    })
    expect(stdout).toContain('检查 1 个文件')
    expect(stdout).toMatch(/one-vote-veto/)
    expect(status).toBe(1)
  })
})
