import { describe, expect, it } from 'vitest'
import type { Diagnostic, FileReport, Registry, Report, View } from '../../core.ts'
import { scanXml } from '../../parsers/xml.ts'
import { summarise } from '../../summary.ts'
import { loadReporter, type ReporterName } from '../index.ts'

const basis = { source: '云川县《减负规定》', clause: '第二条', quote: '不得增设', verified: false }
const rules = {
  'one-vote-veto': {
    scope: 'doc',
    genres: ['*'],
    severity: 'error',
    title: { zh: '设置一票否决', en: 'Imposes a veto' },
    basis,
    triggers: [],
    messages: { found: { zh: '设置了“{what}”', en: 'Sets {what}', advice: { zh: '删去', en: 'Drop it' } } },
  },
} as unknown as Registry

const diagnostic = (more: Partial<Diagnostic> = {}): Diagnostic => ({
  rule: 'one-vote-veto',
  severity: 'error',
  path: 'a b/通知,1.md',
  span: { start: 6, end: 10 },
  place: { line: 2, column: 3, endLine: 2, endColumn: 7, label: '第2段' },
  excerpt: { text: '实行一票否决。', start: 2, end: 6 },
  message: 'found',
  args: { what: '一票否决' },
  basis,
  related: [],
  fix: null,
  fingerprint: 'abc',
  ...more,
})
const waiver = { reason: '市里要求', approver: '李某', date: '2026-03-01' }
const file = (path: string, ...diagnostics: Diagnostic[]): FileReport => ({
  path,
  genre: { id: 'notice', title: '通知', source: 'text', evidence: [] },
  counts: null,
  diagnostics: diagnostics.map((d) => ({ ...d, path })),
})
const view: View = { language: 'zh', color: false, width: 80, rules, version: '9.9.9' }
const run = async (name: ReporterName, ...files: FileReport[]) => {
  const report: Report = { files, summary: { ...summarise(files), fixable: 0, unsafelyFixable: 0 } }
  return (await loadReporter(name))(report, view)
}
/** What a document or its name may hold. */
const hostile = '甲\u0000\u001b[31m\ud800<b>&"\'\n]]>%|`@某人 #1\uffff'
const nasty = file(hostile, diagnostic({ args: { what: hostile }, excerpt: { text: hostile, start: 0, end: 3 } }))

/** A run that was broken off before anything was found. */
const undone = async (name: ReporterName, more: Partial<View> = {}) => {
  const files = [file('净.md')]
  const problems = ['已中断：还有 3 个文件没有检查', hostile]
  return (await loadReporter(name))({ files, summary: summarise(files) }, { ...view, problems, ...more })
}

/** Throws where it is no well-formed XML. */
function readXml(xml: string): void {
  const scanner = scanXml(xml, {}, (_, what) => {
    throw new Error(what)
  })
  while (scanner.next());
}

