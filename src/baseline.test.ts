import { describe, expect, it } from 'vitest'
import { type Baseline, baselineText, compareWith, parseBaseline, type Run, updated } from './baseline.ts'
import type { Diagnostic, FileReport, Report } from './core.ts'
import { summarise } from './summary.ts'
import { clauseOf } from './text/contexts.ts'

/** A finding of the words between ⟦ and ⟧. */
const finding = (marked: string, more: Partial<Diagnostic> = {}): Diagnostic => {
  const start = marked.indexOf('⟦')
  const end = marked.indexOf('⟧') - 1
  return {
    rule: 'one-vote-veto',
    severity: 'error',
    path: '',
    span: { start, end },
    place: { line: 1, column: 1, endLine: 1, endColumn: 1, label: '' },
    excerpt: { text: marked.replace(/[⟦⟧]/g, ''), start, end },
    message: 'm',
    args: {},
    basis: null,
    related: [],
    fix: null,
    fingerprint: '',
    ...more,
  }
}
const file = (path: string, ...diagnostics: Diagnostic[]): FileReport => ({
  path,
  genre: { id: 'notice', title: '通知', source: 'text', evidence: [] },
  counts: null,
  diagnostics,
})
const report = (...files: FileReport[]): Report => ({ files, summary: summarise(files) })
const run = (more: Partial<Run> = {}): Run => ({ pathOf: (path) => path, exists: () => true, ran: () => true, ...more })
const fresh = (...files: FileReport[]): Baseline => updated(new Map(), report(...files), run())

describe('clauseOf', () => {
  it.each([
    ['一、防汛。对漏报的，实行⟦一票否决⟧；其余扣分。', '对漏报的，实行一票否决'],
    ['⟦一票否决⟧', '一票否决'],
    ['2.对漏报的⟦一票否决⟧', '对漏报的一票否决'],
    ['⟦一、⟧', '一、'],
    ['⟦通知。\n其余⟧照旧。', '通知。其余照旧'],
    ['甲。乙 丙\u3000⟦丁⟧\n戊', '乙丙丁'],
  ])('%j → %j', (marked, clause) => {
    expect(clauseOf(finding(marked).excerpt)).toBe(clause)
  })
  it('tells a long clause by both its ends', () => {
    const clause = clauseOf(finding(`${'甲'.repeat(100)}⟦乙⟧${'丙'.repeat(100)}`).excerpt)
    expect(clause).toBe(`${'甲'.repeat(60)}…${'丙'.repeat(60)}`)
  })
})

