/** `--cache`: what is kept between runs comes to the same as judging everything again, and only what is affected is judged again. */
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Surroundings } from '../cli/surroundings.ts'
import { nodeHost } from '../cli.ts'
import { runIn } from '../dev/in-process.ts'
import { emptyFolder, type Folder, NOTICE } from '../dev/samples/repository.ts'
import { reporterNames } from '../reporters/index.ts'
import type * as Results from './results.ts'

/** Documents of a run for which nothing was known. */
const again = vi.hoisted(() => [] as string[])
vi.mock('./results.ts', async (original) => {
  const actual = await original<typeof Results>()
  return {
    ...actual,
    openResults(...given: Parameters<typeof Results.openResults>): Results.Kept {
      const kept = actual.openResults(...given)
      return {
        ...kept,
        lookup(path, stamp) {
          const old = kept.lookup(path, stamp)
          if (!old) again.push(path)
          return old
        },
      }
    },
  }
})

const run = ({ path }: Folder, argv: readonly string[], io?: Partial<Surroundings>) => runIn(path, argv, io)

const VETO = `${NOTICE}对漏报险情的乡镇，年度考核实行一票否决。\n`
const LETTER = `${NOTICE}6月1日前，各乡镇要与各村签订责任状。\n`
const BY_NUMBER = '方案/按文号找到.txt'
const BY_PAIR = '方案/按配置配对.txt'
const NOT_FOUND = '方案/没有找到.txt'
const REVIEWED = '方案/管网方案.md'
const REVIEW = '方案/管网方案.measures.yaml'
const ALL = ['乙.txt', '台账/群台账.csv', BY_PAIR, BY_NUMBER, NOT_FOUND, REVIEWED, '甲.txt'].sort()
const CONFIG = {
  superiors: ['上级'],
  ignores: ['集'],
  pairs: [
    { doc: BY_PAIR, superior: '上级/冬春灌溉.txt' },
    { doc: REVIEWED, superior: '集/管网意见.txt' },
  ],
}

let folder: Folder
beforeEach(() => {
  folder = emptyFolder()
  const copy = (from: string, to: string) => cpSync(join('fixtures', from), folder.at(to), { recursive: true })
  copy('found-superior/按文号找到.txt', BY_NUMBER)
  copy('found-superior/按配置配对.txt', BY_PAIR)
  copy('found-superior/没有找到.txt', NOT_FOUND)
  copy('found-superior/上级', '上级')
  copy('reviewed-by-hand/管网方案.md', REVIEWED)
  copy('reviewed-by-hand/管网方案.measures.yaml', REVIEW)
  copy('reviewed-by-hand/上级意见.txt', '集/管网意见.txt')
  copy('registers/群台账.csv', '台账/群台账.csv')
  folder.put({ '.burdenrc.json': JSON.stringify(CONFIG), '甲.txt': VETO, '乙.txt': NOTICE })
  // So long after the files were written that their times can be relied on.
  later(10)
})
afterEach(() => {
  vi.useRealTimers()
  folder.remove()
})

const later = (seconds: number) => {
  const then = Date.now() + seconds * 1000
  vi.useFakeTimers({ toFake: ['Date'], now: then })
}

/** Runs with and without what was kept, expects the same, and tells which documents were judged again. */
async function judgedAgain(
  argv: readonly string[] = [],
  cache = '.缓存',
  io: Partial<Surroundings> = {},
): Promise<string[]> {
  const report = ['--format', 'json', '--statistics', '--debug-genre', ...argv]
  const plain = await run(folder, report, io)
  again.length = 0
  const kept = await run(folder, [...report, '--cache-location', cache], io)
  expect(kept).toEqual(plain)
  expect(plain.exit, plain.stderr).toBeLessThan(2)
  return again.splice(0).sort()
}
const edit = (name: string, from: string, to: string) => {
  const text = folder.text(name)
  expect(text).toContain(from)
  folder.put({ [name]: text.replace(from, to) })
}

