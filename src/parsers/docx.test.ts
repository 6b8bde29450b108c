import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { UnreadableError } from '../core.ts'
import { paragraphsIn } from './docx/chunks.ts'
import { parser, readRuns } from './docx.ts'

// ------------------------------------------------------------------------------------------- building Word files

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const declarations = [
  `xmlns:w="${WORD}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ')

/** What a test says about a Word file; parts are given by the content of their root element. */
interface Parts {
  readonly styles?: string
  readonly numbering?: string
  readonly headers?: readonly string[]
  readonly footers?: readonly string[]
  readonly footnotes?: string
  readonly endnotes?: string
  readonly comments?: string
  /** Further files, or others under the names of the usual ones. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>
}

function word(body: string, parts: Parts = {}): Uint8Array {
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${declarations}><w:body>${body}</w:body></w:document>`,
  }
  const related: [string, string][] = []
  const add = (kind: string, root: string, content: string | undefined, name = `${kind}.xml`) => {
    if (content === undefined) return
    files[`word/${name}`] = `<w:${root} ${declarations}>${content}</w:${root}>`
    related.push([kind, name])
  }
  add('styles', 'styles', parts.styles)
  add('numbering', 'numbering', parts.numbering)
  for (const [i, header] of (parts.headers ?? []).entries()) add('header', 'hdr', header, `header${i}.xml`)
  for (const [i, footer] of (parts.footers ?? []).entries()) add('footer', 'ftr', footer, `footer${i}.xml`)
  add('footnotes', 'footnotes', parts.footnotes)
  add('endnotes', 'endnotes', parts.endnotes)
  add('comments', 'comments', parts.comments)
  files['word/_rels/document.xml.rels'] = relations(related)
  return pack({ ...files, ...parts.files })
}

function pack(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const content: Zippable = {}
  for (const [name, data] of Object.entries(files)) content[name] = typeof data === 'string' ? strToU8(data) : data
  return zipSync(content)
}

