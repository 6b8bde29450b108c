/** Papers in frames and broken lines, from bytes to parts, as Word and its relatives have them. */
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Doc } from '../../core.ts'
import { readDoc } from '../../files/reading.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const run = (text: string) =>
  text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${line}</w:t>`)
    .join('<w:br/>')
const p = (text: string, stand = '') => `<w:p><w:pPr>${stand}</w:pPr><w:r>${run(text)}</w:r></w:p>`
const table = (...rows: readonly (readonly string[])[]) =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${cell.startsWith('<') ? cell : p(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
const relation = (kind: string, target: string) =>
  `<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`
const word = (body: string) =>
  zipSync({
    '_rels/.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('officeDocument', 'word/document.xml')}</Relationships>`,
    ),
    'word/document.xml': strToU8(`<w:document ${W}><w:body>${body}</w:body></w:document>`),
  })
const read = (...body: readonly string[]): Promise<Doc> => readDoc(word(body.join('')), '文件.docx')
/** Kind and words of each part, those of the body by their label. */
const partsOf = ({ text, blocks, facts }: Doc) =>
  facts.parts.map(({ kind, start, end }) => {
    const { label } = blocks.find((block) => block.start === start)!
    return `${label} ${kind}${kind === 'body' ? '' : ` ${text.slice(start, end).replace(/\s+/g, '')}`}`
  })

const TITLE = '青浦县水务局关于做好水闸检修的通知'
const REST = ['各水利站：', '为做好检修，现通知如下。', '一、五月底前检修水闸12座。', '青浦县水务局', '2026年3月1日']
const rest = REST.map((line) => p(line)).join('')

describe('a table above the title', () => {
  const below = [
    '第1段 title 青浦县水务局关于做好水闸检修的通知',
    '第2段 addressee 各水利站：',
    '第3段 body',
    '第4段 body',
    '第5段 signature 青浦县水务局',
    '第6段 date 2026年3月1日',
  ]

  it.each([
    [
      'mark and number',
      [['青浦县水务局文件'], ['青水〔2026〕3号']],
      ['masthead 青浦县水务局文件', 'number 青水〔2026〕3号'],
    ],
    [
      'two issuers beside 文件',
      [
        ['青浦县水务局', '文件'],
        ['青浦县农业局', ''],
      ],
      ['masthead 青浦县水务局', 'masthead 文件', 'masthead 青浦县农业局'],
    ],
    ['number and signer', [['青水〔2026〕3号', '签发人：李某']], ['number 青水〔2026〕3号', 'masthead 签发人：李某']],
    [
      'form for papers that arrive',
      [
        ['来文单位', '青浦县水务局', '来文字号', '青水〔2026〕3号'],
        ['拟办意见', '请王某阅示。', '领导批示', ''],
      ],
      [
        'masthead 来文单位',
        'masthead 青浦县水务局',
        'masthead 来文字号',
        'masthead 青水〔2026〕3号',
        'masthead 拟办意见',
        'masthead 请王某阅示。',
        'masthead 领导批示',
      ],
    ],
  ])('is its head: %s', async (_, rows, head) => {
    const doc = await read(table(...rows), p(TITLE), rest)
    const parts = partsOf(doc)
    expect(parts.slice(0, head.length).map((part) => part.slice(part.indexOf(' ') + 1))).toEqual(head)
    expect(parts.slice(head.length)).toEqual(below)
    expect(doc.genre.id).toBe('notice')
    // It stays a table.
    expect(doc.rows.length).toBe(rows.length)
  })

  it('may stand below a mark, or hold the title itself', async () => {
    const parts = partsOf(await read(p('青浦县水务局'), table(['青水〔2026〕3号', '签发人：李某'], [TITLE]), rest))
    expect(parts.slice(0, 5)).toEqual([
      '第1段 masthead 青浦县水务局',
      '表1第1行第1列 number 青水〔2026〕3号',
      '表1第1行第2列 masthead 签发人：李某',
      `表1第2行第1列 title ${TITLE}`,
      '第2段 addressee 各水利站：',
    ])
  })

  it('may hold the title of a speech', async () => {
    const head = table(['在全县水闸检修会议上的讲话'])
    expect(partsOf(await read(head, p('（2026年3月1日）'), p('同志们：'), p('今天开会。')))).toEqual([
      '表1第1行第1列 title 在全县水闸检修会议上的讲话',
      '第1段 byline （2026年3月1日）',
      '第2段 salutation 同志们：',
      '第3段 body',
    ])
  })

  it('is body where it holds figures, or where no title follows', async () => {
    const figures = table(
      ['镇', '水闸', '座数'],
      ['石桥镇', '3', '5'],
      ['柳湾镇', '4', '7'],
      ['河口镇', '5', '9'],
      ['合计', '12', '21'],
    )
    for (const doc of [
      await read(figures, p(TITLE), rest),
      await read(table(['镇', '水闸']), p('以上为今年检修的水闸，请核对。')),
    ])
      expect(partsOf(doc)[0]).toBe('表1第1行第1列 body')
    // Below a title the text has begun.
    expect(partsOf(await read(p(TITLE), table(['镇', '水闸'], ['石桥镇', '3']), p('以上请核对。')))).toContain(
      '表1第1行第1列 body',
    )
  })
})

