/**
 * Whole inputs through the command line. Every folder of `fixtures` is a case: what it holds is linted from inside it, and exit code and
 * report are compared with its expected.json. Every ```console block of the README files is one too, run from the project's folder.
 *
 * UPDATE_EXPECTED=1 writes what comes out instead of comparing it; the differences are then for a person to read.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { genres } from '../core.ts'
import { runIn } from './in-process.ts'

const root = process.cwd()
const fixtures = join(root, 'fixtures')
const updating = Boolean(process.env.UPDATE_EXPECTED)

const cases = readdirSync(fixtures, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

describe('fixtures', () => {
  it.each(cases)('%s', async (name) => {
    const folder = join(fixtures, name)
    const { exit, stdout, stderr } = await runIn(folder, ['--format', 'json'])
    const notes = stderr.split('\n').filter((line) => line !== '')
    const actual = { exit, notes, report: JSON.parse(stdout) }
    const file = join(folder, 'expected.json')
    if (updating) writeFileSync(file, `${JSON.stringify(actual, null, 2)}\n`)
    expect(actual).toEqual(JSON.parse(readFileSync(file, 'utf8')))
  })
})

/** Without a configuration rules are loaded by groups, as the documents need them; with one, all at once. */
describe('rules that are loaded by groups', () => {
  const empty = join(mkdtempSync(join(tmpdir(), 'burden-lint-')), 'empty.json')
  writeFileSync(empty, '{}')
  afterAll(() => rmSync(dirname(empty), { recursive: true }))
  const plain = cases.filter((name) => !readdirSync(join(fixtures, name)).some((f) => /rc/.test(f)))
  const corpora = join(root, '..', 'shared', 'corpora')
  const folders = ['state-council', 'shandong', 'speeches'].map((name) => join(corpora, name)).filter(existsSync)

  it.each([...plain.map((name) => join(fixtures, name)), ...folders])(
    'find in %s what all rules find',
    async (folder) => {
      const [some, all] = [
        await runIn(folder, ['--format', 'json']),
        await runIn(folder, ['--format', 'json', '--config', empty]),
      ]
      expect(some).toEqual(all)
    },
  )
})

/** A command after `$ `, and what it prints up to the end of the block. */
const TRANSCRIPT = /```console\n\$ burden-lint ?(.*)\n([\s\S]*?)```/g

describe.each(['README.md', 'README.zh-CN.md'])('%s', (name) => {
  const file = join(root, name)
  const page = readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
  const commands = [...page.matchAll(TRANSCRIPT)].map((match) => match[1]!)

  it('shows what the tool prints', async () => {
    expect(commands.length).toBeGreaterThan(0)
    const printed = new Map<string, string>()
    for (const command of commands) {
      const { stdout, stderr } = await runIn(root, command.split(/\s+/))
      printed.set(command, stdout + stderr)
    }
    const actual = page.replace(
      TRANSCRIPT,
      (_, command: string) => `\`\`\`console\n$ burden-lint ${command}\n${printed.get(command)}\`\`\``,
    )
    if (updating) writeFileSync(file, actual)
    expect(updating ? actual : page).toBe(actual)
  })
})

it('README.md lists every genre', () => {
  const page = readFileSync(join(root, 'README.md'), 'utf8')
  const listed = Object.entries(genres).filter(([id, title]) => page.includes(`\`${id}\` | ${title} |`))
  expect(listed.length).toBe(Object.keys(genres).length)
})
