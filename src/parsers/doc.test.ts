import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { UnreadableError } from '../core.ts'
import { compound } from '../dev/samples/compound.ts'
import { type DocParagraph, doc, docStreams } from '../dev/samples/doc.ts'
import { parser } from './doc.ts'
import { parser as docx } from './docx.ts'

const lines = (bytes: Uint8Array) => {
  const { text, blocks } = parser.parse(bytes)
  return blocks.map(({ kind, level, label, start, end }) => `${label} ${kind}${level ?? ''} ${text.slice(start, end)}`)
}
const texts = (bytes: Uint8Array) => {
  const { text, blocks } = parser.parse(bytes)
  return blocks.map(({ start, end }) => text.slice(start, end))
}
const p = (runs: DocParagraph['runs'], more: Omit<DocParagraph, 'runs'> = {}): DocParagraph => ({ runs, ...more })

describe('paragraphs', () => {
  test('are lines; those with text are blocks, counted', () => {
    expect(lines(doc([p('关于防汛的通知'), p(''), p('各乡镇：')]))).toEqual([
      '第1段 paragraph 关于防汛的通知',
      '第2段 paragraph 各乡镇：',
    ])
  })

  test('are many: formats lie on many pages', () => {
    const many = Array.from({ length: 500 }, (_, i) => p(`第${i}句。`, i % 7 === 0 ? { style: 1 } : {}))
    const found = lines(doc(many))
    expect(found).toHaveLength(500)
    expect(found[7]).toBe('第8段 heading1 第7句。')
    expect(found[499]).toBe('第500段 paragraph 第499句。')
  })

  test('in one byte a character', () => {
    expect(texts(doc([p('caf\u00e9 100%')], { narrow: true }))).toEqual(['café 100%'])
  })

  test('in small sectors and in large ones', () => {
    const streams = docStreams([p('正文')])
    expect(texts(compound(streams))).toEqual(['正文'])
    const large = { ...streams, '1Table': Buffer.concat([streams['1Table']!, Buffer.alloc(5000)]) }
    expect(texts(compound(large))).toEqual(['正文'])
  })

  test('show line breaks, tabs, hyphens and signs', () => {
    const bytes = doc([p([{ text: '甲\v乙\t丙\x1e丁\x1f戊\x02' }, { text: '(', symbol: 0xf0fe }, { text: '(完)' }])], {
      font: 'Wingdings',
    })
    expect(texts(bytes)).toEqual(['甲\n乙\t丙-丁戊☑(完)'])
  })

  test('of a table of contents are counted and not read', () => {
    const entry = (text: string) => p(text, { style: 4 })
    const bytes = doc([
      p('目录'),
      entry('\x13 TOC \\o "1-3" \x14\x13 HYPERLINK "#a" \x14一、总则\t\x13 PAGEREF a \x141\x15\x15'),
      entry('二、附则\t2'),
      p('\x15'),
      p('一、总则'),
      entry('以目录样式写的正文。'),
    ])
    expect(lines(bytes)).toEqual([
      '第1段 paragraph 目录',
      '第4段 paragraph 一、总则',
      '第5段 paragraph 以目录样式写的正文。',
    ])
  })

  test('headings have their level from the style or from themselves', () => {
    expect(
      lines(doc([p('总则', { style: 2 }), p('目标', { outline: 0 }), p('正文', { style: 1, outline: 9 })])),
    ).toEqual(['第1段 heading2 总则', '第2段 heading1 目标', '第3段 paragraph 正文'])
  })
})

describe('what is not seen', () => {
  test('a paragraph whose style hides text shows what says otherwise', () => {
    const hidden = (runs: DocParagraph['runs']) => p(runs, { style: 5 })
    expect(
      lines(doc([p('甲'), hidden('暗'), p('乙'), hidden([{ text: '暗' }, { text: '明', hidden: false }]), p('丙')])),
    ).toEqual(['第1段 paragraph 甲', '第2段 paragraph 乙', '第3段 paragraph 明丙'])
  })

  test('deleted and hidden text is left out, changes are counted', () => {
    const bytes = doc([
      p([
        { text: '保留' },
        { text: '删去', deleted: true },
        { text: '新增', inserted: true },
        { text: '暗', hidden: true },
      ]),
    ])
    expect(texts(bytes)).toEqual(['保留新增'])
    expect(parser.parse(bytes).meta.notices).toEqual([{ code: 'tracked-changes', args: { count: 2 } }])
  })

  test('a paragraph whose mark is deleted goes on in the next', () => {
    expect(texts(doc([p('前半', { deleted: true }), p('后半')]))).toEqual(['前半后半'])
  })

  test('fields show their result', () => {
    expect(texts(doc([p('见\x13 HYPERLINK "x" \x14第二章\x15。\x13 EQ \\o\\ac(○,3) \x15')]))).toEqual(['见第二章。③'])
  })

  test('a field that never ends hides nothing', () => {
    expect(texts(doc([p('前\x13 REF x 后'), p('末')]))).toEqual(['前 REF x 后', '末'])
  })
})

