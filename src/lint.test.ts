import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { type Diagnostic, type Doc, defineRule, matchesGenre, type Registry, type RuleSetting } from './core.ts'
import { createDoc } from './document.ts'
import { atLeast, type LintContext, type LintResult, linter } from './lint.ts'
import { parseMarkdown } from './parsers/markdown/remark.ts'
import { parsePlain } from './parsers/plain.ts'
import { suppress } from './suppress.ts'

const basis = { source: '某规定', clause: '一', quote: '不得喧哗', verified: true }
/** Reports every occurrence of 喧哗. */
const noise = defineRule({
  scope: 'doc',
  genres: ['*'],
  severity: 'warning',
  title: { zh: '喧哗' },
  basis,
  triggers: ['喧哗'],
  options: v.object({}),
  messages: {
    noisy: { zh: '有喧哗', advice: { zh: '请安静' } },
    faint: { zh: '略有喧哗', advice: { zh: '可以更静' }, severity: 'info' },
  },
  *check({ doc, hits }) {
    for (const span of hits) yield { message: doc.text[span.start - 1] === '略' ? 'faint' : 'noisy', at: { doc, span } }
  },
})
const throwing = defineRule({
  ...spec(),
  check() {
    throw new Error('坏了')
  },
})
const astray = defineRule({
  ...spec(),
  *check({ doc }) {
    yield { message: 'm', at: { doc, span: { start: 3, end: 9999 } } }
  },
})
const onlyNotices = defineRule({
  ...spec(),
  genres: ['notice'],
  *check({ doc }) {
    yield { message: 'm', at: { doc, span: { start: 0, end: 1 } } }
  },
})
function spec() {
  return {
    scope: 'doc' as const,
    genres: ['*' as const],
    severity: 'error' as const,
    title: { zh: '题' },
    basis,
    options: v.object({}),
    messages: { m: { zh: '话', advice: { zh: '办法' } } },
  }
}

const docOf = (text: string, path = 'a.txt', encoding?: string) => createDoc(parsePlain(text, encoding), path)
const settings = (rules: Registry, level?: RuleSetting['level']) =>
  Object.fromEntries(Object.entries(rules).map(([id, rule]) => [id, { level: level ?? rule.severity, options: {} }]))
const run = (rules: Registry, docs: Doc[], strict = false, level?: RuleSetting['level']) =>
  lintAll(docs, { rules, settingsFor: () => settings(rules, level), strict })
/** Each document by itself, then all together. */
function lintAll(docs: Doc[], context: LintContext): LintResult {
  const lint = linter(context)
  const results = [...docs.map((doc) => lint.one(doc)), lint.together({ docs })]
  return {
    diagnostics: new Map(results.flatMap(({ diagnostics }) => [...diagnostics])),
    failures: results.flatMap(({ failures }) => failures),
  }
}
const of = (rules: Registry, text: string): readonly Diagnostic[] => {
  const doc = docOf(text)
  return run(rules, [doc]).diagnostics.get(doc) ?? []
}

