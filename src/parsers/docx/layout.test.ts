/** How Word files say that they are to be printed: styles, theme, sections, page numbers; and files that say it badly. */
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Layout } from '../../core.ts'
import { growth, LINEAR } from '../../dev/growth.ts'
import { parser } from '../docx.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const W = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`

interface Parts {
  readonly styles?: string
  readonly settings?: string
  readonly theme?: string
  readonly footers?: readonly string[]
  readonly headers?: readonly string[]
}

/** Footers and headers have the ids f0, f1…, h0, h1…. */
function word(body: string, { styles, settings, theme, footers = [], headers = [] }: Parts = {}, w = W): Uint8Array {
  const parts: [kind: string, name: string, id: string, xml: string][] = []
  const add = (kind: string, id: string, xml: string | undefined, name = kind) => {
    if (xml !== undefined) parts.push([kind, `${name}.xml`, id, xml])
  }
  add('styles', 's', styles && `<w:styles ${w}>${styles}</w:styles>`)
  add('settings', 't', settings && `<w:settings ${w}>${settings}</w:settings>`)
  add('theme', 'u', theme)
  for (const [i, xml] of footers.entries()) add('footer', `f${i}`, `<w:ftr ${w}>${xml}</w:ftr>`, `footer${i}`)
  for (const [i, xml] of headers.entries()) add('header', `h${i}`, `<w:hdr ${w}>${xml}</w:hdr>`, `header${i}`)
  const relations = (items: readonly string[]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`
  const relation = (kind: string, target: string, id: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`
  const files: Record<string, string> = {
    '_rels/.rels': relations([relation('officeDocument', 'word/document.xml', 'r')]),
    'word/document.xml': `<w:document ${w}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(parts.map(([kind, name, id]) => relation(kind, name, id))),
    ...Object.fromEntries(parts.map(([, name, , xml]) => [`word/${name}`, xml])),
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])), { level: 0 })
}

const layout = (body: string, parts?: Parts, w?: string): Layout => parser.parse(word(body, parts, w)).layout!()
const run = (text: string, look = '') => `<w:r><w:rPr>${look}</w:rPr><w:t>${text}</w:t></w:r>`
const paragraph = (content: string, stand = '') => `<w:p><w:pPr>${stand}</w:pPr>${content}</w:p>`
const font = (name: string) => `<w:rFonts w:ascii="Arial" w:eastAsia="${name}"/>`
const size = (halves: number | string) => `<w:sz w:val="${halves}"/>`
const style = (id: string, content: string, type = 'paragraph', extra = '') =>
  `<w:style w:type="${type}" w:styleId="${id}" ${extra}><w:name w:val="${id}"/>${content}</w:style>`
const rPr = (look: string) => `<w:rPr>${look}</w:rPr>`
/** Font and size of each stretch, block by block. */
const faces = (body: string, parts?: Parts) =>
  layout(body, parts).blocks.map(({ stretches }) => stretches.map((s) => `${s.font ?? '—'} ${s.size}`).join(', '))

describe('typefaces', () => {
  it('come from the defaults, the style and the styles it is based on, a character style, and the run, the later the stronger', () => {
    const styles = `<w:docDefaults><w:rPrDefault>${rPr(font('宋体') + size(21))}</w:rPrDefault></w:docDefaults>${style(
      'a',
      '',
      'paragraph',
      'w:default="1"',
    )}${style('b', `<w:basedOn w:val="a"/>${rPr(font('仿宋'))}`)}${style('c', `<w:basedOn w:val="b"/>${rPr(size(32))}`)}${style('d', rPr(font('楷体')), 'character')}`
    const body =
      paragraph(run('默认')) +
      paragraph(run('样式'), '<w:pStyle w:val="c"/>') +
      paragraph(run('字符', '<w:rStyle w:val="d"/>') + run('直接', font('黑体') + size(44)), '<w:pStyle w:val="c"/>')
    expect(faces(body, { styles })).toEqual(['宋体 10.5', '仿宋 16', '楷体 16, 黑体 22'])
  })

  it('of a theme are those of its script, and give way to a font that is named', () => {
    const theme = (font: string) =>
      `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme><a:majorFont><a:ea typeface="黑体"/></a:majorFont><a:minorFont><a:ea typeface=""/><a:font script="Hant" typeface="新細明體"/>${font}</a:minorFont></a:fontScheme></a:themeElements></a:theme>`
    const styles = `<w:docDefaults><w:rPrDefault>${rPr('<w:rFonts w:eastAsiaTheme="minorEastAsia"/>')}</w:rPrDefault></w:docDefaults>`
    const body = paragraph(
      run('主题') + run('标题', '<w:rFonts w:eastAsiaTheme="majorEastAsia"/>') + run('指定', font('仿宋')),
    )
    const hans = '<a:font script="Hans" typeface="等线"/>'
    expect(faces(body, { styles, theme: theme(hans) })).toEqual(['等线 10, 黑体 10, 仿宋 10'])
    expect(faces(body, { styles, theme: theme('') })).toEqual(['— 10, 黑体 10, 仿宋 10'])
    const settings = '<w:themeFontLang w:val="en-US" w:eastAsia="zh-TW"/>'
    expect(faces(body, { styles, settings, theme: theme(hans) })).toEqual(['新細明體 10, 黑体 10, 仿宋 10'])
    expect(faces(body, { styles })).toEqual(['— 10, 仿宋 10'])
  })

  it('of a table style reach into its cells, below those of the paragraph', () => {
    const styles = `${style('t', rPr(font('楷体') + size(28)), 'table')}${style('p', rPr(size(24)))}`
    const body = `<w:tbl><w:tblPr><w:tblStyle w:val="t"/></w:tblPr><w:tr><w:tc>${paragraph(run('甲'))}</w:tc><w:tc>${paragraph(run('乙'), '<w:pStyle w:val="p"/>')}</w:tc></w:tr></w:tbl>${paragraph(run('丙'))}`
    expect(faces(body, { styles })).toEqual(['楷体 14', '楷体 12', '— 10'])
  })

  it('are found through styles that are based on each other, on themselves or on nothing', () => {
    const styles =
      style('a', `<w:basedOn w:val="b"/>${rPr(size(32))}`) +
      style('b', `<w:basedOn w:val="a"/>${rPr(font('仿宋'))}`) +
      style('c', `<w:basedOn w:val="c"/>${rPr(size(28))}`) +
      style('d', `<w:basedOn w:val="无"/>${rPr(size(24))}`)
    const body = ['a', 'b', 'c', 'd', '无'].map((id) => paragraph(run('字'), `<w:pStyle w:val="${id}"/>`)).join('')
    expect(faces(body, { styles })).toEqual(['仿宋 16', '仿宋 10', '— 14', '— 12', '— 10'])
  })

  it('before a tracked change, and of deleted text, are no longer there', () => {
    const body = paragraph(
      run('新', `${font('仿宋')}<w:rPrChange>${rPr(font('宋体') + size(10))}</w:rPrChange>`) +
        `<w:del>${run('旧', font('黑体')).replaceAll('w:t>', 'w:delText>')}</w:del>`,
      `<w:jc w:val="center"/><w:pPrChange><w:pPr><w:jc w:val="right"/></w:pPr></w:pPrChange>`,
    )
    expect(layout(body).blocks).toEqual([
      {
        section: 0,
        align: 'center',
        floating: false,
        stretches: [{ start: 0, end: 1, font: '仿宋', size: 10 }],
      },
    ])
  })

  it('stretch over runs that look alike, and have a colour where one is given', () => {
    const red = '<w:color w:val="ff0000"/>'
    const body = paragraph(run('红', red) + run('头', red) + run('黑', '<w:color w:val="auto"/>') + run('字'))
    expect(layout(body).blocks[0]?.stretches).toEqual([
      { start: 0, end: 2, size: 10, colour: 'FF0000' },
      { start: 2, end: 4, size: 10 },
    ])
  })

  it('lie in text boxes and frames, too, which stand elsewhere', () => {
    const box = `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph(run('框', size(28)))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`
    const body =
      paragraph(run('文', size(32)) + box + run('字', size(32))) +
      paragraph(run('图文框'), '<w:framePr w:xAlign="right"/>')
    const { blocks } = layout(body)
    expect(blocks.map(({ floating, stretches }) => [floating, stretches[0]?.size])).toEqual([
      [false, 16],
      [true, 14],
      [true, 10],
    ])
  })
})

describe('distance of lines', () => {
  const pitches = (stand: string, grid = '<w:docGrid w:type="lines" w:linePitch="580"/>', halves = 32) =>
    layout(`${paragraph(run('字', size(halves)), stand)}<w:sectPr>${grid}</w:sectPr>`).blocks[0]?.pitch
  it('is what is given exactly, or the grid where that surely holds the type', () => {
    expect(pitches('<w:spacing w:line="560" w:lineRule="exact"/>')).toBe(28)
    expect(pitches('')).toBe(29)
    expect(pitches('<w:spacing w:line="240" w:lineRule="auto"/>')).toBe(29)
  })
  it('is not known otherwise', () => {
    expect(pitches('<w:spacing w:line="360" w:lineRule="auto"/>')).toBeUndefined()
    expect(pitches('<w:spacing w:line="560" w:lineRule="atLeast"/>')).toBeUndefined()
    expect(pitches('<w:snapToGrid w:val="0"/>')).toBeUndefined()
    expect(pitches('', '<w:docGrid w:linePitch="580"/>')).toBeUndefined()
    expect(pitches('', '<w:docGrid w:type="lines" w:linePitch="312"/>')).toBeUndefined()
    // A program took other units for twentieths of a point.
    expect(pitches('<w:spacing w:line="138960" w:lineRule="exact"/>', '')).toBeUndefined()
  })
})

describe('sections', () => {
  const section = (content: string) => `<w:sectPr>${content}</w:sectPr>`
  const a4 = '<w:pgSz w:w="11906" w:h="16838"/>'
  const margins = (extra = '') =>
    `<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" ${extra}/>`

  it('measure paper and margins in millimetres, what is set aside for binding with them', () => {
    const paper = { width: 210.01, height: 297 }
    expect(layout(paragraph(run('字')) + section(a4 + margins())).sections).toEqual([
      { paper, margins: { top: 37.01, right: 26, bottom: 35, left: 28.01 }, numbers: [] },
    ])
    const bound = section(a4 + margins('w:gutter="567"'))
    expect(layout(paragraph(run('字')) + bound).sections[0]?.margins?.left).toBe(38.01)
    const above = layout(paragraph(run('字')) + bound, { settings: '<w:gutterAtTop/>' }).sections[0]?.margins
    expect([above?.top, above?.left]).toEqual([47.01, 28.01])
  })

  it('may be written in units, as Strict OOXML does', () => {
    const strict = W.replace(
      'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
      'http://purl.oclc.org/ooxml/wordprocessingml/main',
    )
    const body = `${paragraph(run('字', size('16pt')))}${section('<w:pgSz w:w="210mm" w:h="29.7cm"/><w:pgMar w:top="-37mm" w:right="26mm" w:bottom="35mm" w:left="28mm"/>')}`
    const { sections, blocks } = layout(body, {}, strict)
    expect(sections[0]).toMatchObject({
      paper: { width: 210, height: 297 },
      margins: { top: 37, right: 26, bottom: 35, left: 28 },
    })
    expect(blocks[0]?.stretches[0]?.size).toBe(16)
  })

  it('end with the paragraph that holds their properties', () => {
    const body =
      paragraph(run('一')) +
      paragraph(run('二'), section(a4)) +
      paragraph(run('三')) +
      section('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
    const { sections, blocks } = layout(body)
    expect(blocks.map((block) => block.section)).toEqual([0, 0, 1])
    expect(sections.map(({ paper }) => paper?.width)).toEqual([210.01, 297])
  })

  it('say nothing where there is nothing', () => {
    expect(layout(paragraph(run('字'))).sections).toEqual([{ numbers: [] }])
    expect(layout(paragraph(run('字')) + section('<w:pgSz w:w="x" w:h="0"/>')).sections).toEqual([{ numbers: [] }])
  })
})

describe('page numbers', () => {
  const field = (look = '', code = ' PAGE  \\* MERGEFORMAT ') =>
    run('', `${look}`).replace('<w:t></w:t>', '<w:fldChar w:fldCharType="begin"/>') +
    `<w:r>${rPr(look)}<w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('7', look)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
  const numbers = (footers: readonly string[], references: string, settings = '', headers: readonly string[] = []) =>
    layout(`${paragraph(run('字'))}<w:sectPr>${references}</w:sectPr>`, {
      footers,
      headers,
      settings: settings || '<w:zoom/>',
    }).sections[0]?.numbers
  const usual = '<w:footerReference w:type="default" r:id="f0"/>'
  const both = `${usual}<w:footerReference w:type="even" r:id="f1"/>`
  const line = paragraph(run('— ', size(28)) + field(size(28)) + run(' —', size(28)), '<w:jc w:val="right"/>')

  it('are found with what stands around them', () => {
    expect(numbers([line], usual)).toEqual([{ pages: 'all', place: 'footer', align: 'right', size: 14, text: '— 1 —' }])
  })

  it('differ on odd and even pages, and on the first one, where the file says so', () => {
    const left = line.replace('"right"', '"left"')
    const facing = '<w:evenAndOddHeaders/>'
    expect(numbers([line, left], both)?.map(({ pages }) => pages)).toEqual(['all'])
    expect(numbers([line, left], both, facing)?.map(({ pages, align }) => [pages, align])).toEqual([
      ['odd', 'right'],
      ['even', 'left'],
    ])
    const first = `${usual}<w:footerReference w:type="first" r:id="f1"/>`
    expect(numbers([line, left], first)?.length).toBe(1)
    expect(numbers([line, left], `${first}<w:titlePg/>`)?.map(({ pages }) => pages)).toEqual(['all', 'first'])
  })

  it('pass on from one section to the next', () => {
    const body = `${paragraph(run('一'), `<w:sectPr>${usual}</w:sectPr>`)}${paragraph(run('二'))}<w:sectPr/>`
    expect(layout(body, { footers: [line] }).sections.map((s) => s.numbers.length)).toEqual([1, 1])
  })

  it('are counted by PAGE, in all its forms, and by nothing else', () => {
    const of = (content: string) => numbers([paragraph(content)], usual)?.map(({ text }) => text)
    expect(of('<w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple>')).toEqual(['1'])
    expect(of(`${run('第')}<w:r><w:pgNum/></w:r>${run('页')}`)).toEqual(['第1页'])
    expect(of(field().replace(/<w:r><w:fldChar w:fldCharType="separate"\/><\/w:r><w:r>.*?<\/w:r>/, ''))).toEqual(['1'])
    expect(of(`${field()}${run('/')}${field('', 'NUMPAGES')}`)).toEqual(['1/7'])
    expect(of(field('', 'NUMPAGES'))).toEqual([])
    expect(of(field('', 'PAGEREF _Toc1'))).toEqual([])
    expect(of(run('— 1 —'))).toEqual([])
  })

  it('stand where their frame or box stands', () => {
    const frame = line.replace('<w:jc w:val="right"/>', '<w:framePr w:xAlign="outside"/><w:jc w:val="center"/>')
    expect(numbers([frame], usual)?.[0]?.align).toBe('outside')
    const box = (align: string) =>
      `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:positionH relativeFrom="margin">${align}</wp:positionH><wp:positionV><wp:align>top</wp:align></wp:positionV><wps:txbx><w:txbxContent>${line}</w:txbxContent></wps:txbx></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="mso-position-horizontal:center"><v:textbox><w:txbxContent>${line}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
    expect(numbers([box('<wp:align>outside</wp:align>')], usual)).toEqual([
      { pages: 'all', place: 'footer', align: 'outside', size: 14, text: '— 1 —' },
    ])
    expect(numbers([box('<wp:posOffset>100</wp:posOffset>')], usual)?.[0]).not.toHaveProperty('align')
    const old = `<w:p><w:r><w:pict><v:shape style="position:absolute;mso-position-horizontal:outside"><v:textbox><w:txbxContent>${line}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`
    expect(numbers([old], usual)?.[0]?.align).toBe('outside')
    const tabbed = paragraph(`<w:r><w:tab/></w:r>${field()}`)
    expect(numbers([tabbed], usual)?.[0]).not.toHaveProperty('align')
  })

  it('may stand in the header', () => {
    const reference = '<w:headerReference w:type="default" r:id="h0"/>'
    expect(numbers([], reference, '', [line])?.[0]?.place).toBe('header')
  })
})

