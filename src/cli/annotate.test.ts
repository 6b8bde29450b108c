/** What `--annotate` leaves on a real disk. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeHost } from '../cli.ts'
import type { Host } from '../core.ts'
import { drafts } from '../dev/drafts.ts'
import { runIn } from '../dev/in-process.ts'
import { parser } from '../parsers/docx.ts'

const NOTICE =
  '禾川县人民政府办公室关于做好防汛工作的通知\n\n各乡镇人民政府,县直各单位：\n\n6月1日前，各乡镇要与各村签订责任状，由县应急局逐乡清点。\n'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'burden-lint-annotate-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => join(folder, name)
const put = (name: string, content: string | Uint8Array = NOTICE) => writeFileSync(at(name), content)
const partsOf = (name: string) => unzipSync(readFileSync(at(name)))
const comments = (name: string) => strFromU8(partsOf(name)['word/comments.xml']!)
const text = (name: string) => parser.parse(readFileSync(at(name))).text
const listed = (name: string) =>
  readdirSync(at(name), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path !== '.burden-lint-copies')
    .sort()

const run = (argv: readonly string[], host: Partial<Host> = {}, stdin = '') =>
  runIn(folder, [...argv, '--format', 'concise'], {
    host: { ...nodeHost(folder), ...host },
    stdin: () => Buffer.from(stdin),
  })

describe('--annotate', () => {
  it('writes a copy of each draft, reports as ever, and says where the copies are', async () => {
    mkdirSync(at('drafts/镇'), { recursive: true })
    put('drafts/draft.docx', drafts()['draft.docx'])
    put('drafts/镇/通知.txt')
    const before = await run(['drafts'])
    const { exit, stdout, stderr } = await run(['drafts', '--annotate', 'out'])
    expect({ exit, stdout }).toEqual({ exit: before.exit, stdout: before.stdout })
    expect(stderr).toBe('注意：已在 out 中写入 2 份批注副本；原稿没有改动\n')
    expect(listed('out')).toEqual(['draft.docx', '镇', '镇/通知.docx'])
    expect(readFileSync(at('drafts/draft.docx'))).toEqual(Buffer.from(drafts()['draft.docx']))
    expect(text('out/draft.docx')).toBe(text('drafts/draft.docx'))
  })

  it('says in the comments what the report says: severity, message, basis, advice; and sums up at the title', async () => {
    put('通知.txt')
    await run(['通知.txt', '--annotate', 'out'])
    const said = comments('out/通知.docx')
    for (const words of [
      '警告：要求签订责任状（responsibility-letter）',
      '要求基层签订“责任状”',
      '依据：南乐县为基层减负做法·聚焦重点难点，高标准发力提效「',
      '建议：删去签订要求',
      'burden-lint 检查结果：1 个警告，1 个提示',
      '正文 29 字（按 Word 字数）',
    ])
      expect(said).toContain(words)
    expect(said.match(/<w:comment /g)).toHaveLength(3)
  })

  it('names all half-width marks of a paragraph, and stands on all between the first and the last', async () => {
    put(
      '通知.txt',
      NOTICE.replace('6月1日前，各乡镇', '6月1日前, 各乡镇').replace('责任状，', '责任状;').replace(',县', '，县'),
    )
    await run(['通知.txt', '--annotate', 'out'])
    expect(comments('out/通知.docx')).toContain('半角“,”“;”应为全角“，”“；”（本段共 2 处）')
    const xml = strFromU8(partsOf('out/通知.docx')['word/document.xml']!)
    const stretch = xml.slice(xml.search(/(?<=6月1日前.*)<w:commentRangeStart/s), xml.lastIndexOf('<w:commentRangeEnd'))
    expect([...stretch.matchAll(/<w:t[^>]*>([^<]*)/g)].map((m) => m[1]).join('')).toBe(', 各乡镇要与各村签订责任状;')
  })

  it.each(['txt', 'md'])('makes of a .%s draft a Word file in which the rules of layout find nothing', async (kind) => {
    const mark = kind === 'md' ? ['# ', '## ', '### '] : ['', '', '']
    const points = '各乡镇要备足沙袋和水泵，逐段查清险工险段，每日报送一次水情。'.repeat(12)
    const draft = [
      `${mark[0]}禾川县人民政府办公室关于做好防汛工作的通知`,
      '各乡镇人民政府，县直各单位：',
      '为做好今年防汛工作，现将有关事项通知如下：',
      `${mark[1]}一、备足防汛物资`,
      `${mark[2]}（一）沙袋和水泵`,
      points,
      '（二）登记和保管。物资逐件登记，专人保管。',
      `${mark[1]}二、加强值班值守`,
      points,
      '禾川县人民政府办公室',
      '2026年5月20日',
    ].join('\n\n')
    put(`通知.${kind}`, `${draft}\n`)
    await run([`通知.${kind}`, '--annotate', 'out'])
    expect(text('out/通知.docx')).toBe(draft.replace(/^#+ /gm, '').replace(/\n+/g, '\n'))
    const copy = parser.parse(readFileSync(at('out/通知.docx')))
    const { sections, blocks } = copy.layout!()
    expect(sections[0]!.numbers).toEqual([
      { pages: 'odd', place: 'footer', align: 'right', size: 14, text: '— 1 —' },
      { pages: 'even', place: 'footer', align: 'left', size: 14, text: '— 1 —' },
    ])
    const fonts = copy.blocks.map(({ start, end }, i) => [
      copy.text.slice(start, Math.min(end, start + 8)),
      [...new Set(blocks[i]!.stretches.map(({ font, size }) => `${font}/${size}`))].join(),
    ])
    expect(fonts).toContainEqual(['一、备足防汛物资', '黑体/16'])
    expect(fonts).toContainEqual(['（一）沙袋和水泵', '楷体_GB2312/16'])
    expect(fonts).toContainEqual(['（二）登记和保管', '楷体_GB2312/16,仿宋_GB2312/16'])
    const { stdout } = await run(['out/通知.docx'])
    expect(stdout).not.toMatch(/nonstandard-|missing-page-numbers|misplaced-masthead/)
  })

  it('quotes a clause in the first comment that rests on it, and says so in the others', async () => {
    const twice = '请于6月1日前签订责任状。\n\n请各村也签订责任状。\n'
    writeFileSync(at('两处.txt'), `禾川县人民政府办公室关于做好防汛工作的通知\n\n各乡镇人民政府：\n\n${twice}`)
    await run(['两处.txt', '--annotate', 'out'])
    const bases = comments('out/两处.docx').match(/依据：南乐县为基层减负做法[^<]*/g)
    expect(bases).toEqual([expect.stringMatching(/「.*」/), expect.stringMatching(/提效（原文前面已引）$/)])
  })

  it('quotes the superior document beside what was copied from it', async () => {
    const copied =
      '各级各部门要切实提高政治站位，充分认识做好这项工作的重要意义，把思想和行动统一到上级决策部署上来，不折不扣抓好落实。'
    put('上级.txt', `关于加强防汛工作的意见\n\n${copied}\n\n要备足沙袋。\n`)
    put(
      '方案.txt',
      `禾川县防汛工作实施方案\n\n为贯彻落实《关于加强防汛工作的意见》，制定本方案。\n\n${copied}\n\n县水利局5月底前清点沙袋。\n`,
    )
    await run(['方案.txt', '--against', '上级.txt', '--annotate', 'out', '--rule', 'copied-passage=warning'])
    expect(comments('out/方案.docx')).toMatch(/上级文件：上级\.txt 第2段「各级各部门要切实提高政治站位/)
    expect(listed('out')).toEqual(['方案.docx'])
  })

  it('shows what is waived as waived, and gives a clean draft a copy that says so', async () => {
    put('a.txt', NOTICE.replace(',', '，'))
    put('b.txt', '禾川县人民政府办公室关于做好防汛工作的通知\n\n各乡镇人民政府：\n\n6月1日前，县应急局逐乡清点沙袋。\n')
    put(
      '.burden-waivers.yaml',
      '- {rule: responsibility-letter, document: a.txt, reason: 三县联动, approver: 李某, date: 2026-01-01}\n',
    )
    await run(['a.txt', 'b.txt', '--annotate', 'out'])
    expect(comments('out/a.docx')).toMatch(/已豁免：.*豁免：三县联动（李某 2026-01-01 批准）/)
    expect(comments('out/a.docx')).toMatch(/检查结果：1 处已豁免.*结论：只有已豁免的问题/)
    expect(comments('out/b.docx')).toContain('burden-lint 检查结果：没有发现问题')
  })

  it('annotates a register in a document, and says that a spreadsheet gets no copy', async () => {
    const row = ['水利局', '普查群', '临时', '2026-01-31', '在用']
    const head = ['管理单位', '群名称', '群性质', '任务结束日期', '状态']
    put('台账.md', [head, head.map(() => '---'), row].map((cells) => `| ${cells.join(' | ')} |`).join('\n'))
    put('台账.csv', [head, row].join('\n'))
    const { stderr } = await run(['台账.md', '台账.csv', '--annotate', 'out'])
    expect(listed('out')).toEqual(['台账.docx'])
    expect(comments('out/台账.docx')).toContain('undissolved-group')
    expect(stderr).toContain('台账.csv：没有做批注副本，台账不是文稿')
  })

  it('replaces its own copies, never what somebody has worked on', async () => {
    put('通知.txt')
    const argv = ['通知.txt', '--annotate', 'out']
    await run(argv)
    const first = readFileSync(at('out/通知.docx'))
    await run(argv)
    expect(listed('out')).toEqual(['通知.docx'])
    expect(readFileSync(at('out/通知.docx'))).toEqual(first)
    const parts = partsOf('out/通知.docx')
    const edited = strToU8(strFromU8(parts['word/document.xml']!).replace('逐乡清点', '逐村清点'))
    const kept = zipSync({ ...parts, 'word/document.xml': edited })
    put('out/通知.docx', kept)
    for (let i = 0; i < 2; i++) {
      expect((await run(argv)).stderr).toContain(
        '通知.docx 已被改动，或者不是这份文稿的副本，没有覆盖；新副本是 通知-2.docx',
      )
      expect(listed('out')).toEqual(['通知-2.docx', '通知.docx'])
      expect(readFileSync(at('out/通知.docx'))).toEqual(Buffer.from(kept))
    }
  })

  it('keeps the copies of drafts apart that bear one name', async () => {
    for (const name of ['a', 'b']) {
      mkdirSync(at(name))
      put(`${name}/通知.txt`)
      await run([`${name}/通知.txt`, '--annotate', 'out'])
    }
    expect(listed('out')).toEqual(['通知-2.docx', '通知.docx'])
  })

  it('does not lint its copies the next time', async () => {
    put('通知.txt')
    await run(['.', '--annotate', 'out'])
    const { stdout } = await run(['.', '--annotate', 'out'])
    expect(stdout).not.toContain('out/')
    expect((await run(['**/*'])).stdout).not.toContain('out/')
    expect(listed('out')).toEqual(['通知.docx'])
    expect((await run(['out'])).stdout).toContain('out/通知.docx')
    await run(['out', '--annotate', 'out2'])
    expect(comments('out2/通知.docx').match(/<w:comment /g)).toEqual(comments('out/通知.docx').match(/<w:comment /g))
  })

  it.each([
    [['通知.txt', '--suggest'], '--suggest 要与 --annotate 连用'],
    [['通知.txt', '--annotate', ''], '--annotate 后面是空的'],
    [['通知.txt', '--annotate', '.'], '就在 --annotate . 里'],
    [['.', '--annotate', '.'], '就在 --annotate . 里'],
    [['drafts', '--annotate', 'link'], '就在 --annotate link 里'],
    [['通知.txt', '--annotate', 'drafts'], '里已经有别的文件'],
    [['通知.txt', '--annotate', '通知.txt'], '就在 --annotate 通知.txt 里'],
    [['drafts', '--annotate', '通知.txt'], '不是文件夹'],
    [['通知.txt', '--annotate', 'out', '--fix'], '不能同时使用'],
  ])('refuses %j and writes nothing', async (argv, why) => {
    mkdirSync(at('drafts'))
    put('drafts/甲.txt')
    symlinkSync('drafts', at('link'))
    put('通知.txt')
    const { exit, stdout, stderr } = await run(argv)
    expect([exit, stdout]).toEqual([2, ''])
    expect(stderr).toContain(why)
    expect(readdirSync(folder).sort()).toEqual(['drafts', 'link', '通知.txt'])
    expect(readdirSync(at('drafts'))).toEqual(['甲.txt'])
  })

  it('does not follow links out of its folder', async () => {
    mkdirSync(at('drafts/镇'), { recursive: true })
    mkdirSync(at('elsewhere'))
    put('drafts/镇/通知.txt')
    put('drafts/甲.txt')
    put('elsewhere/甲.docx', 'precious')
    await run(['drafts/甲.txt', '--annotate', 'out'])
    rmSync(at('out/甲.docx'))
    symlinkSync(at('elsewhere'), at('out/镇'))
    symlinkSync(at('elsewhere/甲.docx'), at('out/甲.docx'))
    const { exit, stderr } = await run(['drafts', '--annotate', 'out'])
    expect(exit).toBe(2)
    expect(stderr).toContain('会写到文件夹外面去')
    expect(readdirSync(at('elsewhere'))).toEqual(['甲.docx'])
    expect(readFileSync(at('elsewhere/甲.docx'), 'utf8')).toBe('precious')
    expect(existsSync(at('out/甲-2.docx'))).toBe(true)
  })

  it('says what gets no copy, and annotates the rest', async () => {
    const signed = zipSync({ ...unzipSync(drafts()['draft.docx']), '_xmlsignatures/origin.sigs': new Uint8Array() })
    put('a.docx', signed)
    put('b.txt')
    put('c.docx', Uint8Array.of(0, 1, 2, 3))
    const { stderr } = await run(['a.docx', 'b.txt', 'c.docx', '--annotate', 'out'])
    expect(stderr).toContain('注意：a.docx：没有做批注副本，文件有数字签名')
    expect(listed('out')).toEqual(['b.docx'])
  })

  it('takes no notice of what was changed meanwhile', async () => {
    put('通知.txt')
    const real = nodeHost(folder)
    let reads = 0
    const read = (path: string) => {
      if (path === '通知.txt' && ++reads === 2) put('通知.txt', `${NOTICE}又写了一句。\n`)
      return real.read(path)
    }
    expect((await run(['通知.txt', '--annotate', 'out'], { read })).stderr).toContain('在检查期间被改动')
    expect(listed('out')).toEqual([])
  })

  it('reads standard input', async () => {
    await run(['-', '--annotate', 'out', '--suggest', '--stdin-filename', '来稿.txt'], {}, NOTICE)
    expect(listed('out')).toEqual(['来稿.docx'])
    expect(text('out/来稿.docx')).toContain('各乡镇人民政府，县直各单位：')
  })
})

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
/** A Word file whose paragraphs are those of the notice; `parts` of the package by name. */
const noticeAsWord = (parts: Readonly<Record<string, string>> = {}): Uint8Array => {
  const paragraphs = NOTICE.trim()
    .split('\n\n')
    .map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)
  const document = `<w:document xmlns:w="${WORD}"><w:body>${paragraphs.join('')}</w:body></w:document>`
  const own = Object.entries({ ...parts, 'word/document.xml': document })
  return zipSync({
    ...unzipSync(drafts()['draft.docx']),
    ...Object.fromEntries(own.map(([name, xml]) => [name, strToU8(xml)])),
  })
}