describe('lint', () => {
  it('stamps place, excerpt and basis; offsets stay right behind CRLF and astral characters', () => {
    const text = '𠮷镇安静。\r\n\r\n不得大声喧哗。'
    const [d] = of({ noise }, text)
    expect(d).toMatchObject({
      rule: 'noise',
      severity: 'warning',
      path: 'a.txt',
      message: 'noisy',
      basis,
      related: [],
      fix: null,
    })
    expect(text.slice(d!.span.start, d!.span.end)).toBe('喧哗')
    expect(d!.place).toEqual({ line: 3, column: 5, endLine: 3, endColumn: 7, label: '第2段' })
    expect(d!.excerpt.text.slice(d!.excerpt.start, d!.excerpt.end)).toBe('喧哗')
  })

  it('is JSON-safe', () => {
    const list = of({ noise }, '喧哗')
    expect(JSON.parse(JSON.stringify(list))).toEqual(list)
  })

  it('a milder message stays mild; strict raises warnings, not infos', () => {
    const doc = docOf('略喧哗，又喧哗')
    const severities = (strict: boolean) =>
      run({ noise }, [doc], strict)
        .diagnostics.get(doc)!
        .map((d) => d.severity)
    expect(severities(false)).toEqual(['info', 'warning'])
    expect(severities(true)).toEqual(['info', 'error'])
  })

  it('a fingerprint survives edits elsewhere and tells repetitions apart', () => {
    const [a, b] = of({ noise }, '喧哗，喧哗').map((d) => d.fingerprint)
    const [c, d] = of({ noise }, '前面加了一段。\n喧哗，喧哗').map((x) => x.fingerprint)
    expect(a).not.toBe(b)
    expect([c, d]).toEqual([a, b])
    // Of another clause it is another, whatever was mended before it.
    const [, second] = of({ noise }, '一、甲事喧哗。\n二、乙事喧哗。').map((x) => x.fingerprint)
    const [alone] = of({ noise }, '甲事照旧。\n一、乙事喧哗。').map((x) => x.fingerprint)
    expect(alone).toBe(second)
    expect(a).toMatch(/^[0-9a-f]{16}$/)
  })

  it('a broken rule is named, and the others go on', () => {
    const doc = docOf('喧哗')
    const { diagnostics, failures } = run({ throwing, astray, noise }, [doc])
    expect(diagnostics.get(doc)!.map((d) => d.rule)).toEqual(['noise'])
    expect(failures.map((f) => f.rule)).toEqual(['throwing', 'astray'])
  })

  it('runs a rule in its genres only, and not when it is off', () => {
    expect(of({ onlyNotices }, '情况说明\n正文。')).toEqual([])
    expect(of({ onlyNotices }, '关于防汛的通知\n正文。')).toHaveLength(1)
    const doc = docOf('喧哗')
    expect(run({ noise }, [doc], false, 'off').diagnostics.size).toBe(0)
  })

  it('runs a rule about print only where a file says how it is to be printed', () => {
    const printed = defineRule({
      ...spec(),
      printed: true,
      *check({ doc }) {
        yield { message: 'm', at: { doc, span: { start: 0, end: 1 } } }
      },
    })
    expect(of({ printed }, '甲')).toEqual([])
    const doc = createDoc({ ...parsePlain('甲'), layout: () => ({ sections: [], blocks: [] }) }, 'a.docx')
    expect(run({ printed }, [doc]).diagnostics.get(doc)).toHaveLength(1)
  })

  it('finds words across the lines of a text that was cut at a fixed width', () => {
    const paragraph = '各乡镇要把责任落实到人逐村排查隐患建立台账月底前完成整改并报县里备案不得大声喧哗扰乱秩序'
    const text = Array.from({ length: 4 }, () => `${paragraph.match(/.{1,19}/g)!.join('\n')}。`).join('\n')
    expect(of({ noise }, text)).toHaveLength(4)
    const at = text.indexOf('喧')
    expect(text.slice(at, at + 3).replace('\n', '')).toContain('喧')
  })

  it('cuts a long line around the span', () => {
    const [d] = of({ noise }, `${'甲'.repeat(500)}喧哗${'乙'.repeat(500)}`)
    expect(d!.excerpt.text).toBe(`${'甲'.repeat(120)}喧哗${'乙'.repeat(120)}`)
  })
})

describe('genre patterns and severities', () => {
  it.each([
    ['speech.', 'speech.host', true],
    ['speech.', 'notice', false],
    ['*', 'other', true],
    ['notice', 'notice.forward', false],
  ] as const)('%s ~ %s', (pattern, id, fits) => expect(matchesGenre(pattern, id)).toBe(fits))
  it('are ordered', () => {
    expect(atLeast('error', 'warning')).toBe(true)
    expect(atLeast('info', 'warning')).toBe(false)
  })
})

