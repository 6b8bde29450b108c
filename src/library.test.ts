import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runInNewContext } from 'node:vm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { reporter } from 'vfile-reporter'
import { afterEach, beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest'
import type { GenreId } from './core.ts'
import { runIn } from './dev/in-process.ts'
import type * as Public from './library/public.d.ts'
import * as library from './library.ts'
import { burdenLint, lint, UsageError } from './library.ts'
import type { fileJson } from './reporters/json.ts'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'burden-lint-'))
  // Nothing above it is looked at.
  mkdirSync(join(cwd, '.git'))
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(cwd, { recursive: true, force: true })
})

function put(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true })
    writeFileSync(join(cwd, name), text)
  }
}

/** What the command line makes of the same. */
async function commandLine(...argv: string[]) {
  const { exit, stdout, stderr } = await runIn(cwd, [...argv, '--format', 'json', '--as-of', '2026-03-05'])
  return { code: exit, json: stdout === '' ? undefined : JSON.parse(stdout), stderr }
}

const asOf = '2026-03-05'
const notice = '关于做好防汛工作的通知\n\n各乡镇：\n各乡镇要与各村层层签订责任状，实行一票否决。\n'
const superior =
  '# 关于推进农村助餐服务的意见\n\n坚持政府引导、社会参与、因地制宜、量力而行，推进农村助餐服务健康发展。\n'
const unlike = '# 关于推进农村助餐服务的意见\n\n校门口的道路由教育局会同交通局在九月底以前修好。\n'
const implementing =
  '# 禾川县推进农村助餐服务实施方案\n\n为贯彻落实《关于推进农村助餐服务的意见》，制定本方案。\n\n坚持政府引导、社会参与、因地制宜、量力而行，推进农村助餐服务健康发展。\n'
const rulesOf = ({ files }: Public.LintResult, index = 0) => files[index]!.diagnostics.map(({ rule }) => rule)

// Checked by `npm run types`.
describe('types', () => {
  it('are those of the program', () => {
    expectTypeOf(library.lint).toEqualTypeOf<typeof Public.lint>()
    expectTypeOf(library.burdenLint).toEqualTypeOf<typeof Public.burdenLint>()
    expectTypeOf<keyof typeof library>().toEqualTypeOf<keyof typeof Public>()
    expectTypeOf<Public.GenreId>().toEqualTypeOf<GenreId>()
    // Both ways, but for lists that may not be changed: nothing is left out, nothing is promised that does not come.
    type File = ReturnType<typeof fileJson>
    type Diagnostic = File['diagnostics'][number]
    expectTypeOf<File>().toExtend<Public.FileResult>()
    expectTypeOf<Omit<Public.FileResult, 'diagnostics'>>().toExtend<Omit<File, 'diagnostics'>>()
    expectTypeOf<Omit<Public.Diagnostic, 'related'>>().toExtend<Omit<Diagnostic, 'related'>>()
    expectTypeOf<Public.Related>().toExtend<Diagnostic['related'][number]>()
    expectTypeOf(new UsageError('')).toExtend<Pick<Public.UsageError, 'message' | 'remedy'>>()
  })
})

