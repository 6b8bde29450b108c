/** What `npm run build` left in dist/. `npm test` builds first. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drafts } from './drafts.ts'
import { onePage, shown, ucs2 } from './pdf.ts'

const root = process.cwd()
const bin = join(root, 'bin', 'burden-lint.js')
const folder = mkdtempSync(join(tmpdir(), 'burden-lint-'))

beforeAll(() => {
  for (const [name, bytes] of Object.entries(drafts())) writeFileSync(join(folder, name), bytes)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Lints in a process of its own: which parts it loaded (without their hashes), and for which V8 had no use for the machine code. */
function loadedFor(...args: string[]): { parts: string[]; rejected: string[] } {
  const script = `
    const vm = require('node:vm')
    const { basename } = require('node:path')
    const parts = [], rejected = []
    vm.Script = class extends vm.Script {
      constructor(code, options) {
        super(code, options)
        // The limit of time is a script, too.
        if (options?.filename === undefined) return
        parts.push(basename(options.filename))
        if (this.cachedDataRejected !== false) rejected.push(basename(options.filename))
      }
    }
    process.argv.splice(1, 0, 'burden-lint')
    process.stdout.write = () => true
    process.on('exit', () => console.error(JSON.stringify({ parts, rejected })))
    require(${JSON.stringify(bin)})`
  const { stderr } = spawnSync(process.execPath, ['-e', script, ...args], { cwd: folder, encoding: 'utf8' })
  const { parts, rejected } = JSON.parse(stderr)
  const plain = (names: string[]) => names.map((name) => name.replace(/(?:-[\w-]{8})?\.js$/, '')).sort()
  return { parts: plain(parts), rejected: plain(rejected) }
}

describe.skipIf(!existsSync(join(root, 'dist')))('the build', () => {
  it('loads for a draft only what its format and its genre need, compiled beforehand', () => {
    // A speech in which a word stands that several rules look for.
    expect(loadedFor('draft.txt')).toEqual({ parts: ['program', 'words'], rejected: [] })
    expect(loadedFor('draft.docx')).toEqual({ parts: ['docx', 'program', 'rolldown-runtime', 'words'], rejected: [] })
    expect(loadedFor('draft.md')).toEqual({ parts: ['markdown', 'program', 'rolldown-runtime', 'words'], rejected: [] })
    // Front matter is YAML.
    writeFileSync(join(folder, 'list.md'), '- 各乡镇：\n  - 要层层签订责任状。\n')
    expect(loadedFor('list.md')).toEqual({
      // A masthead is looked for in texts and in how Word sets it, by one rule: its two small parts come along.
      parts: ['markdown', 'papers', 'program', 'remark', 'rolldown-runtime', 'typefaces', 'typeset', 'words', 'yaml'],
      rejected: [],
    })
  })

  it('loads with a configuration the rules that it speaks of besides', () => {
    writeFileSync(join(folder, 'settings.json'), '{"rules":{"broken-numbering":"off"},"ignores":["存档"]}')
    const { parts, rejected } = loadedFor('draft.txt', '--config', 'settings.json')
    expect(parts.filter((part) => ['papers', 'reports', 'optional', 'kinds', 'phrase-rule'].includes(part))).toEqual([])
    expect(rejected).toEqual([])
    writeFileSync(join(folder, 'settings.json'), '{"rules":{"thin-report":"error"}}')
    expect(loadedFor('draft.txt', '--config', 'settings.json').parts).toContain('reports')
  })

  it('loads parts with their machine code in a run over many documents, which V8 compiles by other rules', () => {
    const many = join(folder, 'many')
    mkdirSync(many)
    const text = `关于防汛工作的通知\n\n各乡镇：\n${'各乡镇要层层签订责任状，实行一票否决。\n'.repeat(600)}`
    for (const name of Array.from({ length: 20 }, (_, i) => `${i}.txt`)) writeFileSync(join(many, name), text)
    const { parts, rejected } = loadedFor('many', '--quiet')
    expect(parts).toContain('papers')
    expect(rejected).toEqual([])
  })

  it('reads a PDF in a thread of its own, with the character maps that its fonts ask for', () => {
    writeFileSync(join(folder, 'draft.pdf'), onePage(shown([[100, 700, ucs2('要层层签订责任状。')]])))
    const args = [bin, 'draft.pdf', '--genre', 'notice', '--format', 'json']
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
    expect(stderr).toBe('')
    const { files } = JSON.parse(stdout)
    expect(files[0].diagnostics).toContainEqual(expect.objectContaining({ rule: 'responsibility-letter' }))
    expect(files[0].diagnostics[0].place.label).toBe('第1页第1段')
  })

  it.skipIf(process.platform === 'win32')(
    'writes all of a long report into a pipe whose reader is slow, and is quiet when it leaves',
    () => {
      // More than a pipe holds.
      const many = Array.from({ length: 400 }, () => '各乡镇要层层签订责任状，实行一票否决。').join('\n')
      writeFileSync(join(folder, 'many.txt'), `关于防汛工作的通知\n\n各乡镇：\n${many}\n`)
      const run = (reader: string) =>
        spawnSync('sh', ['-c', `"$0" "$1" many.txt --format json | (sleep 0.3; ${reader})`, process.execPath, bin], {
          cwd: folder,
          encoding: 'utf8',
          maxBuffer: 1e8,
        })
      expect(JSON.parse(run('cat').stdout).files).toHaveLength(1)
      expect(run('head -c 1')).toMatchObject({ stdout: '{', stderr: '' })
    },
  )

  it.skipIf(process.platform === 'win32')('writes lines in their order into a pipe whose reader is slow', () => {
    const drafts = join(folder, 'drafts')
    mkdirSync(drafts, { recursive: true })
    // More than a pipe holds each, and so many that threads read them: they make a pipe one that does not wait.
    const many = Array.from({ length: 200 }, () => '各乡镇要层层签订责任状，实行一票否决。').join('\n')
    for (let i = 0; i < 24; i++)
      writeFileSync(join(drafts, `${i}.txt`), `关于第${i}次防汛工作的通知\n\n各乡镇：\n${many}\n`)
    const script = '"$0" "$1" drafts --jobs 2 --format ndjson | (sleep 1; cat)'
    const { stdout, stderr } = spawnSync('sh', ['-c', script, process.execPath, bin], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1e9,
    })
    expect(stderr).toBe('')
    const paths = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).path)
    expect(paths).toEqual(Array.from({ length: 24 }, (_, i) => `drafts/${i}.txt`).sort())
  })

  it('needs nothing from node_modules', () => {
    const { status, stdout } = spawnSync(process.execPath, [bin, 'draft.md', '--format', 'json'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '', NODE_PATH: '' },
    })
    expect(status).toBeLessThan(2)
    expect(JSON.parse(stdout).files).toHaveLength(1)
    const code = readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.js'))
    expect(code.length).toBeGreaterThan(5)
  })
})