describe('ignore comments', () => {
  const suppressed = (text: string, known = ['noise'], path = 'a.txt', encoding: string | undefined = 'utf-8') => {
    const doc = docOf(text, path, encoding)
    const found = run({ noise }, [doc]).diagnostics.get(doc) ?? []
    const result = suppress(
      doc,
      found,
      () => true,
      (id) => known.includes(id),
      (id) => (id === 'nois' ? 'noise' : undefined),
    )
    return {
      kept: result.kept.map((d) => d.span.start),
      findings: result.findings.map((f) => [
        f.rule,
        f.finding.message,
        text.slice(f.finding.at.span.start, f.finding.at.span.end),
      ]),
    }
  }

  it('disable-next-line covers the next paragraph only', () => {
    const text = '<!-- burden-lint-disable-next-line noise -- 领导已批准 -->\n喧哗\n喧哗'
    expect(suppressed(text)).toEqual({ kept: [text.lastIndexOf('喧哗')], findings: [] })
  })

  it('disable-next-line above a table covers it whole', async () => {
    const text =
      '<!-- burden-lint-disable-next-line noise -- 领导已批准 -->\n| 甲 | 喧哗 |\n| --- | --- |\n| 喧哗 | 喧哗 |\n\n喧哗\n'
    const doc = createDoc(parseMarkdown(text, 'utf-8'), 'a.md')
    const found = run({ noise }, [doc]).diagnostics.get(doc) ?? []
    const always = () => true
    const { kept } = suppress(doc, found, always, always, () => undefined)
    expect(found.length).toBeGreaterThan(kept.length)
    expect(kept.map(({ span }) => span.start)).toEqual([text.lastIndexOf('喧哗')])
  })

  it('are not heard in a Word file, where nobody may see them', () => {
    const text = '<!-- burden-lint-disable-file -->\n喧哗'
    expect(suppressed(text, ['noise'], 'a.docx', '')).toEqual({
      kept: [text.indexOf('喧')],
      findings: [['unused-waiver', 'unheard', '<!-- burden-lint-disable-file -->']],
    })
  })

  it('disable … enable covers a stretch, disable-file the file', () => {
    const text = '<!-- burden-lint-disable noise -->\n喧哗\n<!-- burden-lint-enable -->\n喧哗'
    expect(suppressed(text).kept).toEqual([text.lastIndexOf('喧哗')])
    expect(suppressed('喧哗\n<!-- burden-lint-disable-file -->').kept).toEqual([])
  })

  it('an unknown rule and an idle comment are findings at the comment', () => {
    expect(suppressed('<!-- burden-lint-disable-file nois -- 旧文 -->\n安静').findings).toEqual([
      ['unknown-rule', 'nearMiss', 'nois'],
    ])
    expect(suppressed('<!-- burden-lint-disable-file noise -- 旧文 -->\n安静').findings).toEqual([
      ['unused-waiver', 'unusedComment', 'noise'],
    ])
  })

  it('a comment without a reason is a finding, and works all the same', () => {
    for (const comment of ['<!-- burden-lint-disable-file noise -->', '<!-- burden-lint-disable-file noise -- -->'])
      expect(suppressed(`${comment}\n喧哗`)).toEqual({
        kept: [],
        findings: [['unexplained-waiver', 'noReason', comment]],
      })
  })

  it('that nothing ends is a finding, and hides nothing where it is text', () => {
    expect(suppressed('喧哗\n<!-- burden-lint-disable-file noise\n安静')).toEqual({
      kept: [0],
      findings: [['unknown-rule', 'unclosed', '<!-- burden-lint-disable-file noise']],
    })
    expect(
      suppressed('<!-- 完 -->\n<!-- burden-lint-disable-file\n安静').findings.map(([, message]) => message),
    ).toEqual(['unclosed'])
    expect(suppressed('安静\n<!-- 别的').findings).toEqual([])
  })

  it('a slip hides nothing and is said to be one', () => {
    for (const slip of [
      'burden-lint-disable-nextline noise',
      'burden-lint disable noise',
      'Burden-Lint-Disable noise',
      'burden-lint-disabled',
    ])
      expect(suppressed(`<!-- ${slip} -->\n喧哗`)).toMatchObject({
        kept: [expect.any(Number)],
        findings: [['unknown-rule', 'directive', `<!-- ${slip} -->`]],
      })
  })

  it('the head of our handbook, which somebody goes on writing, directs nothing', () => {
    expect(suppressed('<!-- burden-lint handbook -->\n喧哗')).toEqual({ kept: [expect.any(Number)], findings: [] })
  })

  it('a reason holds no rule ids', () => {
    expect(suppressed('<!-- burden-lint-disable-file noise -- other words -->\n喧哗').findings).toEqual([])
  })
})