describe('SARIF', () => {
  const read = async (...files: FileReport[]) => JSON.parse(await run('sarif', ...files)).runs[0]

  it('tells which documents were not read', async () => {
    const { invocations } = await read(
      file('a.md', diagnostic()),
      file('b.md', diagnostic({ path: 'b.md', rule: 'unreadable-file' })),
    )
    expect(invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [
        { level: 'error', locations: [{ physicalLocation: { artifactLocation: { uri: 'b.md' } } }] },
      ],
    })
  })

  it('tells what made the run no whole one', async () => {
    const [{ invocations }] = JSON.parse(await undone('sarif')).runs
    expect(invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [
        { level: 'error', message: { text: '检查没有做完。已中断：还有 3 个文件没有检查' } },
        { level: 'error' },
      ],
    })
  })

  it('names rules with their help, places, fingerprints and why something is suppressed', async () => {
    const { tool, results, columnKind, language, invocations } = await read(
      file('a b/通知,1.md', diagnostic(), diagnostic({ severity: 'info', waiver })),
    )
    expect(columnKind).toBe('utf16CodeUnits')
    expect(language).toBe('zh-CN')
    expect(invocations).toEqual([{ executionSuccessful: true }])
    expect(tool.driver).toMatchObject({ name: 'burden-lint', version: '9.9.9' })
    expect(tool.driver.rules).toHaveLength(1)
    expect(tool.driver.rules[0]).toMatchObject({
      id: 'one-vote-veto',
      shortDescription: { text: '设置一票否决' },
      defaultConfiguration: { level: 'error' },
    })
    expect(tool.driver.rules[0].help.text).toContain('不得增设')
    expect(results[0]).toMatchObject({
      ruleId: 'one-vote-veto',
      ruleIndex: 0,
      level: 'error',
      message: { text: '设置了“一票否决”。删去。' },
      partialFingerprints: { 'burdenLint/v2': 'abc' },
    })
    expect(results[0].suppressions).toBeUndefined()
    expect(results[0].locations[0]).toEqual({
      physicalLocation: {
        artifactLocation: { uri: 'a%20b/%E9%80%9A%E7%9F%A5%2C1.md' },
        region: {
          startLine: 2,
          startColumn: 3,
          endLine: 2,
          endColumn: 7,
          charOffset: 6,
          charLength: 4,
          snippet: { text: '一票否决' },
        },
      },
      logicalLocations: [{ fullyQualifiedName: '第2段', kind: 'element' }],
    })
    expect(results[1]).toMatchObject({
      level: 'note',
      suppressions: [{ kind: 'external', status: 'accepted', justification: '市里要求（李某 2026-03-01 批准）' }],
    })
  })

  it('points to where a passage was copied from, and says how to mend', async () => {
    const { span, place, excerpt } = diagnostic()
    const { results } = await read(
      file(
        '方案.md',
        diagnostic({
          related: [{ path: '上级.txt', span, place, excerpt }],
          fix: { span: { start: 6, end: 7 }, text: '，', safe: true },
        }),
      ),
    )
    expect(results[0].relatedLocations[0]).toMatchObject({ id: 0, message: { text: '上级.txt 第2段' } })
    expect(results[0].fixes[0].artifactChanges[0].replacements[0]).toEqual({
      deletedRegion: { charOffset: 6, charLength: 1 },
      insertedContent: { text: '，' },
    })
  })

  it.each([
    ['/tmp/通知.md', 'file:///tmp/%E9%80%9A%E7%9F%A5.md'],
    ['C:/文稿/a.md', 'file:///C:/%E6%96%87%E7%A8%BF/a.md'],
    ['./a.md', 'a.md'],
    ['半\ud800.md', '%E5%8D%8A%EF%BF%BD.md'],
  ])('writes %s as a URI', async (path, uri) => {
    const { results } = await read(file(path, diagnostic()))
    expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(uri)
  })

  it('is empty, not absent, where nothing is found', async () => {
    expect(await read(file('a.md'))).toMatchObject({ results: [], tool: { driver: { rules: [] } } })
  })
})

describe('JUnit', () => {
  it('tells failures, errors, what passes and what is skipped', async () => {
    const out = await run(
      'junit',
      file('净.md'),
      file(
        '通知.md',
        diagnostic(),
        diagnostic({ severity: 'warning' }),
        diagnostic({ severity: 'info' }),
        diagnostic({ severity: 'info', waiver }),
        diagnostic({ rule: 'unreadable-file' }),
      ),
    )
    readXml(out)
    expect(out).toContain('<testsuites name="burden-lint" tests="6" failures="2" errors="1" skipped="1">')
    expect(out).toContain('<testsuite name="净.md" tests="1" failures="0" errors="0" skipped="0">')
    expect(out).toContain('<failure message="设置了“一票否决”。删去。" type="错误">通知.md:2:3\n')
    expect(out.match(/<failure /g)).toHaveLength(2)
    expect(out.match(/<error /g)).toHaveLength(1)
    expect(out.match(/<system-out>/g)).toHaveLength(1)
    expect(out).toContain('<skipped message="已豁免：市里要求（李某 2026-03-01 批准）"/>')
  })
})