function relations(targets: readonly (readonly [kind: string, target: string])[], base = RELATIONS): string {
  const items = targets.map(
    ([kind, target], i) => `<Relationship Id="r${i}" Type="${base}/${kind}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`
}

const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t>${text}</w:t></w:r>`
const paragraph = (content: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') || content === '' ? content : run(content)}</w:p>`
const numbered = (id: number, level: number, text: string) =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`)
const styled = (style: string, text: string, properties = '') =>
  paragraph(text, `<w:pStyle w:val="${style}"/>${properties}`)
const cell = (content: string, properties = '') =>
  `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${content.startsWith('<') ? content : paragraph(content)}</w:tc>`
const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`
const table = (...rows: readonly string[]) => `<w:tbl>${rows.join('')}</w:tbl>`

const parse = (body: string, parts?: Parts) => parser.parse(word(body, parts))
const text = (body: string, parts?: Parts) => parse(body, parts).text
/** Blocks as `kind label: text`. */
const blocks = (body: string, parts?: Parts) => {
  const parsed = parse(body, parts)
  return parsed.blocks.map(
    (block) => `${block.kind}${block.level ?? ''} ${block.label}: ${parsed.text.slice(block.start, block.end)}`,
  )
}
const rows = (body: string) => {
  const parsed = parse(body)
  return parsed.rows.map((r) => [r.table, r.index, ...r.cells.map((c) => parsed.text.slice(c.start, c.end))])
}
function refusal(bytes: Uint8Array): UnreadableError {
  try {
    parser.parse(bytes)
  } catch (error) {
    if (error instanceof UnreadableError) return error
    throw error
  }
  throw new Error('the file was read')
}

// ---------------------------------------------------------------------------------------------------- paragraphs

describe('paragraphs', () => {
  test('are lines; those with text are blocks, counted', () => {
    const body = `${paragraph('第一')}<w:p/>${paragraph('　')}${paragraph('第二')}<w:sectPr/>`
    expect(text(body)).toBe('第一\n\n　\n第二')
    expect(blocks(body)).toEqual(['paragraph 第1段: 第一', 'paragraph 第2段: 第二'])
  })

  test('keep their inner line breaks in one block, and leave those at their ends out of it', () => {
    const body = paragraph(`<w:r><w:br/><w:t>上</w:t><w:br w:type="page"/><w:t>下</w:t><w:cr/></w:r>`) + paragraph('后')
    expect(text(body)).toBe('\n上\n下\n\n后')
    expect(parse(body).blocks[0]).toEqual({ start: 1, end: 4, kind: 'paragraph', label: '第1段' })
  })

  test('show tabs, hyphens and symbols, and nothing for soft hyphens and note references', () => {
    const body = paragraph(
      '<w:pPr><w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs></w:pPr><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:softHyphen/>' +
        '<w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="宋体" w:char="2460"/><w:footnoteReference w:id="2"/><w:ptab/></w:r>',
    )
    expect(text(body)).toBe('甲\t乙-☑①\t')
  })

  test('lose white space at the ends of a text unless it is preserved', () => {
    expect(text(paragraph('<w:r><w:t> 甲 </w:t><w:t xml:space="preserve"> 乙 </w:t><w:t>　丙　</w:t></w:r>'))).toBe(
      '甲 乙 　丙　',
    )
    expect(text(paragraph('<w:r><w:t>\n 甲\n乙\t丙 \n</w:t><w:t>  </w:t></w:r>'))).toBe('甲 乙\t丙')
    const preserved = `<w:document ${declarations} xml:space="preserve"><w:body>${paragraph(run(' 甲 '))}</w:body></w:document>`
    expect(text('', { files: { 'word/document.xml': preserved } })).toBe(' 甲 ')
  })

  test('decode entities, CDATA and texts with a comment inside', () => {
    expect(text(paragraph('A&amp;B &lt;C&gt; &#19968;&#x4E8C;<![CDATA[<x>]]>'))).toBe('A&B <C> 一二<x>')
    expect(text(paragraph('前<!-- 不见 -->后'))).toBe('前后')
    expect(text(paragraph('&nbsp;&#7;\u0007'))).toBe('\ufffd\ufffd\ufffd')
  })

  test('pass through links, content controls, smart tags, custom XML, direction marks and formulas', () => {
    const wrap = ['w:hyperlink', 'w:smartTag', 'w:customXml', 'w:bdo', 'w:dir'].map(
      (tag, i) => `<${tag}>${run(`${i}`)}</${tag}>`,
    )
    const control = `<w:sdt><w:sdtPr><w:alias w:val="x"/><w:t>不见</w:t></w:sdtPr><w:sdtContent>${run('控件')}</w:sdtContent></w:sdt>`
    const formula = '<m:oMath><m:r><w:rPr><w:b/></w:rPr><m:t>x+y</m:t></m:r></m:oMath>'
    expect(text(paragraph(wrap.join('') + control + formula))).toBe('01234控件x+y')
    expect(text(`<w:sdt><w:sdtContent>${paragraph('块')}</w:sdtContent></w:sdt>${paragraph('后')}`)).toBe('块\n后')
  })

  test('show the base of a ruby only', () => {
    const ruby = `<w:ruby><w:rubyPr><w:lid w:val="zh-CN"/></w:rubyPr><w:rt>${run('hàn')}</w:rt><w:rubyBase>${run('汉')}</w:rubyBase></w:ruby>`
    expect(text(paragraph(`<w:r>${ruby}</w:r>${run('字')}`))).toBe('汉字')
  })

  test('that stand inside each other against the rules lose nothing', () => {
    const body = `<w:p>${run('外')}<w:p>${run('内')}</w:p>${run('续')}</w:p>`
    expect(text(body).split('\n').sort()).toEqual(['内', '外续'])
  })
})

describe('hidden text', () => {
  const styles =
    '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>' +
    '<w:style w:type="character" w:styleId="Child"><w:basedOn w:val="Secret"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style>'

  test('is left out, by the run or by its style', () => {
    const body = paragraph(
      run('见') +
        run('隐', '<w:vanish/>') +
        run('显', '<w:vanish w:val="0"/>') +
        run('隐', '<w:rStyle w:val="Child"/>') +
        run('显', '<w:rStyle w:val="Child"/><w:vanish w:val="false"/>') +
        run('见', '<w:webHidden/>'),
    )
    expect(text(body, { styles })).toBe('见显显见')
  })

  test('takes its paragraph with it when the mark is hidden too', () => {
    const hidden = paragraph(run('隐', '<w:vanish/>'), '<w:rPr><w:vanish/></w:rPr>')
    expect(text(paragraph('前') + hidden + paragraph('后'))).toBe('前\n后')
    expect(blocks(paragraph('前') + styled('Hidden', '隐') + paragraph('后'), { styles })).toEqual([
      'paragraph 第1段: 前',
      'paragraph 第2段: 后',
    ])
  })

  test('a style separator joins a heading and the text after it into one paragraph, which stays the heading', () => {
    const body =
      paragraph('小标题。', '<w:outlineLvl w:val="2"/><w:rPr><w:vanish/><w:specVanish/></w:rPr>') + paragraph('正文')
    expect(blocks(body)).toEqual(['heading3 第1段: 小标题。正文'])
  })
})

describe('fields', () => {
  const char = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const code = (instruction: string) => `<w:r><w:instrText xml:space="preserve">${instruction}</w:instrText></w:r>`
  const field = (instruction: string, result: string) =>
    char('begin') + code(instruction) + char('separate') + result + char('end')

  test('show their result, not their instruction', () => {
    expect(text(paragraph(run('共') + field(' NUMPAGES ', run('7')) + run('页')))).toBe('共7页')
    expect(text(paragraph(`<w:fldSimple w:instr="DATE">${run('6月')}</w:fldSimple>`))).toBe('6月')
    expect(text(paragraph(char('begin') + code('PAGE') + char('end') + run('后')))).toBe('后')
  })

  test('nest, and reach over paragraphs', () => {
    const inner =
      char('begin') + code('IF ') + field('PAGE', run('隐')) + code(' = 1') + char('separate') + run('显') + char('end')
    expect(text(paragraph(inner))).toBe('显')
    const toc =
      paragraph(char('begin') + code('TOC') + char('separate') + run('目录一')) + paragraph(run('目录二') + char('end'))
    expect(text(toc + paragraph('正文'))).toBe('目录一\n目录二\n正文')
  })

  test('that collect headings, and their styles, make a table of contents: counted, and not read', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>'
    const entry = '<w:pStyle w:val="11"/>'
    const body = (first: string, last: string) =>
      paragraph(`${first + run('一、总则')}<w:r><w:tab/></w:r>${field('PAGEREF a', run('1'))}`, entry) +
      paragraph(run('二、附则') + last, entry)
    const after = paragraph('一、总则') + paragraph('以目录样式写的正文。', entry)
    const read = (xml: string) => {
      const { text, blocks } = parser.parse(word(paragraph('目录') + xml + after, { styles }))
      return blocks.map(({ label, start, end }) => `${label} ${text.slice(start, end)}`)
    }
    const rest = ['第4段 一、总则', '第5段 以目录样式写的正文。']
    const collecting = char('begin') + code(' TOC \\o "1-3" ') + char('separate')
    expect(read(body(collecting, char('end')))).toEqual(['第1段 目录', ...rest])
    const control = (content: string) =>
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
    expect(read(control(body('', '')))).toEqual(['第1段 目录', ...rest])
    // Text that stands in a field by mistake, or has an entry's style by mistake, is read.
    expect(read(body('', ''))).toEqual(['第1段 目录', '第3段 二、附则', ...rest])
    expect(read(paragraph(collecting + run('正文一。')) + paragraph(run('正文二。') + char('end')))).toEqual([
      '第1段 目录',
      '第2段 正文一。',
      '第3段 正文二。',
      ...rest,
    ])
  })

  test('that never end hide nothing', () => {
    expect(text(paragraph(char('begin') + code('PAGE') + run('甲')) + paragraph('乙'))).toBe('甲\n乙')
    expect(text(paragraph(char('end') + char('separate') + run('甲')))).toBe('甲')
  })

  test('draw characters in rings and readings above characters', () => {
    expect(text(paragraph(char('begin') + code('eq \\o\\ac(○,') + code('3)') + char('end') + run('是')))).toBe('③是')
    expect(text(paragraph(char('begin') + code(' EQ \\o\\ac(○,密)') + char('end')))).toBe('密')
    const ruby = ' EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(zhèng),政)'
    expect(text(paragraph(char('begin') + code(ruby) + char('end')))).toBe('政')
    expect(text(paragraph(char('begin') + code('EQ \\f(1,2)') + char('end')))).toBe('')
  })
})

// ------------------------------------------------------------------------------------------------------ numbering