describe('numbering', () => {
  const lists = [
    [
      { format: 39, text: '\0、' },
      { format: 39, text: '（\x01）' },
      { format: 0, text: '\0.\x02 ', follow: 2 },
    ],
    [{ format: 23, text: '\uf06c', follow: 1 }],
  ]

  test('is shown in front of the paragraph, by level', () => {
    const bytes = doc(
      [
        p('总体要求', { list: 1, level: 0 }),
        p('目标', { list: 1, level: 1 }),
        p('原则', { list: 1, level: 1 }),
        p('细则', { list: 1, level: 2 }),
        p('正文'),
        p('任务', { list: 1, level: 0, style: 1 }),
        p('一项', { list: 1, level: 1 }),
        p('圆点', { list: 2, level: 0 }),
      ],
      { lists, font: 'Wingdings' },
    )
    expect(lines(bytes)).toEqual([
      '第1段 item 一、总体要求',
      '第2段 item （一）目标',
      '第3段 item （二）原则',
      '第4段 item 一.1 细则',
      '第5段 paragraph 正文',
      '第6段 heading1 二、任务',
      '第7段 item （一）一项',
      '第8段 item ● 圆点',
    ])
  })

  test('starts anew where an override says so, and is taken away by none', () => {
    const bytes = doc(
      [
        p('甲', { list: 1, level: 0 }),
        p('乙', { list: 1, level: 0 }),
        p('丙', { list: 2, level: 0 }),
        p('丁', { list: 0 }),
      ],
      { lists, overrides: [{ list: 0 }, { list: 0, start: 1 }] },
    )
    expect(texts(bytes)).toEqual(['一、甲', '二、乙', '一、丙', '丁'])
  })
})

describe('tables', () => {
  const cell = (text: string, depth = 1) =>
    depth === 1 ? p(text, { depth, mark: '\x07' }) : p(text, { depth, endsCell: true })
  const end = (edges: readonly number[], depth = 1) =>
    depth === 1 ? p('', { depth, endsRow: true, mark: '\x07', edges }) : p('', { depth, endsRow: true, edges })

  test('give rows and cells; the grid tells which columns a cell covers', () => {
    const bytes = doc([
      p('表前'),
      cell('单位'),
      cell('任务'),
      cell('时限'),
      end([0, 2000, 4000, 6000]),
      cell('合并'),
      p('两段', { depth: 1 }),
      cell('之二'),
      end([0, 4000, 6000]),
      p('表后'),
    ])
    const { text, rows } = parser.parse(bytes)
    expect(lines(bytes)).toEqual([
      '第1段 paragraph 表前',
      '表1第1行第1列 cell 单位',
      '表1第1行第2列 cell 任务',
      '表1第1行第3列 cell 时限',
      '表1第2行第1列 cell 合并',
      '表1第2行第3列 cell 两段',
      '表1第2行第3列 cell 之二',
      '第2段 paragraph 表后',
    ])
    expect(rows.map(({ cells }) => cells.map(({ start, end: to }) => text.slice(start, to)))).toEqual([
      ['单位', '任务', '时限'],
      ['合并', '', '两段\n之二'],
    ])
  })

  test('nest', () => {
    const bytes = doc([
      cell('外一'),
      p('前', { depth: 1 }),
      cell('内一', 2),
      cell('内二', 2),
      end([0, 500, 900], 2),
      cell('后'),
      end([0, 1000, 2000]),
    ])
    expect(lines(bytes)).toEqual([
      '表1第1行第1列 cell 外一',
      '表1第1行第2列 cell 前',
      '表2第1行第1列 cell 内一',
      '表2第1行第2列 cell 内二',
      '表1第1行第2列 cell 后',
    ])
  })
})

describe('beside the body', () => {
  test('text boxes follow the paragraph that they are anchored in', () => {
    const bytes = doc([p('前\x08后'), p('末段')], { boxes: [{ anchor: 1, text: '红头' }] })
    expect(lines(bytes)).toEqual(['第1段 paragraph 前后', '文本框1第1段 paragraph 红头', '第2段 paragraph 末段'])
  })

  test('headers, footers, notes and comments are kept apart', () => {
    const bytes = doc([p('正文\x02')], {
      footnotes: ['脚注'],
      headers: ['页眉', '', '页脚'],
      comments: ['批注'],
    })
    expect(parser.parse(bytes).text).toBe('正文')
    expect(parser.parse(bytes).meta.asides).toEqual([
      { kind: 'header', text: '页眉' },
      { kind: 'footer', text: '页脚' },
      { kind: 'footnote', text: '脚注' },
      { kind: 'comment', text: '批注' },
    ])
  })
})

