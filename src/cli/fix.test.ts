/** What `--fix` does to files on a real disk. */
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { applyPatch } from 'diff'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeHost } from '../cli.ts'
import type { Host } from '../core.ts'
import { runIn } from '../dev/in-process.ts'

const draft = (comma: string) =>
  `禾川县人民政府办公室关于做好防汛工作的通知\n\n各乡镇人民政府${comma}县直各单位：\n\n6月1日前，各乡镇要备足沙袋和抽水泵，由县应急局逐乡清点。\n`
const [FAULTY, MENDED] = [draft(','), draft('，')]

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'burden-lint-fix-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => join(folder, name)
const put = (name: string, text = FAULTY) => writeFileSync(at(name), text)
const text = (name: string) => readFileSync(at(name), 'utf8')

const run = (argv: readonly string[], host: Partial<Host> = {}) =>
  runIn(folder, argv.includes('--format') ? argv : [...argv, '--format', 'concise'], {
    host: { ...nodeHost(folder), ...host },
  })

describe('--fix', () => {
  it('mends the file, leaves nothing beside it, and finds nothing more to do', async () => {
    put('a.txt')
    const { exit, stderr } = await run(['a.txt', '--fix'])
    expect([exit, text('a.txt'), readdirSync(folder)]).toEqual([0, MENDED, ['a.txt']])
    expect(stderr).toContain('已修正 1 个文件中的 1 处')
    expect((await run(['a.txt', '--fix'])).stderr).toBe('')
  })

  it('keeps the blanks of a form', async () => {
    const form = (colon: string, comma: string, [open, close]: string) =>
      `${draft('，')}\n报名单位${colon}        联系人${colon}    　　电话${colon}        \n请在${open}    ${close}内打勾${comma}    同志收，日期${colon} 年 月 日，是${open} ${close}否${open} ${close}。\n`
    put('a.txt', form(':', ',', '()'))
    await run(['a.txt', '--fix'])
    expect(text('a.txt')).toBe(form('：', '，', '（）'))
  })

  it('leaves alone what the baseline knows', async () => {
    put('a.txt', FAULTY.replace('沙袋', '沙\u200b袋'))
    expect((await run(['a.txt', '--update-baseline'])).exit).toBe(0)
    expect((await run(['a.txt', '--diff'])).stdout).toBe('')
    put('a.txt', `${text('a.txt')}\n各村要备足沙袋,逐户清点。\n`)
    const { stdout } = await run(['a.txt', '--diff'])
    expect(stdout.match(/^[-+][^-+].*$/gm)).toEqual(['-各村要备足沙袋,逐户清点。', '+各村要备足沙袋，逐户清点。'])
  })

  it('makes no list of numbers in Markdown', async () => {
    const items = (mark: string) => `\n1${mark}提高认识。\n\n2${mark}压实责任。\n`
    for (const space of [' ', '\t', '']) {
      put('a.md', MENDED + items(`、${space}`))
      await run(['a.md', '--fix'])
      expect(text('a.md')).toBe(MENDED + items('.'))
    }
  })

  it('keeps who may use the file', async () => {
    put('a.txt')
    for (const mode of [0o664, 0o600, 0o666]) {
      put('a.txt')
      chmodSync(at('a.txt'), mode)
      await run(['a.txt', '--fix'])
      expect([text('a.txt'), statSync(at('a.txt')).mode & 0o777]).toEqual([MENDED, mode])
    }
  })

  it('leaves a read-only file alone, says so, and reports what is on the disk', async () => {
    put('a.txt')
    chmodSync(at('a.txt'), 0o444)
    const { exit, stdout, stderr } = await run(['a.txt', '--fix'])
    expect([exit, text('a.txt')]).toEqual([2, FAULTY])
    expect(stderr).toBe('错误：a.txt 是只读文件，没有修正；要修正，请先取消只读\n')
    expect(stdout).toContain('halfwidth-punctuation')
  })

  it.each(['~$通知.txt', '~$知.txt', '~$月通知.txt', '.~六月通知.txt', '.~lock.六月通知.txt#'])(
    'leaves a draft alone beside which %s lies',
    async (owner) => {
      put('六月通知.txt')
      put(owner, '')
      const { exit, stderr } = await run(['六月通知.txt', '--fix'])
      const isIts = !/^~\$知/.test(owner)
      expect([exit, text('六月通知.txt')]).toEqual(isIts ? [2, FAULTY] : [0, MENDED])
      if (isIts) expect(stderr).toContain(`旁边有 ${owner}`)
    },
  )

  it('leaves the marks in addresses as they are', async () => {
    const addresses =
      '![图](图片/甲,乙.png)、<https://a.cn/通知,附件>、https://a.cn/通知,附件.html 和 <a href="甲,乙.docx">原文</a>、D:\\资料\\甲,乙.docx、/资料/甲,乙.docx'
    put('a.txt', FAULTY.replace('沙袋', `沙袋（见${addresses}）,还要备`))
    await run(['a.txt', '--fix'])
    expect(text('a.txt')).toBe(MENDED.replace('沙袋', `沙袋（见${addresses}），还要备`))
  })

  it('mends a file once that is named twice, and writes through links', async () => {
    put('a.txt')
    symlinkSync('a.txt', at('b.txt'))
    const { exit, stderr } = await run(['a.txt', 'b.txt', './a.txt', '--fix'])
    expect([exit, text('a.txt'), lstatSync(at('b.txt')).isSymbolicLink()]).toEqual([0, MENDED, true])
    expect(stderr).toContain('已修正 1 个文件中的 1 处')
  })

  it('does not touch what a second name of the same file keeps: a backup made of links', async () => {
    put('a.txt')
    linkSync(at('a.txt'), at('backup.txt'))
    expect((await run(['a.txt', '--fix'])).exit).toBe(0)
    expect([text('a.txt'), text('backup.txt')]).toEqual([MENDED, FAULTY])
  })

  it('never writes over what was changed in the meantime', async () => {
    put('a.txt')
    const real = nodeHost(folder)
    let reads = 0
    const read = (path: string) => {
      const bytes = real.read(path)
      // Read to be judged, read to be mended; then somebody saves it in Word.
      if (path === 'a.txt' && ++reads === 2) put('a.txt', `${FAULTY}又写了一句。\n`)
      return bytes
    }
    const { exit, stderr } = await run(['a.txt', '--fix'], { read })
    expect([exit, text('a.txt')]).toEqual([2, `${FAULTY}又写了一句。\n`])
    expect(stderr).toContain('a.txt 在检查期间被改动，没有修正')
  })

  it.each([
    [{}, ['.', '--against', '上级']],
    [{}, ['.', '--against', '上级/s.txt']],
    [{}, ['上级/s.txt', '--against', '上级']],
    [{ superiors: ['上级'] }, ['上级']],
    [{ superiors: ['上级'] }, ['link.txt']],
    [{ pairs: [{ doc: 'a.txt', superior: '上级/s.txt' }] }, ['.']],
  ])('never writes superior documents: %j %j', async (config, argv) => {
    mkdirSync(at('上级'))
    put('上级/s.txt')
    symlinkSync(join('上级', 's.txt'), at('link.txt'))
    put('.burdenrc.json', JSON.stringify(config))
    const { stdout, stderr } = await run([...argv, '--fix'])
    expect(text('上级/s.txt')).toBe(FAULTY)
    expect(stderr).toContain('是上级文件，没有修正')
    expect(stdout).toContain('halfwidth-punctuation')
    expect((await run([...argv, '--diff'])).stdout).not.toContain('s.txt')
  })

  it('leaves alone what is waived, and does not promise to mend it', async () => {
    put('a.txt')
    put(
      '.burden-waivers.yaml',
      '- {rule: halfwidth-punctuation, document: a.txt, reason: 原件如此, approver: 李某, date: 2026-01-01}\n',
    )
    await run(['a.txt', '--fix'])
    expect(text('a.txt')).toBe(FAULTY)
    expect((await run(['a.txt', '--format', 'json'])).stdout).toContain('"fixable": 0')
  })

  it('takes names as long as a disk allows', async () => {
    const name = `${'关于印发实施方案的通知'.repeat(8).slice(0, 83)}.txt`
    put(name)
    expect((await run([name, '--fix'])).exit).toBe(0)
    expect(text(name)).toBe(MENDED)
  })

  it('takes away what a killed run left, but nothing else', async () => {
    mkdirSync(at('d'))
    for (const name of ['d/a.txt', 'd/.burden-lint-0123456789ab.tmp', 'd/.burden-lint-ba9876543210.tmp', 'd/mine.tmp'])
      put(name)
    const longAgo = new Date(Date.now() - 7200_000)
    for (const name of ['d/.burden-lint-0123456789ab.tmp', 'd/mine.tmp']) utimesSync(at(name), longAgo, longAgo)
    await run(['d', '--fix'])
    expect(readdirSync(at('d')).sort()).toEqual(['.burden-lint-ba9876543210.tmp', 'a.txt', 'mine.tmp'])
  })

  it.each([
    [['-', '--fix'], '标准输入没有原稿可改'],
    [['a.txt', '--fix', '--diff'], '不能同时使用'],
    [['a.txt', '--unsafe-fixes'], '要与 --fix、--diff 或 --suggest 连用'],
  ])('refuses %j', async (argv, why) => {
    put('a.txt')
    const { exit, stderr } = await run(argv)
    expect([exit, text('a.txt')]).toEqual([2, FAULTY])
    expect(stderr).toContain(why)
  })
})

