import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type Parsed, UnreadableError } from '../core.ts'
import { writeWorkbook } from '../writers/xlsx.ts'
import { parser as csvParser, parseCsv, tabbed } from './csv.ts'
import { shownBy } from './xlsx/styles.ts'
import { parser } from './xlsx.ts'

const table = ({ sheets }: Parsed, index = 0): string[][] => {
  const sheet = sheets![index]!
  return Array.from({ length: sheet.length }, (_, row) =>
    Array.from({ length: sheet.width(row) }, (_, column) => sheet.text(row, column)),
  )
}

describe('CSV', () => {
  it.each([
    [
      'commas',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'semicolons, CRLF, no line break at the end',
      'a;b\r\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'tabs',
      'a\tb,c\n1\t2\n',
      [
        ['a', 'b,c'],
        ['1', '2'],
      ],
    ],
    [
      'quotation marks',
      'a,b\n"x, ""y""",2\n',
      [
        ['a', 'b'],
        ['x, "y"', '2'],
      ],
    ],
    [
      'a line break in a cell',
      'a,b\n"x\ny",2\n',
      [
        ['a', 'b'],
        ['x\ny', '2'],
      ],
    ],
    [
      'empty lines and cells',
      'a,b\n\n,\n,2\n',
      [
        ['a', 'b'],
        ['', '2'],
      ],
    ],
    [
      'a mark that is never closed',
      'a,b\n"x,2\n3,4\n',
      [
        ['a', 'b'],
        ['"x', '2'],
        ['3', '4'],
      ],
    ],
  ])('%s', (_, text, expected) => expect(table(parseCsv(text))).toEqual(expected))

  it('of tabs where the name says so, whatever commas there are', async () => {
    const text = '会议\t时间\n甲,乙,丙\t1\n丁,戊,己\t2\n'
    expect(table(await tabbed.parse(Buffer.from(text)))).toEqual([
      ['会议', '时间'],
      ['甲,乙,丙', '1'],
      ['丁,戊,己', '2'],
    ])
    expect(table(await tabbed.parse(Buffer.from('甲,乙\n1,2\n')))).toEqual([
      ['甲', '乙'],
      ['1', '2'],
    ])
  })

  it('a text that a formula keeps from being a number', () =>
    expect(table(parseCsv('单位,编号\n="城关镇","=""007"""\n'))).toEqual([
      ['单位', '编号'],
      ['城关镇', '007'],
    ]))

  it('knows line and place of every cell', () => {
    const text = '甲,乙\n"一\n二",3\n,4\n'
    const [sheet] = parseCsv(text).sheets!
    expect([0, 1, 2].map((row) => sheet!.line(row))).toEqual([1, 2, 4])
    expect(sheet!.span(1, 0)).toEqual({ start: 5, end: 8 })
    for (let row = 0; row < 3; row++)
      for (let column = 0; column < 2; column++)
        expect(sheet!.at(sheet!.span(row, column).start)).toEqual({ row, column })
  })

  it.each([
    ['GB18030', Buffer.from([0xb5, 0xa5, 0xce, 0xbb, 0x2c, 0xc8, 0xba, 0xc3, 0xfb, 0xb3, 0xc6, 0x0d, 0x0a])],
    ['UTF-8 with a mark', Buffer.from('\ufeff单位,群名称\r\n')],
  ])('%s', async (_, bytes) => expect(table(await csvParser.parse(bytes))).toEqual([['单位', '群名称']]))
})