describe('numbering', () => {
  const level = (index: number, format: string, pattern: string, more = '') =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${pattern}"/></w:lvl>`
  const abstract = (id: number, ...levels: readonly string[]) =>
    `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
  const list = (id: number, of: number, overrides = '') =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${overrides}</w:num>`
  const startAt = (index: number, start: number) =>
    `<w:lvlOverride w:ilvl="${index}"><w:startOverride w:val="${start}"/></w:lvlOverride>`
  const nothing = '<w:suff w:val="nothing"/>'
  const gongwen = abstract(
    0,
    level(0, 'chineseCountingThousand', '%1、', nothing),
    level(1, 'chineseCountingThousand', '（%2）', nothing),
    level(2, 'decimal', '%3.', nothing),
    level(3, 'decimal', '（%4）', nothing),
  )
  const lines = (body: string, numbering: string, styles = '') => text(body, { numbering, styles }).split('\n')

  test('counts by level and starts deeper levels again', () => {
    const steps = [0, 1, 1, 2, 2, 1, 2, 0, 1, 3]
    const found = lines(steps.map((l) => numbered(1, l, '。')).join(''), gongwen + list(1, 0))
    expect(found).toEqual([
      '一、。',
      '（一）。',
      '（二）。',
      '1.。',
      '2.。',
      '（三）。',
      '1.。',
      '二、。',
      '（一）。',
      '（1）。',
    ])
  })

  test('makes items, and headings where the paragraph is one', () => {
    const heading = paragraph('乙', '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>')
    expect(blocks(numbered(1, 0, '甲') + heading, { numbering: gongwen + list(1, 0) })).toEqual([
      'item 第1段: 一、甲',
      'heading1 第2段: 二、乙',
    ])
  })

  test('shows a number even where the paragraph has no other text', () => {
    expect(blocks(numbered(1, 0, ''), { numbering: gongwen + list(1, 0) })).toEqual(['item 第1段: 一、'])
  })

  test('puts a tab, a blank or nothing after the number', () => {
    const numbering = abstract(
      0,
      level(0, 'decimal', '%1'),
      level(1, 'decimal', '%2', '<w:suff w:val="space"/>'),
      level(2, 'decimal', '%3', nothing),
    )
    expect(lines([0, 1, 2].map((l) => numbered(1, l, '。')).join(''), numbering + list(1, 0))).toEqual([
      '1\t。',
      '1 。',
      '1。',
    ])
  })

  test('names upper levels, in legal form where it says so, and never deeper ones', () => {
    const numbering = abstract(
      0,
      level(0, 'chineseCountingThousand', '第%1章', nothing),
      level(1, 'lowerLetter', '%1.%2.%3 ', nothing),
      level(2, 'lowerLetter', '%1.%2.%3 ', `<w:isLgl/>${nothing}`),
    )
    const steps = [0, 1, 1, 2, 0, 1]
    expect(lines(steps.map((l) => numbered(1, l, '')).join(''), numbering + list(1, 0))).toEqual([
      '第一章',
      '一.a. ',
      '一.b. ',
      '1.2.1 ',
      '第二章',
      '二.a. ',
    ])
  })

  test('counts a level that was passed over as begun', () => {
    const numbering = abstract(0, level(0, 'decimal', '%1', nothing), level(1, 'decimal', '%1.%2', nothing))
    expect(lines([1, 0, 1].map((l) => numbered(1, l, '')).join(''), numbering + list(1, 0))).toEqual([
      '1.1',
      '2',
      '2.1',
    ])
  })

  test('restarts as lvlRestart says', () => {
    const numbering = abstract(
      0,
      level(0, 'decimal', '%1', nothing),
      level(1, 'decimal', '%2)', `<w:lvlRestart w:val="0"/>${nothing}`),
      level(2, 'decimal', '(%3)', `<w:lvlRestart w:val="1"/>${nothing}`),
    )
    const steps = [0, 1, 2, 1, 2, 0, 1, 2]
    expect(lines(steps.map((l) => numbered(1, l, '')).join(''), numbering + list(1, 0))).toEqual([
      '1',
      '1)',
      '(1)',
      '2)',
      '(2)',
      '2',
      '3)',
      '(1)',
    ])
  })

  test('lists of one definition go on counting; startOverride begins anew, once', () => {
    const numbering = gongwen + list(1, 0) + list(2, 0) + list(3, 0, startAt(0, 1)) + list(4, 0, startAt(0, 5))
    const ids = [1, 1, 2, 3, 3, 1, 4, 4, 3]
    expect(lines(ids.map((id) => numbered(id, 0, '')).join(''), numbering)).toEqual([
      '一、',
      '二、',
      '三、',
      '一、',
      '二、',
      '三、',
      '五、',
      '六、',
      '七、',
    ])
  })

  test('starts deeper levels again at their override too', () => {
    const numbering = gongwen + list(1, 0, startAt(2, 4))
    expect(lines([0, 2, 2, 0, 2].map((l) => numbered(1, l, '')).join(''), numbering)).toEqual([
      '一、',
      '4.',
      '5.',
      '二、',
      '4.',
    ])
  })

  test('a list may override a level whole', () => {
    const numbering =
      gongwen + list(1, 0, `<w:lvlOverride w:ilvl="0">${level(0, 'upperLetter', '附%1', nothing)}</w:lvlOverride>`)
    expect(lines(numbered(1, 0, '') + numbered(1, 1, '') + numbered(1, 0, ''), numbering)).toEqual([
      '附A',
      '（一）',
      '附B',
    ])
  })

  test('comes from styles and the styles they are based on, and is switched off by 0', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Base"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Off"><w:basedOn w:val="Base"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
    const off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    const body =
      styled('Base', '甲') +
      styled('Sub', '乙') +
      styled('Off', '丙') +
      styled('Base', '丁', off) +
      styled('Base', '戊')
    expect(lines(body, gongwen + list(1, 0), styles)).toEqual(['一、甲', '（一）乙', '丙', '丁', '二、戊'])
  })

  test('finds the level that is linked to the style', () => {
    const numbering =
      abstract(
        0,
        level(0, 'decimal', '%1', `<w:pStyle w:val="One"/>${nothing}`),
        level(1, 'decimal', '%1.%2', `<w:pStyle w:val="Two"/>${nothing}`),
      ) + list(1, 0)
    const style = (id: string, base = '') =>
      `<w:style w:type="paragraph" w:styleId="${id}">${base}<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`
    const derived = '<w:style w:type="paragraph" w:styleId="Like"><w:basedOn w:val="Two"/></w:style>'
    const body = styled('One', '') + styled('Two', '') + styled('Like', '') + styled('One', '')
    expect(lines(body, numbering, style('One') + style('Two') + derived)).toEqual(['1', '1.1', '1.2', '2'])
  })

  test('follows a definition to the numbering style that holds its levels', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Scheme"/></w:abstractNum>' +
      gongwen +
      list(1, 5) +
      list(2, 0)
    const styles =
      '<w:style w:type="numbering" w:styleId="Scheme"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    expect(lines(numbered(1, 0, '') + numbered(2, 0, ''), numbering, styles)).toEqual(['一、', '二、'])
    const circle = numbering.replace(list(2, 0), list(2, 5))
    expect(lines(numbered(1, 0, '甲'), circle, styles)).toEqual(['甲'])
  })

  test('shows bullets as characters', () => {
    const bullet = (char: string, font: string) =>
      level(0, 'bullet', char, `${nothing}<w:rPr><w:rFonts w:ascii="${font}"/></w:rPr>`)
    const bullets = [
      ['\uf0b7', 'Symbol'],
      ['\uf06c', 'Wingdings'],
      ['\uf0d8', 'Wingdings'],
      ['—', '宋体'],
      ['l', 'Wingdings'],
      ['\uf0ef', 'Odd'],
    ] as const
    const numbering = bullets.map(([char, font], i) => abstract(i, bullet(char, font)) + list(i + 1, i)).join('')
    expect(lines(bullets.map((_, i) => numbered(i + 1, 0, '')).join(''), numbering)).toEqual([
      '•',
      '●',
      '➢',
      '—',
      '●',
      '•',
    ])
  })

  test('shows nothing for none, for a text that is switched off, and for what is not defined', () => {
    const numbering =
      abstract(
        0,
        level(0, 'none', '', nothing),
        level(1, 'none', '附件%2', nothing),
        level(2, 'decimal', '%3', '<w:lvlText w:null="1"/>').replace('<w:lvlText w:val="%3"/>', ''),
      ) + list(1, 0)
    const body =
      numbered(1, 0, '甲') + numbered(1, 1, '乙') + numbered(1, 2, '丙') + numbered(1, 7, '丁') + numbered(9, 0, '戊')
    expect(lines(body, numbering)).toEqual(['甲', '附件乙', '丙', '丁', '戊'])
    expect(blocks(body, { numbering })[0]).toBe('paragraph 第1段: 甲')
  })

  test('reads a format that is kept in an alternative', () => {
    const choice =
      '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="01, 02, 03, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    const numbering =
      abstract(0, `<w:lvl w:ilvl="0"><w:start w:val="9"/>${choice}${nothing}<w:lvlText w:val="%1"/></w:lvl>`) +
      list(1, 0)
    expect(lines(numbered(1, 0, '') + numbered(1, 0, ''), numbering)).toEqual(['09', '10'])
  })

  test('ignores numbers of an earlier revision, and does not count deleted paragraphs', () => {
    const change =
      '<w:numPr><w:numId w:val="1"/></w:numPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:pPrChange>'
    const deleted = paragraph(
      `<w:del><w:r><w:delText>删</w:delText></w:r></w:del>`,
      '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>',
    )
    expect(lines(paragraph('甲', change) + deleted + numbered(1, 0, '乙'), gongwen + list(1, 0))).toEqual([
      '一、甲',
      '二、乙',
    ])
  })

  test.each([
    ['decimal', [1, 10, 100], ['1', '10', '100']],
    ['decimalZero', [1, 9, 10], ['01', '09', '10']],
    ['decimalFullWidth', [1, 12], ['１', '１２']],
    ['decimalEnclosedCircle', [1, 20, 21], ['①', '⑳', '21']],
    ['decimalEnclosedCircleChinese', [1, 10, 11], ['①', '⑩', '11']],
    ['decimalEnclosedParen', [1, 20], ['⑴', '⒇']],
    ['decimalEnclosedFullstop', [1, 20], ['⒈', '⒛']],
    ['lowerLetter', [1, 26, 27, 53, 781], ['a', 'z', 'aa', 'aaa', '781']],
    ['upperLetter', [2, 28], ['B', 'BB']],
    ['lowerRoman', [4, 9, 1994, 99_999], ['iv', 'ix', 'mcmxciv', '99999']],
    ['upperRoman', [14, 40], ['XIV', 'XL']],
    ['chineseCounting', [1, 10, 11, 20, 99, 100, 210], ['一', '十', '十一', '二十', '九十九', '一○○', '二一○']],
    [
      'chineseCountingThousand',
      [1, 10, 11, 20, 21, 100, 101, 110, 1001, 1010, 1100, 9999],
      [
        '一',
        '十',
        '十一',
        '二十',
        '二十一',
        '一百',
        '一百零一',
        '一百一十',
        '一千零一',
        '一千零一十',
        '一千一百',
        '九千九百九十九',
      ],
    ],
    ['chineseLegalSimplified', [1, 10, 11, 101], ['壹', '壹拾', '壹拾壹', '壹佰零壹']],
    ['ideographDigital', [1, 10, 101], ['一', '一〇', '一〇一']],
    ['ideographTraditional', [1, 10, 11], ['甲', '癸', '11']],
    ['ideographZodiac', [1, 12, 13], ['子', '亥', '13']],
    ['ideographZodiacTraditional', [1, 60], ['甲子', '癸亥']],
    ['ideographLegalTraditional', [2, 10], ['貳', '壹拾']],
    [
      'japaneseCounting',
      [1, 10, 11, 20, 100, 101, 110, 1000],
      ['一', '十', '十一', '二十', '百', '百一', '百十', '千'],
    ],
    ['ideographEnclosedCircle', [1, 10], ['㈠', '㈩']],
    ['ordinal', [1, 2, 3, 11, 21, 112], ['1st', '2nd', '3rd', '11th', '21st', '112th']],
    ['constructor', [3], ['3']],
    ['chineseCountingThousand', [0, 10_000], ['0', '10000']],
  ] as const)('writes numbers as %s', (format, values, expected) => {
    const definitions = abstract(0, level(0, format, '%1', nothing))
    const lists = values.map((value, i) => list(i + 1, 0, startAt(0, value))).join('')
    expect(lines(values.map((_, i) => numbered(i + 1, 0, '')).join(''), definitions + lists)).toEqual(expected)
  })
})

