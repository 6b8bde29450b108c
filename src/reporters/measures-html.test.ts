import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Block, Unit } from '../core.ts'
import { loadMeasuresReporter } from './index.ts'
import type { MeasuredText, MeasureReport } from './measures.ts'
import { measuresHtml } from './measures-html/index.ts'
import { script } from './measures-html/script.ts'
import { style } from './measures-html/style.ts'

const view = { language: 'zh', color: false, width: 80 } as const

const unit = (start: number, end: number, more: Partial<Unit> = {}): Unit => ({
  start,
  end,
  reuse: 'novel',
  kind: 'other',
  sources: [],
  runs: [],
  content: true,
  confidence: 0.9,
  ...more,
})

/** One paragraph a line. */
const text = (path: string, words: string): MeasuredText => {
  const blocks = [...words.matchAll(/[^\n]+/g)].map(
    (line, i): Block => ({
      kind: 'paragraph',
      start: line.index,
      end: line.index + line[0].length,
      label: `第${i + 1}段`,
    }),
  )
  return { path, text: words, blocks }
}

const report = (
  document: MeasuredText,
  superiors: readonly MeasuredText[],
  units: readonly Unit[],
  more: Partial<MeasureReport> = {},
): MeasureReport => ({
  document,
  superiors,
  measurement: {
    units,
    share: { value: 0.4, low: 0.3, high: 0.6 },
    chars: { content: 100, localMeasures: 40, copied: 30, adapted: 20 },
  },
  threshold: 0.5,
  verdict: 'uncertain',
  ...more,
})

const plan = text('县/方案.txt', '禾川县方案\n加强组织领导，压实责任。\n6月底前由县发改委建成3个平台。\n')
const opinion = text('市/意见.txt', '意见\n各地要切实加强组织领导，落实责任。\n')
const ordinary = report(
  plan,
  [opinion],
  [
    unit(0, 6, { content: false, why: 'frame' }),
    unit(6, 19, {
      reuse: 'adapted',
      kind: 'vague',
      confidence: 0.12,
      sources: [
        { superior: 0, start: 0, end: 2, score: 0.2 },
        { superior: 0, start: 3, end: 20, score: 0.876 },
      ],
      runs: [{ here: { start: 6, end: 13 }, there: { start: 8, end: 15 }, superior: 0 }],
    }),
    unit(19, plan.text.length, { kind: 'measure' }),
  ],
)
const page = measuresHtml(ordinary, view)

/** The HTML between two places. */
const between = (html: string, from: string, to: string) =>
  html.slice(html.indexOf(from), html.indexOf(to, html.indexOf(from)))
const left = (html: string) => between(html, '<article', '</article>')
const right = (html: string) => between(html, '<div class="scroll"', '</aside>')
/** What a reader of the text reads: without marks and notes. */
const read = (html: string) =>
  html
    .replace(/<span class="b">.*?<\/span>/g, '')
    .replace(/<span class="note.*?<\/span><\/span>(?=<span class="u|<\/(?:p|h\d)>)/g, '')
    .replace(/<[^>]*>/g, '')
const data = (html: string) => JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html)![1]!)

