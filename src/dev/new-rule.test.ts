import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Rule, Scope } from '../core.ts'
import { examplesOf } from '../examples.ts'
import { tryExample } from './examples.ts'
import { generate } from './generate.ts'
import { newRule } from './new-rule.ts'

const scopes = ['doc', 'pair', 'corpus'] as const satisfies Scope[]
const root = mkdtempSync(join(tmpdir(), 'burden-lint-'))

beforeAll(() => {
  mkdirSync(join(root, 'rules', 'presets'), { recursive: true })
  for (const name of ['src', 'node_modules']) symlinkSync(join(process.cwd(), name), join(root, name), 'junction')
  for (const name of ['biome.json', 'tsconfig.json', 'package.json'])
    writeFileSync(join(root, name), readFileSync(join(process.cwd(), name)))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('newRule', () => {
  it.each(scopes)('writes a %s rule whose examples pass', async (scope) => {
    const id = `new-${scope}-rule`
    expect(newRule(root, id, scope)).toEqual([`rules/${id}.ts`, `rules/${id}.md`])
    const rule: Rule = (await import(/* @vite-ignore */ pathToFileURL(join(root, 'rules', `${id}.ts`)).href)).default
    expect(rule.scope).toBe(scope)
    const examples = examplesOf(readFileSync(join(root, 'rules', `${id}.md`), 'utf8'))
    expect(examples.length).toBeGreaterThanOrEqual(6)
    for (const example of examples) {
      const { found, expected, severities } = await tryExample(id, example, { [id]: rule })
      expect(found, example.name).toEqual(expected)
      expect(severities).not.toContain('info')
    }
  })

  it('writes what the compiler, the formatter and the generator accept', { timeout: 60_000 }, async () => {
    const run = (bin: string, args: string[]) => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(process.cwd(), 'node_modules', bin), ...args],
        {
          cwd: root,
          encoding: 'utf8',
        },
      )
      return { status, said: status === 0 ? '' : stdout + stderr }
    }
    const clean = { status: 0, said: '' }
    writeFileSync(
      join(root, 'tsconfig.rules.json'),
      JSON.stringify({ extends: './tsconfig.json', compilerOptions: { preserveSymlinks: true }, include: ['rules'] }),
    )
    expect(run('typescript/bin/tsc', ['-p', 'tsconfig.rules.json'])).toEqual(clean)
    expect(run('@biomejs/biome/bin/biome', ['check', 'rules'])).toEqual(clean)
    const { files, faults } = await generate(root)
    expect(faults).toEqual([])
    expect(files.get('rules/index.ts')).toContain("import newDocRule from './new-doc-rule.ts'")
    expect(files.get('rules/new-pair-rule.md')).toContain('| `words` | 文字 | 示例用语 | 要找的用语 |')
    expect(files.get('rules/new-doc-rule.md')).toMatch(/## 选项\n\n<!-- generated:options -->\n\n没有选项。\n/)
  })

  it('never overwrites, and refuses ids that are no words', () => {
    writeFileSync(join(root, 'rules', 'taken-page.md'), 'kept')
    expect(() => newRule(root, 'taken-page', 'doc')).toThrow(/taken-page\.md exists already/)
    expect(existsSync(join(root, 'rules', 'taken-page.ts'))).toBe(false)
    expect(readFileSync(join(root, 'rules', 'taken-page.md'), 'utf8')).toBe('kept')
    for (const id of ['Rule', 'no_', 'a--b', '-a', '2-many', '../x', '规则', 'index', ''])
      expect(() => newRule(root, id, 'doc')).toThrow()
  })
})