// --------------------------------------------------------------------------------------------------------- styles

describe('headings', () => {
  const style = (id: string, name: string, more = '') =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`

  test('have their level from the paragraph, the style, or the name of a built-in style', () => {
    const styles =
      style('a', '小节', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>') +
      style('b', '细目', '<w:basedOn w:val="a"/>') +
      style('2', 'heading 2') +
      style('3', '标题 3') +
      style('title', 'Title')
    const body =
      paragraph('零', '<w:outlineLvl w:val="0"/>') +
      ['a', 'b', '2', '3', 'title', 'none'].map((id) => styled(id, id)).join('')
    expect(blocks(body, { styles }).map((block) => block.split(' ')[0])).toEqual([
      'heading1',
      'heading2',
      'heading2',
      'heading2',
      'heading3',
      'paragraph',
      'paragraph',
    ])
  })

  test('are none where the outline level is body text, and at most of level 6', () => {
    const styles = style('1', 'heading 1') + style('9', 'heading 9')
    expect(blocks(styled('1', '甲', '<w:outlineLvl w:val="9"/>') + styled('9', '乙'), { styles })).toEqual([
      'paragraph 第1段: 甲',
      'heading6 第2段: 乙',
    ])
  })

  test('are not made of empty paragraphs, and cells stay cells', () => {
    const styles = style('1', 'heading 1')
    expect(blocks(styled('1', '') + table(row(cell(styled('1', '甲')))), { styles })).toEqual([
      'cell 表1第1行第1列: 甲',
    ])
  })

  test('come from the default style too', () => {
    const styles =
      '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>'
    expect(blocks(paragraph('甲') + styled('unknown', '乙'), { styles })).toEqual([
      'heading4 第1段: 甲',
      'heading4 第2段: 乙',
    ])
  })

  test('survive styles that are based on each other in a circle, or in a very long chain', () => {
    const circle =
      style('a', 'x', '<w:basedOn w:val="b"/>') +
      style('b', 'y', '<w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
    expect(blocks(styled('a', '甲'), { styles: circle })).toEqual(['heading1 第1段: 甲'])
    const chain = Array.from({ length: 20_000 }, (_, i) => style(`s${i}`, 'x', `<w:basedOn w:val="s${i + 1}"/>`)).join(
      '',
    )
    expect(blocks(styled('s0', '甲'), { styles: chain + style('s20000', 'heading 1') })).toEqual(['heading1 第1段: 甲'])
  })
})

// --------------------------------------------------------------------------------------------------------- tables

describe('tables', () => {
  test('give a line, a block and a span for each cell', () => {
    const body = paragraph('前') + table(row(cell('姓名'), cell('职务')), row(cell('张三'), cell(''))) + paragraph('后')
    expect(text(body)).toBe('前\n姓名\n职务\n张三\n\n后')
    expect(blocks(body)).toEqual([
      'paragraph 第1段: 前',
      'cell 表1第1行第1列: 姓名',
      'cell 表1第1行第2列: 职务',
      'cell 表1第2行第1列: 张三',
      'paragraph 第2段: 后',
    ])
    expect(rows(body)).toEqual([
      [1, 1, '姓名', '职务'],
      [1, 2, '张三', ''],
    ])
    expect(parse(body).rows[1]!.cells[1]).toEqual({ start: 11, end: 11 })
  })

  test('keep the paragraphs of a cell together', () => {
    const body = table(row(cell(paragraph('') + paragraph('一') + paragraph('二')), cell('三')))
    expect(rows(body)).toEqual([[1, 1, '一\n二', '三']])
    expect(blocks(body)).toHaveLength(3)
  })

  test('keep cells in their columns where some are merged', () => {
    const wide = '<w:gridSpan w:val="2"/>'
    const down = '<w:vMerge w:val="restart"/>'
    const body = table(
      row(cell('宽', wide), cell('右')),
      row(cell('高', down), cell('甲'), cell('乙')),
      row(cell('看不见', '<w:vMerge/>'), cell('丙'), cell('丁')),
      row(cell('新', down), cell('戊', `${wide}`)),
    )
    expect(rows(body)).toEqual([
      [1, 1, '宽', '', '右'],
      [1, 2, '高', '甲', '乙'],
      [1, 3, '', '丙', '丁'],
      [1, 4, '新', '戊', ''],
    ])
    expect(blocks(body)[1]).toBe('cell 表1第1行第3列: 右')
    expect(text(body)).not.toContain('看不见')
  })

  test('show a cell that continues nothing', () => {
    expect(rows(table(row(cell('见', '<w:vMerge/>'))))).toEqual([[1, 1, '见']])
    expect(rows(table(row(cell('甲'), cell('隐', '<w:hMerge/>')), row(cell('乙', '<w:hMerge/>'))))).toEqual([
      [1, 1, '甲', ''],
      [1, 2, '乙'],
    ])
  })

  test('leave out columns before a row, and rows that are hidden', () => {
    const late = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('甲')}</w:tr>`
    const hidden = `<w:tr><w:trPr><w:hidden/></w:trPr>${cell('隐')}</w:tr>`
    expect(rows(table(hidden, late))).toEqual([[1, 1, '', '甲']])
    expect(blocks(table(hidden, late))).toEqual(['cell 表1第1行第2列: 甲'])
  })

  test('nest', () => {
    const inner = table(row(cell('内')))
    const body = table(row(cell(`${paragraph('外')}${inner}${paragraph('尾')}`), cell('右'))) + table(row(cell('次')))
    expect(blocks(body)).toEqual([
      'cell 表1第1行第1列: 外',
      'cell 表2第1行第1列: 内',
      'cell 表1第1行第1列: 尾',
      'cell 表1第1行第2列: 右',
      'cell 表3第1行第1列: 次',
    ])
    expect(rows(body)).toEqual([
      [1, 1, '外\n内\n尾', '右'],
      [2, 1, '内'],
      [3, 1, '次'],
    ])
  })

  test('tolerate cells without paragraphs, stray cells and empty tables', () => {
    expect(rows(table(row('<w:tc/>', cell('甲'))))).toEqual([[1, 1, '', '甲']])
    expect(text(`${table()}${table('<w:tr/>')}${cell('甲')}`)).toBe('甲')
    expect(blocks(`${table()}${table(row(cell('甲')))}`)).toEqual(['cell 表1第1行第1列: 甲'])
  })

  test('read rows and cells in content controls', () => {
    const control = (content: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`
    expect(rows(table(control(row(control(cell('甲')), cell('乙')))))).toEqual([[1, 1, '甲', '乙']])
  })
})

// ----------------------------------------------------------------------------------------------------- text boxes

describe('text boxes', () => {
  const box = (...texts: readonly string[]) =>
    `<w:txbxContent>${texts.map((t) => paragraph(t)).join('')}</w:txbxContent>`
  const shape = (content: string) => `<w:drawing><wps:wsp><wps:txbx>${content}</wps:txbx></wps:wsp></w:drawing>`
  const vml = (content: string) => `<w:pict><v:shape><v:textbox>${content}</v:textbox></v:shape></w:pict>`
  const alternate = (choice: string, fallback: string, requires = 'wps') =>
    `<mc:AlternateContent><mc:Choice Requires="${requires}">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`

  test('follow their paragraph and are read once', () => {
    const body =
      paragraph('前') +
      `<w:p>${run('主')}<w:r>${alternate(shape(box('框一', '', '框二')), vml(box('框一', '', '框二')))}</w:r>${run('文')}</w:p>` +
      paragraph('后')
    expect(text(body)).toBe('前\n主文\n框一\n\n框二\n后')
    expect(blocks(body)).toEqual([
      'paragraph 第1段: 前',
      'paragraph 第2段: 主文',
      'paragraph 文本框1第1段: 框一',
      'paragraph 文本框1第2段: 框二',
      'paragraph 第3段: 后',
    ])
  })

  test('are read from VML alone, and from the fallback of a choice that Word does not know', () => {
    expect(text(paragraph(`<w:r>${vml(box('旧'))}</w:r>`))).toBe('\n旧')
    const unknown = alternate(shape(box('新')), vml(box('旧')), 'wpsCustomData')
    expect(text(paragraph(`<w:r>${unknown}</w:r>`))).toBe('\n旧')
  })

  test('do not disturb the run, the field and the table around them', () => {
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>X</w:instrText>${shape(box('框'))}</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('果')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const body = table(row(cell(`<w:p>${field}</w:p>`), cell('右')))
    expect(blocks(body)).toEqual(['cell 表1第1行第1列: 果', 'paragraph 文本框1第1段: 框', 'cell 表1第1行第2列: 右'])
    expect(rows(body)).toEqual([[1, 1, '果\n框', '右']])
  })

  test('hold tables and boxes', () => {
    const inner = `<w:txbxContent>${table(row(cell('格')))}<w:p><w:r>${shape(box('深'))}</w:r>${run('浅')}</w:p></w:txbxContent>`
    expect(blocks(paragraph(`<w:r>${shape(inner)}</w:r>`))).toEqual([
      'cell 表1第1行第1列: 格',
      'paragraph 文本框2第1段: 浅',
      'paragraph 文本框1第1段: 深',
    ])
  })

  test('show WordArt, and not the shape it is made from', () => {
    const art =
      '<w:pict><v:shapetype><v:textpath on="t"/></v:shapetype><v:shape><v:textpath style="font-size:1pt" string="某县人民政府文件"/></v:shape></w:pict>'
    expect(blocks(paragraph(`<w:r>${art}</w:r>`))).toEqual(['paragraph 文本框1第1段: 某县人民政府文件'])
  })

  test('count in lists after their host', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    const host = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    const body = `<w:p><w:pPr>${host}</w:pPr><w:r>${shape(`<w:txbxContent>${numbered(1, 0, '框')}</w:txbxContent>`)}</w:r>${run('主')}</w:p>`
    expect(text(body, { numbering })).toBe('1.\t主\n2.\t框')
  })
})

// ------------------------------------------------------------------------------------------------ tracked changes

describe('tracked changes', () => {
  const removed = (content: string) => `<w:del w:id="1">${content.replaceAll('w:t>', 'w:delText>')}</w:del>`

  test('are read as accepted, and counted', () => {
    const body = paragraph(
      run('留') +
        removed(run('删')) +
        `<w:ins>${run('增')}</w:ins><w:moveFrom>${run('移走')}</w:moveFrom><w:moveTo>${run('移来')}</w:moveTo>`,
    )
    const parsed = parse(body)
    expect(parsed.text).toBe('留增移来')
    expect(parsed.meta.notices).toEqual([{ code: 'tracked-changes', args: { count: 4 } }])
    expect(parse(paragraph('净')).meta.notices).toEqual([])
  })

  test('a deleted paragraph mark joins two paragraphs, which are then as the second is', () => {
    const body =
      paragraph('一', '<w:outlineLvl w:val="0"/><w:rPr><w:del/></w:rPr>') +
      paragraph('二', '<w:outlineLvl w:val="1"/>') +
      paragraph('三')
    expect(blocks(body)).toEqual(['heading2 第1段: 一二', 'paragraph 第2段: 三'])
    const whole = paragraph(removed(run('删')), '<w:rPr><w:del/></w:rPr>')
    expect(text(paragraph('前') + whole + whole + paragraph('后'))).toBe('前\n后')
    expect(text(paragraph('前') + whole)).toBe('前')
  })

  test('a paragraph mark that nothing follows ends its paragraph all the same', () => {
    const open = (t: string) => paragraph(t, '<w:rPr><w:moveFrom/></w:rPr>')
    expect(text(open('甲') + table(row(cell(open('乙')))) + open('丙'))).toBe('甲\n乙\n丙')
  })

  test('text boxes of joined paragraphs are kept', () => {
    const box = `<w:r><w:pict><v:shape><w:txbxContent>${paragraph('框')}</w:txbxContent></v:shape></w:pict></w:r>`
    expect(text(paragraph(run('一') + box, '<w:rPr><w:del/></w:rPr>') + paragraph('二'))).toBe('一二\n框')
  })

  test('deleted rows, cells and tables are gone, and take no number', () => {
    const gone = `<w:tr><w:trPr><w:del/></w:trPr>${cell('删')}</w:tr>`
    const fresh = `<w:tr><w:trPr><w:ins/></w:trPr>${cell('增')}${cell('删', '<w:cellDel/>')}</w:tr>`
    const body = table(gone) + table(gone, fresh)
    expect(rows(body)).toEqual([[1, 1, '增']])
    expect(parse(body).meta.notices).toEqual([{ code: 'tracked-changes', args: { count: 4 } }])
  })

  test('changes of format are no changes of text', () => {
    const body = paragraph(run('文', '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>'))
    expect(parse(body)).toMatchObject({ text: '文', meta: { notices: [] } })
  })
})

// --------------------------------------------------------------------------------------------------------- asides

describe('files put in whole', () => {
  const holding = (name: string, content: string | Uint8Array) =>
    parse(`${paragraph('前')}<w:altChunk xmlns:r="${RELATIONS}" r:id="r0"/>${paragraph('后')}`, {
      files: { 'word/_rels/document.xml.rels': relations([['aFChunk', name]]), [`word/${name}`]: content },
    })
  const read = (name: string, content: string | Uint8Array) => {
    const { text, blocks, meta } = holding(name, content)
    return [blocks.map(({ label, start, end }) => `${label} ${text.slice(start, end)}`), meta.notices]
  }
  const found = [['第1段 前', '第2段 各乡镇：', '第3段 “甲”&乙', '第4段 后'], []]

  test('are read where they stand: web pages, text, Word files', () => {
    const html =
      '<html><head><title>题</title><style>p{}</style></head><body><!-- 注 --><p>各乡镇：</p>\n<div>&ldquo;甲&#8221;&amp;<b>乙</b></div><script>x</script></body></html>'
    expect(read('a.htm', html)).toEqual(found)
    expect(read('a.txt', '各乡镇：\r\n“甲”&乙')).toEqual(found)
    expect(read('a.docx', word(paragraph('各乡镇：') + paragraph('“甲”&amp;乙')))).toEqual(found)
    const mht = (encoding: string, body: string) =>
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n--b--`
    const quoted = [...Buffer.from(html)]
      .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join('=\r\n')
    expect(read('a.mht', mht('quoted-printable', quoted))).toEqual(found)
    expect(read('a.mht', mht('base64', Buffer.from(html).toString('base64')))).toEqual(found)
  })

  test('are told of where they are not read', () => {
    const none = [['第1段 前', '第2段 后'], [{ code: 'unread-parts', args: { count: 1 } }]]
    expect(read('a.rtf', '{\\rtf1 x}')).toEqual(none)
    expect(read('a.bin', Uint8Array.from([0, 1, 2, 3]))).toEqual(none)
    expect(read('a.docx', 'PK\u0003\u0004')).toEqual(none)
  })

  test('take no longer than their length allows', () => {
    for (const text of ['<p', '<!--', '<script>', '<style', '&#', '\n'])
      expect(paragraphsIn(Buffer.from(`<html>${text.repeat(200_000)}`), () => [])).toBeDefined()
  })
})

