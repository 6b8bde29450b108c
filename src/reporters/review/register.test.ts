import { describe, expect, it } from 'vitest'
import type { ContentRow, ContentTable, Diagnostic, FileReport } from '../../core.ts'
import { summarise } from '../../summary.ts'
import { reviewHtml } from './index.ts'

const HEAD = '单位,类别,名称,备案号'
const ROW = '柳河镇,会议,<镇村干部会议>,'

/** A row of a register: each cell is where it stands in the text. */
function row(line: number, words: string, at: number): ContentRow {
  let start = at
  const cells = words.split(',').map((text) => {
    const cell = { start, end: start + text.length, text }
    start = cell.end + 1
    return cell
  })
  return { line, cells }
}
const table = (...rows: ContentRow[]): ContentTable => ({ name: '', heads: [row(1, HEAD, 0)], rows })

const finding = (start: number, end: number): Diagnostic => ({
  rule: 'unfiled-item',
  severity: 'error',
  path: '事项.csv',
  span: { start, end },
  place: { line: 2, column: 1, endLine: 2, endColumn: 2, label: '' },
  excerpt: { text: ROW, start: 0, end: 1 },
  message: '没有备案号',
  args: {},
  basis: null,
  related: [],
  fix: null,
  fingerprint: '',
})
const html = (diagnostics: Diagnostic[], ...tables: ContentTable[]) => {
  const file: FileReport = {
    path: '事项.csv',
    genre: { id: 'register.items', title: '文件会议检查台账', source: 'text', evidence: [] },
    counts: null,
    diagnostics,
    content: { title: '', text: '', blocks: [], tables },
  }
  const page = reviewHtml(
    { files: [file], summary: summarise([file]) },
    { language: 'zh', color: false, width: 80, rules: {} },
  )
  return /<article.*<\/article>/s.exec(page)![0]
}
const AT = HEAD.length + 1
const EMPTY = AT + ROW.length

describe('a register in the review report', () => {
  it('shows the row below its header, and its notes below the row', () => {
    const out = html([finding(AT + 7, AT + 15)], table(row(2, ROW, AT)))
    expect(out).toContain(
      '<thead><tr><th scope="col">行</th><th scope="col">单位</th><th scope="col">类别</th><th scope="col">名称</th><th scope="col">备案号</th></tr></thead>',
    )
    expect(out).toContain(
      '<tr><td>2</td><td>柳河镇</td><td>会议</td><td class="hit error"><a class="k error" id="d1k1" href="#d1n1">1</a>&lt;镇村干部会议&gt;</td><td></td></tr>',
    )
    expect(out).toContain('<tr class="told"><td colspan="5"><ol class="notes"><li id="d1n1" class="error">')
    expect(out).toContain('<a class="no" href="#d1k1"')
    expect(out).not.toContain(ROW)
  })

  it('frames an empty cell, and no other', () => {
    const out = html([finding(EMPTY, EMPTY + 1)], table(row(2, ROW, AT)))
    expect(out.match(/class="hit/g)).toHaveLength(1)
    expect(out).toMatch(/<td class="hit error"><a [^>]*>1<\/a><span class="empty">（空）<\/span><\/td><\/tr>/)
  })

  it('leaves out rows of which nothing is told any more, and tells what stands in none', () => {
    const out = html([finding(EMPTY, EMPTY + 1), finding(900, 901)], table(row(2, ROW, AT), row(3, ROW, EMPTY + 2)))
    expect(out).not.toContain('<td>3</td>')
    expect(out).toMatch(/<ol class="notes alone"><li id="d1n2"/)
    expect(html([finding(900, 901)], table(row(2, ROW, AT)))).not.toContain('<table')
  })

  it('what is told of the header stands below the header', () => {
    const out = html([finding(0, HEAD.length)], table())
    expect(out).not.toContain('<thead>')
    expect(out.match(/<th scope="col" class="hit error">/g)).toHaveLength(4)
    expect(out.match(/class="k error"/g)).toHaveLength(1)
  })

  it('of very many columns shows the first and those in question', () => {
    const wide = Array.from({ length: 30 }, (_, i) => `第${i}`).join(',')
    const start = wide.indexOf('第20')
    const out = html([finding(start, start + 3)], { name: '表二', heads: [], rows: [row(7, wide, 0)] })
    const cells = [...out.matchAll(/<td[^>]*>(?:<a[^>]*>1<\/a>)?(第\d+|…)<\/td>/g)].map(([, words]) => words)
    expect(cells).toEqual(['第0', '第1', '第2', '…', '第19', '第20', '第21'])
    expect(out).toContain('<caption>工作表：<bdi>表二</bdi></caption>')
  })
})