describe('rules over all documents', () => {
  /** Counts what all documents say together, and tells of it in each that says more than `max`. */
  const many = defineRule({
    ...spec(),
    scope: 'corpus',
    options: v.object({ max: v.optional(v.number(), 1) }),
    *check({ docs }, { max }) {
      if (docs.length > max) for (const doc of docs) yield { message: 'm', at: { doc, span: { start: 0, end: 1 } } }
    },
  })
  const rules = { many }
  const docs = [docOf('甲', 'a.csv'), docOf('乙', 'b.csv'), docOf('丙', 'c.csv')]
  const found = (own: Readonly<Record<string, RuleSetting>>, usual: RuleSetting) => {
    const settingsFor = (path: string) => ({ many: own[path] ?? usual })
    const { diagnostics } = linter({ rules, settingsFor, strict: false }).together({ docs })
    return docs.map(
      (doc) =>
        diagnostics
          .get(doc)
          ?.map(({ severity }) => severity)
          .join() ?? '',
    )
  }
  const options = { max: 1 }

  it('follow the settings of the document in which they find something', () => {
    const usual: RuleSetting = { level: 'error', options }
    expect(found({}, usual)).toEqual(['error', 'error', 'error'])
    expect(found({ 'a.csv': { level: 'off', options }, 'b.csv': { level: 'info', options } }, usual)).toEqual([
      '',
      'info',
      'error',
    ])
    expect(found({ 'a.csv': { level: 'error', options: { max: 3 } } }, usual)).toEqual(['', 'error', 'error'])
  })
  it('are switched on for some documents only', () =>
    expect(found({ 'c.csv': { level: 'warning', options } }, { level: 'off', options })).toEqual(['', '', 'warning']))
})

describe('a finding with a basis and a severity of its own', () => {
  const own = { source: '某县规定', clause: '二', quote: '一律不得', verified: false }
  const limits = (usual: 'error' | 'warning') =>
    defineRule({
      scope: 'doc',
      genres: ['*'],
      severity: usual,
      title: { zh: '上限' },
      basis,
      options: v.object({}),
      messages: { over: { zh: '超过' } },
      *check({ doc }) {
        const at = { doc, span: { start: 0, end: 1 } }
        for (const severity of ['error', 'warning', 'info'] as const)
          yield { message: 'over', at, basis: own, severity }
        yield { message: 'over', at }
      },
    })
  const doc = createDoc(parsePlain('某文件。'), '文件.txt')
  const severities = (usual: 'error' | 'warning', setting: RuleSetting, strict = false) => {
    const rules = { limits: limits(usual) }
    const { diagnostics } = lintAll([doc], { rules, settingsFor: () => ({ limits: setting }), strict })
    return diagnostics.get(doc)!.map(({ severity, basis }) => `${severity} ${basis?.source}`)
  }

  it('is as grave as it says, below a level that somebody chose', () => {
    const county = (...levels: string[]) => levels.map((level) => `${level} 某县规定`)
    expect(severities('warning', { level: 'warning', options: {} })).toEqual(
      expect.arrayContaining([...county('error', 'warning', 'info'), 'warning 某规定']),
    )
    expect(severities('warning', { level: 'warning', options: {}, chosen: true })).toEqual(
      expect.arrayContaining(county('warning', 'warning', 'info')),
    )
    expect(severities('warning', { level: 'error', options: {}, chosen: true })).toEqual(
      expect.arrayContaining([...county('error', 'error', 'info'), 'error 某规定']),
    )
    expect(severities('error', { level: 'info', options: {}, chosen: true })).toEqual(
      expect.arrayContaining(county('info', 'info', 'info')),
    )
    expect(severities('warning', { level: 'warning', options: {} }, true)).toEqual(
      expect.arrayContaining(county('error', 'error', 'info')),
    )
  })
})
