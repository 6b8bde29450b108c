import { describe, expect, it } from 'vitest'
import { UnreadableError } from '../core.ts'
import { compound } from '../dev/samples/compound.ts'
import { record, type XlsCell, xls, xlsStream } from '../dev/samples/xls.ts'
import { parser } from './xls.ts'

const parsed = (bytes: Uint8Array) => parser.parse(bytes)
const table = (bytes: Uint8Array, index = 0): string[][] => {
  const sheet = parsed(bytes).sheets![index]!
  return Array.from({ length: sheet.length }, (_, row) =>
    Array.from({ length: sheet.width(row) }, (_, column) => sheet.text(row, column)),
  )
}
const one = (...rows: readonly (readonly XlsCell[])[]) => [{ name: '台账', rows }]

describe('cells of a workbook of Excel 97', () => {
  it('show texts, numbers and truths', () => {
    expect(table(xls(one(['单位', '发文', 'abc'], ['县水利局', 12, 1.5], ['城关镇', undefined, true])))).toEqual([
      ['单位', '发文', 'abc'],
      ['县水利局', '12', '1.5'],
      ['城关镇', '', 'TRUE'],
    ])
  })

  it('show short numbers: whole, with a point, a hundredth', () => {
    // 7 and -7 as whole numbers, 1.25 by its upper half, 12.34 as a hundredth of 1234.
    const upper = Buffer.alloc(8)
    upper.writeDoubleBE(1.25)
    const packed = [(7 << 2) | 2, (-7 << 2) | 2, upper.readInt32BE(0), (1234 << 2) | 3].map((bits) => ({
      packed: bits,
    }))
    expect(table(xls(one(packed)))).toEqual([['7', '-7', '1.25', '12.34']])
  })

  it('show several short numbers of one record', () => {
    const content = Buffer.alloc(4 + 12 + 2)
    content.writeUInt16LE(0, 0)
    content.writeUInt16LE(1, 2)
    content.writeInt32LE((3 << 2) | 2, 6)
    content.writeInt32LE((4 << 2) | 2, 12)
    content.writeUInt16LE(2, 16)
    expect(table(xls([{ name: '一', rows: [['甲']], before: record(0xbd, content) }]))).toEqual([['甲', '3', '4']])
  })

  it('show what formulas came to when they were saved', () => {
    expect(table(xls(one([{ formula: 7 }, { formula: '合计' }, { formula: true }, { formula: '' }, 'x'])))).toEqual([
      ['7', '合计', 'TRUE', '', 'x'],
    ])
  })

  it('show days as they are formatted, and errors', () => {
    const formats = [0, 14, 'yyyy"年"m"月"d"日"', '0%', 'yyyy/m']
    const cells = [1, 2, 3, 4].map((format) => ({ value: format === 3 ? 0.85 : 46086, format }))
    expect(table(xls(one([...cells, { error: 7 }, { value: 46086, format: 0 }]), { formats }))).toEqual([
      ['2026-03-05', '2026-03-05', '85%', '2026-03', '#DIV/0!', '46086'],
    ])
    expect(table(xls(one([{ value: 46086 - 1462, format: 1 }]), { formats, since1904: true }))).toEqual([
      ['2026-03-05'],
    ])
  })

  it('have texts of their own, or such as go on in another record in the other width', () => {
    expect(table(xls(one([{ inCell: '直接写' }])))).toEqual([['直接写']])
    expect(table(xls(one(['头', 'abc关于防汛的通知']), { breakAfter: 3 }))).toEqual([['头', 'abc关于防汛的通知']])
  })

  it('are merged, and stand in rows that are hidden', () => {
    const bytes = xls([{ name: '台账', rows: [['标题'], ['甲', 1], ['乙', 2]], hidden: [1], merges: [[0, 0, 0, 1]] }])
    const { sheets, meta } = parsed(bytes)
    expect(sheets![0]!.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }])
    expect(sheets![0]!.line(1)).toBe(2)
    expect(meta.notices).toEqual([{ code: 'hidden-rows', args: { sheet: '台账', count: 1 } }])
  })
})

describe('sheets of a workbook of Excel 97', () => {
  it('are read where they are shown and hold cells', () => {
    const bytes = xls([
      { name: '一月', rows: [['甲']] },
      { name: '旧', rows: [['乙']], state: 1 },
      { name: '图', rows: [], type: 2 },
      { name: 'Feb', rows: [[2]] },
    ])
    expect(parsed(bytes).sheets!.map(({ name }) => name)).toEqual(['一月', 'Feb'])
    expect(table(bytes, 1)).toEqual([['2']])
    expect(parsed(bytes).meta.notices).toEqual([{ code: 'hidden-sheets', args: { names: '旧', count: 1 } }])
  })

  it('hold charts whose records are none of theirs', () => {
    const chart = Buffer.concat([
      record(0x809, Buffer.from([0, 6, 0x20, 0, ...Buffer.alloc(12)])),
      record(0x203, Buffer.from([9, 0, 9, 0, 0, 0]), Buffer.alloc(8)),
      record(0x0a),
    ])
    expect(table(xls([{ name: '一', rows: [['甲']], before: chart }]))).toEqual([['甲']])
  })
})

describe('what is no such workbook', () => {
  const why = (bytes: Uint8Array): string => {
    try {
      parsed(bytes)
    } catch (error) {
      if (error instanceof UnreadableError) return `${error.message}；${error.remedy}`
      throw error
    }
    return ''
  }
  it.each([
    ['a password', xls(one(['甲']), { password: true }), /打开密码.*取消密码/],
    ['Excel 95', xls(one(['甲']), { version: 0x500 }), /Excel 95.*\.xlsx/],
    ['Excel 95 by its stream', compound({ Book: Buffer.alloc(10) }), /Excel 95/],
    ['a Word file', compound({ WordDocument: Buffer.alloc(10) }), /文字稿.*\.doc/],
    ['slides', compound({ 'PowerPoint Document': Buffer.alloc(10) }), /演示文稿/],
    ['a web page', Buffer.from('<html><table><tr><td>甲</td></tr></table></html>'), /网页.*\.xlsx/],
    ['XML of Excel 2003', Buffer.from('<?xml version="1.0"?><Workbook/>'), /Excel 2003/],
    ['text', Buffer.from('单位\t发文\n'), /不是 Excel 文件/],
    ['nothing in it', compound({ Workbook: Buffer.alloc(10) }), /损坏/],
    ['another stream', compound({ 别的: Buffer.alloc(10) }), /没有表格/],
  ])('is told: %s', (_, bytes, reason) => expect(why(bytes)).toMatch(reason))

  it('ends where it is cut off, or is told to be damaged', () => {
    const stream = xlsStream(one(['单位', '发文'], ['县水利局', 1.5], ['城关镇', 2.5]))
    for (let length = 20; length < stream.length; length += 7) {
      const found = why(compound({ Workbook: stream.subarray(0, length) }))
      expect(found === '' || found.includes('损坏')).toBe(true)
    }
  })
})