describe('--suggest', () => {
  it('tracks in the copy what --fix would write', async () => {
    put('通知.txt')
    const word = noticeAsWord()
    put('文件.docx', word)
    const { stderr, stdout } = await run(['.', '--annotate', 'out', '--suggest'])
    expect(stderr).toBe('注意：已在 out 中写入 2 份批注副本，其中有 2 处修订；原稿没有改动\n')
    expect(stdout).toContain('halfwidth-punctuation')
    expect(readFileSync(at('通知.txt'), 'utf8')).toBe(NOTICE)
    expect(readFileSync(at('文件.docx'))).toEqual(Buffer.from(word))
    const accepted = ['out/通知.docx', 'out/文件.docx'].map(text)
    expect(comments('out/文件.docx')).toContain('可以照改的 1 处已用修订标出')
    await run(['文件.docx', '--fix'])
    expect(accepted).toEqual([text('文件.docx'), text('文件.docx')])
  })

  it('says what cannot be tracked, and why', async () => {
    put(
      '限制.docx',
      noticeAsWord({
        'word/settings.xml': `<w:settings xmlns:w="${WORD}"><w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>`,
      }),
    )
    const { stderr } = await run(['.', '--annotate', 'out', '--suggest'])
    expect(stderr).toContain('注意：限制.docx：没有修正，文件设置了“限制编辑”')
    expect(stderr).toContain('其中有 0 处修订')
  })

  it('leaves what is not safe to --unsafe-fixes', async () => {
    put('通知.txt', NOTICE.replace(',', '，'))
    const plain = await run(['通知.txt', '--annotate', 'out', '--suggest'])
    expect(plain.stderr).toContain('其中有 0 处修订')
    expect((await run(['通知.txt', '--annotate', 'out', '--suggest', '--unsafe-fixes'])).exit).toBe(plain.exit)
  })
})