describe('results of earlier runs', () => {
  it('hold as long as nothing has changed, and then no document is even opened', async () => {
    expect(await judgedAgain()).toEqual(ALL)
    expect(await judgedAgain()).toEqual([])
    const opened: string[] = []
    const host = nodeHost(folder.path)
    const read = (path: string) => {
      opened.push(path)
      return host.read(path)
    }
    await run(folder, ['--cache-location', '.缓存', '--format', 'json'], { host: { ...host, read } })
    // Registers are judged together, each time.
    expect(opened.filter((path) => /\.(?:txt|md|csv)$/.test(path))).toEqual(['台账/群台账.csv'])
  })

  it('that a report for people has read without the texts of fixes are whole for every other report', async () => {
    const halfWidth = '各乡镇要落实责任,加强巡查;及时报告.'
    folder.put({ '丙.txt': `${NOTICE}${halfWidth}\n`, '丁.txt': `${NOTICE}${halfWidth}\n` })
    later(10)
    const people = async () => {
      const plain = await run(folder, [])
      again.length = 0
      expect(await run(folder, ['--cache-location', '.缓存'])).toEqual(plain)
      return again.splice(0).sort()
    }
    expect(await people()).toEqual([...ALL, '丁.txt', '丙.txt'].sort())
    expect(await people()).toEqual([])
    expect((await run(folder, ['--format', 'json'])).stdout).toContain('"，加强巡查；及时报告。"')
    expect(await judgedAgain()).toEqual([])
    // What is kept anew takes along what was not read.
    edit('甲.txt', '一票否决', '通报')
    later(20)
    expect(await people()).toEqual(['甲.txt'])
    expect(await judgedAgain()).toEqual([])
    expect(await judgedAgain(['--diff'])).toEqual([])
  })

  it('come to the same in every report, whatever else becomes of them', async () => {
    folder.put({
      '丙.txt': `${NOTICE}各乡镇要落实责任,加强巡查;及时报告.\n`,
      '丁.txt': LETTER,
      '.burden-waivers.yaml':
        '- rule: one-vote-veto\n  document: 甲.txt\n  reason: 省条例第九条要求\n  approver: 县委办 李某\n  date: 2026-01-01\n' +
        '- rule: responsibility-letter\n  document: 乙.txt\n  reason: 省条例第九条要求\n  approver: 县委办 李某\n  date: 2026-01-01\n',
    })
    await run(folder, ['--update-baseline', '--baseline', '基线.json'])
    edit('丁.txt', '各乡镇要与', '各乡镇要与县里、与')
    later(10)
    const alike = async (...way: readonly string[]) => {
      const argv = ['--as-of', '2026-03-05', ...way]
      const plain = await run(folder, argv)
      expect(plain.exit, plain.stderr).toBeLessThan(2)
      again.length = 0
      expect(await run(folder, [...argv, '--cache-location', '.缓存']), way.join(' ')).toEqual(plain)
      // What is mended is judged in a session of its own.
      if (!way.includes('--diff')) expect(again, way.join(' ')).toEqual([])
    }
    // Those that bring the text along are others.
    for (const format of ['pretty', 'html'])
      await run(folder, ['--as-of', '2026-03-05', '--format', format, '--cache-location', '.缓存'])
    for (const baseline of [[], ['--baseline', '基线.json']]) {
      for (const name of reporterNames) await alike(...baseline, '--format', name)
      await alike(...baseline, '--quiet')
      await alike(...baseline, '--quiet', '--format', 'json')
      await alike(...baseline, '--statistics', '--debug-genre', '--max-warnings', '1')
    }
    await alike('--diff')
    await run(folder, ['--fix', '--cache-location', '.缓存'])
    expect(folder.text('丙.txt')).toContain('责任，加强巡查；')
    expect(await judgedAgain()).toEqual(['丙.txt'])
  }, 20_000)

  it('do not hold for a document that has changed, whatever its size and time', async () => {
    const then = new Date(2026, 0, 1)
    utimesSync(folder.at('甲.txt'), then, then)
    await judgedAgain()
    edit('甲.txt', '一票否决', '通报表扬')
    utimesSync(folder.at('甲.txt'), then, then)
    expect(await judgedAgain()).toEqual(['甲.txt'])
    expect(await judgedAgain()).toEqual([])
    folder.put({ '甲.txt': VETO })
    expect(await judgedAgain()).toEqual(['甲.txt'])
    // Saved again as it was.
    folder.put({ '甲.txt': VETO })
    expect(await judgedAgain()).toEqual([])
    folder.put({ '台账/群台账.csv': folder.text('台账/群台账.csv').replace('河长制', '林长制') })
    expect(await judgedAgain()).toEqual(['台账/群台账.csv'])
  })

  it('do not hold for the second of two changes within one tick of the clock', async () => {
    vi.useRealTimers()
    const host = nodeHost(folder.path)
    // Some file systems know only every other second.
    const coarse = (time: number) => Math.floor(time / 2000) * 2000
    const stat = (path: string) => {
      const stamp = host.stat!(path)
      return stamp && { size: stamp.size, mtime: coarse(stamp.mtime), ctime: coarse(stamp.ctime) }
    }
    const io = { host: { ...host, stat } }
    await judgedAgain([], '.缓存', io)
    for (const text of [VETO.replace('一票否决', '通报表扬'), VETO]) {
      folder.put({ '甲.txt': text })
      expect(await judgedAgain([], '.缓存', io)).toContain('甲.txt')
    }
  })

  it('do not hold for implementing documents when a superior document changes, comes or goes', async () => {
    await judgedAgain()
    edit('集/管网意见.txt', '管网', '管线')
    expect(await judgedAgain()).toEqual([REVIEWED])
    edit('上级/冬春灌溉.txt', '灌溉', '浇灌')
    const shelf = await judgedAgain()
    expect(shelf).toEqual(expect.arrayContaining([BY_PAIR, BY_NUMBER]))
    for (const alone of ['甲.txt', '乙.txt', '台账/群台账.csv']) expect(shelf).not.toContain(alone)
    expect(await judgedAgain()).toEqual([])
    // What was not found comes: the document that cites it is no longer without.
    const cited = /《(.+?)》/.exec(folder.text(NOT_FOUND))![1]!
    folder.put({ '上级/新到.txt': `${cited}\n\n各乡镇：\n一、各乡镇要备足沙袋和抽水泵。\n` })
    const before = (await run(folder, [NOT_FOUND, '--format', 'concise'])).stdout
    expect(before).not.toContain('missing-superior')
    expect(await judgedAgain()).toContain(NOT_FOUND)
    renameSync(folder.at('上级/冬春灌溉.txt'), folder.at('上级/改名.txt'))
    folder.put({ '.burdenrc.json': JSON.stringify({ ...CONFIG, pairs: CONFIG.pairs.slice(1) }) })
    await judgedAgain()
    rmSync(folder.at('上级/改名.txt'))
    expect(await judgedAgain()).toContain(BY_NUMBER)
    folder.put({ '上级/又一份.txt': '关于别的事的通知\n' })
    rmSync(folder.at('上级/新到.txt'))
    expect(await judgedAgain()).toContain(NOT_FOUND)
    expect(await judgedAgain()).toEqual([])
  })

  it('do not hold for a document whose review comes, changes or goes', async () => {
    await judgedAgain()
    edit(REVIEW, '具体举措', '套话')
    expect(await judgedAgain()).toEqual([REVIEWED])
    rmSync(folder.at(REVIEW))
    expect(await judgedAgain()).toEqual([REVIEWED])
    cpSync('fixtures/reviewed-by-hand/管网方案.measures.yaml', folder.at(REVIEW))
    expect(await judgedAgain()).toEqual([REVIEWED])
  })

  it('do not hold for another name of a document, nor in another folder of the same cache', async () => {
    await judgedAgain()
    renameSync(folder.at('甲.txt'), folder.at('丙.txt'))
    expect(await judgedAgain()).toEqual(['丙.txt'])
    renameSync(folder.at('丙.txt'), folder.at('甲.txt'))
    await judgedAgain()
    // The same file by another name of the same folder is the same.
    expect(await judgedAgain(['./甲.txt', '乙.txt'])).toEqual([])
    expect(await judgedAgain([folder.at('甲.txt'), '乙.txt'])).toEqual([folder.at('甲.txt')])
    expect(await judgedAgain()).toEqual(['甲.txt'])
    const other = emptyFolder()
    other.put({ '甲.txt': LETTER, '乙.txt': NOTICE })
    const plain = await run(other, ['--format', 'json'])
    again.length = 0
    expect(await run(other, ['--format', 'json', '--cache-location', folder.at('.缓存')])).toEqual(plain)
    expect(again.splice(0).sort()).toEqual(['乙.txt', '甲.txt'])
    other.remove()
    expect(await judgedAgain()).toEqual([])
    // Part of the folder leaves the rest as it is known.
    expect(await judgedAgain(['方案'])).toEqual([])
    expect(await judgedAgain()).toEqual([])
  })

  it('depend on the configuration, its preset files and the options', async () => {
    const preset = (words: string) =>
      `title: 本县规定\nphrases:\n  - id: no-slides\n    patterns: [${words}]\n    message: 写了“{words}”\n    advice: 删去\n` +
      '    basis: { source: 本县规定, clause: 第一条, quote: 不得写, modal: 不得 }\n'
    folder.put({ '本县.yaml': preset('责任书'), '甲.txt': LETTER, '乙.txt': VETO })
    const configs = [
      CONFIG,
      { ...CONFIG, rules: { 'one-vote-veto': 'off' } },
      { ...CONFIG, genres: { '甲.txt': 'speech.special' } },
      { ...CONFIG, presets: ['./本县.yaml', 'nanle'] },
    ]
    for (const config of configs) {
      folder.put({ '.burdenrc.json': JSON.stringify(config) })
      expect(await judgedAgain()).toEqual(ALL)
    }
    folder.put({ '本县.yaml': preset('责任状') })
    expect((await run(folder, ['甲.txt', '--format', 'concise'])).stdout).toContain('no-slides')
    expect(await judgedAgain()).toEqual(ALL)
    const options = [
      ['--strict'],
      ['--rule', 'responsibility-letter=error'],
      ['--genre', 'speech.special'],
      ['.', '--against', '集/管网意见.txt'],
      ['--preset', 'gongwen'],
    ]
    for (const option of options) expect(await judgedAgain(option)).toEqual(ALL)
    for (const option of [[], ...options]) expect(await judgedAgain(option)).toEqual([])
    // These decide only what becomes of results.
    for (const option of [['--quiet'], ['--max-warnings', '0'], ['--lang', 'en'], ['--jobs', '2']])
      expect(await judgedAgain(option)).toEqual([])
  })

  it.each([
    ['yaml', 'title: 本县规定\nfrom: 2026-04-01\nto: 2026-05-31\n'],
    ['json', '{ "title": "本县规定", "from" : "2026-04-01",\n "to" :"2026-05-31", '],
  ])('depend on the day only where it decides what is in force (%s)', async (kind, head) => {
    const phrase = `{ "id": "no-letters", "patterns": ["责任状"], "message": "写了“{words}”", "advice": "删去",
      "basis": { "source": "本县规定", "clause": "第一条", "quote": "不得写", "modal": "不得" } }`
    folder.put({
      [`本县.${kind}`]: kind === 'json' ? `${head}"phrases": [${phrase}]}` : `${head}phrases: [${phrase}]\n`,
      '.burdenrc.json': JSON.stringify({ ...CONFIG, presets: [`./本县.${kind}`, 'nanle'] }),
      '甲.txt': LETTER,
    })
    const on = async (day: string) => {
      const judged = await judgedAgain(['--as-of', day])
      const { stdout } = await run(folder, [
        '甲.txt',
        '--format',
        'concise',
        '--as-of',
        day,
        '--cache-location',
        '.缓存',
      ])
      return [judged.length, stdout.includes('no-letters')]
    }
    expect(await on('2026-03-30')).toEqual([ALL.length, false])
    expect(await on('2026-03-31')).toEqual([0, false])
    expect(await on('2026-04-01')).toEqual([ALL.length, true])
    expect(await on('2026-04-02')).toEqual([expect.any(Number), true])
    expect(await on('2026-05-30')).toEqual([0, true])
    expect((await on('2026-05-31'))[1]).toBe(true)
    expect(await on('2026-06-01')).toEqual([expect.any(Number), false])
  })

  it('are never used for a document that could not be read, once it can', async () => {
    folder.put({ '坏.docx': 'PK' })
    const kept = () => run(folder, ['--format', 'json', '--cache-location', '.缓存'])
    expect((await kept()).exit).toBe(2)
    expect((await kept()).exit).toBe(2)
    cpSync('fixtures/word-draft/通知.docx', folder.at('坏.docx'))
    expect(await judgedAgain()).toEqual(['坏.docx'])
  })
})