describe('lint', () => {
  it('finds in files what the command line finds, in the same words', async () => {
    cwd = join(process.cwd(), 'fixtures', 'demo')
    const paths = ['.', '没有这份.txt']
    const { json, stderr, code } = await commandLine(...paths)
    const { notices, problems, ...result } = await lint({ cwd, files: paths, asOf })
    expect(result).toEqual(json)
    expect(json.summary.errors).toBeGreaterThan(2)
    expect({ code, notices, problems, stderr }).toEqual({ code: 2, notices: [], problems: [], stderr: '' })
    expect(JSON.parse(JSON.stringify(result))).toEqual(json)
    cwd = mkdtempSync(join(tmpdir(), 'burden-lint-'))
  })

  it('says what the command line says on standard error', async () => {
    put({
      '.burdenrc.json': '{"presets":["nanle"],"pairs":[{"doc":"方案.md","superior":"没有.md"}]}',
      '方案.md': implementing,
      '旧表.xlsb': '',
      '通知.md': `---\n文种: 通通\n---\n${notice}`,
    })
    const { stderr, json, code } = await commandLine('.')
    const { notices, problems, files } = await lint({ cwd, files: ['.'], asOf })
    expect(code).toBe(2)
    expect(files).toEqual(json.files)
    expect(problems).toEqual([expect.stringContaining('没有.md')])
    expect(notices).toEqual([expect.stringContaining('“通通”不认识'), expect.stringContaining('旧表.xlsb')])
    expect([...problems.map((p) => `错误：${p}\n`), ...notices.map((n) => `注意：${n}\n`)].join('')).toBe(stderr)
  })

  it('takes the options of the command line', async () => {
    put({
      '通知.txt': notice,
      '配置.json': '{"rules":{"one-vote-veto":"off"}}',
      '上级.md': superior,
      '方案.md': implementing,
    })
    const same = async (options: Omit<Public.LintFiles, 'files' | 'cwd'>, ...argv: string[]) => {
      const files = ['通知.txt', '方案.md']
      const { json } = await commandLine(...files, ...argv)
      const { version, files: found, summary } = await lint({ cwd, files, asOf, ...options })
      expect({ version, files: found, summary }).toEqual(json)
      return json
    }
    const plain = await same({})
    const others = await Promise.all([
      same({ config: '配置.json' }, '--config', '配置.json'),
      same({ presets: ['gongwen'] }, '--preset', 'gongwen'),
      same({ rules: { 'responsibility-letter': 'error' } }, '--rule', 'responsibility-letter=error'),
      same({ strict: true }, '--strict'),
      same({ against: ['上级.md'] }, '--against', '上级.md'),
      same({ genre: '请示' }, '--genre', '请示'),
      same({ lang: 'en' }, '--lang', 'en'),
    ])
    // Each of them does something.
    for (const other of others) expect(other).not.toEqual(plain)
  })

  it('finds in a text what it finds in a file of that text', async () => {
    const texts: Record<string, string> = {
      'a.txt': notice,
      'b.md': `# 通知\n\n${notice}`,
      'c.csv': '群名称,创建日期\n防汛群,2026-01-01\n',
      'd.txt': notice.replaceAll('\n', '\r\n'),
    }
    put(texts)
    const files = await lint({ cwd, files: Object.keys(texts), asOf })
    expect(files.summary.errors).toBeGreaterThan(2)
    const documents = Object.entries(texts).map(([path, text]) => ({ path, text }))
    for (const name of Object.keys(texts)) rmSync(join(cwd, name))
    expect(await lint({ cwd, documents, asOf })).toEqual(files)
    const bytes = documents.map(({ path, text }) => ({ path, text: new TextEncoder().encode(text) }))
    expect(await lint({ cwd, documents: bytes, asOf })).toEqual(files)
  })

  it('takes a string as text whatever it looks like, and counts from behind a BOM', async () => {
    const odd = '\u0000\u0000要层层签订责任状\ud800，实行一票否决。'
    const found = async (text: string) =>
      (await lint({ cwd, documents: [{ path: '通知.txt', text }], genre: 'notice', config: {}, asOf })).files[0]!
    const { diagnostics } = await found(odd)
    expect(diagnostics.map(({ rule, span }) => [rule, odd.slice(span.start, span.end)])).toEqual([
      ['responsibility-letter', '责任状'],
      ['one-vote-veto', '一票否决'],
    ])
    expect(await found(`\ufeff${odd}`)).toEqual(await found(odd))
  })

  it('takes bytes from another realm', async () => {
    const text = runInNewContext('Uint8Array.from(bytes)', { bytes: [...new TextEncoder().encode(notice)] })
    expect(text).not.toBeInstanceOf(Uint8Array)
    expect(rulesOf(await lint({ cwd, documents: [{ path: '通知.txt', text }] }))).toContain('one-vote-veto')
  })

  it('holds each document against its own superior documents, and names them as they were named', async () => {
    const { files, problems } = await lint({
      cwd,
      asOf,
      documents: [
        { path: '甲/方案.md', text: implementing, superiors: [{ path: '/上级/意见.md', text: superior }] },
        { path: '乙/方案.md', text: implementing, superiors: [{ path: '乙/[意见].md', text: unlike }] },
        { path: '丙/方案.md', text: implementing, superiors: [{ path: '/上级/意见.md', text: superior }] },
        { path: '丁/方案.md', text: implementing },
      ],
    })
    expect(problems).toEqual([])
    const related = files.map(({ diagnostics }) =>
      diagnostics.filter((d) => d.rule === 'copied-passage').flatMap((d) => d.related.map(({ path }) => path)),
    )
    expect(related).toEqual([['/上级/意见.md'], [], ['/上级/意见.md'], []])
    expect(files.map(({ genre }) => genre!.id)).toEqual(Array(4).fill('implementing'))
    expect(files.map(({ diagnostics }) => diagnostics.some((d) => d.rule === 'missing-superior'))).toEqual([
      false,
      false,
      false,
      true,
    ])
  })

  it('lets each document have its genre', async () => {
    const { files } = await lint({
      cwd,
      genre: 'notice',
      documents: [
        { path: 'a.md', text: `---\n文种: 请示\n---\n${notice}`, genre: '工作报告、汇报' },
        { path: 'b.md', text: notice },
      ],
    })
    expect(files.map(({ genre }) => genre!.id)).toEqual(['report.work', 'notice'])
  })

  it('reads from the disk, for texts, only what caller and configuration name', async () => {
    put({ '上级.md': superior, '通知.txt': notice, '台账/上级2.md': superior, '收文/上级.md': superior })
    const named = `---\n上位文件: 上级.md\n---\n${implementing}`
    const copied = async (options: Partial<Public.LintDocuments> = {}, path = '方案.md') => {
      const result = await lint({ cwd, asOf, documents: [{ path, text: named }], ...options } as Public.LintDocuments)
      return result.files[0]!.diagnostics.flatMap((d) =>
        d.rule === 'copied-passage' ? d.related.map((place) => place.path) : [],
      )
    }
    expect(await copied()).toEqual([])
    expect(await copied({ disk: true })).toEqual(['上级.md'])
    expect(await copied({ disk: true }, '收文/方案.md')).toEqual(['收文/上级.md'])
    expect(await copied({ against: ['上级.md'] })).toEqual(['上级.md'])
    expect(await copied({ against: ['台账'] })).toEqual(['台账/上级2.md'])
    expect(await copied({ against: ['台账/*.md'] })).toEqual(['台账/上级2.md'])
    expect(await copied({ config: { superiors: ['台账'] } })).toEqual(['台账/上级2.md'])
    expect(await copied({ config: { pairs: [{ doc: '*.md', superior: '台账/上级2.md' }] } })).toEqual(['台账/上级2.md'])
    // A text has precedence over the file in whose place it stands.
    const documents = [
      { path: '方案.md', text: named },
      { path: '上级.md', text: unlike },
    ]
    expect(await copied({ documents, disk: true })).toEqual([])
  })

  it('hears waivers', async () => {
    put({
      '.burden-waivers.yaml':
        '- {rule: responsibility-letter, document: 通知.txt, reason: 法律规定, approver: 县委办, date: 2026-01-05}\n',
    })
    const { files } = await lint({ cwd, asOf, documents: [{ path: '通知.txt', text: notice }] })
    expect(files[0]!.diagnostics[0]).toMatchObject({ severity: 'info', waiver: { approver: '县委办' } })
  })

  it('takes a configuration that is no file, as it was when it was called', async () => {
    put({ '.burdenrc.json': '{"rules":{"one-vote-veto":"off"}}', '通知.txt': notice })
    const rules: Record<string, string> = { 'one-vote-veto': 'info' }
    const config = { rules, overrides: [{ files: ['通知.*'], rules: { 'responsibility-letter': 'off' } }] }
    const running = lint({ cwd, files: ['通知.txt'], config })
    rules['one-vote-veto'] = 'off'
    const { diagnostics } = (await running).files[0]!
    expect(diagnostics.map(({ rule, severity }) => [rule, severity])).toEqual([['one-vote-veto', 'info']])
    expect(rulesOf(await lint({ cwd, files: ['通知.txt'] }))).toEqual(['responsibility-letter'])
    expect(rulesOf(await lint({ cwd, files: ['通知.txt'], config: {} }))).toHaveLength(2)
  })

  it('may be called many times at once', async () => {
    put({ 'a/通知.txt': notice, 'b/.burdenrc.json': '{"rules":{"one-vote-veto":"off"}}', 'b/通知.txt': notice })
    const runs: (() => Promise<Public.LintResult>)[] = [
      () => lint({ cwd: join(cwd, 'a'), files: ['.'], asOf }),
      () => lint({ cwd: join(cwd, 'b'), files: ['.'], asOf }),
      () => lint({ cwd, documents: [{ path: '通知.txt', text: notice.repeat(20) }], asOf, strict: true }),
      () =>
        lint({
          cwd,
          asOf,
          documents: [{ path: '方案.md', text: implementing, superiors: [{ path: '上级.md', text: superior }] }],
        }),
      () => lint({ cwd, files: ['a', 'b'], presets: ['gongwen', 'nanle'], asOf, lang: 'en' }),
    ]
    const alone: Public.LintResult[] = []
    for (const run of runs) alone.push(await run())
    expect(new Set(alone.map((result) => JSON.stringify(result))).size).toBe(runs.length)
    const many = Array.from({ length: 8 }, () => runs).flat()
    const together = await Promise.all(many.map((run) => run()))
    expect(together).toEqual(Array.from({ length: 8 }, () => alone).flat())
  })

  it('prints nothing, writes nothing, leaves the process as it is', async () => {
    put({ '通知.txt': notice, '坏.docx': '不是 Word', '方案.md': implementing })
    const before = [
      readdirSync(cwd, { recursive: true }),
      process.cwd(),
      process.exitCode,
      process.listenerCount('SIGINT'),
    ]
    const spies = [
      vi.spyOn(process.stdout, 'write'),
      vi.spyOn(process.stderr, 'write'),
      vi.spyOn(process, 'exit'),
      vi.spyOn(process, 'chdir'),
      ...(['log', 'info', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name)),
    ]
    expect((await lint({ cwd, files: ['.'] })).summary.files).toBe(3)
    await expect(lint({ cwd, files: ['没有.txt'] })).rejects.toBeInstanceOf(UsageError)
    for (const spy of spies) expect(spy).not.toHaveBeenCalled()
    expect([
      readdirSync(cwd, { recursive: true }),
      process.cwd(),
      process.exitCode,
      process.listenerCount('SIGINT'),
    ]).toEqual(before)
    expect(readFileSync(join(cwd, '通知.txt'), 'utf8')).toBe(notice)
  })

  it('ends when it is told to', async () => {
    put(Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`${i}.txt`, notice.repeat(100)])))
    const reason = new Error('够了')
    await expect(lint({ cwd, files: ['.'], signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    // Others have their turn while it runs: else nobody could tell it before it is done.
    const controller = new AbortController()
    const running = lint({ cwd, files: ['.'], signal: controller.signal })
    setTimeout(() => controller.abort(reason), 100)
    await expect(running).rejects.toBe(reason)
    await expect(lint({ cwd, files: ['0.txt'], signal: new AbortController().signal })).resolves.toBeDefined()
  })
})

