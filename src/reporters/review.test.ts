import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type {
  Block,
  Composition,
  Content,
  Diagnostic,
  FileReport,
  Registry,
  Report,
  Rule,
  Unit,
  View,
} from '../core.ts'
import { growth, LINEAR } from '../dev/growth.ts'
import { summarise } from '../summary.ts'
import { reviewHtml } from './review/index.ts'
import { style } from './review/style.ts'

const basis = {
  source: '某县《减负办法》',
  clause: '第三条',
  quote: '不得签订责任状',
  verified: true,
}
const rule = (title: string, messages: Rule['messages'], scope: Rule['scope'] = 'doc') =>
  ({ scope, title: { zh: title, en: 'Letters' }, messages }) as unknown as Rule
const rules: Registry = {
  letter: rule('要求签责任状', {
    signed: { zh: '要求签{what}', en: 'Demands {what}', advice: { zh: '删去。', en: 'Remove it.' } },
  }),
  copied: rule('照抄上级文件', { copied: { zh: '照抄', advice: { zh: '写本地的。' } } }, 'pair'),
  'unreadable-file': rule('文件无法读取', { unreadable: { zh: '{reason}' } }),
}
const view = (more: Partial<View> = {}): View => ({ language: 'zh', color: false, width: 80, rules, ...more })

/** One paragraph a line. */
const content = (text: string, more: Partial<Content> = {}): Content => ({
  title: '',
  text,
  blocks: [...text.matchAll(/[^\n]+/g)].map(
    (line, i): Block => ({
      kind: 'paragraph',
      start: line.index,
      end: line.index + line[0].length,
      label: `第${i + 1}段`,
    }),
  ),
  ...more,
})
/** A finding at the `nth` occurrence of some words. */
const at = (text: string, words: string, more: Partial<Diagnostic> = {}, nth = 0): Diagnostic => {
  let start = text.indexOf(words)
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1)
  return {
    rule: 'letter',
    severity: 'error',
    path: '稿.txt',
    span: { start, end: start + words.length },
    place: { line: 1, column: 1, endLine: 1, endColumn: 2, label: '第1段' },
    excerpt: { text: words, start: 0, end: words.length },
    message: 'signed',
    args: { what: words },
    basis,
    related: [],
    fix: null,
    fingerprint: 'f',
    ...more,
  }
}
const file = (diagnostics: readonly Diagnostic[], more: Partial<FileReport> = {}): FileReport => ({
  path: '稿.txt',
  genre: { id: 'notice', title: '通知', source: 'text', evidence: ['标题有“通知”'] },
  counts: { word: 321, nospace: 321, han: 300, pages: 0.5, minutes: 1.8 },
  diagnostics,
  ...more,
})
const report = (...files: FileReport[]): Report => ({ files, summary: summarise(files) })
const lost = file(
  [at('', '', { rule: 'unreadable-file', message: 'unreadable', args: { reason: '不是 Word 文件' }, basis: null })],
  { path: '坏.docx', genre: null, counts: null },
)
const waiver = { reason: '省条例第九条', approver: '县委办', date: '2026-01-01' }

const page = (given: Report, more?: Partial<View>) => reviewHtml(given, view(more))
const bare = (html: string) => html.replace(/<[^>]*>/g, '')
const article = (html: string, number = 1) =>
  new RegExp(`<article [^>]*id="d${number}".*?</article>`, 's').exec(html)?.[0] ?? ''
