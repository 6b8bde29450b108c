/** A small repository of documents with something of everything, on a real disk, and the built program run in it. */
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Surroundings } from '../../cli/surroundings.ts'
import { type Outcome, runnerOf } from '../in-process.ts'

const root = process.cwd()
const fixture = (name: string) => join(root, 'fixtures', name)

export interface Folder {
  readonly path: string
  readonly at: (name: string) => string
  readonly put: (files: Readonly<Record<string, string | Uint8Array>>) => void
  readonly text: (name: string) => string
  readonly remove: () => void
}

/** A folder of its own under the system's temporary one. */
export function emptyFolder(): Folder {
  const path = realpathSync.native(mkdtempSync(join(tmpdir(), 'burden-lint-')))
  const at = (name: string) => join(path, name)
  return {
    path,
    at,
    put(files) {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(at(name)), { recursive: true })
        writeFileSync(at(name), content)
      }
    },
    text: (name) => readFileSync(at(name), 'utf8'),
    remove: () => rmSync(path, { recursive: true, force: true }),
  }
}

export const CONFIG = {
  superiors: ['上级'],
  pairs: [{ doc: '方案/按配置配对.txt', superior: '上级/冬春灌溉.txt' }],
  registers: [{ files: '台账/群台账.csv', kind: 'groups', columns: { unit: '归口单位', name: '群组名称' } }],
}

/**
 * Drafts of all kinds, registers that contradict each other and a report, implementing documents and their superior documents, a review, a
 * file that cannot be read, ignore comments, waivers of which one is idle, a baseline of which one entry is stale.
 */
export async function mixedRepository(): Promise<Folder> {
  const folder = emptyFolder()
  const copy = (from: string, to: string) =>
    cpSync(fixture(from), folder.at(to), { recursive: true, filter: (path) => !/expected\.json$|rc\.json$/.test(path) })
  copy('registers', '台账')
  copy('found-superior', '方案')
  copy('found-superior/上级', '上级')
  rmSync(folder.at('方案/上级'), { recursive: true })
  copy('reviewed-by-hand/管网方案.md', '方案/管网方案.md')
  copy('reviewed-by-hand/管网方案.measures.yaml', '方案/管网方案.measures.yaml')
  copy('reviewed-by-hand/上级意见.txt', '上级/管网意见.txt')
  copy('ignore-comments', '忽略')
  copy('word-draft/通知.docx', '通知.docx')
  copy('damaged-files/没下载完.docx', '没下载完.docx')
  copy('work-reports', '汇报')
  copy('demo/讲话稿.txt', '讲话稿.txt')
  const pairs = [...CONFIG.pairs, { doc: '方案/管网方案.md', superior: '上级/管网意见.txt' }]
  const waiver = (rule: string, document: string) =>
    `- rule: ${rule}\n  document: ${document}\n  reason: 省里有规定\n  approver: 县委办 李某\n  date: 2026-01-01\n`
  folder.put({
    '.burdenrc.json': JSON.stringify({ ...CONFIG, pairs }),
    '.burden-waivers.yaml': `${waiver('excess-groups', '台账/群台账.csv')}${waiver('responsibility-letter', '讲话稿.txt')}`,
    '旧账.txt': `${NOTICE}对漏报险情的乡镇，年度考核实行一票否决。\n各村要签订责任状。\n`,
  })
  await run(folder, ['旧账.txt', '汇报', '--update-baseline'])
  folder.put({ '旧账.txt': `${NOTICE}对漏报险情的乡镇，年度考核实行一票否决。\n` })
  return folder
}

export const NOTICE = '禾川县人民政府办公室关于做好防汛工作的通知\n\n各乡镇人民政府：\n'

/** What was built, as the threads that it starts. */
const runBuilt = runnerOf(createRequire(import.meta.url)(join(root, 'dist', 'cli.js')))
export const run = ({ path }: Folder, argv: readonly string[], io?: Partial<Surroundings>): Promise<Outcome> =>
  runBuilt(path, argv, io)

/** The built program in a process of its own. */
export function start({ path }: Folder, argv: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [join(root, 'bin', 'burden-lint.js'), ...argv], {
    cwd: path,
    // Nothing of this user's.
    env: { ...process.env, FORCE_COLOR: '', XDG_CACHE_HOME: join(path, '.cache'), ...env },
  })
  const [out, err]: Buffer[][] = [[], []]
  child.stdout.on('data', (bytes) => out!.push(bytes))
  child.stderr.on('data', (bytes) => err!.push(bytes))
  const text = (parts: readonly Buffer[] | undefined) => Buffer.concat(parts ?? []).toString()
  const done = new Promise<Outcome>((resolve) =>
    child.on('close', (exit) => resolve({ exit, stdout: text(out), stderr: text(err) })),
  )
  return { child, done, said: () => ({ stdout: text(out), stderr: text(err) }) }
}