describe('misuse', () => {
  const text = { path: 'a.txt', text: '甲乙丙。' }
  it.each<[string, unknown, RegExp]>([
    ['nothing', undefined, /应为一组设置/],
    ['a path', '通知.txt', /应为一组设置/],
    ['neither files nor documents', { strict: true }, /没有写要检查什么/],
    ['both', { files: ['a.txt'], documents: [] }, /files 和 documents 不能同时写/],
    ['an unknown option', { file: ['a.txt'] }, /没有名为 file 的设置，是不是 files/],
    ['files that are no list', { files: 'a.txt' }, /files 应为列表/],
    ['an empty path', { files: [''] }, /files\[0\] 不能为空/],
    ['a path with a zero', { files: ['a\0.txt'] }, /files\[0\] 路径里有不能用的字符/],
    ['a missing file', { files: ['没有.txt'] }, /找不到 没有\.txt/],
    [
      'an unknown rule',
      { files: ['通知.txt'], rules: { 'one-vote-vote': 'off' } },
      /^rules one-vote-vote=off：.*是不是 one-vote-veto/,
    ],
    [
      'a rule with its level',
      { files: ['通知.txt'], rules: { 'one-vote-veto=off': 'off' } },
      /没有名为 one-vote-veto=off 的规则/,
    ],
    [
      'an unknown level',
      { files: ['通知.txt'], rules: { 'one-vote-veto': 'warnin' } },
      /rules\.one-vote-veto 应为.*是不是 "warning"/,
    ],
    ['an unknown preset', { files: ['通知.txt'], presets: ['nanl'] }, /^presets nanl：.*是不是 nanle/],
    ['an unknown genre', { files: ['通知.txt'], genre: 'notise' }, /没有名为“notise”的文种/],
    ['an unknown genre of a document', { documents: [{ ...text, genre: '通通' }] }, /没有名为“通通”的文种/],
    ['a day that is none', { files: ['通知.txt'], asOf: '2026-02-30' }, /asOf 应写成年-月-日/],
    ['a day that is a Date', { files: ['通知.txt'], asOf: new Date(0) }, /asOf 应写成年-月-日/],
    ['a missing configuration', { files: ['通知.txt'], config: '没有.json' }, /找不到配置文件/],
    [
      'a wrong configuration',
      { files: ['通知.txt'], config: { preset: ['nanle'] } },
      /没有名为 preset 的设置，是不是 presets/,
    ],
    ['a configuration that is code', { files: ['通知.txt'], config: { rules: () => 1 } }, /config 里有函数/],
    ['a folder that is none', { cwd: 'no/such/folder', files: ['通知.txt'] }, /cwd .* 不是文件夹/],
    [
      'a missing superior document',
      { files: ['通知.txt'], against: ['没有.txt'] },
      /^against 指定的上级文件 没有\.txt/,
    ],
    ['a document without text', { documents: [{ path: 'a.txt' }] }, /documents\[0\] 缺少 text/],
    [
      'a document that is a number',
      { documents: [{ path: 'a.txt', text: 1 }] },
      /text 应为文本或 Uint8Array，现在是数字 1/,
    ],
    ['two documents in one place', { documents: [text, { ...text, path: './a.txt' }] }, /两份文稿都叫/],
    [
      'a superior document in the place of another',
      { documents: [{ ...text, superiors: [{ path: 'a.txt', text: '丁' }] }] },
      /两份文稿都叫/,
    ],
    ['disk with files', { files: ['通知.txt'], disk: true }, /disk 只能与 documents 同用/],
    ['a signal that is none', { files: ['通知.txt'], signal: true }, /signal 应为 AbortSignal/],
  ])('%s', async (_, options, message) => {
    put({ '通知.txt': notice })
    const asked = options && typeof options === 'object' ? { cwd, ...options } : options
    const error = await lint(asked as Public.LintOptions).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UsageError)
    expect((error as UsageError).message).toMatch(message)
    expect((error as UsageError).remedy).not.toBe('')
    expect(`${(error as UsageError).message}${(error as UsageError).remedy}`).not.toMatch(/--\w/)
  })

  it('empty lists are no misuse', async () => {
    for (const options of [{ files: [] }, { documents: [] }])
      expect(await lint({ cwd, ...options } as Public.LintOptions)).toEqual({
        version: 1,
        files: [],
        summary: { files: 0, errors: 0, warnings: 0, infos: 0, fixable: 0 },
        notices: [],
        problems: [],
      })
  })

  it('a text that cannot be read has a diagnostic, and the others are linted', async () => {
    const bytes = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])
    const result = await lint({
      cwd,
      documents: [
        { path: '空.txt', text: '' },
        { path: '图.txt', text: bytes },
        { path: '通知.txt', text: notice },
      ],
    })
    expect(result.files.map(({ counts }) => counts === null)).toEqual([true, true, false])
    expect([rulesOf(result), rulesOf(result, 1)]).toEqual([['unreadable-file'], ['unreadable-file']])
  })

  it('options that are undefined are options that are not there', async () => {
    const options = { files: undefined, genre: undefined, asOf: undefined, config: undefined, superiors: undefined }
    const { superiors, ...rest } = options
    expect((await lint({ cwd, ...rest, documents: [{ ...text, superiors }] })).files).toHaveLength(1)
  })
})