describe('asides', () => {
  test('headers, footers, notes and comments are kept apart', () => {
    const note = (kind: string, id: number, content: string, type = '') =>
      `<w:${kind} w:id="${id}"${type}>${content}</w:${kind}>`
    const parsed = parse(paragraph(`${run('正文')}<w:r><w:footnoteReference w:id="1"/></w:r>`), {
      headers: [paragraph('机密★1年'), paragraph('')],
      footers: [paragraph('— 2 —')],
      footnotes:
        note('footnote', -1, paragraph('线'), ' w:type="separator"') +
        note('footnote', 1, paragraph('注一') + paragraph('续')) +
        note('footnote', 2, paragraph('注二', '<w:rPr><w:del/></w:rPr>')),
      endnotes: note('endnote', 1, paragraph('尾注')),
      comments: note('comment', 1, paragraph('批注')) + note('comment', 2, paragraph('')),
    })
    expect(parsed.text).toBe('正文')
    expect(parsed.meta).toEqual({
      frontMatter: {},
      notices: [],
      asides: [
        { kind: 'header', text: '机密★1年' },
        { kind: 'footer', text: '— 2 —' },
        { kind: 'footnote', text: '注一\n续' },
        { kind: 'footnote', text: '注二' },
        { kind: 'endnote', text: '尾注' },
        { kind: 'comment', text: '批注' },
      ],
    })
  })

  test('parts that are referred to but missing are no error, and one referred to twice is read once', () => {
    const files = {
      'word/_rels/document.xml.rels': relations([
        ['header', 'h.xml'],
        ['header', 'h.xml'],
        ['styles', 'gone.xml'],
      ]),
      'word/h.xml': `<w:hdr ${declarations}>${paragraph('眉')}</w:hdr>`,
    }
    expect(parse(paragraph('文'), { files }).meta.asides).toEqual([{ kind: 'header', text: '眉' }])
  })
})