describe('XML for programs', () => {
  it.each(['junit', 'checkstyle'] as const)('%s stays well-formed whatever a document holds', async (name) => {
    for (const out of [await run(name, nasty), await undone(name)]) {
      readXml(out)
      expect(out).not.toMatch(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u)
      expect(out).not.toContain('<b>')
    }
  })

  it('tells what made the run no whole one', async () => {
    expect(await undone('junit')).toContain(
      '<testsuites name="burden-lint" tests="3" failures="0" errors="2" skipped="0">',
    )
    const text = '检查没有做完。已中断：还有 3 个文件没有检查'
    expect(await undone('junit')).toContain(`<error message="${text}" type="错误"/>`)
    expect(await undone('checkstyle')).toContain(
      `<file name="burden-lint">\n    <error line="1" severity="error" message="${text}" source="burden-lint"/>`,
    )
  })

  it('checkstyle names place, severity and rule', async () => {
    expect(await run('checkstyle', file('通知.md', diagnostic()))).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
  <file name="通知.md">
    <error line="2" column="3" severity="error" message="设置了“一票否决”。删去。" source="burden-lint.one-vote-veto"/>
  </file>
</checkstyle>
`)
  })
})

describe('github', () => {
  it('is one command a finding, with what would end it escaped', async () => {
    expect(await run('github', file('a b/通知,1:2.md', diagnostic({ args: { what: '100%\n甲' } })))).toBe(
      '::error file=a b/通知%2C1%3A2.md,line=2,endLine=2,col=3,endColumn=7,title=one-vote-veto::第2段：设置了“100%25 甲”。删去。\n',
    )
  })
  it('gives no columns over several lines, and marks what is waived', async () => {
    const place = { line: 1, column: 3, endLine: 2, endColumn: 1, label: '' }
    expect(await run('github', file('a.md', diagnostic({ place, severity: 'info', waiver })))).toBe(
      '::notice file=a.md,line=1,endLine=2,title=one-vote-veto（已豁免）::设置了“一票否决”。删去。\n',
    )
  })
})

describe('a run that is no whole one', () => {
  it('is an error of its own for github', async () => {
    const [first, ...others] = (await undone('github')).split('\n')
    expect(first).toBe('::error title=burden-lint::检查 1 个文件；检查没有做完。已中断：还有 3 个文件没有检查')
    expect(others).toEqual([expect.stringMatching(/^::error /), ''])
  })
  it('is a finding for gitlab and rdjson, each with another fingerprint', async () => {
    const [first, second] = JSON.parse(await undone('gitlab'))
    expect(first).toMatchObject({
      description: '检查没有做完。已中断：还有 3 个文件没有检查',
      severity: 'major',
      location: { path: 'burden-lint', lines: { begin: 1 } },
    })
    expect(first.fingerprint).not.toBe(second.fingerprint)
    expect(JSON.parse(await undone('rdjson')).diagnostics[0]).toMatchObject({
      message: '检查没有做完。已中断：还有 3 个文件没有检查',
      location: { path: 'burden-lint' },
      severity: 'ERROR',
    })
  })
  it('is told by json, and in Markdown below the sum', async () => {
    expect(JSON.parse(await undone('json')).problems).toEqual(['已中断：还有 3 个文件没有检查', hostile])
    const out = await undone('markdown', { language: 'en' })
    expect(out).toContain('1 file checked, nothing found.\n\n**The run is not complete**\n\n- 已中断')
    expect(out).not.toMatch(/@某人|#1\b|<b>|[\u0000\u001b]/)
  })
  it.each(['html', 'pretty'] as const)('is told in %s', async (name) => {
    const out = await undone(name)
    expect(out).toContain('已中断：还有 3 个文件没有检查')
    expect(out).not.toMatch(/[\u0000\u001b]/)
  })
  it.each([
    'json',
    'sarif',
    'junit',
    'github',
    'gitlab',
    'checkstyle',
    'rdjson',
    'markdown',
    'html',
    'pretty',
  ] as const)('is no other than before where nothing is missing: %s', async (name) => {
    expect(await undone(name, { problems: [] })).toBe(await run(name, file('净.md')))
  })
})

describe('gitlab', () => {
  it('has fingerprints that differ between files', async () => {
    const out = JSON.parse(await run('gitlab', file('./a.md', diagnostic()), file('b.md', diagnostic())))
    expect(out).toHaveLength(2)
    expect(out[0]).toMatchObject({
      description: '设置了“一票否决”。删去。',
      check_name: 'one-vote-veto',
      severity: 'major',
      location: { path: 'a.md', lines: { begin: 2, end: 2 } },
    })
    expect(out[0].fingerprint).toMatch(/^[0-9a-f]{64}$/)
    expect(out[0].fingerprint).not.toBe(out[1].fingerprint)
  })
})

describe('rdjson', () => {
  it('counts columns in bytes, and suggests a safe fix of the very place', async () => {
    const fix = { span: { start: 6, end: 10 }, text: '扣分', safe: true }
    const { diagnostics } = JSON.parse(await run('rdjson', file('a.md', diagnostic({ fix }))))
    const range = { start: { line: 2, column: 7 }, end: { line: 2, column: 19 } }
    expect(diagnostics[0]).toMatchObject({
      location: { path: 'a.md', range },
      severity: 'ERROR',
      code: { value: 'one-vote-veto' },
      suggestions: [{ range, text: '扣分' }],
    })
  })
  it('leaves columns out where it cannot count the bytes before', async () => {
    const place = { line: 2, column: 300, endLine: 2, endColumn: 304, label: '' }
    const { diagnostics } = JSON.parse(await run('rdjson', file('a.md', diagnostic({ place }))))
    expect(diagnostics[0].location.range).toEqual({ start: { line: 2 }, end: { line: 2 } })
  })
})

describe('markdown', () => {
  it('sums up, and folds the findings of each file', async () => {
    const out = await run(
      'markdown',
      file('净.md'),
      file('通知.md', diagnostic(), diagnostic({ severity: 'info', waiver })),
    )
    expect(out).toBe(`## burden-lint 检查结果

检查 2 个文件：**1 个错误**，0 个警告，0 个提示，1 处已豁免。

| 文件 | 文种 | 错误 | 警告 | 提示 | 已豁免 |
| --- | --- | --- | --- | --- | --- |
| 通知.md | 通知 | 1 |  |  | 1 |

<details><summary>通知.md（2）</summary>

| 等级 | 位置 | 规则 | 问题 |
| --- | --- | --- | --- |
| 错误 | 第2段 (2&#58;3) | one-vote-veto | 设置了“一票否决”。<br>建议：删去。<br><sub>云川县《减负规定》·第二条</sub> |
| 已豁免 | 第2段 (2&#58;3) | one-vote-veto | 设置了“一票否决”。<br><sub>云川县《减负规定》·第二条</sub><br><sub>已豁免：市里要求（李某 2026-03-01 批准）</sub> |

</details>
`)
  })
  it('lets nothing of a document act', async () => {
    const out = await run('markdown', nasty)
    expect(out).not.toMatch(/@某人|#1\b|<b>|[\u0000\u001b]/)
  })
  it.each([
    'www.evil.com',
    '见WWW.evil.com',
    'http://evil.com',
    'https://evil.com/a?b=c',
    'ftp://evil.com',
    '某人@evil.com',
    'a.b+c@evil.com',
    'mailto:a@evil.com',
    '@name',
    '（@name）',
    '#1',
    'a/b#1',
    'GH-1',
    '见gh-12。',
    'GHSA-abcd-ef12-3456',
    'CVE-2024-1234',
    'ABC-123',
    '0123456789abcdef0123456789abcdef01234567',
    '1234567890123456789012345678901234567890',
    '提交DEADBEEF和1a2b3c4。',
    '1a2b3c4...5d6e7f8',
    '!12',
    '~bug',
    '%12',
    '$12',
    '&12',
    ':tada:',
    ':+1:',
    '[issue:12]',
    '[^1]',
    '{+加+}',
  ])('makes no link, mention or reference of %s, wherever it stands', async (text) => {
    const found = diagnostic({ args: { what: text }, place: { ...diagnostic().place, label: text } })
    const files = [{ ...file(text, found), genre: { ...file('').genre!, title: text } }]
    const reporter = await loadReporter('markdown')
    const out = reporter({ files, summary: summarise(files) }, { ...view, problems: [text], notices: [text] })
    // What a browser shows, in which GitHub and GitLab look for them.
    const shown = out.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code))
    expect(shown).not.toMatch(
      /www\.|:\/\/|[\w.+-]@\w|@\w|[#!~%$&]\w|\bGH-|\bGHSA-|\b[A-Z]+-\d|(?<![\da-z])[\da-f]{7,}|:[+\w]+:|\[\^|\[issue|\{\+/i,
    )
    // It can still be read, and read aloud.
    expect(shown.replaceAll('\u200b', '')).toContain(text)
  })
  it.each([
    '1#楼95%（较上年+3%）于2026年3月5日9:30:00前报送；电话0393-1234567，GB/T 9704-2012，豫政办〔2026〕1号',
    '通知20260305-v2.docx',
    '410923199001011234',
    '第一项：5—7月；R&D投入',
  ])('puts nothing into ordinary text that is not seen: %s', async (text) => {
    expect(await run('markdown', file(text, diagnostic({ args: { what: text } })))).not.toContain('&#8203;')
  })
  it('keeps what is said of the run in the list in which it stands', async () => {
    const reporter = await loadReporter('markdown')
    const notices = ['1. 甲.txt：a', '- 乙.txt', '+ 丙.txt', '      丁.txt', '---', '2) 戊.txt']
    const out = reporter({ files: [], summary: summarise([]) }, { ...view, notices })
    const lines = out.trimEnd().split('\n').slice(-6)
    for (const line of lines) expect(line).toMatch(/^- (?:\d&#(?:46|41);|&#4[35];|丁)/)
  })
  it('tells a baseline, and says so where nothing is new', async () => {
    const reporter = await loadReporter('markdown')
    const files = [{ ...file('旧.md'), known: 3 }]
    expect(reporter({ files, summary: { ...summarise(files), known: 3 } }, view)).toBe(
      '## burden-lint 检查结果\n\n检查 1 个文件，没有发现新问题。\n\n基线中的 3 处旧问题没有列出。\n',
    )
  })
  it('says when there is nothing', async () => {
    expect(await run('markdown', file('净.md'))).toBe('## burden-lint 检查结果\n\n检查 1 个文件，没有发现问题。\n')
  })
})

describe('ndjson', () => {
  it('is one line a file', async () => {
    const out = await run('ndjson', file('a.md', diagnostic()), nasty)
    const lines = out.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).path)).toEqual(['a.md', hostile])
    expect(JSON.parse(lines[0]!).diagnostics[0]).toMatchObject({ rule: 'one-vote-veto', fingerprint: 'abc' })
  })
})
