import { strToU8, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import type { Content, Diagnostic } from '../../core.ts'
import { createDoc } from '../../document.ts'
import { contentOf } from '../../files/content.ts'
import { parser } from '../../parsers/docx.ts'
import { summarise } from '../../summary.ts'
import { reviewHtml } from './index.ts'

const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const cell = (content: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
const wide = (columns: number) => `<w:gridSpan w:val="${columns}"/>`
const down = '<w:vMerge w:val="restart"/>'
const on = '<w:vMerge/>'

function word(body: string): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(`<w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`),
  })
}

/** The rows of the document as the page draws them. */
function drawn(content: Content): string[] {
  const finding = {
    rule: 'unknown',
    severity: 'error',
    path: '稿.docx',
    span: { start: 0, end: 0 },
    place: { line: 1, column: 1, endLine: 1, endColumn: 1, label: '第1段' },
    excerpt: { text: '', start: 0, end: 0 },
    message: 'x',
    args: {},
    basis: null,
    related: [],
    fix: null,
    fingerprint: '0',
  } as Diagnostic
  const files = [{ path: '稿.docx', genre: null, counts: null, diagnostics: [finding], content }]
  const html = reviewHtml({ files, summary: summarise(files) }, { language: 'zh', color: false, width: 80, rules: {} })
  const text = /<article[\s\S]*<\/article>/.exec(html)![0]
  return [...text.matchAll(/<table><tr>(.*?)<\/tr><\/table>/g)].map(([, cells]) => cells!)
}

const tableOf = (...rows: string[]) => {
  const doc = createDoc(parser.parse(word(`${p('通知')}<w:tbl>${rows.join('')}</w:tbl>`)), '稿.docx')
  return drawn(contentOf(doc, undefined, {}, [])!)
}

it('keeps the paragraphs of a cell in it', () => {
  expect(
    tableOf(row(cell('乡'), cell('任务'), cell('时限')), row(cell('甲'), cell(p('一') + p('二')), cell('5月'))),
  ).toEqual(['<td>乡</td><td>任务</td><td>时限</td>', '<td>甲</td><td><p>一</p><p>二</p></td><td>5月</td>'])
})

it('draws cells that are merged, and empty ones, in their columns', () => {
  expect(
    tableOf(
      row(cell('甲'), cell('宽', wide(2))),
      row(cell('高', down), cell('一'), cell('二')),
      row(cell('', on), cell(''), cell('四')),
      row(cell(''), cell('', wide(2))),
      row(cell('末'), cell('五')),
    ),
  ).toEqual([
    '<td>甲</td><td colspan="2">宽</td>',
    '<td class="open">高</td><td>一</td><td>二</td>',
    '<td class="on"></td><td></td><td>四</td>',
    '<td>末</td><td>五</td><td></td>',
  ])
})

it('draws no columns that no cell begins with', () => {
  expect(
    tableOf(row(cell('甲', wide(3)), cell('乙', wide(2))), row(cell('丙', wide(3)), cell('丁'), cell('戊'))),
  ).toEqual(['<td>甲</td><td colspan="2">乙</td>', '<td>丙</td><td>丁</td><td>戊</td>'])
})

it('takes the columns from the places of the paragraphs where no rows are known', () => {
  const text = '通知\n甲\n乙\n丙'
  const blocks = ['1行第1列', '1行第3列', '2行第2列'].map((place, i) => ({
    kind: 'cell' as const,
    start: 3 + 2 * i,
    end: 4 + 2 * i,
    label: `表1第${place}`,
  }))
  expect(drawn({ title: '', text, blocks })).toEqual([
    '<td>甲</td><td></td><td>乙</td>',
    '<td></td><td>丙</td><td></td>',
  ])
})