// -------------------------------------------------------------------------------------------------------- dialects

describe('dialects', () => {
  const document = (open: string, p: string) =>
    `<${open}><${p}body><${p}p><${p}r><${p}t>文</${p}t></${p}r></${p}p></${p}body></${open.split(' ')[0]}>`
  const read = (files: Record<string, string | Uint8Array>) => parser.parse(pack(files)).text

  test('strict files, other prefixes and no prefix', () => {
    const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
    const main = '_rels/.rels'
    const rels = relations(
      [['officeDocument', '/word/document.xml']],
      'http://purl.oclc.org/ooxml/officeDocument/relationships',
    )
    expect(read({ [main]: rels, 'word/document.xml': document(`w:document xmlns:w="${strict}"`, 'w:') })).toBe('文')
    expect(read({ [main]: rels, 'word/document.xml': document(`ns0:document xmlns:ns0="${WORD}"`, 'ns0:') })).toBe('文')
    expect(read({ [main]: rels, 'word/document.xml': document(`document xmlns="${WORD}"`, '') })).toBe('文')
  })

  test('the main part is found through the relationships, and by its usual name without them', () => {
    const xml = document(`w:document xmlns:w="${WORD}"`, 'w:')
    expect(read({ '_rels/.rels': relations([['officeDocument', './a/../a/Main.xml']]), 'a/Main.xml': xml })).toBe('文')
    expect(read({ 'word/document.xml': xml })).toBe('文')
    expect(read({ '_rels/.rels': relations([['officeDocument', '../../etc/passwd']]), 'word/document.xml': xml })).toBe(
      '文',
    )
  })

  test('the parts of a main part in another folder are found beside it', () => {
    const numbering = `<w:numbering xmlns:w="${WORD}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1、"/><w:suff w:val="nothing"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
    const xml = `<w:document xmlns:w="${WORD}"><w:body>${numbered(1, 0, '甲')}</w:body></w:document>`
    expect(
      read({
        '_rels/.rels': relations([['officeDocument', 'x/d.xml']]),
        'x/d.xml': xml,
        'x/_rels/d.xml.rels': relations([['numbering', '../y/n.xml']]),
        'y/n.xml': numbering,
      }),
    ).toBe('1、甲')
    expect(read({ 'word/document.xml': xml, 'word/numbering.xml': numbering })).toBe('1、甲')
  })

  test('parts in UTF-16', () => {
    const xml = Buffer.from(
      `\ufeff<?xml version="1.0" encoding="UTF-16"?>${document(`w:document xmlns:w="${WORD}"`, 'w:')}`,
      'utf16le',
    )
    expect(read({ 'word/document.xml': xml })).toBe('文')
    expect(read({ 'word/document.xml': Buffer.from(xml).swap16() })).toBe('文')
  })
})

// ------------------------------------------------------------------------------------------------------------ runs

describe('runs', () => {
  test('lead from the text back to the characters of the part', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    const box = `<w:r><w:pict><v:shape><w:txbxContent>${paragraph('框')}</w:txbxContent></v:shape></w:pict></w:r>`
    const body =
      paragraph(run('一'), '<w:rPr><w:del/></w:rPr>') +
      numbered(1, 0, ' 甲&amp;乙 ') +
      paragraph(run('隐', '<w:vanish/>') + box + run('文')) +
      table(row(cell('格')))
    const bytes = word(body, { numbering })
    const { part, xml, runs } = readRuns(bytes)
    const parsed = parser.parse(bytes)
    expect(part).toBe('word/document.xml')
    expect(parsed.text).toBe('1、\t一甲&乙\n文\n框\n格')
    expect(runs.map((r) => [parsed.text.slice(r.start, r.end), xml.slice(r.source.start, r.source.end)])).toEqual([
      ['一', '一'],
      ['甲&乙', '甲&amp;乙'],
      ['文', '文'],
      ['框', '框'],
      ['格', '格'],
    ])
    for (const r of runs) expect(xml.slice(r.element, r.element + 5)).toBe('<w:r>')
  })
})

// -------------------------------------------------------------------------------------------------------- refusals

describe('refusals', () => {
  const sound = word(Array.from({ length: 50 }, (_, i) => paragraph(`第${i}段文字`)).join(''))

  test('say what is wrong and what to do', () => {
    const error = refusal(sound.subarray(0, sound.length / 2))
    expect(error.message).toBe('不是有效的 Word 文件：压缩包不完整，文件可能没有下载或复制完')
    expect(error.remedy).toBe('请重新下载或复制该文件，再重新检查')
  })

  test.each([
    ['an empty file', new Uint8Array(), '文件是空的'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), '内容是 PDF'],
    ['an RTF file', Buffer.from('{\\rtf1 }'), '内容是 RTF'],
    ['a text', Buffer.from('各有关单位：'), '不是 Word 文件的格式'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), '内容是图片'],
    ['an empty archive', pack({}), '内容是普通压缩包'],
    ['another archive', pack({ 'a.txt': 'a' }), '内容是普通压缩包'],
    ['half a Word file', pack({ '[Content_Types].xml': '<x/>' }), '缺少正文部分（word/document.xml）'],
    ['an Excel file', pack({ 'xl/workbook.xml': '<x/>' }), '内容是Excel 表格'],
    [
      'an Excel file with relationships',
      pack({ '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]), 'xl/workbook.xml': '<workbook/>' }),
      '内容不是 Word 文档',
    ],
    ['an OFD file', pack({ 'OFD.xml': '<x/>' }), '内容是OFD 文件'],
  ])('%s', (_, bytes, reason) => {
    const error = refusal(bytes)
    expect(error.message).toContain('不是有效的 Word 文件：')
    expect(error.message).toContain(reason)
    expect(error.remedy).not.toBe('')
  })

  test('tell a password from an old file', () => {
    const ole = (stream: string) =>
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(stream, 'utf16le')])
    expect(refusal(ole('EncryptedPackage'))).toMatchObject({ message: '不是有效的 Word 文件：文件设置了打开密码' })
    expect(refusal(ole('WordDocument')).message).toContain('旧版 Word 文档（.doc）')
    expect(refusal(ole('')).message).toContain('或者设置了打开密码')
  })

  test.each([
    ['cut off', `<w:document ${declarations}><w:body><w:p>`, 'XML 内容不完整或已损坏'],
    ['crossed tags', `<w:document ${declarations}><w:body></w:document></w:body>`, 'XML 内容不完整或已损坏'],
    ['no XML', '正文', 'XML 内容不完整或已损坏'],
    ['empty', '', 'XML 内容不完整或已损坏'],
    ['another root', `<w:styles ${declarations}/>`, '内容不是 Word 文档'],
    ['another namespace', '<w:document xmlns:w="urn:x"/>', '内容不是 Word 文档'],
    ['a DOCTYPE', `<!DOCTYPE w:document SYSTEM "x.dtd"><w:document ${declarations}/>`, 'DOCTYPE'],
    [
      'entities',
      `<!DOCTYPE d [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><w:document ${declarations}>&b;</w:document>`,
      'DOCTYPE',
    ],
    ['an unknown encoding', '<?xml version="1.0" encoding="x-none"?><a/>', '无法识别的编码 x-none'],
  ])('a document part with %s', (_, xml, reason) => {
    expect(refusal(word('', { files: { 'word/document.xml': xml } })).message).toContain(reason)
  })

  test('a broken part beside the document', () => {
    expect(refusal(word('', { styles: '<w:style>' })).message).toContain('XML 内容不完整或已损坏')
    expect(refusal(word('', { headers: ['<w:p>'] })).message).toContain('XML 内容不完整或已损坏')
  })

  test('no damage to a byte of the file makes anything but a refusal or a text', () => {
    let state = 7
    const next = () => (state = (state * 48_271) % 0x7fffffff)
    for (let round = 0; round < 1500; round++) {
      const bytes = Uint8Array.from(sound)
      for (let i = 0; i < 1 + (round % 4); i++) bytes[next() % bytes.length] = next() & 0xff
      try {
        parser.parse(bytes)
      } catch (error) {
        expect(error).toBeInstanceOf(UnreadableError)
      }
    }
  })

  test('no damage to the markup does either', () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>${paragraph('框')}</w:txbxContent></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>`
    const body =
      paragraph(run('甲') + box) +
      table(row(cell('一', '<w:vMerge w:val="restart"/>'), cell('二')), row(cell('三', '<w:vMerge/>'), cell('四'))) +
      paragraph(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('乙')}`)
    const pieces = body.split(/(?=<)/)
    let state = 11
    const next = (below: number) => (state = (state * 48_271) % 0x7fffffff) % below
    let readable = 0
    for (let round = 0; round < 3000; round++) {
      const shuffled = [...pieces]
      const from = next(shuffled.length)
      // Elements that are moved whole keep the XML sound and break the rules of Word only.
      if (round % 2 === 0) shuffled.splice(next(shuffled.length), 0, ...shuffled.splice(from, 1))
      else
        shuffled.splice(
          from,
          0,
          ['<w:tc/>', '<w:tr/>', '<w:tbl/>', '<w:p/>', '<w:txbxContent/>', '<mc:Choice/>', '<w:trPr/>', '<w:tcPr/>'][
            next(8)
          ]!,
        )
      try {
        const parsed = parser.parse(word(shuffled.join('')))
        for (const { cells } of parsed.rows) for (const span of cells) expect(span.start).toBeLessThanOrEqual(span.end)
        readable++
      } catch (error) {
        expect(error).toBeInstanceOf(UnreadableError)
      }
    }
    expect(readable).toBeGreaterThan(1000)
  })
})

describe('hostile sizes', () => {
  const outcomeOf = (bytes: Uint8Array): string => {
    try {
      parser.parse(bytes)
      return 'read'
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error
      return error.message
    }
  }

  test.each([
    ['paragraphs', '<w:p/>'.repeat(1_000_000), '段落超过'],
    ['a text', paragraph('一'.repeat(11_000_000)), '压缩比异常'],
    ['nested elements', '<w:sdt>'.repeat(100_000), 'XML 元素嵌套过深'],
    ['nested text boxes', '<w:p><w:txbxContent>'.repeat(900) + '</w:txbxContent></w:p>'.repeat(900), '文本框嵌套过深'],
    [
      'nested tables',
      '<w:tbl><w:tr><w:tc>'.repeat(600) + paragraph('底') + '</w:tc></w:tr></w:tbl>'.repeat(600),
      'read',
    ],
    ['nested paragraphs', '<w:p>'.repeat(1900) + run('底') + '</w:p>'.repeat(1900), 'read'],
    ['merged cells', table(row(cell('', '<w:gridSpan w:val="63"/>')).repeat(20_000)), '表格单元格超过'],
    ['deleted paragraph marks', paragraph('甲', '<w:rPr><w:del/></w:rPr>').repeat(50_000), 'read'],
    ['runs', `<w:p>${run('甲').repeat(200_000)}</w:p>`, 'read'],
    [
      'open fields',
      `<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(100_000)}${run('底')}</w:p>`,
      'read',
    ],
    [
      'field code',
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${'<w:r><w:instrText>(((,</w:instrText></w:r>'.repeat(100_000)}</w:p>`,
      'read',
    ],
    [
      'alternatives',
      `<w:p>${'<mc:AlternateContent><mc:Choice Requires="wps"/><mc:Fallback/></mc:AlternateContent>'.repeat(50_000)}</w:p>`,
      'read',
    ],
  ])('many %s', (_, body, outcome) => {
    // Digits that no packer can shorten keep the ratio of the archive innocent.
    let state = 3
    const digits = Array.from({ length: 60_000 }, () =>
      ((state = (state * 48_271) % 0x7fffffff) % 36).toString(36),
    ).join('')
    expect(outcomeOf(word(`<!--${digits}-->${body}`))).toContain(outcome)
  })

  test('many numbered paragraphs with long numbers', () => {
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="${'%1'.repeat(20_000)}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
    expect(outcomeOf(word(numbered(1, 0, '').repeat(100_000), { numbering }))).toMatch(/read|压缩比|文字超过/)
  })

  test('many relationships to one part', () => {
    const many = relations(Array.from({ length: 50_000 }, () => ['header', 'h.xml'] as const))
    const header = `<w:hdr ${declarations}>${paragraph('眉').repeat(1000)}</w:hdr>`
    expect(
      outcomeOf(word(paragraph('文'), { files: { 'word/_rels/document.xml.rels': many, 'word/h.xml': header } })),
    ).toBe('read')
  })
})