describe('burdenLint', () => {
  const processor = (options?: Public.BurdenLintOptions) =>
    unified()
      .use(remarkParse)
      .use(remarkStringify)
      .use(burdenLint, { asOf, ...options })
  const process = (value: string, options?: Public.BurdenLintOptions, path: string | undefined = '通知.md') =>
    processor(options).process(new VFile({ value, cwd, ...(path !== '' && { path }) }))
  const markdown = '# 关于做好防汛工作的通知\n\n各村要层层签订责任状，\n实行**一票否决**。\n'

  it('reports what lint finds, where it stands in the file', async () => {
    const file = await process(markdown)
    const { files } = await lint({ cwd, documents: [{ path: '通知.md', text: markdown }], asOf })
    const found = files[0]!.diagnostics
    expect(found.length).toBeGreaterThan(1)
    expect(file.messages.map(({ ruleId, source, file }) => [ruleId, source, file])).toEqual(
      found.map(({ rule }) => [rule, 'burden-lint', '通知.md']),
    )
    for (const [i, { place, line, column }] of file.messages.entries()) {
      const { span, place: expected } = found[i]!
      if (!place || !('start' in place)) throw new Error('no place')
      expect([line, column]).toEqual([expected.line, expected.column])
      expect([place.start.offset, place.end.offset]).toEqual([span.start, span.end])
      expect([place.end.line, place.end.column]).toEqual([expected.endLine, expected.endColumn])
    }
    const veto = file.messages.find(({ ruleId }) => ruleId === 'one-vote-veto')!
    expect(markdown.slice(...span(veto))).toBe('一票否决')
    // The document itself goes its way.
    expect(String(file)).toContain('**一票否决**')
  })

  it('tells errors from warnings and information, as vfile has them', async () => {
    const rules = { 'responsibility-letter': 'warning', 'halfwidth-punctuation': 'info' } as const
    const file = await process(`${markdown}\n认真贯彻,抓好落实。\n`, { rules })
    const kinds = new Map(file.messages.map(({ ruleId, fatal }) => [ruleId, fatal]))
    expect(kinds.get('one-vote-veto')).toBe(true)
    expect(kinds.get('responsibility-letter')).toBe(false)
    expect(kinds.has('halfwidth-punctuation')).toBe(true)
    expect(kinds.get('halfwidth-punctuation')).toBeUndefined()
    expect(reporter(file, { verbose: true })).toMatch(
      /error\s+对基层设置了“一票否决”[\s\S]*删去“一票否决”[\s\S]*依据：/,
    )
    const fixed = file.messages.find(({ ruleId, expected }) => ruleId === 'halfwidth-punctuation' && expected)
    expect([fixed?.actual, fixed?.expected]).toEqual([',', ['，']])
  })

  it('counts as the parser does where the file begins with a BOM', async () => {
    const file = await process(`\ufeff${markdown}`)
    const { place } = file.messages.find(({ ruleId }) => ruleId === 'one-vote-veto')!
    const tree = unified().use(remarkParse).parse(`\ufeff${markdown}`)
    const [, paragraph] = tree.children
    const strong =
      paragraph?.type === 'paragraph' ? paragraph.children.find(({ type }) => type === 'strong') : undefined
    expect(place && 'start' in place && place.start.offset).toBe(strong!.position!.start.offset! + 2)
  })

  it('takes options, superior documents and the configuration', async () => {
    put({ '.burdenrc.json': '{"rules":{"one-vote-veto":"off"}}', 'docs/上级.md': superior })
    const rules = async (...args: Parameters<typeof process>) =>
      (await process(...args)).messages.map(({ ruleId }) => ruleId)
    expect(await rules(markdown)).not.toContain('one-vote-veto')
    expect(await rules(markdown, { config: {} })).toContain('one-vote-veto')
    expect(await rules(implementing, { superiors: [{ path: '上级.md', text: superior }] })).toContain('copied-passage')
    const named = `---\n上位文件: 上级.md\n---\n\n${implementing}`
    expect(await rules(named, {}, 'docs/方案.md')).toContain('copied-passage')
    // A text that lies nowhere has no neighbours.
    put({ '上级.md': superior })
    expect(await rules(named, {}, '')).not.toContain('copied-passage')
    expect(await rules(markdown, { config: {} }, '')).toContain('one-vote-veto')
  })

  it('says what cannot be used, and what lies in another file', async () => {
    put({
      '.burdenrc.json': '{"pairs":[{"doc":"*.md","superior":"没有.md"}]}',
      '.burden-waivers.yaml':
        '- {rule: responsibility-letter, document: 通知.md, reason: 法律规定, approver: 县委办, date: 2025-01-05, until: 2025-02-01}\n',
    })
    const file = await process(`---\n文种: 通通\n---\n\n${markdown}`)
    const of = (reason: RegExp) => file.messages.find((message) => reason.test(message.reason))
    expect(of(/中的 没有\.md/)).toMatchObject({ fatal: true, source: 'burden-lint' })
    expect(of(/“通通”不认识/)).toMatchObject({ fatal: undefined, source: 'burden-lint' })
    const waiver = of(/^\.burden-waivers\.yaml .*2025-02-01/)!
    expect([waiver.ruleId, waiver.place]).toEqual(['unused-waiver', undefined])
  })

  it('marks what somebody answers for', async () => {
    put({
      '.burden-waivers.yaml':
        '- {rule: responsibility-letter, document: 通知.md, reason: 法律规定, approver: 县委办, date: 2026-01-05}\n',
    })
    const file = await process(markdown)
    const waived = file.messages.find(({ ruleId }) => ruleId === 'responsibility-letter')!
    expect(waived).toMatchObject({ fatal: undefined, reason: expect.stringMatching(/^已豁免：/) })
    expect(waived.note).toContain('县委办')
  })

  it('refuses wrong options', async () => {
    expect(() => processor({ rulez: {} } as Public.BurdenLintOptions).freeze()).toThrow(UsageError)
    expect(() => processor({ files: ['a.txt'] } as unknown as Public.BurdenLintOptions).freeze()).toThrow(
      /没有名为 files/,
    )
    await expect(process(markdown, { presets: ['nanl'] })).rejects.toThrow(UsageError)
  })
})

function span({ place }: { readonly place?: unknown }): [number, number] {
  const { start, end } = place as { readonly start: { offset: number }; readonly end: { offset: number } }
  return [start.offset, end.offset]
}
