/** `--stdin-ndjson`: a line in, a line out. */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { emptyFolder, type Folder, NOTICE, run, start } from '../dev/samples/repository.ts'
import { nodeHost } from '../host.ts'

vi.setConfig({ testTimeout: 30_000 })

let folder: Folder
beforeAll(() => {
  folder = emptyFolder()
})
afterAll(() => folder.remove())

const VETO = `${NOTICE}对漏报险情的乡镇，年度考核实行一票否决。\n`
const LETTER = `${NOTICE}6月1日前，各乡镇要与各村签订责任状。\n`
const line = (path: string, text: string) => JSON.stringify({ path, text })

interface Answer {
  readonly path: string
  readonly genre: { readonly id: string } | null
  readonly diagnostics: readonly { readonly rule: string; readonly text: string }[]
}

/** Puts chunks through; each answer as its path and rules. */
async function through(chunks: readonly (string | Uint8Array)[], argv: readonly string[] = []) {
  async function* input() {
    for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
  }
  const { exit, stdout, stderr } = await run(folder, ['--stdin-ndjson', ...argv], { input })
  expect(stdout === '' || stdout.endsWith('\n')).toBe(true)
  const answers = stdout
    .split('\n')
    .slice(0, -1)
    .map((text) => JSON.parse(text) as Answer)
  const short = answers.map(({ path, diagnostics }) => [path, ...diagnostics.map(({ rule }) => rule)].join(' '))
  return { exit, stdout, stderr, answers, short }
}