describe('the page of a measurement', () => {
  it('is what --format html asks for', async () => {
    expect((await loadMeasuresReporter('html'))(ordinary, view)).toBe(page)
  })

  it('needs nothing else, and allows nothing else', () => {
    expect(page).not.toMatch(/https?:|@import|url\(["']?(?!#)|<(?:link|img|iframe|object|embed|base|form)\b|\bsrc=/)
    expect([...page.matchAll(/href="([^"]*)"/g)].every(([, to]) => to!.startsWith('#'))).toBe(true)
    // No inline handler or style: the policy would forbid it.
    expect(page).not.toMatch(/<[^>]*\s(?:style|on[a-z]+)=/)
    const digest = (words: string) => `'sha256-${createHash('sha256').update(words).digest('base64')}'`
    expect(page).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${digest(script)}; style-src ${digest(style)}; base-uri 'none'; form-action 'none'">`,
    )
    expect(page.match(/<script/g)).toHaveLength(2)
    expect(between(page, '<script>', '</script>')).toBe(`<script>${script}`)
    expect(between(page, '<style>', '</style>')).toBe(`<style>${style}`)
    // Neither may end its own element, nor change between here and the browser that takes the digest.
    expect(`${script}${style}`).not.toMatch(/<\/|<!--|\r/)
    expect(() => new Function(script)).not.toThrow()
  })

  it('says the verdict, the share, the interval and the composition', () => {
    const head = between(page, '<header', '</header>')
    expect(head).toContain('<strong class="uncertain">难以判定</strong> 结合实际的具体举措约占 40%')
    expect(head).toContain('占比大致在 30% 至 60% 之间')
    expect(head).toContain('aria-label="占比 40%，区间 30% 至 60%，要求 50%"')
    expect(head).toMatch(/照抄上级文件<\/span><span class="num">30%<\/span><span class="num">30 字/)
    expect(head).toContain('对照上级文件：<bdi title="市/意见.txt">意见.txt</bdi>')
  })

  it('says of a document without content that there is nothing to count, and no interval that is a point', () => {
    const nothing = { content: 0, localMeasures: 0, copied: 0, adapted: 0 }
    const of = (share: MeasureReport['measurement']['share'], chars = ordinary.measurement.chars) => {
      const measurement = { ...ordinary.measurement, share, chars }
      const html = measuresHtml({ ...ordinary, measurement, verdict: 'below' }, view)
      return between(html, '<header', '</header>')
    }
    const empty = of({ value: 0, low: 0, high: 0 }, nothing)
    expect(empty).toContain('<strong class="uncertain">无法计算</strong> 没有可以计算的内容')
    expect(empty).not.toMatch(/未达到要求|之间|class="scale"/)
    const point = of({ value: 0.4, low: 0.4, high: 0.4 })
    expect(point).toContain('未达到要求')
    expect(point).not.toContain('之间')
  })

  it('counts of each class what counts, and the others by themselves', () => {
    const tools = between(page, '<div class="tools"', '</div>')
    const counts = [...tools.matchAll(/data-f="(\w)".*?<span class="cnt">(\d+)</g)].map((m) => m.slice(1).join(''))
    expect(counts).toEqual(['u3', 'c0', 'a1', 'm1', 'n0', 'x1', 'd1'])
    expect(tools).toContain('>不计 <span')
  })

  it('shows the document in full, every sentence with its mark', () => {
    expect(read(left(page)).replace(/\s+/g, '')).toBe(plan.text.replace(/\s+/g, ''))
    expect(left(page)).toContain(
      '<h3 class="title"><span class="u n x" id="u1" data-u="1"><span class="b"><b>新</b>1 不计',
    )
    expect(left(page)).toContain(
      '<span class="u a d" id="u2" data-u="2"><span class="b"><b>改</b>2 笼统 <em>临界</em></span><span class="r" data-o="6">加强组织领导，</span>压实责任。</span>',
    )
    expect(left(page)).toContain('<b>举</b>3 具体')
    expect(page).toMatch(/data-f="d" aria-pressed="false">临界 <span class="cnt">1</)
  })

  it('says under a sentence where it comes from and why it counts or not', () => {
    expect(left(page)).toContain('第2句 · 改写 · 笼统要求 · 计入 · 相似 0.88 · 把握 0.12')
    expect(left(page)).toContain(
      '<a href="#s1p2" data-k="0"><bdi>意见.txt</bdi> 第2段</a> <span class="sim">相似 0.88</span><q>「各地要切实<b>加强组织领导，</b>落实责任。」</q>',
    )
    expect(left(page)).toContain('不算本地举措。<strong>临界：')
    expect(left(page)).toMatch(/id="n3">.*算结合实际的具体举措。.*没有找到相近的内容/)
    for (const [, id] of page.matchAll(/href="#([^"]*)"/g)) expect(page).toContain(`id="${id}"`)
  })

  it('gives the script what it needs to light places up', () => {
    expect(data(page)[1]).toEqual([
      [
        [0, 3, 20, 88],
        [0, 0, 2, 20],
      ],
      [[6, 13, 8, 15, 0]],
    ])
    expect(data(page)).toHaveLength(3)
    for (const start of [0, 3, 8, 15]) expect(right(page)).toContain(`data-o="${start}"`)
    expect(read(right(page).replace(/<h2>.*?<\/h2>/, '')).replace(/\s+/g, '')).toBe(opinion.text.replace(/\s+/g, ''))
  })

  it('shows what a person decided', () => {
    const [title, , last] = ordinary.measurement.units
    const decided = unit(6, 19, {
      reuse: 'copied',
      kind: 'vague',
      confidence: 0.1,
      review: { reason: '<照搬>', who: '张三&李四' },
    })
    const html = left(measuresHtml(report(plan, [opinion], [title!, decided, last!]), view))
    expect(html).toContain('<b>抄</b>2 笼统 <em>人工</em></span>')
    expect(html).toContain('人工裁定（张三&amp;李四）：&lt;照搬&gt;')
    expect(html).not.toContain('临界')
  })

  it('counts in another way where that was asked for', () => {
    const [title, , last] = ordinary.measurement.units
    const formula = unit(6, 19, { kind: 'vague', content: false, why: 'formula' })
    const { measurement } = ordinary
    const html = measuresHtml(
      report(plan, [opinion], [title!, formula, last!], {
        measurement: {
          ...measurement,
          units: [title!, formula, last!],
          chars: { ...measurement.chars, novel: 45, fixed: 5 },
        },
        counting: { metric: 'novel', denominator: 'body', countFormulas: true },
        verdict: 'met',
      }),
      view,
    )
    expect(html).toContain('<title>新增内容占比核对')
    expect(html).toContain('不论是不是具体举措）占正文全部的 40%，要求不少于 50%')
    expect(html).toContain('固定开头、政治表述等</span><span class="num">5%')
    expect(left(html)).toContain('<b>新</b>2 笼统</span>')
    expect(left(html)).toMatch(/id="n2">.*算新增加的内容/)
    expect(left(measuresHtml(report(plan, [opinion], [title!, formula, last!]), view))).toContain('<b>新</b>2 不计')
  })

  it('speaks English, but leaves the documents Chinese', () => {
    const html = measuresHtml(ordinary, { ...view, language: 'en' })
    expect(html).toContain('<html lang="en">')
    expect(html).toContain('<article class="left" lang="zh-CN" aria-label="Implementing document">')
    expect(html).toContain('Sentence 2 · adapted · vague · counted · similarity 0.88 · confidence 0.12')
    expect(html.replace(left(html), '').replace(right(html), '')).not.toMatch(/占比|句首|上级文件/)
  })

  it('stands nothing, and nobody', () => {
    const empty = measuresHtml(
      report({ path: '空.txt', text: '', blocks: [] }, [], [], {
        measurement: {
          units: [],
          share: { value: 0, low: 0, high: 0 },
          chars: { content: 0, localMeasures: 0, copied: 0, adapted: 0 },
        },
        verdict: 'below',
      }),
      view,
    )
    expect(empty).toContain('没有可对照的上级文件')
    expect(empty).not.toMatch(/NaN|undefined|Infinity/)
    expect(page).not.toMatch(/NaN|undefined|Infinity/)
  })
})

describe('words of documents', () => {
  const evil = '</script><script>alert(1)</script>"\'&amp;<!--\u0007\u001b[31m\u202e倒\u2066\ud800\u2028<b onclick=x>。'
  const document = text(`a"onmouseover='x'<${evil}.txt`, `${evil}\n好。`)
  const html = measuresHtml(
    report(
      document,
      [text(`${evil}1`, evil), text(`${evil}2`, `${evil}尾`)],
      [
        unit(0, evil.length, {
          reuse: 'copied',
          sources: [{ superior: 1, start: 0, end: evil.length, score: 1 }],
          runs: [{ here: { start: 3, end: 9 }, there: { start: 3, end: 9 }, superior: 1 }],
          review: { reason: evil, who: evil },
        }),
        unit(evil.length, document.text.length),
      ],
    ),
    view,
  )

  it('never become markup', () => {
    expect(html.match(/<script/g)).toHaveLength(2)
    expect(html.match(/<\/script/g)).toHaveLength(2)
    expect(html).not.toMatch(/<!--|<b onclick|<[^>]*\sonmouseover=|alert\(1\)<\/script>/)
    expect(html).toContain('&lt;script&gt;alert(1)&lt;')
    expect(html).toContain('a&quot;onmouseover=&#39;x&#39;&lt;')
    expect(html).toContain('&amp;amp;')
    const embedded = between(html, '<script type="application/json" id="data">', '</script>').slice(42)
    expect(embedded).not.toMatch(/[<>&]/)
  })

  it('hide nothing and turn nothing round', () => {
    const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ud800-\udfff]/
    expect(html).not.toMatch(control)
    for (const shown of ['\\x07', '\\x1B', '\\u{202E}', '\\u{2066}', '\\u{D800}']) expect(html).toContain(shown)
  })

  it('are never cut inside a character', () => {
    const words = '\u{20000}\u{20001}字。'
    const cut = measuresHtml(
      report(
        text('甲', words),
        [text('乙', words)],
        [
          unit(0, words.length, {
            reuse: 'copied',
            sources: [{ superior: 0, start: 1, end: 5, score: 1 }],
            runs: [{ here: { start: 1, end: 3 }, there: { start: 1, end: 3 }, superior: 0 }],
          }),
        ],
      ),
      view,
    )
    expect(cut).not.toContain('\\u{D')
    expect(read(left(cut))).toContain(words)
  })

  it('of files with the same name are told apart by their folders', () => {
    const html = measuresHtml(report(plan, [text('甲/意见.txt', '一'), text('乙/意见.txt', '二')], []), view)
    expect(html).toContain('<bdi>甲/意见.txt</bdi>')
    expect(html).toContain('<bdi>乙/意见.txt</bdi>')
  })
})

describe('the layout', () => {
  const laidOut = (words: string, blocks?: readonly Block[], units?: readonly Unit[]) => {
    const doc = blocks ? { path: '文', text: words, blocks } : text('文', words)
    const all = units ?? doc.blocks.map((b, i) => unit(b.start, doc.blocks[i + 1]?.start ?? words.length))
    return left(measuresHtml(report(doc, [], all), view))
  }

  it('knows titles, headings, run-in headings, addressees, lists and signatures', () => {
    const looks = laidOut(
      [
        '禾川县人民政府关于某事的通知',
        '禾政发〔2025〕3号',
        '各乡镇人民政府：',
        '现将有关事项通知如下。',
        '一、总体要求',
        '（一）加强领导。各乡镇要按时完成。',
        '（二）明确任务',
        '1.按月报送；',
        '2.按时办结。',
        '特此通知。',
        '禾川县人民政府',
        '2025年3月5日',
      ].join('\n'),
    ).matchAll(/<(?:p|h\d) class="(\w+)"/g)
    expect([...looks].map(([, look]) => look)).toEqual([
      'title',
      'centre',
      'flush',
      'text',
      'h1',
      'text',
      'h2',
      'text',
      'text',
      'text',
      'end',
      'end',
    ])
    expect(laidOut('第一段。\n（一）加强领导。各乡镇要按时完成。')).toContain(
      '<span class="lead" data-o="5">（一）加强领导。</span>各乡镇',
    )
  })

  it('makes tables of cells, with gaps where cells are empty', () => {
    const cell = (start: number, label: string): Block => ({ kind: 'cell', start, end: start + 1, label })
    const html = laidOut('甲乙丙丁', [
      cell(0, '表1第1行第1列'),
      cell(1, '表1第1行第3列'),
      cell(2, '表1第2行第2列'),
      cell(3, '表1第2行第2列'),
    ])
    expect(html.match(/<t[drable]+>|<\/t[rable]+>/g)?.join('')).toBe(
      '<table><tr><td><td><td></tr><tr><td><td></tr></table>',
    )
  })

  it('keeps numbers of lists, leaves markup out of the count, and hides nothing that was judged', () => {
    const words = '上位文件: 意见\n## 标题\n1. 甲事。\n- 乙事。\n'
    const at = (part: string): { start: number; end: number } => ({
      start: words.indexOf(part),
      end: words.indexOf(part) + part.length,
    })
    const html = laidOut(
      words,
      [
        { kind: 'heading', level: 2, ...at('标题'), label: '第1段' },
        { kind: 'item', ...at('甲事。'), label: '第2段' },
        { kind: 'item', ...at('乙事。'), label: '第3段' },
      ],
      [
        unit(0, 9, { content: false }),
        unit(9, 12, { content: false, why: 'markup' }),
        unit(12, 15),
        unit(15, 22),
        unit(22, words.length),
      ],
    )
    expect(html).toContain('<p class="raw"><span class="u n x" id="u1"')
    expect(html).toContain('id="u2" data-u="2"><span class="b"><b>新</b>2 其他</span>标题')
    expect(html).toContain('<span class="bullet">1.</span>')
    expect(html).toContain('<span class="bullet">•</span>')
    expect(html).not.toContain('id="u5"')
  })

  it('joins lines that a machine broke, and keeps those that end a sentence', () => {
    const words = '加强组织\n领导，压实。\n另起'
    const html = laidOut(words, [{ kind: 'paragraph', start: 0, end: words.length, label: '第1段' }])
    expect(html).toContain('加强组织领导，压实。<br>另起')
  })
})

describe('its colours', () => {
  const channel = (hex: string, at: number) => {
    const long = hex.length === 4 ? `#${[...hex.slice(1)].map((c) => c + c).join('')}` : hex
    const c = Number.parseInt(long.slice(at, at + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }
  const luminance = (hex: string) => 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5)
  const contrast = (a: string, b: string) => {
    const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
    return (high + 0.05) / (low + 0.05)
  }

  it('are dark enough to read', () => {
    const inks = new Set(
      [...style.matchAll(/(?<![-\w])(?:color|--ink|--grey):(#[0-9a-f]{3,6})/g)].map(([, hex]) => hex!),
    )
    inks.delete('#fff')
    expect(inks.size).toBeGreaterThan(6)
    for (const ink of inks) expect(contrast(ink, '#fff'), ink).toBeGreaterThanOrEqual(4.5)
    for (const ground of ['#005a8f', '#a84300', '#1a1a1a']) expect(contrast('#fff', ground)).toBeGreaterThanOrEqual(4.5)
    for (const tint of ['#fdf0e6', '#fff9e8', '#eaf4fb', '#fff3b8', '#ffd95c', '#f7f7f7'])
      expect(contrast('#1a1a1a', tint), tint).toBeGreaterThanOrEqual(7)
    // The number behind the letter, on the darkest tint it can stand on.
    expect(contrast('#595959', '#fff3b8')).toBeGreaterThanOrEqual(4.5)
  })
})

describe('a large document', () => {
  it('stays small', () => {
    const sentence = '各乡镇要在每月五日前把上月农村助餐服务进展情况报县民政局备案，逾期不报的予以通报。'
    const many = (n: number) => Array.from({ length: n }, () => sentence).join('\n')
    const superiors = Array.from({ length: 5 }, (_, i) => text(`上级${i}.txt`, many(1500)))
    const document = text('方案.txt', many(500))
    const units = document.blocks.map((b, i) =>
      unit(b.start, document.blocks[i + 1]?.start ?? document.text.length, {
        reuse: 'copied',
        sources: [0, 1, 2].map((superior) => ({ superior, ...superiors[superior]!.blocks[i * 3]!, score: 0.9 })),
        runs: [0, 1, 2, 3, 4].map((superior) => ({
          here: { start: b.start + superior * 4, end: b.start + superior * 4 + 9 },
          there: { start: superiors[superior]!.blocks[i]!.start, end: superiors[superior]!.blocks[i]!.start + 9 },
          superior,
        })),
      }),
    )
    const large = report(document, superiors, units)
    const html = measuresHtml(large, view)
    expect(Buffer.byteLength(html)).toBeLessThan(3 * 1024 * 1024)
  })
})