describe('compareWith', () => {
  const old = file('a.md', finding('对漏报的⟦一票否决⟧。'), finding('对瞒报的⟦一票否决⟧。'))

  it('keeps what is new, wherever the old ones have moved', () => {
    const now = file(
      'a.md',
      finding('对迟报的⟦一票否决⟧。'),
      finding('不变。对漏报的⟦一票否决⟧。对'),
      finding('对 瞒报的⟦一票否决⟧。'),
    )
    const { report: left, stale } = compareWith(fresh(old), report(now), run())
    expect(left.files[0]!.diagnostics).toEqual([now.diagnostics[0]])
    expect(left.summary).toMatchObject({ errors: 1, known: 2 })
    expect(left.files[0]!.known).toBe(2)
    expect(stale.size).toBe(0)
  })
  it('counts occurrences: one more of the same is new', () => {
    const twice = file('a.md', old.diagnostics[0]!, old.diagnostics[0]!, old.diagnostics[1]!)
    expect(compareWith(fresh(old), report(twice), run()).report.summary).toMatchObject({ errors: 1, known: 2 })
  })
  it('tells what is gone, but not of a file that could not be read or was not in the run', () => {
    const baseline = fresh(old, file('b.md', finding('⟦一票否决⟧')))
    const { stale } = compareWith(baseline, report(file('a.md', old.diagnostics[1]!)), run())
    expect([...stale]).toEqual([['a.md', [{ rule: 'one-vote-veto', clause: '对漏报的一票否决', count: 1 }]]])
    const unread = { ...file('a.md', finding('', { rule: 'unreadable-file' })), genre: null }
    const compared = compareWith(baseline, report(unread), run())
    expect(compared.stale.size).toBe(0)
    expect(compared.report.summary).toMatchObject({ errors: 1, known: 0 })
  })
  it('tells which documents are there no more', () => {
    const baseline = fresh(old, file('b.md', finding('⟦一票否决⟧')), file('gone.md', finding('⟦一票否决⟧')))
    expect(compareWith(baseline, report(old), run({ exists: (path) => path !== 'gone.md' })).deleted).toEqual([
      'gone.md',
    ])
  })
  it('knows an item by another number', () => {
    const items = file('a.md', finding('一、对漏报的⟦一票否决⟧。'))
    const moved = report(file('a.md', finding('（二）对漏报的⟦一票否决⟧。')))
    expect(compareWith(fresh(items), moved, run()).report.summary).toMatchObject({ errors: 0, known: 1 })
    // As baselines were written before.
    const written = baselineText(fresh(items)).replace('"对漏报', '"一、对漏报')
    expect(compareWith(parseBaseline(written)!, moved, run()).report.summary).toMatchObject({ known: 1 })
  })
  it('does not say that what a rule found is gone where it did not run', () => {
    const off = run({ ran: () => false })
    expect(compareWith(fresh(old), report(file('a.md')), off).stale.size).toBe(0)
    expect(updated(fresh(old), report(file('a.md')), off)).toEqual(fresh(old))
  })
  it('does not take an overrun for the early warning that it knows', () => {
    const plan = (message: string, severity: 'warning' | 'error') => {
      const genre = { id: 'register.plan', title: '计划', source: 'text', evidence: [] } as const
      return { ...file('计划.csv', finding('城关镇,⟦12⟧', { message, severity })), genre }
    }
    const known = fresh(plan('near', 'warning'))
    expect(compareWith(known, report(plan('near', 'warning')), run()).report.summary).toMatchObject({ known: 1 })
    expect(compareWith(known, report(plan('over', 'error')), run()).report.summary).toMatchObject({
      known: 0,
      errors: 1,
    })
    // A level that somebody set is no other finding.
    expect(compareWith(known, report(plan('near', 'error')), run()).report.summary).toMatchObject({ known: 1 })
    const gone = compareWith(known, report({ ...plan('near', 'warning'), diagnostics: [] }), run())
    expect([...gone.stale.values()].flat()).toMatchObject([{ clause: '城关镇,12' }])
  })
  it('knows what was written before', () => {
    const genre = { id: 'register.plan', title: '计划', source: 'text', evidence: [] } as const
    const now = { ...file('计划.csv', finding('城关镇,⟦12⟧', { message: 'over', severity: 'error' })), genre }
    const written = (clause: string) =>
      parseBaseline(
        JSON.stringify({ version: 1, files: { '计划.csv': { rules: { 'one-vote-veto': { [clause]: 1 } } } } }),
      )!
    expect(compareWith(written('城关镇,12（错误）'), report(now), run()).report.summary).toMatchObject({ known: 1 })
    expect(compareWith(written('城关镇,12'), report(now), run()).report.summary).toMatchObject({ known: 0 })
  })
  it('does not know another rule, nor another file', () => {
    const other = report(
      file('a.md', finding('对漏报的⟦一票否决⟧。', { rule: 'x' })),
      file('c.md', old.diagnostics[0]!),
    )
    expect(compareWith(fresh(old), other, run()).report.summary).toMatchObject({ errors: 2, known: 0 })
  })
})

describe('updated', () => {
  it('replaces the documents of the run, keeps the others that are there, and drops those that are gone', () => {
    const before = fresh(
      file('a.md', finding('⟦甲⟧')),
      file('b.md', finding('⟦乙⟧')),
      file('gone.md', finding('⟦丙⟧')),
      file('mended.md', finding('⟦丁⟧')),
    )
    const after = updated(
      before,
      report(file('a.md', finding('⟦新⟧')), file('mended.md')),
      run({ exists: (path) => path !== 'gone.md' }),
    )
    expect(parseBaseline(baselineText(after))).toEqual(after)
    expect([...after.keys()].sort()).toEqual(['a.md', 'b.md'])
    expect(after.get('a.md')?.get('one-vote-veto')).toEqual(new Map([['新', 1]]))
  })
  it('takes in neither what is waived nor what could not be read', () => {
    const waiver = { reason: '', approver: '', date: '' }
    const unread = { ...file('b.md', finding('', { rule: 'unreadable-file' })), genre: null }
    expect(fresh(file('a.md', finding('⟦甲⟧', { waiver })), unread).size).toBe(0)
  })
})

describe('on disk', () => {
  it('is sorted, and counts', () => {
    const text = baselineText(
      fresh(file('b.md', finding('⟦乙⟧'), finding('⟦乙⟧'), finding('⟦甲⟧')), file('a.md', finding('⟦甲⟧'))),
    )
    expect(text).toBe(
      `${JSON.stringify(
        {
          version: 1,
          files: {
            'a.md': { findings: 1, rules: { 'one-vote-veto': { 甲: 1 } } },
            'b.md': { findings: 3, rules: { 'one-vote-veto': { 乙: 2, 甲: 1 } } },
          },
        },
        null,
        2,
      )}\n`,
    )
  })
  it.each([
    '',
    '[]',
    '{"version":2,"files":{}}',
    '{"version":1,"files":{"a":{"rules":{"r":{"c":-1}}}}}',
    '{"version":1,"files":{"a":1}}',
  ])('is not %s', (text) => {
    expect(parseBaseline(text)).toBeUndefined()
  })
  it('may name anything', () => {
    const odd = fresh(file('__proto__', finding('⟦__proto__⟧', { rule: '__proto__' })))
    expect(parseBaseline(baselineText(odd))).toEqual(odd)
  })
})