describe('lines', () => {
  it('are answered each with one, in their order, blank ones with none', async () => {
    const lines = [line('乙.txt', VETO), '', line('甲.md', LETTER), '  \t', line('乙.txt', NOTICE), line('空.txt', '')]
    const expected = ['乙.txt one-vote-veto', '甲.md responsibility-letter', '乙.txt', '空.txt unreadable-file']
    for (const end of ['\n', '\r\n'])
      for (const last of ['', end]) expect((await through([lines.join(end) + last])).short).toEqual(expected)
    expect((await through([])).short).toEqual([])
    expect((await through(['\n\r\n \n'])).stdout).toBe('')
  })

  it('may come in pieces, even of a character', async () => {
    const bytes = Buffer.from(`${line('甲.txt', VETO)}\r\n\n${line('乙.txt', LETTER)}`)
    const whole = await through([bytes])
    for (const size of [1, 2, 7, 64, 1000]) {
      const chunks = []
      for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size))
      expect(await through(chunks)).toEqual(whole)
    }
    expect(whole.short).toEqual(['甲.txt one-vote-veto', '乙.txt responsibility-letter'])
  })

  it('come to what the file would come to', async () => {
    const word = readFileSync('fixtures/word-draft/通知.docx')
    const files = {
      '通知.docx': word,
      '甲.txt': Buffer.from(VETO),
      'gb.txt': readFileSync('fixtures/encodings/gb18030-crlf.txt'),
    }
    folder.put(files)
    const lines = Object.entries(files).map(([path, bytes]) =>
      JSON.stringify({ path, base64: bytes.toString('base64') }),
    )
    const { stdout } = await run(folder, [...Object.keys(files), '--format', 'ndjson'])
    expect((await through([lines.join('\n')])).stdout).toBe(stdout)
    // Text is text, however the file would be encoded.
    const { answers } = await through([line('甲.txt', VETO), '\n', line('甲.txt', `\ufeff${VETO}`)])
    expect(answers[0]).toEqual(answers[1])
  })

  it('know superior documents, configuration and options', async () => {
    const draft = readFileSync('fixtures/found-superior/按文号找到.txt', 'utf8')
    folder.put({ '上级/冬春灌溉.txt': readFileSync('fixtures/found-superior/上级/冬春灌溉.txt') })
    const against = ['--against', '上级/冬春灌溉.txt']
    expect((await through([line('方案.txt', draft)], against)).short[0]).toContain('copied-passage')
    folder.put({ '.burdenrc.json': '{"superiors":["上级"],"rules":{"one-vote-veto":"off"}}' })
    const { exit, short } = await through([`${line('方案.txt', draft)}\n${line('a.txt', VETO)}`])
    expect([exit, short[0], short[1]]).toEqual([0, expect.stringContaining('copied-passage'), 'a.txt'])
    folder.put({ '.burdenrc.json': '{}' })
    expect((await through([line('a.txt', LETTER)], ['--rule', 'responsibility-letter=off'])).short).toEqual(['a.txt'])
    expect((await through([line('a.txt', LETTER)], ['--genre', 'speech.special'])).answers[0]!.genre!.id).toBe(
      'speech.special',
    )
    const quiet = await through([`${line('a.txt', LETTER)}\n${line('b.txt', VETO)}`], ['--quiet'])
    expect([quiet.exit, ...quiet.short]).toEqual([1, 'a.txt', 'b.txt one-vote-veto'])
  })

  it('end with the exit code of the worst', async () => {
    const code = async (...lines: string[]) => (await through([lines.join('\n')])).exit
    const [clean, warned, failed] = [line('a.txt', NOTICE), line('b.txt', LETTER), line('c.txt', VETO)]
    expect([await code(), await code(clean, warned), await code(failed, clean), await code('x', failed)]).toEqual([
      0, 0, 1, 2,
    ])
    expect((await through([warned], ['--strict'])).exit).toBe(1)
    const tooMany = await through([warned], ['--max-warnings', '0'])
    expect([tooMany.exit, tooMany.stderr]).toEqual([1, '警告 1 个，超过 --max-warnings 0\n'])
  })

  it.each([
    ['{"path":"a.txt","text":"半', '第2行', '这一行不是 UTF-8 的 JSON'],
    ['7', '第2行', '这一行不是 JSON 对象'],
    ['null', '第2行', '这一行不是 JSON 对象'],
    ['[{"path":"a.txt","text":""}]', '第2行', '这一行不是 JSON 对象'],
    ['{"text":"没有名称"}', '第2行', '这一行没有 path'],
    ['{"path":" ","text":""}', '第2行', '这一行没有 path'],
    ['{"path":"坏.txt"}', '坏.txt', 'text 和 base64 应有且只有一个'],
    ['{"path":"坏.txt","text":"甲","base64":"eA=="}', '坏.txt', 'text 和 base64 应有且只有一个'],
    ['{"path":"坏.txt","text":7}', '坏.txt', 'text 和 base64 应有且只有一个'],
    ['{"path":"坏.txt","base64":"不是"}', '坏.txt', 'base64 有误'],
    ['{"path":"坏.docx","base64":"UEsDBA=="}', '坏.docx', '不是有效的 Word 文件'],
  ])('that are bad are answered, too, and the next one is read: %s', async (bad, path, reason) => {
    const { exit, answers, short } = await through([`${line('甲.txt', VETO)}\n${bad}\n${line('乙.txt', LETTER)}\n`])
    expect(exit).toBe(2)
    expect(short).toEqual(['甲.txt one-vote-veto', `${path} unreadable-file`, '乙.txt responsibility-letter'])
    expect(answers[1]!.diagnostics[0]!.text).toContain(reason)
  })

  it('that are not UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"path":"a.txt","text":"'),
      Buffer.from([0xb9, 0xab, 0xce, 0xc4]),
      Buffer.from('"}\n'),
    ])
    expect((await through([bytes])).answers[0]!.diagnostics[0]!.text).toContain('不是 UTF-8')
  })

  it.each([
    ['', true],
    ['=', true],
    ['==', true],
    ['\n=\n', true],
    ['===', false],
    ['=\n=', false],
    ['=eA', false],
    ['!', false],
  ])('hold base64 with line breaks, filled up with %j or not: %s', async (end, isRight) => {
    const base64 = `${Buffer.from(VETO).toString('base64').replace(/=+$/, '').replace(/.{76}/g, '$&\r\n')}${end}`
    const { answers } = await through([JSON.stringify({ path: '甲.txt', base64 })])
    expect(answers[0]!.diagnostics.map(({ rule }) => rule)).toEqual([isRight ? 'one-vote-veto' : 'unreadable-file'])
  })

  it.each([
    [' ', '!'],
    ['A', '!'],
    ['\n', '=='],
    ['=', 'A'],
    ['= ', '!'],
  ])('take time as they are long, even where base64 is %j without end and then %j', async (much, end) => {
    // With the square of the length it would be half an hour, and no test waits that long.
    await through([JSON.stringify({ path: '甲.txt', base64: much.repeat(1_000_000) + end })])
  })

  it('lead nowhere: a path is only a name', async () => {
    const outside = join(folder.path, '..', 'x.txt')
    const opened: string[] = []
    const host = nodeHost(folder.path)
    const read = (path: string) => {
      opened.push(path)
      return host.read(path)
    }
    const lines = ['../x.txt', outside, '/etc/passwd', '甲\u001b[2J\n.txt', '__proto__', 'constructor.txt'].map(
      (path) => line(path, VETO),
    )
    const input = async function* () {
      yield Buffer.from(lines.join('\n'))
    }
    const { stdout } = await run(folder, ['--stdin-ndjson'], { input, host: { ...host, read } })
    expect(stdout.trim().split('\n')).toHaveLength(lines.length)
    expect(stdout).not.toContain('\u001b')
    expect(opened.filter((path) => /x\.txt|passwd|甲|proto|constructor/.test(path))).toEqual([])
  })

  it('go with no option that needs files', async () => {
    const refused = [
      ['--fix'],
      ['--diff'],
      ['--annotate', 'x'],
      ['--baseline', 'x'],
      ['--update-baseline'],
      ['--cache'],
      ['--cache-location', 'x'],
      ['--shard', '1/2'],
      ['--changed'],
      ['--watch'],
    ]
    for (const option of refused) {
      const { exit, stdout, stderr } = await through([line('a.txt', VETO)], option)
      expect([exit, stdout]).toEqual([2, ''])
      expect(stderr).toContain(`--stdin-ndjson 与 ${option[0]} 不能同时使用`)
    }
    for (const option of [
      ['--format', 'json'],
      ['-o', 'x'],
      ['--format', 'ndjson:x'],
    ])
      expect((await through([], option)).stderr).toContain('总是 ndjson')
    expect((await through([], ['--format', 'ndjson'])).exit).toBe(0)
    expect((await through([], ['a.txt'])).stderr).toContain('不能再写文件')
  })
})