describe('shown as dates', () => {
  it.each([
    ['yyyy/m/d', 'day'],
    ['yyyy"年"m"月"d"日"', 'day'],
    ['yyyy"年"m"月"', 'month'],
    ['[$-804]yyyy"年"m"月"d"日";@', 'day'],
    ['yyyy-mm-dd hh:mm', 'time'],
    ['h:mm:ss', undefined],
    ['mm:ss', undefined],
    ['0.00', undefined],
    ['#,##0"d"', undefined],
    ['0%', 'percent'],
    ['General', undefined],
    ['[Red]0', undefined],
  ] as const)('%s', (code, shown) => expect(shownBy(code)).toBe(shown))
})

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** A workbook as programs write them; `sheets`: the source of each worksheet. */
function book(
  sheets: readonly string[],
  more: { pr?: string; strings?: string; styles?: string; states?: readonly string[] } = {},
): Uint8Array {
  const parts: Record<string, string> = {
    '_rels/.rels': `<Relationships xmlns="${RELS}"><Relationship Id="a" Type="${R}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${R}">${more.pr ?? ''}<sheets>${sheets.map((_, i) => `<sheet name="表${i + 1}" sheetId="${i + 1}" r:id="r${i}"${more.states?.[i] ? ` state="${more.states[i]}"` : ''}/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELS}">${sheets.map((_, i) => `<Relationship Id="r${i}" Type="${R}/worksheet" Target="worksheets/s${i}.xml"/>`).join('')}<Relationship Id="s" Type="${R}/sharedStrings" Target="strings.xml"/><Relationship Id="t" Type="${R}/styles" Target="styles.xml"/></Relationships>`,
    'xl/strings.xml': `<sst ${MAIN}>${more.strings ?? ''}</sst>`,
    'xl/styles.xml': `<styleSheet ${MAIN}>${more.styles ?? ''}</styleSheet>`,
  }
  sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/s${i}.xml`] = sheet
  })
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))
}
const worksheet = (data: string, rest = '') => `<worksheet ${MAIN}><sheetData>${data}</sheetData>${rest}</worksheet>`

describe('workbooks', () => {
  it('shared strings with runs and phonetic guides, inline strings, formulas by their values, booleans, errors', async () => {
    const parsed = await parser.parse(
      book(
        [
          worksheet(
            '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>丙&amp;</t></is></c></row>' +
              '<row r="3"><c r="A3"><f>1+1</f><v>2</v></c><c r="B3" t="str"><f>"x"</f><v>甲乙</v></c><c r="C3" t="b"><v>1</v></c><c r="E3" t="e"><v>#REF!</v></c></row>' +
              '<row r="4"><c r="A4"><f>1+1</f></c><c><v>0.30000000000000004</v></c><c t="str"><f>""</f><v></v></c><c><f>1+1</f><v></v></c></row>',
          ),
        ],
        {
          strings:
            '<si><t>单位</t></si><si><r><t>群名</t></r><r><t xml:space="preserve">称 </t></r><rPh sb="0" eb="1"><t>qun</t></rPh></si>',
        },
      ),
    )
    expect(table(parsed)).toEqual([
      ['单位', '群名称 ', '丙&'],
      ['2', '甲乙', 'TRUE', '', '#REF!'],
      ['=?', '0.3', '', '=?'],
    ])
    expect([0, 1, 2].map((row) => parsed.sheets![0]!.line(row))).toEqual([1, 3, 4])
    expect(parsed.meta.notices).toEqual([{ code: 'uncalculated', args: { sheet: '表1', count: 2 } }])
  })

  const dated = (pr: string) =>
    book(
      [
        worksheet(
          '<row r="1"><c r="A1" s="1"><v>44624</v></c><c r="B1" s="2"><v>44624</v></c><c r="C1" s="3"><v>44624.5</v></c><c r="D1"><v>44624</v></c><c r="E1" t="d"><v>2026-03-05T00:00:00</v></c></row>',
        ),
      ],
      {
        pr,
        styles:
          '<numFmts><numFmt numFmtId="200" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="200"/><xf numFmtId="22"/></cellXfs>',
      },
    )
  it('dates, in either calendar', async () => {
    expect(table(await parser.parse(dated('')))[0]).toEqual([
      '2022-03-04',
      '2022-03',
      '2022-03-04 12:00',
      '44624',
      '2026-03-05',
    ])
    const later = await parser.parse(dated('<workbookPr date1904="1"/>'))
    expect(table(later)[0]!.slice(0, 2)).toEqual(['2026-03-05', '2026-03'])
    expect(later.sheets![0]!.since1904).toBe(true)
  })

  it('merged cells speak for all that they cover; hidden rows are read and told, hidden sheets told only', async () => {
    const parsed = await parser.parse(
      book(
        [
          worksheet(
            '<row r="1"><c r="A1" t="inlineStr"><is><t>标题</t></is></c></row><row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>城关镇</t></is></c><c r="B2"><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row>',
            '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="A1:B1"/></mergeCells>',
          ),
          worksheet('<row><c><v>9</v></c></row>'),
        ],
        { states: ['', 'veryHidden'] },
      ),
    )
    expect(table(parsed)).toEqual([['标题'], ['城关镇', '1'], ['城关镇', '2']])
    expect(parsed.sheets).toHaveLength(1)
    expect(parsed.meta.notices.map(({ code }) => code)).toEqual(['hidden-rows', 'hidden-sheets'])
  })

  it('prefixes, comments, CDATA, and a tag on the border of two pieces', async () => {
    const rows = Array.from(
      { length: 4000 },
      (_, i) => `<x:row r="${i + 1}"><x:c r="A${i + 1}" t="inlineStr"><x:is><x:t>第${i}行</x:t></x:is></x:c></x:row>`,
    ).join('')
    const parsed = await parser.parse(
      book([
        `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><!-- <x:row> --><x:sheetData>${rows}<x:row><x:c t="inlineStr"><x:is><x:t><![CDATA[a<b]]></x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
      ]),
    )
    expect(parsed.sheets![0]!.length).toBe(4001)
    expect(table(parsed).slice(-2)).toEqual([['第3999行'], ['a<b']])
  })

  it.each([
    ['no zip', Buffer.from('PKno')],
    ['no workbook', zipSync({ 'xl/other.xml': strToU8('<a/>') })],
    ['a sheet that is cut off', book([worksheet('<row r="1"><c r="A1"><v>1</v></c></row>').slice(0, -30)])],
    ['a document type', book([`<!DOCTYPE a [<!ENTITY b "c">]>${worksheet('')}`])],
  ])('refuses %s', async (_, bytes) => {
    await expect(parser.parse(bytes)).rejects.toThrow(UnreadableError)
  })

  it('a cell at the end of the grid in every row is refused before it takes the memory', async () => {
    const rows = Array.from({ length: 400 }, (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`).join(
      '',
    )
    await expect(parser.parse(book([worksheet(rows)]))).rejects.toThrow(/单元格超过/)
  })
})

describe('written workbooks', () => {
  it('hold what was written, and no formula', async () => {
    const bytes = writeWorkbook([
      {
        name: '汇总[1]',
        rows: [
          [{ value: '单位', style: 'header' }, '数', '日期', '比'],
          ['=1+1', 3, { date: '2026-03-05' }, { value: 0.5, format: 'percent' }],
          ['@甲', '+1', null, '-1 & <"\u0001'],
        ],
        frozen: { rows: 1 },
        choices: [{ column: 1, from: 1, to: 9, values: ['是', '否'] }],
      },
      { name: '汇总 1', rows: [['x']] },
    ])
    const parsed = await parser.parse(bytes)
    expect(parsed.sheets!.map(({ name }) => name)).toEqual(['汇总 1', '汇总 1 2'])
    expect(table(parsed)).toEqual([
      ['单位', '数', '日期', '比'],
      ['=1+1', '3', '2026-03-05', '50%'],
      ['@甲', '+1', '', '-1 & <"'],
    ])
    expect(
      Buffer.from(writeWorkbook([{ name: 'a', rows: [['=1']] }])).equals(
        Buffer.from(writeWorkbook([{ name: 'a', rows: [['=1']] }])),
      ),
    ).toBe(true)
  })
  it('refuse what no sheet can hold', () => {
    expect(() => writeWorkbook([{ name: 'a', rows: [[Number.NaN]] }])).toThrow(TypeError)
    expect(() => writeWorkbook([{ name: 'a', rows: [[{ date: '2026-02-30' }]] }])).toThrow(TypeError)
  })
})
