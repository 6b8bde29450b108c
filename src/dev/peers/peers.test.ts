/** The parts of `npm run bench:peers` that need no peer. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { burdenLint, type Target, type Tool } from '../bench/tool.ts'
import { layOut, policies, withoutLongest } from './documents.ts'
import { peers } from './tools.ts'

const folder = mkdtempSync(join(tmpdir(), 'burden-lint-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('documents', () => {
  const sized = (...lengths: number[]) => lengths.map((length, i) => ({ name: `n${i}`, bytes: new Uint8Array(length) }))

  it('lose the longest until they are short enough on average, and keep their order', () => {
    expect(withoutLongest(sized(9, 2, 30, 4), 5).map(({ name }) => name)).toEqual(['n0', 'n1', 'n3'])
  })
  it('are all kept where they are short', () => expect(withoutLongest(sized(1, 2), 5)).toHaveLength(2))
  it('are laid out under names of their own, again where there are fewer', () => {
    const target = join(folder, 'laid')
    expect(layOut({ source: '', texts: sized(3, 4) }, 201, 'md', target)).toBe(101 * 3 + 100 * 4)
    expect(readdirSync(target).sort()).toEqual(['第1批', '第2批', '第3批'])
    expect(readdirSync(join(target, '第3批'))).toEqual(['201-n0.md'])
    expect(readFileSync(join(target, '第1批', '2-n1.md'))).toHaveLength(4)
  })
  it('are invented where there are none, each another one', () => {
    const { source, texts } = policies(join(folder, 'nowhere'))
    expect(source).toContain('invented')
    expect(new Set(texts.map(({ bytes }) => Buffer.from(bytes).toString())).size).toBe(texts.length)
    for (const { bytes } of texts) expect(bytes.length).toBeGreaterThan(9_000)
  })
})

describe('a tool', () => {
  const all: Target = { path: 'txt', extension: 'txt', files: 10 }
  const { autocorrect, zhlint, markdownlint, textlint } = peers('modules')

  it('gets a file as it is, a folder as what it needs', () => {
    const one: Target = { path: 'draft.md', extension: 'md', files: 1 }
    expect(zhlint.args(one).at(-1)).toBe('draft.md')
    expect(zhlint.args(all).at(-1)).toBe('txt/**/*.txt')
    expect(burdenLint('root', ['--jobs', '1']).args(all).slice(1)).toEqual(['txt', '--jobs', '1'])
  })
  it.each([
    [autocorrect, '{"count": 10,"messages": []}', '{"count": 2,"messages": []}'],
    [zhlint, `Invalid files:\n${'- a.txt\n'.repeat(9)}`, 'Invalid files:\n- a.txt\n'],
    [markdownlint, 'Linting: 10 file(s)', 'Linting: 0 file(s)'],
    [textlint, JSON.stringify(Array(10).fill({})), '[]'],
    [burdenLint(''), '检查 10 个文件：1 个错误', '检查 1 个文件：1 个错误'],
  ] satisfies [Tool, string, string][])('$name has looked at all files only if it says so', (tool, good, bad) => {
    expect(tool.ran(good, all)).toBe(true)
    expect(tool.ran(bad, all)).toBe(false)
    expect(tool.ran('', all)).toBe(false)
    expect(tool.ran('Error: Cannot find module', all)).toBe(false)
  })
})