it('says of each document what its reader should know', async () => {
  const bytes = Buffer.concat([Buffer.from(NOTICE), Buffer.from([0xff])])
  const { stderr, exit } = await through([JSON.stringify({ path: '坏.txt', base64: bytes.toString('base64') })])
  expect(stderr).toContain('坏.txt：有 1 处字节')
  expect(exit).toBe(0)
})

it('keeps nothing of a document once it is answered', async () => {
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc') as () => void
  const held = () => {
    gc()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return (heapUsed + arrayBuffers) / 2 ** 20
  }
  // 5 KB each, and something to be found in it.
  const text = VETO + '各乡镇要在6月1日前备足沙袋和抽水泵，由县应急局逐乡清点，并报县防汛办登记备查。\n'.repeat(42)
  const after: number[] = []
  async function* input() {
    for (let i = 0; i <= 1500; i++) {
      if (i === 500 || i === 1500) after.push(held())
      yield Buffer.from(`${line(`${i}.txt`, `${text}第${i}份`)}\n`)
    }
  }
  let answers = 0
  await run(folder, ['--stdin-ndjson'], { input, stdout: { write: () => answers++ } })
  expect(answers).toBe(1501)
  const [some, many] = after
  // A thousand documents are 5 MB.
  expect(many! - some!).toBeLessThan(2)
})

it('answers each line before the next one comes', async () => {
  const { child, done } = start(folder, ['--stdin-ndjson'])
  for (const path of ['a.txt', 'b.txt']) {
    const answer = once(child.stdout, 'data')
    child.stdin.write(`${line(path, VETO)}\n`)
    expect(JSON.parse(String(await answer)).path).toBe(path)
  }
  child.stdin.end()
  expect((await done).exit).toBe(1)
})
