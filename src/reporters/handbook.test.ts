import { describe, expect, it } from 'vitest'
import type { Article, Handbook } from './handbook/data.ts'
import { handbookHtml } from './handbook/html.ts'
import { handbookMarkdown } from './handbook/markdown.ts'

const EVIL = '<script>alert(1)</script>"\'&\u202e`|*[a](b)\u001b[31m'
const article: Article = {
  id: 'no-photos',
  title: EVIL,
  severity: 'error',
  presets: [EVIL],
  genres: EVIL,
  what: [
    { kind: 'paragraph', runs: [{ text: EVIL }, { text: EVIL, style: 'code' }, { text: EVIL, style: 'strong' }] },
    { kind: 'list', ordered: true, items: [[{ kind: 'paragraph', runs: [{ text: EVIL }] }]] },
    { kind: 'table', rows: [[[{ text: EVIL }]], [[{ text: EVIL }]]] },
    { kind: 'code', text: `${EVIL}\n\`\`\`\n第二行` },
  ],
  limits: [{ of: EVIL, value: EVIL, counting: EVIL, exempt: [EVIL], severity: 'warning', own: true, basis: 0 }],
  settings: [{ name: EVIL, text: EVIL, value: EVIL, own: true }],
  bases: [{ source: EVIL, clause: EVIL, quote: EVIL, modal: EVIL, verified: false }],
  bad: {
    text: `一句${EVIL}\n两行`,
    marks: [
      { start: 0, end: 5 },
      { start: 1, end: 3 },
    ],
    table: false,
    beside: [{ label: EVIL, text: EVIL, table: true }],
    settings: [EVIL],
    fixed: EVIL,
  },
  good: { text: EVIL, marks: [], table: true, beside: [], settings: [] },
  advice: [],
  elsewhere: [EVIL],
  own: true,
}
const handbook: Handbook = {
  asOf: '2026-11-28',
  config: EVIL,
  presets: [{ name: EVIL, title: EVIL, from: '2026-01-01' }],
  strict: true,
  chapters: [{ id: 'groups', title: EVIL, about: EVIL, articles: [article] }],
  counting: [{ name: EVIL, text: EVIL }],
  notices: [EVIL],
}

describe('as HTML', () => {
  const html = handbookHtml(handbook)
  it('takes nothing that it is given for markup', () => {
    expect(html).not.toContain('<script')
    expect(html).not.toMatch(/[\u202e\u001b]/)
    expect(html.match(/&lt;script&gt;/g)!.length).toBeGreaterThan(20)
  })
  it('loads nothing and runs nothing', () => {
    expect(html).toMatch(/Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri/)
    expect(html.replace(/<style>[\s\S]*?<\/style>/, '')).not.toMatch(/<(?:link|img|iframe)|\b(?:src|style|on\w+)=/)
    expect(html).not.toMatch(/https?:|url\(/)
  })
  it('marks what is found once, and tells what nobody has verified', () => {
    expect(html).toContain('<mark>一句&lt;sc</mark>')
    expect(html).toContain('引文未经核对原文')
    expect(
      handbookHtml({
        ...handbook,
        chapters: [
          { ...handbook.chapters[0]!, articles: [{ ...article, bases: [{ ...article.bases[0]!, verified: true }] }] },
        ],
      }),
    ).toContain('引文已核对')
  })
  it('names in every cell of a limit its column, for screens without room for columns', () => {
    const tables = [...html.matchAll(/<table class="cards">(.*?)<\/table>/gs)].map(([, table]) => table!)
    expect(tables).toHaveLength(2)
    for (const table of tables) {
      const heads = [...table.matchAll(/<th>(.*?)<\/th>/g)].map(([, head]) => head).filter((head) => head !== '类别')
      expect([...table.matchAll(/<td[^>]* data-head="(.*?)">/g)].map(([, head]) => head)).toEqual(heads)
    }
  })
  it('leads from the contents to every rule', () => {
    expect(html).toContain('href="#rule-no-photos"')
    expect(html).toContain('id="rule-no-photos"')
  })
})

describe('as Markdown', () => {
  const markdown = handbookMarkdown(handbook)
  const outside = markdown.replace(/^(`{3,})\n[\s\S]*?\n\1$/gm, '')
  it('takes nothing that it is given for a mark or for HTML', () => {
    expect(outside).not.toMatch(/(?<!\\)<script|(?<!\\)\]\(/)
    expect(markdown).not.toMatch(/[\u202e\u001b]/)
    const tables = outside.split('\n\n').filter((block) => block.startsWith('| '))
    expect(tables.length).toBe(3)
    for (const table of tables) {
      const bars = table.split('\n').map((row) => row.match(/(?<!\\)\|/g)!.length)
      expect(new Set(bars).size, table).toBe(1)
    }
  })
  it('fences texts with more ticks than they hold', () => {
    expect(markdown).toMatch(/^````$/m)
    expect(markdown).toContain('⟦一句<sc⟧')
  })
  it('says by its first line that it may be written again', () => {
    expect(markdown.startsWith('<!-- burden-lint handbook -->\n')).toBe(true)
  })
})
