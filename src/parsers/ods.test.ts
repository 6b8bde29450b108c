import { describe, expect, it } from 'vitest'
import { NOT_CALCULATED, UnreadableError } from '../core.ts'
import { fods, type OdsSheet, ods, odsCell, odsRow } from '../dev/samples/ods.ts'
import { parser } from './ods.ts'
import { formatOf } from './sniff.ts'

const parsed = (bytes: Uint8Array) => parser.parse(bytes)
const table = (bytes: Uint8Array, index = 0): string[][] => {
  const sheet = parsed(bytes).sheets![index]!
  return Array.from({ length: sheet.length }, (_, row) =>
    Array.from({ length: sheet.width(row) }, (_, column) => sheet.text(row, column)),
  )
}
const one = (...rows: readonly string[]): OdsSheet[] => [{ name: '台账', rows: rows.join('') }]
const typed = (type: string, value: string, words: string) =>
  odsCell(words, `office:value-type="${type}" office:${/date|boolean/.test(type) ? `${type}-` : ''}value="${value}"`)

describe('cells of an OpenDocument spreadsheet', () => {
  it('show texts as they are, and numbers as they were saved', () => {
    const cells = [
      '县水利局',
      typed('float', '1200', '1,200.00'),
      typed('percentage', '0.65', '65%'),
      typed('boolean', 'true', '真'),
    ]
    expect(table(ods(one(odsRow(cells))))).toEqual([['县水利局', '1200', '65%', 'TRUE']])
  })

  it('show days, months and times as far as their reader sees them', () => {
    const cells = [
      typed('date', '2026-01-05', '26年1月5日'),
      typed('date', '2026-01-01', '2026年1月'),
      typed('date', '2026-01-05T14:30:00', '1月5日 14:30'),
      typed('date', '2026-01-05T14:30:00', '1月5日'),
    ]
    expect(table(ods(one(odsRow(cells))))).toEqual([['2026-01-05', '2026-01', '2026-01-05 14:30', '2026-01-05']])
  })

  it('stand where repeated ones leave them; empty rows to the end of the sheet are none', () => {
    const rows = [
      odsRow([
        '单位',
        '<table:table-cell table:number-columns-repeated="2"/>',
        odsCell('0', 'table:number-columns-repeated="2"'),
      ]),
      odsRow([''], 'table:number-rows-repeated="2"'),
      odsRow(['合计'], 'table:number-rows-repeated="2"'),
      odsRow(['<table:table-cell table:number-columns-repeated="16384"/>'], 'table:number-rows-repeated="1048570"'),
    ]
    const bytes = ods(one(...rows))
    expect(table(bytes)).toEqual([['单位', '', '', '0', '0'], ['合计'], ['合计']])
    const sheet = parsed(bytes).sheets![0]!
    expect([0, 1, 2].map((row) => sheet.line(row))).toEqual([1, 4, 5])
  })

  it('that are filled down to the end of the sheet are read so far', () => {
    const filled = odsRow(['0'], 'table:number-rows-repeated="1048575"')
    expect(parsed(ods(one(odsRow(['发文']), filled))).sheets![0]!.length).toBe(10_001)
  })

  it('may be merged', () => {
    const wide = odsCell('上半年', 'table:number-columns-spanned="2" table:number-rows-spanned="1"')
    const rows = [odsRow(['单位', wide, '<table:covered-table-cell/>', '备注']), odsRow(['甲', '1', '2', '无'])]
    const bytes = ods(one(...rows))
    // What is merged holds its words everywhere.
    expect(table(bytes)).toEqual([
      ['单位', '上半年', '上半年', '备注'],
      ['甲', '1', '2', '无'],
    ])
  })

  it('hold paragraphs, spaces and links in one line, and no comments or drawings', () => {
    const cell =
      '<table:table-cell office:value-type="string"><office:annotation><text:p>批注</text:p></office:annotation><text:p>甲<text:s/>乙<text:a>丙</text:a></text:p> <text:p>丁</text:p><draw:frame><text:p>图</text:p></draw:frame></table:table-cell>'
    expect(table(ods(one(odsRow([cell]))))).toEqual([['甲 乙丙 丁']])
  })

  it('whose formula nobody calculated are told', () => {
    const rows = odsRow(['合计', '<table:table-cell table:formula="of:=SUM([.A1])"/>', typed('float', '3', '3')])
    expect(table(ods(one(rows)))).toEqual([['合计', NOT_CALCULATED, '3']])
    expect(parsed(ods(one(rows))).meta.notices).toEqual([{ code: 'uncalculated', args: { sheet: '台账', count: 1 } }])
  })

  it('are read in groups and in rows that are hidden, which is told', () => {
    const rows = `<table:table-header-rows>${odsRow(['单位'])}</table:table-header-rows><table:table-row-group>${odsRow(['甲'], 'table:visibility="filter"')}</table:table-row-group>`
    expect(table(ods(one(rows)))).toEqual([['单位'], ['甲']])
    expect(parsed(ods(one(rows))).meta.notices).toEqual([{ code: 'hidden-rows', args: { sheet: '台账', count: 1 } }])
  })

  it('of hidden sheets are not read, which is told', () => {
    const sheets = [...one(odsRow(['甲'])), { name: '旧', rows: odsRow(['乙']), hidden: true }]
    expect(parsed(ods(sheets)).text).toBe('甲\n')
    expect(parsed(ods(sheets)).meta.notices).toEqual([{ code: 'hidden-sheets', args: { names: '旧', count: 1 } }])
  })

  it('may stand in one flat file', () => {
    const bytes = fods(one(odsRow(['单位', '发文'])))
    expect(table(bytes)).toEqual([['单位', '发文']])
    expect([formatOf(bytes, '台账.fods'), formatOf(bytes, '台账'), formatOf(ods(one()), '台账')]).toEqual([
      'ods',
      'ods',
      'ods',
    ])
  })
})

describe('a spreadsheet that cannot be read', () => {
  const encrypted =
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
  it.each([
    ['with a password', ods(one(), { 'META-INF/manifest.xml': encrypted }), '打开密码'],
    ['without content', ods([], { 'content.xml': '' }), 'ODS 表格'],
    ['without sheets', ods([]), '没有工作表'],
    ['of another kind', ods(one(), { mimetype: 'application/vnd.oasis.opendocument.presentation' }), 'ODP'],
    ['with entities', ods([], { 'content.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }), 'ODS 表格'],
    ['cut off', ods(one(odsRow(['甲']))).subarray(0, 300), 'ODS 表格'],
  ])('%s is refused', (_, bytes, reason) => {
    let error: unknown
    try {
      parsed(bytes)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(UnreadableError)
    expect((error as Error).message).toContain(reason)
  })
})