describe('files that are damaged or made to hurt', () => {
  const body = paragraph(run('字'))
  it('say nothing of their layout where theme or settings are broken, and are read all the same', () => {
    const nothing = { sections: [], blocks: [{ section: 0, align: 'left', floating: false, stretches: [] }] }
    expect(layout(body, { theme: '<a:theme' })).toEqual(nothing)
    const footed = `${body}<w:sectPr><w:footerReference r:id="f0"/></w:sectPr>`
    expect(layout(footed, { settings: '</w:p>' })).toEqual(nothing)
    expect(layout(`${body}<w:sectPr><w:footerReference r:id="x"/></w:sectPr>`).sections).toEqual([{ numbers: [] }])
  })

  it('are read in a time that grows with their length', () => {
    const many = (n: number, xml: string) => xml.repeat(n)
    const chained = (n: number) => () => {
      const chain = Array.from({ length: n }, (_, i) => style(`s${i}`, `<w:basedOn w:val="s${i + 1}"/>`)).join('')
      layout(many(n, paragraph(run('字'), '<w:pStyle w:val="s0"/>')), { styles: chain })
    }
    const footed = (n: number) => () => {
      const footers = [`<w:p>${many(n, `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('字')}`)}</w:p>`]
      layout(`${body}<w:sectPr><w:footerReference r:id="f0"/></w:sectPr>`, { footers })
    }
    const parted = (n: number) => () =>
      layout(many(n, paragraph(run('字'), '<w:sectPr><w:footerReference r:id="f0"/></w:sectPr>')), {
        footers: [many(100, line())],
      })
    expect(growth(chained, 1000)).toBeLessThan(LINEAR)
    expect(growth(footed, 2500)).toBeLessThan(LINEAR)
    expect(growth(parted, 250)).toBeLessThan(LINEAR)
  })
  const line = () => paragraph('<w:fldSimple w:instr="PAGE"/>')
})

it('is read only once', () => {
  const { layout: read } = parser.parse(word(paragraph(run('字'))))
  expect(read!()).toBe(read!())
})