describe('around the title', () => {
  const box = (text: string) =>
    `<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${p(text)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`
  it('boxes that are anchored in it or below it are the head, where they read so', async () => {
    const anchored = (line: string, words: string) => p(line).replace('</w:p>', `${box(words)}</w:p>`)
    const doc = await read(
      anchored(TITLE, '青浦县水务局文件'),
      anchored(REST[0]!, '特急'),
      ...REST.slice(1).map((line) => p(line)),
    )
    expect(partsOf(doc).slice(0, 5)).toEqual([
      `第1段 title ${TITLE}`,
      '文本框1第1段 masthead 青浦县水务局文件',
      '第2段 addressee 各水利站：',
      '文本框2第1段 masthead 特急',
      '第3段 body',
    ])
    expect(partsOf(await read(anchored(TITLE, '请于五月底前报送。'), rest))[1]).toBe('文本框1第1段 body')
  })

  it('附件1 above it is no body', async () => {
    const doc = await read(p('附件1'), p('青浦县水闸检修方案'), p('五月底前检修水闸12座。'))
    expect(partsOf(doc)).toEqual(['第1段 masthead 附件1', '第2段 title 青浦县水闸检修方案', '第3段 body'])
  })
})

describe('a whole paper in a table', () => {
  it('is read as paragraphs, with its cell and its place in it', async () => {
    const doc = await read(table([p(TITLE) + rest]))
    expect(doc.rows).toEqual([])
    expect(doc.blocks.map(({ kind }) => kind)).toEqual(Array(6).fill('paragraph'))
    expect(partsOf(doc)).toEqual([
      `表1第1行第1列第1段 title ${TITLE}`,
      '表1第1行第1列第2段 addressee 各水利站：',
      '表1第1行第1列第3段 body',
      '表1第1行第1列第4段 body',
      '表1第1行第1列第5段 signature 青浦县水务局',
      '表1第1行第1列第6段 date 2026年3月1日',
    ])
  })

  it('is so in rows, too, and keeps tables that stand inside it or beside it', async () => {
    const inner = table(['镇', '水闸'], ['石桥镇', '3'], ['柳湾镇', '9'])
    const doc = await read(
      table(['青浦县水务局文件'], ['青水〔2026〕3号', '签发人：李某'], [p(TITLE)], [rest + inner + p('另行通知。')]),
    )
    expect(partsOf(doc).slice(0, 5)).toEqual([
      '表1第1行第1列 masthead 青浦县水务局文件',
      '表1第2行第1列 number 青水〔2026〕3号',
      '表1第2行第2列 masthead 签发人：李某',
      `表1第3行第1列 title ${TITLE}`,
      '表1第4行第1列第1段 addressee 各水利站：',
    ])
    expect(doc.rows.map((row) => row.table)).toEqual([2, 2, 2])
    expect(doc.blocks.filter(({ kind }) => kind === 'cell')).toHaveLength(6)
  })

  it('is none where rows have several cells', async () => {
    const doc = await read(
      p('水闸台账'),
      table(['镇', '水闸名称'], ['石桥镇', '石桥东闸、石桥西闸'], ['柳湾镇', '柳湾闸']),
    )
    expect(doc.rows).toHaveLength(3)
    expect(doc.blocks.filter(({ kind }) => kind === 'cell')).toHaveLength(6)
  })
})