describe('--diff', () => {
  it('shows a patch and changes nothing', async () => {
    put('a.txt')
    const { exit, stdout } = await run(['a.txt', '--diff'])
    expect([exit, text('a.txt')]).toEqual([1, FAULTY])
    expect(stdout).toContain(
      '--- a.txt\n+++ a.txt（修正后）\n@@ -2,3 +2,3 @@\n \n-各乡镇人民政府,县直各单位：\n+各乡镇人民政府，县直各单位：\n',
    )
    put('a.txt', MENDED)
    expect(await runIn(folder, ['a.txt', '--diff'])).toEqual({ exit: 0, stdout: '', stderr: '' })
    expect((await run(['a.txt', '--diff'])).stderr).toContain('没有用到 --format')
  })
  it('fits the file, whatever stands in it; on a terminal the invisible is seen', async () => {
    const faulty = FAULTY.replace('沙袋', '沙\u200b袋').replace('6月', '\t6月').replaceAll('\n', '\r\n')
    put('a.txt', faulty)
    const { stdout } = await run(['a.txt', '--diff'])
    expect(applyPatch(faulty, stdout)).toBe(MENDED.replace('6月', '\t6月').replaceAll('\n', '\r\n'))
    let seen = ''
    await runIn(folder, ['a.txt', '--diff'], { stdout: { isTTY: true, write: (text) => (seen += text) } })
    expect(seen).toContain('沙\\u{200B}袋')
    expect(seen).not.toContain('\u200b')
  })
})