/** The text as a reader reads it, without notes and their numbers. */
const read = (html: string) =>
  bare(
    html
      .slice(html.indexOf('<div class="text"'))
      .replace(/<ol.*?<\/ol>|<a class="k.*?<\/a>|<summary>.*?<\/summary>/gs, ''),
  ).replace(/\s/g, '')

const LONG = Array.from({ length: 40 }, (_, i) => `这是第${i}段，${'各单位要抓好落实。'.repeat(5)}`)
LONG[20] = '会后，各村要签订责任状，年底考核。'
const long = LONG.join('\n')

describe('the review report', () => {
  it('gives each document a verdict, the worst first', () => {
    const files = [
      file([], { path: '净.txt' }),
      file([at('', '', { severity: 'info' })], { path: '提示.txt' }),
      file([at('', '', { severity: 'warning' }), at('', '', { severity: 'info' })], { path: '警告.txt' }),
      lost,
      file([at('', ''), at('', '', { severity: 'warning' })], { path: '错误.txt' }),
      file([at('', '', { severity: 'info', waiver })], { path: '豁免.txt' }),
    ]
    const html = page(report(...files))
    const list = /<table class="grid list">.*?<\/table>/s.exec(html)![0]
    const rows = [...list.matchAll(/<tr class.*?<\/tr>/g)].map(([row]) => bare(row.replace(/<\/td>/g, '|')))
    expect(rows).toEqual([
      '1|坏.docx|✕ 无法读取|||1||||',
      '2|错误.txt|● 有错误|通知|321|1|1|||',
      '3|警告.txt|▲ 有警告|通知|321||1|1||',
      '4|提示.txt|○ 只有提示|通知|321|||1||',
      '5|豁免.txt|◇ 只有已豁免的|通知|321||||1|',
      '6|净.txt|✓ 没有问题|通知|321|||||',
    ])
    expect(bare(html)).toContain('共检查 6 份文稿，4 份要看，共 6 处，1 处已豁免。')
    // What has nothing to show has no section.
    expect([...html.matchAll(/<article/g)]).toHaveLength(5)
    expect(article(html, 4)).toContain('不是 Word 文件')
  })

  it('tells shares that make up the whole', () => {
    const several = (amount: number, of: FileReport) => Array.from({ length: amount }, () => of)
    const files = [
      lost,
      ...several(5, file([at('', '')])),
      ...several(5, file([at('', '', { severity: 'warning' })])),
      file([at('', '', { severity: 'info' })]),
      ...several(3, file([])),
    ]
    const [verdicts = ''] = /<ul class="legend">.*?<\/ul>/s.exec(page(report(...files))) ?? []
    const shares = [...verdicts.matchAll(/class="num share">([^<]*)%</g)].map(([, share]) => Number(share))
    expect(shares).toEqual([6.7, 33.3, 33.3, 6.7, 20])
    expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(100)
  })

  it('a file that could not be read is not clean where the rule that says so is off', () => {
    expect(page(report({ ...lost, diagnostics: [] }))).toContain('✕ 无法读取</span></td>')
  })

  it('marks the words, and says beside them what, why and what to do', () => {
    const text = '通知\n各村要签订责任状。\n完。'
    const html = article(page(report(file([at(text, '责任状')], { content: content(text) }))))
    expect(html).toContain(
      '各村要签订<mark class="error"><a class="k error" id="d1k1" href="#d1n1">1</a>责任状</mark>。',
    )
    // The number of the note leads back.
    expect(html).toContain('<a class="no" href="#d1k1" title="回到原文">1</a>')
    const note = bare(/<li id="d1n1".*?<\/li>/s.exec(html)![0])
    expect(note).toBe(
      '● 错误 1 要求签责任状 第1段要求签责任状依据：某县《减负办法》·第三条「不得签订责任状」（引文已核对）建议：删去。',
    )
    expect(read(html)).toBe(text.replace(/\s/g, ''))
  })

  it('says a basis and an advice once in a document, and whether the quotation was verified', () => {
    const text = '签责任状，签责任书。'
    const unsure = { ...basis, verified: false }
    const found = [at(text, '责任状', { basis: unsure }), at(text, '责任书', { basis: unsure })]
    const html = page(report(file(found, { content: content(text) })))
    const section = article(html)
    expect(section.match(/不得签订责任状/g)).toHaveLength(1)
    expect(section).toContain('引文未经核对原文')
    expect(bare(section)).toContain('依据、建议同第 1 处。')
    expect(html.slice(html.indexOf('规则和依据</h2>'))).toContain('「不得签订责任状」')
  })

  it('overlapping findings: every piece in the look of the gravest, every number where it begins', () => {
    const text = '各村要签订责任状。'
    const found = [
      at(text, '要签订责任状', { severity: 'warning' }),
      at(text, '责任状'),
      at(text, '签订', { severity: 'info' }),
    ]
    const html = article(page(report(file(found, { content: content(text) }))))
    expect(html.replace(/<a class="k[^>]*>(\d)<\/a>/g, '[$1]')).toContain(
      '各村<mark class="warning">[1]要</mark><mark class="warning">[2]签订</mark><mark class="error">[3]责任状</mark>。',
    )
  })

  it('marks a fault wherever it stands again, and numbers it once', () => {
    const text = '各村,要签责任状,如下:\n一,报送。'
    const also = [...text.matchAll(/[,:]/g)].slice(1).map(({ index }) => ({ start: index, end: index + 1 }))
    const html = article(page(report(file([at(text, ',', { severity: 'info', also })], { content: content(text) }))))
    expect(html).toContain(
      '各村<mark class="info"><a class="k info" id="d1k1" href="#d1n1">1</a>,</mark>要签责任状<mark class="info">,</mark>如下<mark class="info">:</mark></p>',
    )
    expect(html).toContain('一<mark class="info">,</mark>报送。')
  })

  it('folds what has no findings, and loses nothing', () => {
    const html = article(page(report(file([at(long, '责任状')], { content: content(long) }))))
    expect(read(html)).toBe(long.replace(/\s/g, ''))
    const open = html.replace(/<details>.*?<\/details>/gs, '')
    expect([...open.matchAll(/这是第(\d+)段/g)].map((m) => m[1])).toEqual(['0', '1', '19', '21'])
    expect(html).toContain('以下 17 段没有问题')
    expect(html).toContain('以下 18 段没有问题')
  })

  it('of a finding over many paragraphs shows where it begins', () => {
    const from = long.indexOf('这是第10段')
    const to = long.indexOf('这是第19段')
    const found = at(long, '', { span: { start: from, end: to } })
    const html = article(page(report(file([found], { content: content(long) }))))
    const open = html.replace(/<details>.*?<\/details>/gs, '')
    expect([...open.matchAll(/这是第(\d+)段/g)].map((m) => m[1])).toEqual(['0', '1', '9', '10', '11', '12', '13'])
    expect(html.match(/<mark/g)).toHaveLength(9)
    expect(read(html)).toBe(long.replace(/\s/g, ''))
  })

  it('what lies in no paragraph gets its line; what lies outside the text does no harm', () => {
    const text = '---\n文种: 胡说\n---\n通知\n正文。\n<!-- 忽略 某规则 -->\n'
    const blocks = content(text).blocks.filter(({ start }) => /^[通正]/.test(text.slice(start)))
    const found = [at(text, '胡说'), at(text, '某规则'), at(text, '', { span: { start: 900, end: 950 } })]
    const html = article(page(report(file(found, { content: content(text, { blocks }) }))))
    expect(html).toMatch(/<p class="raw">文种: <mark[^>]*><a[^>]*>1<\/a>胡说<\/mark><\/p>/)
    expect(html).toMatch(/<p class="raw">&lt;!-- 忽略 <mark[^>]*><a[^>]*>2<\/a>某规则<\/mark> --&gt;<\/p>/)
    expect(html).toContain('id="d1n3"')
    expect(html.indexOf('胡说</mark>')).toBeLessThan(html.indexOf('正文。'))
  })

  it('rows of a table stay rows', () => {
    const text = '甲\t签责任状\n乙\t无\n'
    const cell = (words: string, row: number, column: number): Block => ({
      kind: 'cell',
      start: text.indexOf(words),
      end: text.indexOf(words) + words.length,
      label: `表1第${row}行第${column}列`,
    })
    const blocks = [cell('甲', 1, 1), cell('签责任状', 1, 2), cell('乙', 2, 1), cell('无', 2, 2)]
    const html = article(page(report(file([at(text, '责任状')], { content: content(text, { blocks }) }))))
    expect(html.replace(/<a class="k.*?<\/a>/g, '')).toContain(
      '<table><tr><td>甲</td><td>签<mark class="error">责任状</mark></td></tr></table>',
    )
    expect(html).toContain('<table><tr><td>乙</td><td>无</td></tr></table>')
  })

  it('without the text, shows the line', () => {
    const excerpt = { text: '8,柳河镇,2026-03-31', start: 6, end: 16 }
    const html = article(page(report(file([at('', '', { excerpt })], { counts: null }))))
    expect(html).toContain('8,柳河镇,<mark class="error">2026-03-31</mark>')
  })

  it('shows the passage of the superior document, and how many more', () => {
    const related = {
      path: '上级/意见.txt',
      span: { start: 0, end: 4 },
      place: { line: 12, column: 1, endLine: 12, endColumn: 5, label: '第9段' },
      excerpt: { text: '要逐级签订责任状。', start: 1, end: 8 },
    }
    const text = '逐级签订责任状'
    const found = at(text, text, { rule: 'copied', message: 'copied', related: [related, related, related, related] })
    const html = article(page(report(file([found], { content: content(text) }))))
    expect(html).toContain('<b>上级文件</b>：<bdi>上级/意见.txt</bdi> 第9段<q>要<b>逐级签订责任状</b>。</q>')
    expect(bare(html)).toContain('另有 1 处。')
  })

  it('what is waived is shown as such, and by whom', () => {
    const text = '各村要签订责任状。'
    const html = page(report(file([at(text, '责任状', { severity: 'info', waiver })], { content: content(text) })))
    const section = article(html)
    expect(section).toContain('<mark class="waived">')
    expect(bare(section)).toContain('已豁免：省条例第九条（县委办 2026-01-01 批准）')
    expect(section).not.toContain('建议')
  })

  it('tells what the baseline knows and what is kept back', () => {
    const one = report(file([]))
    const html = page({ ...one, summary: { ...one.summary, known: 7 } }, { hidden: 3 })
    expect(html).toContain('另有 7 处旧问题记在基线里')
    expect(html).toContain('另有 3 处警告和提示没有列出')
    expect(html).toContain('✓ 没有错误</span></td>')
    expect(html).not.toContain('没有问题</span></td>')
    expect(page(report())).toContain('没有找到可以检查的文稿')
  })

  it('tells apart what is clean and what the baseline knows', () => {
    const files = [
      file([], { path: '净.txt' }),
      file([], { path: '旧.txt', known: 29 }),
      file([at('', '')], { path: '又.txt', known: 3 }),
    ]
    const html = page({ files, summary: { ...summarise(files), known: 32 } })
    const rows = [...html.matchAll(/<tr class="s-(\w+)">.*?<\/tr>/g)].map(([row, state]) => `${state} ${bare(row)}`)
    expect(rows).toEqual([
      'error 1又.txt● 有错误（基线中另有 3 处）通知3211',
      'known 2旧.txt≡ 没有新问题（基线中 29 处）通知321',
      'clean 3净.txt✓ 没有问题通知321',
    ])
    expect(bare(html)).toContain('共检查 3 份文稿，1 份要看，共 1 处。')
    expect(bare(html)).toMatch(/≡ 没有新问题1 份.*✓ 没有问题1 份/)
    const only = files.slice(0, 2)
    expect(page({ files: only, summary: { ...summarise(only), known: 29 } })).toContain(
      '共检查 2 份文稿，没有发现新问题。',
    )
    expect(page({ files: only, summary: { ...summarise(only), known: 29 } }, { hidden: 3 })).toContain('≡ 没有新错误')
  })

  it('the waiver file stands by itself, and counts for nothing', () => {
    const waivers = file([at('', '', { severity: 'warning', rule: 'unused-waiver', message: '过期' })], {
      path: '.burden-waivers.yaml',
      genre: null,
      counts: null,
      isWaivers: true,
    })
    const html = page(report(file([]), waivers))
    expect(bare(html)).toContain('共检查 1 份文稿，没有发现问题。')
    expect([...html.matchAll(/<tr class="s-/g)]).toHaveLength(1)
    expect(bare(/<h2 id="waivers">.*/s.exec(html)![0])).toMatch(
      /^豁免文件这一份不是文稿.*\.burden-waivers\.yaml\s+▲ 警告/s,
    )
    expect(html).toContain('<a href="#waivers">')
    expect(html).not.toContain('规则和依据')
    expect(page(report(waivers))).toContain('id="waivers"')
  })

  it('points to nothing that is not there', () => {
    const html = bare(page(report(file([]), file([]))))
    for (const words of ['规则和依据', '点文稿名', '先列要改的', '豁免文件']) expect(html).not.toContain(words)
  })

  it('leaves out columns that nothing stands in', () => {
    const heads = (...files: FileReport[]) =>
      [...page(report(...files)).matchAll(/<th scope="col"[^>]*>([^<]*)<\/th>/g)].map(([, head]) => head).join()
    expect(heads(file([]))).toBe('序号,文稿,结论,文种,字数')
    expect(heads(file([at('', '', { severity: 'info' })], { counts: null }))).toContain('文种,提示,')
  })

  it('says so where a verdict is chosen that no document of a part has', () => {
    const plan = file([], { path: '方案.txt', content: content('方案', { composition: made() }) })
    const html = page(report(file([at('', '')]), plan, lost))
    expect(html).toContain('<tr class="s-clean"><td class="left"><a href="#d2">')
    const [compositions, details] = [...html.matchAll(/<p class="none-of([^"]*)">没有符合的文稿。<\/p>/g)].map(
      ([, no]) => no,
    )
    expect([compositions, details]).toEqual([' no-unreadable no-error', ''])
    expect(html).toContain('<div class="goes no-unreadable no-error">')
    expect(style).toContain('body:has(#f-error:checked) .none-of.no-error')
  })

  it('headings are steps of one stair', () => {
    const plan = file([at('方案', '方案')], { content: content('方案', { composition: made() }) })
    const levels = [...page(report(plan)).matchAll(/<h(\d)/g)].map(([, level]) => Number(level))
    for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1)
  })

  it('notes stand in the margin as long as they stay with their paragraph, and else below it', () => {
    const one = `${'各单位要抓好落实。'.repeat(12)}签责任状。`
    const many = '签责任状、签责任状、签责任状、签责任状、签责任状、签责任状。'
    const text = [one, many, one].join('\n')
    const found = Array.from({ length: 8 }, (_, i) => at(text, '责任状', { message: '要求签责任状'.repeat(8) }, i))
    const html = article(page(report(file(found, { content: content(text) }))))
    expect([...html.matchAll(/<div class="(beside|below)">/g)].map(([, where]) => where)).toEqual([
      'beside',
      'below',
      'beside',
    ])
    // Below it comes what belongs to the paragraph, and to no other.
    const below = /<div class="below">.*?<\/div>/s.exec(html)![0]
    expect([...below.matchAll(/<li id="d1n(\d)"/g)].map(([, number]) => number).join('')).toBe('234567')
    expect(below.indexOf('<p>')).toBeLessThan(below.indexOf('<ol'))
  })

  it('speaks English', () => {
    const text = '签责任状'
    const html = page(report(file([at(text, '责任状')], { content: content(text) })), {
      language: 'en',
      version: '1.2.3',
    })
    expect(html).toContain('<html lang="en">')
    expect(html).toContain('burden-lint 1.2.3')
    expect(bare(article(html))).toMatch(/because: “通知”(?!.*标题有)/)
    expect(bare(article(html))).toContain('● error 1 Letters paragraph 1Demands 责任状Basis: ')
    expect(bare(html)).toContain('1 document checked, 1 to be looked at, 1 finding.')
  })

  it('a hostile document stays text', () => {
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(2)>\u202e\u001b[31m\u2028'
    const text = `标题${evil}\n${evil}责任状${evil}`
    const found = [
      at(text, '责任状', {
        rule: evil,
        message: evil,
        place: { line: 1, column: 1, endLine: 1, endColumn: 1, label: evil },
        basis: { source: evil, clause: evil, quote: evil, verified: false },
        related: [
          {
            path: evil,
            span: { start: 0, end: 1 },
            place: { line: 1, column: 1, endLine: 1, endColumn: 1, label: evil },
            excerpt: { text: evil, start: 0, end: 3 },
          },
        ],
        waiver: { reason: evil, approver: evil, date: evil },
      }),
      at(text, evil, { args: { what: evil } }),
    ]
    const html = page(
      report(
        file(found, {
          path: evil,
          genre: { id: 'notice', title: evil, source: 'text', evidence: [evil] },
          content: content(text, { title: evil, composition: made({ superiors: [{ path: evil, title: evil }] }) }),
        }),
      ),
      { version: evil },
    )
    expect(html).not.toMatch(/<script|<img|[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/u)
    const names = new Set([...html.matchAll(/<([a-z][a-z\d]*)/gi)].map((m) => m[1]))
    expect([...names].filter((name) => /script|img|iframe|object|form|base/.test(name!))).toEqual([])
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)![1]
    const digest = createHash('sha256').update(style).digest('base64')
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`)
    expect(html).not.toMatch(/\sstyle=|\son\w+=["']|(?:src|href)="(?!#)/)
  })

  it('every link leads somewhere, and no two places have one name', () => {
    const text = '各村要签订责任状。'
    const one = file([at(text, '责任状'), at(text, '各村')], { content: content(text) })
    const html = page(report(one, lost, { ...one, path: '夹/另.txt' }))
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1]!)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target)
    for (const [, target] of html.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(target)
  })

  it('is linear, and of very much text counts what is folded', () => {
    const reviewing = (size: number) => {
      const many = Array.from({ length: 4 * size }, (_, i) => `第${i}段要签责任状。${'抓好落实。'.repeat(10)}`).join(
        '\n',
      )
      let start = 0
      const found = Array.from({ length: size }, () => {
        start = many.indexOf('责任状', start + 1)
        return at(many, '', { span: { start, end: start + 3 } })
      })
      const whole = report(file(found, { content: content(many) }))
      return () => expect(page(whole).match(/<li id=/g)).toHaveLength(size)
    }
    expect(growth(reviewing, 250)).toBeLessThan(LINEAR)
    const huge = 'x'.repeat(13_000_000)
    const counted = page(report(file([at(long, '责任状')], { content: content(`${long}\n${huge}`) })))
    expect(counted.length).toBeLessThan(1_000_000)
    expect(counted).toContain('，从略')
  })
})

const unit = (start: number, end: number, more: Partial<Unit> = {}): Unit => ({
  start,
  end,
  reuse: 'novel',
  kind: 'measure',
  sources: [],
  runs: [],
  content: true,
  confidence: 0.9,
  ...more,
})
function made(more: Partial<Composition> = {}): Composition {
  return {
    superiors: [{ path: '上级/意见.txt', title: '关于河道管理的意见' }],
    measurement: {
      units: [unit(0, 4, { content: false, why: 'frame' }), unit(4, 40), unit(40, 100, { reuse: 'copied' })],
      share: { value: 0.375, low: 0.31, high: 0.442 },
      chars: { content: 96, localMeasures: 36, copied: 60, adapted: 0 },
    },
    counting: { metric: 'local', denominator: 'content', countFormulas: false },
    threshold: 0.5,
    verdict: 'below',
    ...more,
  }
}

it('lists documents that are alike as people do', () => {
  const names = ['汇报10.txt', '汇报2.txt', '汇报1.txt', '汇报02.txt', '汇报.txt', '汇报100.txt']
  const html = page(report(...names.map((path) => file([], { path, content: content('汇报') }))))
  const found = [...html.matchAll(/汇报\d*\.txt/g)].map(([name]) => name)
  expect([...new Set(found)]).toEqual(['汇报.txt', '汇报1.txt', '汇报02.txt', '汇报2.txt', '汇报10.txt', '汇报100.txt'])
})

describe('composition', () => {
  it('is told of each document and of all of them, findings or not', () => {
    const html = page(
      report(
        file([], { path: '方案.txt', content: content('方案', { composition: made() }) }),
        file([], { path: '通知.txt', content: content('通知') }),
      ),
    )
    const table = bare(/<table class="grid compositions">.*?<\/table>/s.exec(html)![0].replace(/<\/td>/g, '|'))
    expect(table).toContain('方案.txt|未达到要求|37.5% 31% 至 44.2%|50%||')
    expect(table).not.toContain('通知.txt')
    const section = bare(article(html))
    expect(section).toContain('结合实际的具体举措占 37.5%，要求不少于 50%。')
    expect(section).toContain('关于河道管理的意见 上级/意见.txt')
    expect(section).toContain('62.5%60 字')
    expect(section).toContain('没有发现问题。')
  })

  it('says where there is nothing to take a share of', () => {
    const chars = { content: 0, localMeasures: 0, copied: 0, adapted: 0 }
    const measurement = { units: [], share: { value: 0, low: 0, high: 0 }, chars }
    const html = page(report(file([], { content: content('方案', { composition: made({ measurement }) }) })))
    const table = bare(/<table class="grid compositions">.*?<\/table>/s.exec(html)![0].replace(/<\/td>/g, '|'))
    expect(table).toContain('|无法计算|–|50%||')
    expect(bare(article(html))).toContain('无法计算 没有可以计算的内容')
    expect(html).not.toMatch(/未达到要求|0% 至/)
  })

  it('draws the sentences in their order; what is not counted is left blank', () => {
    const html = article(page(report(file([], { content: content('方案', { composition: made() }) }))))
    const strip = /<svg class="strip".*?<\/svg>/s.exec(html)![0]
    expect(
      [...strip.matchAll(/x="([^"]+)" y="1" width="([^"]+)" height="14" fill="url\(#(\w+)\)"/g)].map((m) => m.slice(1)),
    ).toEqual([
      ['4%', '36%', 'fm'],
      ['40%', '60%', 'fc'],
    ])
  })

  it.each([
    ['met', '达到要求'],
    ['below', '未达到要求'],
    ['uncertain', '难以判定'],
  ] as const)('%s is %s', (verdict, words) => {
    const html = article(page(report(file([], { content: content('方案', { composition: made({ verdict }) }) }))))
    expect(html).toContain(`<span class="verdict ${verdict}">${words}</span>`)
  })
})
