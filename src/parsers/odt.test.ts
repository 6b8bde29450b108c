import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { UnreadableError } from '../core.ts'
import { parser } from './odt.ts'

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns:'
const declarations = [
  ...['office', 'text', 'table', 'style', 'manifest'].map((name) => `xmlns:${name}="${OASIS}${name}:1.0"`),
  `xmlns:draw="${OASIS}drawing:1.0"`,
  `xmlns:fo="${OASIS}xsl-fo-compatible:1.0"`,
  'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
].join(' ')

interface Parts {
  readonly automatic?: string
  readonly styles?: string
  readonly master?: string
  readonly files?: Readonly<Record<string, string>>
}

function odt(body: string, { automatic = '', styles = '', master = '', files = {} }: Parts = {}): Uint8Array {
  const content: Record<string, string> = {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${declarations}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${declarations}><office:styles>${styles}</office:styles><office:master-styles>${master}</office:master-styles></office:document-styles>`,
    ...files,
  }
  return zipSync(Object.fromEntries(Object.entries(content).map(([name, data]) => [name, strToU8(data)])))
}

const p = (content: string, style = '') => `<text:p${style && ` text:style-name="${style}"`}>${content}</text:p>`
const h = (content: string, level: number, more = '') =>
  `<text:h text:outline-level="${level}"${more}>${content}</text:h>`
const list = (items: readonly string[], more = '') =>
  `<text:list${more}>${items.map((item) => (item.startsWith('<text:list-') ? item : `<text:list-item>${item}</text:list-item>`)).join('')}</text:list>`
const level = (n: number, attributes: string, follow = 'nothing') =>
  `<text:list-level-style-number text:level="${n}" ${attributes}><style:list-level-properties><style:list-level-label-alignment text:label-followed-by="${follow}"/></style:list-level-properties></text:list-level-style-number>`
const lines = (bytes: Uint8Array) => {
  const { text, blocks } = parser.parse(bytes)
  return blocks.map(
    ({ kind, level: deep, label, start, end }) => `${label} ${kind}${deep ?? ''} ${text.slice(start, end)}`,
  )
}
const texts = (body: string, parts?: Parts) => {
  const { text, blocks } = parser.parse(odt(body, parts))
  return blocks.map(({ start, end }) => text.slice(start, end))
}

describe('paragraphs', () => {
  test('of a table of contents are counted and not read, but for its title', () => {
    const contents = `<text:table-of-content><text:table-of-content-source/><text:index-body><text:index-title>${p('目录')}</text:index-title>${p('一、总则<text:tab/>1')}${p('二、附则<text:tab/>2')}</text:index-body></text:table-of-content>`
    expect(lines(odt(contents + h('一、总则', 1)))).toEqual(['第1段 paragraph 目录', '第4段 heading1 一、总则'])
  })

  test('are lines, headings have their level', () => {
    expect(lines(odt(h('通知', 1) + p('') + p('各乡镇：') + h('细目', 9)))).toEqual([
      '第1段 heading1 通知',
      '第2段 paragraph 各乡镇：',
      '第3段 heading6 细目',
    ])
  })

  test('white space is one blank, none at the start; blanks, tabs and line breaks are elements', () => {
    expect(
      texts(p(' \n 甲  乙<text:span> 丙 </text:span> 丁<text:s text:c="3"/>戊<text:tab/>己<text:line-break/>庚')),
    ).toEqual(['甲 乙 丙 丁   戊\t己\n庚'])
  })

  test('hidden text, ruby, notes and fields', () => {
    const hidden =
      '<style:style style:name="T0" style:family="text"><style:text-properties text:display="none"/></style:style><style:style style:name="T1" style:parent-style-name="T0" style:family="text"/><style:style style:name="P1" style:family="paragraph"><style:text-properties text:display="none"/></style:style>'
    const body =
      p('甲<text:span text:style-name="T1">暗<text:span>处</text:span></text:span>乙') +
      p('全段', 'P1') +
      p('<text:ruby><text:ruby-base>字</text:ruby-base><text:ruby-text>zì</text:ruby-text></text:ruby>') +
      p('第<text:page-number>2</text:page-number>页')
    expect(texts(body, { automatic: hidden })).toEqual(['甲乙', '字', '第2页'])
  })

  test('what is shown in hidden text, and in a hidden paragraph', () => {
    const style = (name: string, family: string, display: string) =>
      `<style:style style:name="${name}" style:family="${family}"><style:text-properties text:display="${display}"/></style:style>`
    const automatic = style('暗', 'text', 'none') + style('明', 'text', 'true') + style('段', 'paragraph', 'none')
    const span = (name: string, content: string) => `<text:span text:style-name="${name}">${content}</text:span>`
    const body = p(`甲${span('暗', `乙${span('明', '丙')}丁`)}戊`) + p('己', '段') + p(`庚${span('明', '辛')}`, '段')
    expect(texts(body, { automatic })).toEqual(['甲丙戊', '辛'])
  })

  test('a hidden section is passed over', () => {
    expect(
      texts(`<text:section text:display="none">${p('暗')}</text:section><text:section>${p('明')}</text:section>`),
    ).toEqual(['明'])
  })

  test('deleted text is passed over, changes are counted', () => {
    const changes = `<text:tracked-changes><text:changed-region><text:deletion>${p('删')}</text:deletion></text:changed-region><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>`
    const { text, meta } = parser.parse(odt(changes + p('留<text:change/>下')))
    expect(text).toBe('留下')
    expect(meta.notices).toEqual([{ code: 'tracked-changes', args: { count: 2 } }])
  })
})

describe('lists', () => {
  const styles = `<text:list-style style:name="L">${level(1, 'style:num-format="一, 二, 三, ..." style:num-suffix="、"')}${level(2, 'style:num-format="一, 二, 三, ..." loext:num-list-format="（%2%）" style:num-prefix="x"')}${level(3, 'style:num-format="1" text:display-levels="2" style:num-suffix="." text:start-value="5"', 'space')}<text:list-level-style-bullet text:level="4" text:bullet-char="\uf06c"><style:text-properties style:font-name="Wingdings"/></text:list-level-style-bullet></text:list-style>`
  const L = ' text:style-name="L"'

  test('show the number of each first paragraph', () => {
    const body = list(
      [
        p('总体要求') + p('不编号的第二段') + list([p('目标'), p('原则') + list([p('细目'), list([p('圆点')])])]),
        `<text:list-header>${p('小题')}</text:list-header>`,
        h('任务', 2),
      ],
      L,
    )
    expect(lines(odt(body, { styles }))).toEqual([
      '第1段 item 一、总体要求',
      '第2段 paragraph 不编号的第二段',
      '第3段 item （一）目标',
      '第4段 item （二）原则',
      '第5段 item 二.5. 细目',
      '第6段 item ●\t圆点',
      '第7段 paragraph 小题',
      '第8段 heading2 二、任务',
    ])
  })

  test('start anew, go on, or begin where the item says', () => {
    const body =
      list([p('甲')], `${L} xml:id="a"`) +
      list([p('乙')], L) +
      list([p('丙')], `${L} text:continue-list="a"`) +
      list([p('丁')], `${L} text:continue-numbering="true"`) +
      list([`<text:list-item text:start-value="9">${p('戊')}</text:list-item>`], L)
    expect(texts(body, { styles })).toEqual(['一、甲', '一、乙', '二、丙', '三、丁', '九、戊'])
  })

  test('headings count by the outline, unless their style is kept out of it', () => {
    const outline = `<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1" style:num-prefix="第" style:num-suffix="章"><style:list-level-properties><style:list-level-label-alignment text:label-followed-by="space"/></style:list-level-properties></text:outline-level-style><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style><style:style style:name="Out" style:family="paragraph" style:list-style-name=""/>`
    const body = h('总则', 1) + h('目的', 2) + h('附', 1, ' text:style-name="Out"') + h('分则', 1)
    expect(texts(body, { styles: outline })).toEqual(['第1章 总则', '目的', '附', '第2章 分则'])
  })
})