describe('a cache that is damaged or cannot be written', () => {
  const files = () => readdirSync(folder.at('.缓存')).map((name) => join(folder.at('.缓存'), name))

  it('is as good as none, and is mended', async () => {
    await judgedAgain()
    const whole = files().map((file) => [file, readFileSync(file)] as const)
    const damages: ((bytes: Buffer) => Uint8Array)[] = [
      () => new Uint8Array(),
      (bytes) => bytes.subarray(0, bytes.length / 2),
      (bytes) => Buffer.concat([bytes, Buffer.from('x')]),
      (bytes) => Buffer.from(bytes.map((byte, i) => (i === bytes.length - 9 ? byte ^ 1 : byte))),
      (bytes) => Buffer.from(bytes.map((byte, i) => (i === 30 ? byte ^ 1 : byte))),
      () => Buffer.from('burden-lint results 2 99999999 0000000000000000000000000000000000000000\n{}'),
      () => Buffer.from('{"__proto__":1}\n'.repeat(100)),
    ]
    for (const damage of damages) {
      for (const [file, bytes] of whole) writeFileSync(file, damage(bytes))
      expect(await judgedAgain()).toEqual(ALL)
      expect(await judgedAgain()).toEqual([])
    }
  })

  it('is as good as none where it cannot be written', async () => {
    await judgedAgain()
    for (const file of files()) {
      rmSync(file)
      mkdirSync(join(file, '占位'), { recursive: true })
    }
    const before = files()
    expect(await judgedAgain()).toEqual(ALL)
    expect(await judgedAgain()).toEqual(ALL)
    expect(files()).toEqual(before)
    // An administrator may write everywhere.
    if (process.getuid?.() === 0) return
    mkdirSync(folder.at('只读'))
    chmodSync(folder.at('只读'), 0o555)
    expect(await judgedAgain([], '只读/缓存')).toEqual(ALL)
    expect(await judgedAgain([], '只读/缓存')).toEqual(ALL)
  })

  it('is refused where its name is that of a file', async () => {
    folder.put({ 文件: '' })
    for (const name of ['文件', '文件/深处', '']) {
      const { exit, stderr } = await run(folder, ['--cache-location', name])
      expect(exit).toBe(2)
      expect(stderr).toMatch(/--cache-location.*(?:不是文件夹|后面是空的)/)
    }
  })
})