describe('refusals', () => {
  const refusal = (bytes: Uint8Array) => {
    try {
      parser.parse(bytes)
    } catch (error) {
      if (error instanceof UnreadableError) return `${error.message}｜${error.remedy}`
      throw error
    }
    return ''
  }

  test.each<[string, () => Uint8Array, RegExp]>([
    ['Word 95', () => doc([p('旧')], { magic: 0xa5dc, version: 0x68 }), /Word 95 或更早.*另存为 \.docx/],
    ['a password', () => doc([p('密')], { flags: 0x100 }), /打开密码.*取消密码/],
    ['a packed file with a password', () => compound({ EncryptedPackage: Buffer.alloc(5000) }), /打开密码/],
    ['a workbook', () => compound({ Workbook: Buffer.alloc(5000) }), /Excel 表格.*\.xlsx/],
    ['slides', () => compound({ 'PowerPoint Document': Buffer.alloc(10) }), /演示文稿/],
    ['Works', () => compound({ CONTENTS: Buffer.alloc(10), MatOST: Buffer.alloc(10) }), /Works/],
    ['nothing known', () => compound({ 别的: Buffer.alloc(10) }), /没有正文/],
    ['no table of formats', () => compound({ WordDocument: docStreams([p('文')]).WordDocument! }), /1Table/],
    ['a web page', () => Buffer.from('<html><body>通知</body></html>'), /网页（HTML）.*另存为/],
    ['a web page in one file', () => Buffer.from('MIME-Version: 1.0\r\n'), /MHT/],
    [
      'Word 2003 XML',
      () => Buffer.from('<?xml version="1.0"?><?mso-application progid="Word.Document"?>'),
      /Word 2003/,
    ],
    ['something else', () => Buffer.from('通知'), /开头不是 Word/],
    ['a file cut off', () => doc([p('文'.repeat(5000))]).subarray(0, 6000), /损坏|没有下载/],
    ['a header without the rest', () => doc([p('文')]).subarray(0, 300), /损坏|没有下载/],
  ])('%s', (_, bytes, expected) => {
    expect(refusal(bytes())).toMatch(expected)
  })

  describe('circles', () => {
    const SECTOR = 512
    const long = () => doc([p('文'.repeat(20_000))])
    const tableAt = (bytes: Buffer) => (bytes.readUInt32LE(76) + 1) * SECTOR

    test('of sectors', () => {
      const bytes = long()
      // The second sector of the text leads back to the first.
      bytes.writeUInt32LE(0, tableAt(bytes) + 4)
      expect(refusal(bytes)).toMatch(/成环/)
    })

    test('of the directory', () => {
      const bytes = long()
      const directory = bytes.readUInt32LE(48)
      bytes.writeUInt32LE(directory, tableAt(bytes) + directory * 4)
      expect(refusal(bytes)).toMatch(/成环/)
    })

    test('of entries in the directory', () => {
      const bytes = long()
      const directory = (bytes.readUInt32LE(48) + 1) * SECTOR
      bytes.writeUInt32LE(1, directory + 2 * 128 + 72)
      expect(refusal(bytes)).toMatch(/成环/)
    })

    test('of sectors that name the table', () => {
      const bytes = long()
      bytes.writeUInt32LE(3, 68)
      for (let i = 0; i < SECTOR; i += 4) bytes.writeUInt32LE(i === SECTOR - 4 ? 3 : 0xffffffff, 4 * SECTOR + i)
      expect(refusal(bytes)).toMatch(/成环/)
    })
  })

  test('a text said to be longer than the file', () => {
    const streams = docStreams([p('文')])
    streams.WordDocument!.writeInt32LE(0x7fffffff, 0x4c)
    expect(refusal(compound(streams))).toMatch(/不符/)
  })
})

const corpus = fileURLToPath(new URL('../../../shared/corpora/office-formats/', import.meta.url))
describe.skipIf(!existsSync(corpus))('documents in several formats', () => {
  // test.doc is another document than test.docx.
  test.each(['master_template.doc', 'master_template.wps', 'test.wps'])('%s reads like its .docx', (name) => {
    const before = docx.parse(readFileSync(`${corpus}${name.replace(/\.\w+$/, '.docx')}`))
    const { text, blocks, meta } = parser.parse(readFileSync(corpus + name))
    expect({ text, blocks, asides: meta.asides }).toEqual({
      text: before.text,
      blocks: before.blocks,
      asides: before.meta.asides,
    })
  })

  test('test.doc is read whole', () => {
    expect(texts(readFileSync(`${corpus}test.doc`))).toHaveLength(13)
  })
})