describe('tables', () => {
  const cell = (content: string, more = '') => `<table:table-cell${more}>${content}</table:table-cell>`
  const row = (...cells: readonly string[]) => `<table:table-row>${cells.join('')}</table:table-row>`
  const covered = '<table:covered-table-cell/>'

  test('give rows and cells, merged ones in their columns', () => {
    const body = `<table:table><table:table-header-rows>${row(cell(p('单位')), cell(p('任务')), cell(p('时限')))}</table:table-header-rows>${row(cell(p('宽'), ' table:number-columns-spanned="2"'), covered, cell(p('长'), ' table:number-rows-spanned="2"'))}${row(cell(p('甲')), cell(p('乙') + p('丙')), covered)}</table:table>${p('表后')}`
    const { text, rows } = parser.parse(odt(body))
    expect(rows.map(({ cells }) => cells.map(({ start, end }) => text.slice(start, end)))).toEqual([
      ['单位', '任务', '时限'],
      ['宽', '', '长'],
      ['甲', '乙\n丙', ''],
    ])
    expect(lines(odt(body)).slice(3, 5)).toEqual(['表1第2行第1列 cell 宽', '表1第2行第3列 cell 长'])
  })

  test('nest, and stand in shapes', () => {
    const inner = `<table:table>${row(cell(p('内')))}</table:table>`
    const shape = `<draw:custom-shape>${p('形')}<loext:table><loext:table-row><loext:table-cell>${p('框')}</loext:table-cell></loext:table-row></loext:table></draw:custom-shape>`
    expect(lines(odt(`<table:table>${row(cell(p('外') + inner))}</table:table>${p(`锚${shape}`)}`))).toEqual([
      '表1第1行第1列 cell 外',
      '表2第1行第1列 cell 内',
      '第1段 paragraph 锚',
      '文本框1第1段 paragraph 形',
      '表3第1行第1列 cell 框',
    ])
  })
})