// ------------------------------------------------------------------------------------------------------ real files

const shared = join(fileURLToPath(new URL('../..', import.meta.url)), '../shared/corpora')
const reports = join(shared, 'city-work-reports-docx')

describe.skipIf(!existsSync(reports))('real files (skipped where ../shared/corpora is absent)', () => {
  const names = existsSync(reports) ? readdirSync(reports).filter((name) => name.endsWith('.docx')) : []
  const dense = (words: string) => words.replace(/[\s\ufeff]/g, '')

  test('the corpus is complete', () => {
    expect(names).toHaveLength(21)
  })

  test.each(names)('%s reads like its text', (name) => {
    const parsed = parser.parse(readFileSync(join(reports, name)))
    const plain = readFileSync(join(shared, 'city-work-reports', `${basename(name, '.docx')}.txt`), 'utf8')
    expect(dense(parsed.text) === dense(plain)).toBe(true)
    for (const block of parsed.blocks) expect(parsed.text.slice(block.start, block.end).trim()).not.toBe('')
  })

  test.each(names.slice(0, 3))('the runs of %s cover its text', (name) => {
    const bytes = readFileSync(join(reports, name))
    const { runs, xml } = readRuns(bytes)
    expect(runs.map((r) => xml.slice(r.source.start, r.source.end)).join('')).toBe(
      parser.parse(bytes).text.replaceAll('\n', ''),
    )
  })
})
