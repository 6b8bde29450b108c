/**
 * The package as somebody installs it: what `npm pack` puts into it, how it is imported, and whether its types hold. The examples in docs/library.md are
 * run there, each with its output.
 *
 * UPDATE_EXPECTED=1 writes what comes out instead of comparing it; the differences are then for a person to read.
 */
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = process.cwd()
const updating = Boolean(process.env.UPDATE_EXPECTED)
const page = join(root, 'docs', 'library.md')
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'burden-lint-package-')))
const windows = process.platform === 'win32'

function run(command: string, args: readonly string[], cwd = folder) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    // npm is a script there.
    shell: windows && command === 'npm',
    env: { ...process.env, NODE_OPTIONS: '', NODE_PATH: '', FORCE_COLOR: '0' },
  })
  return { status, stdout, stderr }
}

/** Types are checked as strictly as anybody may check them, those of the package too. */
function typecheck(name: string, options: readonly string[] = []) {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const strictly =
    '--noEmit --strict --exactOptionalPropertyTypes --module nodenext --target es2023 --skipLibCheck false'
  const { status, stdout } = run(process.execPath, [tsc, ...strictly.split(' '), '--types', '', ...options, name])
  return { status, stdout }
}

const put = (name: string, text: string) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
}

describe.skipIf(!existsSync(join(root, 'dist')))('the package', () => {
  beforeAll(() => {
    // Without scripts: `prepare` would build again.
    const packed = run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], root)
    expect(packed).toMatchObject({ status: 0 })
    put('package.json', '{"name":"consumer","private":true}')
    const install = ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--silent']
    expect(run('npm', [...install, `./${packed.stdout.trim()}`])).toMatchObject({ status: 0, stderr: '' })
    // What the examples use besides; their own dependencies they find where they really are.
    for (const name of ['unified', 'remark-parse', 'remark-stringify', 'vfile', 'vfile-reporter'])
      symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), windows ? 'junction' : 'dir')
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('brings no dependency, and what its exports lead to', () => {
    const installed = join(folder, 'node_modules', 'burden-lint')
    const { exports, main, types, dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
    expect(dependencies).toBeUndefined()
    const targets = JSON.stringify([exports, main, types]).match(/"(?:\.\/|dist\/)[^"]+\.\w+"(?!:)/g) ?? []
    expect(targets.length).toBeGreaterThan(9)
    for (const target of targets) expect(existsSync(join(installed, JSON.parse(target))), target).toBe(true)
    expect(existsSync(join(installed, 'docs', 'library.md'))).toBe(true)
    // All parts, but no machine code: it is for one version of Node on one kind of machine.
    const parts = readdirSync(join(root, 'dist'), { withFileTypes: true }).filter((entry) => entry.isFile())
    expect(readdirSync(join(installed, 'dist')).sort()).toEqual(parts.map(({ name }) => name).sort())
  })

  it('is one program, whichever way it is imported', () => {
    put(
      'one.mjs',
      `import { createRequire } from 'node:module'
      import * as here from 'burden-lint'
      import plugin, { burdenLint } from 'burden-lint/unified'
      const require = createRequire(import.meta.url)
      const there = require('burden-lint')
      const required = require('burden-lint/unified')
      console.log(JSON.stringify([Object.keys(here).sort(), Object.keys(there).sort(), Object.keys(required).sort()]))
      console.log(here.lint === there.lint, here.UsageError === there.UsageError, here.burdenLint === plugin)
      console.log(burdenLint === plugin, required.default === plugin, required.burdenLint === plugin)
      console.log(require('burden-lint/schema.json').type, require('burden-lint/package.json').name)
      await import('burden-lint/dist/library.js').catch(({ code }) => console.log(code))`,
    )
    const names = ['UsageError', 'burdenLint', 'lint']
    expect(run(process.execPath, ['one.mjs'])).toEqual({
      status: 0,
      stderr: '',
      stdout: `${JSON.stringify([names, names, ['burdenLint', 'default']])}\n${'true true true\n'.repeat(2)}object burden-lint\nERR_PACKAGE_PATH_NOT_EXPORTED\n`,
    })
  })

  it('still reads PDF and Word files in threads and parts of its own', () => {
    put(
      'parts.mjs',
      `import { readFileSync } from 'node:fs'
      import { lint } from 'burden-lint'
      const [, , ...paths] = process.argv
      const documents = paths.map((path, i) => ({ path: i + path.slice(path.lastIndexOf('.')), text: readFileSync(path) }))
      const { files, problems } = await lint({ documents })
      console.log(JSON.stringify(files.map(({ genre, diagnostics }) => [genre !== null, diagnostics.map((d) => d.rule)])), problems.length)`,
    )
    const made = `import { writeFileSync } from 'node:fs'
      import { onePage, shown, ucs2 } from ${JSON.stringify(join(root, 'src', 'dev', 'pdf.ts'))}
      import { drafts } from ${JSON.stringify(join(root, 'src', 'dev', 'drafts.ts'))}
      writeFileSync('draft.pdf', onePage(shown([[100, 700, ucs2('要层层签订责任状。')]])))
      writeFileSync('draft.docx', drafts()['draft.docx'])`
    put('made.mts', made)
    const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs')
    expect(run(process.execPath, [tsx, 'made.mts'])).toMatchObject({ status: 0 })
    const { stdout, stderr, status } = run(process.execPath, ['parts.mjs', 'draft.pdf', 'draft.docx'])
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
    expect(stdout).toMatch(/^\[\[true,\[.*\]\],\[true,\[.*\]\]\] 0\n$/)
  })

  const library = 'burden-lint'
  const consumer = `import { burdenLint, lint, UsageError, type LintOptions, type LintResult } from '${library}'
import plugin from '${library}/unified'
export const options: LintOptions = { files: ['a.txt'], strict: true, rules: { 'overlong-speech': 'off' } }
export const result: Promise<LintResult> = lint(options)
export const plugins: (typeof burdenLint)[] = [plugin]
export const remedy = (error: unknown): string => (error instanceof UsageError ? error.remedy : '')
lint({ documents: [{ path: 'a.md', text: new Uint8Array() }], signal: new AbortController().signal })
// @ts-expect-error Either files or documents.
lint({ files: ['a.txt'], documents: [] })
// @ts-expect-error Something has to be linted.
lint({ strict: true })
// @ts-expect-error No such level.
lint({ files: [], rules: { 'overlong-speech': 'errror' } })
// @ts-expect-error The plug-in gets its document from elsewhere.
burdenLint({ files: [] })
`
  it('has types for ES modules', () => {
    put('consumer.mts', consumer)
    expect(typecheck('consumer.mts')).toEqual({ status: 0, stdout: '' })
  })
  it('has types for CommonJS', () => {
    put('consumer.cts', consumer)
    expect(typecheck('consumer.cts')).toEqual({ status: 0, stdout: '' })
    put('required.cts', `import library = require('${library}')\nexport const { lint }: typeof library = library\n`)
    expect(typecheck('required.cts')).toEqual({ status: 0, stdout: '' })
  })
  it('has types for bundlers, and for programs without the types of browsers or Node', () => {
    put('bundled.ts', consumer)
    const bundler = ['--module', 'preserve', '--moduleResolution', 'bundler']
    expect(typecheck('bundled.ts', bundler)).toEqual({ status: 0, stdout: '' })
    put('bare.mts', `export { burdenLint, lint } from '${library}'\nexport { default } from '${library}/unified'\n`)
    expect(typecheck('bare.mts', ['--lib', 'es2023'])).toEqual({ status: 0, stdout: '' })
  })
  it('has a plug-in that unified takes, with its options', () => {
    put(
      'processor.mts',
      `import { burdenLint } from '${library}'
import plugin from '${library}/unified'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import { type Plugin, unified } from 'unified'
unified().use(remarkParse).use(remarkStringify).use(burdenLint, { strict: true }).process('一份文稿。')
unified().use(remarkParse).use(plugin).use(remarkStringify).process('一份文稿。')
unified().use([remarkParse, [plugin, { genre: 'notice' }]])
export const plugins: Plugin<[{ strict: true }?]>[] = [plugin]
// @ts-expect-error No such option.
unified().use(plugin, { strickt: true })
`,
    )
    expect(typecheck('processor.mts')).toEqual({ status: 0, stdout: '' })
  })

  it('docs/library.md: every example runs and prints what the page shows', () => {
    const text = readFileSync(page, 'utf8').replaceAll('\r\n', '\n')
    const blocks = [...text.matchAll(/^```(\w+) file=(\S+)\n([\s\S]*?)^```$/gm)]
    for (const [, , name, code] of blocks) put(name!, code!)
    const names = blocks.map(([, , name]) => name!).filter((name) => /\.[cm]js$/.test(name))
    expect(names.length).toBeGreaterThan(4)
    const outputs = names.map((name) => {
      const { stdout, stderr } = run(process.execPath, [name])
      return stdout + stderr
    })
    let index = 0
    const actual = text.replace(
      /^```text output\n[\s\S]*?^```$/gm,
      () => `\`\`\`text output\n${outputs[index++]}\`\`\``,
    )
    expect(index).toBe(names.length)
    if (updating) writeFileSync(page, actual)
    expect(updating ? actual : text).toBe(actual)
    const typed = blocks.map(([, , name]) => name!).filter((name) => name.endsWith('.mts'))
    expect(typed.length).toBe(1)
    for (const name of typed) expect(typecheck(name, ['--lib', 'es2023,dom'])).toEqual({ status: 0, stdout: '' })
  })

  it('leaves nothing behind in the folder that it was used in', () => {
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  })
})