test('text boxes follow the paragraph that they are anchored in', () => {
  const box = (content: string) => `<draw:frame><draw:text-box>${content}</draw:text-box></draw:frame>`
  expect(lines(odt(box(p('页上')) + p(`前${box(p('框') + p('二'))}后`) + p('末')))).toEqual([
    '文本框1第1段 paragraph 页上',
    '第1段 paragraph 前后',
    '文本框2第1段 paragraph 框',
    '文本框2第2段 paragraph 二',
    '第2段 paragraph 末',
  ])
})

test('headers, footers, notes and comments are kept apart', () => {
  const note = (kind: string, text: string) =>
    `<text:note text:note-class="${kind}"><text:note-citation>1</text:note-citation><text:note-body>${p(text)}</text:note-body></text:note>`
  const bytes = odt(
    p(`甲${note('footnote', '脚')}乙${note('endnote', '尾')}<office:annotation>${p('批')}</office:annotation>`),
    {
      master: `<style:master-page><style:header>${p('眉')}</style:header><style:footer-left>${p('脚页')}</style:footer-left></style:master-page>`,
    },
  )
  const { text, meta } = parser.parse(bytes)
  expect(text).toBe('甲乙')
  expect(meta.asides).toEqual([
    { kind: 'header', text: '眉' },
    { kind: 'footer', text: '脚页' },
    { kind: 'footnote', text: '脚' },
    { kind: 'endnote', text: '尾' },
    { kind: 'comment', text: '批' },
  ])
})

test('a flat file is one part', () => {
  const flat = `<?xml version="1.0"?><office:document ${declarations}><office:automatic-styles/><office:master-styles><style:master-page><style:footer>${p('脚')}</style:footer></style:master-page></office:master-styles><office:body><office:text>${p('正文')}</office:text></office:body></office:document>`
  const { text, meta } = parser.parse(strToU8(flat))
  expect(text).toBe('正文')
  expect(meta.asides).toEqual([{ kind: 'footer', text: '脚' }])
})

describe('refusals', () => {
  test.each<[string, () => Uint8Array, RegExp]>([
    ['a spreadsheet', () => odt('', { files: { mimetype: 'application/vnd.oasis.opendocument.spreadsheet' } }), /ODS/],
    [
      'a password',
      () =>
        odt('', {
          files: {
            'META-INF/manifest.xml': `<manifest:manifest ${declarations}><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`,
          },
        }),
      /打开密码/,
    ],
    ['no content', () => zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }), /content\.xml/],
    [
      'no text in it',
      () => odt('', { files: { 'content.xml': `<office:document-content ${declarations}/>` } }),
      /不是文字/,
    ],
    ['entities', () => odt('', { files: { 'content.xml': '<!DOCTYPE x [<!ENTITY a "b">]><a>&a;</a>' } }), /DOCTYPE/],
    ['a bomb', () => zipSync({ 'content.xml': new Uint8Array(40_000_000) }), /压缩比|超过/],
    [
      'boxes in boxes',
      () => odt('<text:p><draw:text-box>'.repeat(300) + '</draw:text-box></text:p>'.repeat(300)),
      /嵌套过深/,
    ],
    [
      'tables in tables',
      () =>
        odt(
          '<table:table><table:table-row><table:table-cell>'.repeat(300) +
            '</table:table-cell></table:table-row></table:table>'.repeat(300),
        ),
      /嵌套过深/,
    ],
    ['a flat file cut off', () => strToU8(`<office:document ${declarations}><office:body>`), /不完整/],
  ])('%s', (_, bytes, expected) => {
    const made = bytes()
    expect(() => parser.parse(made)).toThrow(UnreadableError)
    expect(() => parser.parse(made)).toThrow(expected)
  })

  test.each([
    [
      'cells',
      `<table:table><table:table-row>${'<table:table-cell table:number-columns-repeated="9999"/>'.repeat(12_000)}</table:table-row></table:table>`,
    ],
    ['blanks', p('<text:s text:c="99999999"/>'.repeat(5000))],
  ])('many repeated %s', (_, body) => {
    expect(() => parser.parse(odt(body))).toThrow(/超过/)
  })
})