describe('lines broken inside a paragraph', () => {
  it('are parts, each with its line in the paragraph', async () => {
    const doc = await read(p(['青浦县水务局', '关于做好水闸检修的通知', '', ...REST].join('\n')))
    expect(partsOf(doc)).toEqual([
      `第1段第1行 title ${TITLE}`,
      '第1段第4行 addressee 各水利站：',
      '第1段第5行 body',
      '第1段第6行 body',
      '第1段第7行 signature 青浦县水务局',
      '第1段第8行 date 2026年3月1日',
    ])
    expect(doc.genre.id).toBe('notice')
  })

  it('count in any paragraph of a paper', async () => {
    const doc = await read(
      p(TITLE),
      p('各水利站：\n为做好检修，现通知如下。'),
      p('一、检修水闸\n五月底前检修水闸12座。\n二、报送情况\n各站要报送情况。'),
      p('附件：1.名单\n2.方案'),
      p('青浦县水务局\n青浦县农业局\n2026年3月1日'),
    )
    expect(partsOf(doc)).toEqual([
      `第1段 title ${TITLE}`,
      '第2段第1行 addressee 各水利站：',
      '第2段第2行 body',
      '第3段第1行 body',
      '第3段第2行 body',
      '第3段第3行 body',
      '第3段第4行 body',
      '第4段第1行 attachment 附件：1.名单',
      '第4段第2行 attachment 2.方案',
      '第5段第1行 signature 青浦县水务局',
      '第5段第2行 signature 青浦县农业局',
      '第5段第3行 date 2026年3月1日',
    ])
  })

  it('do not cut sentences, titles and headings, nor cells', async () => {
    const doc = await read(
      p('青浦县水务局关于做好\n水闸检修的通知'),
      p('为做好水闸检修工作，按照县政府安排部署，\n现将有关事项通知如下。'),
      p('各水利站要在五月底前对所有水闸逐一开展全面\n检修并将检修的情况和发现的问题及时报送我局\n备案。'),
      table(['石桥镇。\n柳湾镇。', '3']),
    )
    expect(doc.blocks.map(({ label }) => label)).toEqual(['第1段', '第2段', '第3段', '表1第1行第1列', '表1第1行第2列'])
  })

  it('are in other formats as they are in .docx', async () => {
    const rtf = String.raw`{\rtf1\ansi\uc0 ${[TITLE, ...REST]
      .map((line) => [...line].map((char) => `\\u${char.charCodeAt(0)} `).join(''))
      .join('\\line ')}\par}`
    const doc = await readDoc(Buffer.from(rtf), '文件.rtf')
    expect(doc.blocks.map(({ label }) => label).at(-1)).toBe('第1段第6行')
    expect(doc.facts.frame.date?.text).toBe('2026年3月1日')
  })

  it('keep the look of their characters', async () => {
    const doc = await read(p('各水利站：\n现通知如下。', '<w:jc w:val="center"/>'))
    const { blocks } = doc.layout!()
    expect(blocks.map(({ align, stretches }) => [align, ...stretches.map(({ start, end }) => [start, end])])).toEqual([
      ['center', [0, 5]],
      ['center', [6, 12]],
    ])
  })
})
