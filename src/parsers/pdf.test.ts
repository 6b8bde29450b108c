import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { UnreadableError } from '../core.ts'
import { bodyOf } from '../dev/compare-texts.ts'
import { CATALOGUE, onePage, PAGE, PAGES, type PdfObject, pdf, shown, song, ucs2 } from '../dev/pdf.ts'
import { parser as docx } from './docx.ts'
import { parser } from './pdf.ts'

const linesOf = async (bytes: Uint8Array) => (await parser.parse(bytes)).text.split('\n')

async function refusal(bytes: Uint8Array): Promise<UnreadableError> {
  const error = await parser.parse(bytes).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(UnreadableError)
  return error as UnreadableError
}

// ------------------------------------------------------------------------------------------------------ text

describe('PDF', { timeout: 20_000 }, () => {
  it.each([
    ['UniGB-UCS2-H', ucs2('减负通知２０２４')],
    ['UniGB-UTF16-H', ucs2('减负通知２０２４')],
    // 减负通知２０２４ in GBK.
    ['GBK-EUC-H', 'bcf5b8bacda8d6aaa3b2a3b0a3b2a3b4'],
    ['GB-EUC-H', 'bcf5b8bacda8d6aaa3b2a3b0a3b2a3b4'],
  ])('reads a Chinese font that is not embedded, in %s', async (encoding, code) => {
    expect(await linesOf(onePage(shown([[100, 700, code]]), song(encoding)))).toEqual(['减负通知２０２４'])
  })

  it('reads glyph numbers by the table that says what they mean', async () => {
    const map =
      'begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 2 beginbfchar <0001> <51cf> <0002> <8d1f> endbfchar endcmap'
    const font = `${song('Identity-H', 'Identity').slice(0, -2)}/ToUnicode 6 0 R>>`
    const file = pdf([
      CATALOGUE,
      PAGES,
      PAGE,
      { dict: '<<>>', data: shown([[100, 700, '00010002']]) },
      font,
      { dict: '<<>>', data: map },
    ])
    expect(await linesOf(file)).toEqual(['减负'])
  })

  it('joins the lines of a paragraph and names the page', async () => {
    const content = shown([
      [112, 700, ucs2('各乡镇要在三月底前排查险工险段十二处并逐户')],
      [80, 670, ucs2('登记低洼住户。')],
      [112, 640, ucs2('经费从县级防汛专项资金中列支，不得向村里摊')],
      [80, 610, ucs2('派，结果报县防汛办备案，发现问题应当天整改，由')],
      [80, 580, ucs2('乡镇长验收。')],
    ])
    const { text, blocks } = await parser.parse(onePage(content))
    expect(text.split('\n')).toEqual([
      '各乡镇要在三月底前排查险工险段十二处并逐户登记低洼住户。',
      '经费从县级防汛专项资金中列支，不得向村里摊派，结果报县防汛办备案，发现问题应当天整改，由乡镇长验收。',
    ])
    expect(blocks.map(({ label }) => label)).toEqual(['第1页第1段', '第1页第2段'])
  })

  it('leaves out what is written across the page', async () => {
    const content = `BT /F 16 Tf 1 0 0 1 80 700 Tm <${ucs2('正文')}> Tj 40 40 -40 40 150 300 Tm <${ucs2('内部资料')}> Tj ET`
    expect(await linesOf(onePage(content))).toEqual(['正文'])
  })

  it('says which pages have no text', async () => {
    const file = pdf([
      CATALOGUE,
      '<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2>>',
      PAGE,
      { dict: '<<>>', data: shown([[100, 700, ucs2('正文')]]) },
      song('UniGB-UCS2-H'),
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
    ])
    const { meta } = await parser.parse(file)
    expect(meta.notices).toEqual([{ code: 'pages-without-text', args: { count: 1, pages: '2' } }])
  })
})

// --------------------------------------------------------------------------------------------------- refusals

describe('a PDF that cannot be read', { timeout: 20_000 }, () => {
  it('has no text layer', async () => {
    const error = await refusal(onePage('0 0 100 100 re f'))
    expect(error.message).toBe('PDF 没有文字层，可能是扫描件或图片')
    expect(error.remedy).toContain('OCR')
  })

  it('has a font that does not say what its glyphs mean', async () => {
    const code = Array.from({ length: 60 }, (_, i) => (0x1200 + i * 37).toString(16)).join('')
    const error = await refusal(onePage(shown([[100, 700, code]]), song('Identity-H', 'Identity')))
    expect(error.message).toContain('乱码')
  })

  it('is locked', async () => {
    const locked = `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'11'.repeat(32)}>/U<${'22'.repeat(32)}>>>`
    const error = await refusal(
      pdf(
        [CATALOGUE, PAGES, PAGE, { dict: '<<>>', data: shown([[100, 700, ucs2('正文')]]) }, song('UniGB-UCS2-H')],
        locked,
      ),
    )
    expect(error.message).toContain('打开密码')
  })

  it.each([
    ['nothing but the mark', new Uint8Array(Buffer.from('%PDF-1.7\n'))],
    ['cut off', onePage(shown([[100, 700, ucs2('正文')]])).subarray(0, 200)],
    ['no pages', pdf(['<</Type/Catalog>>'])],
  ])('is broken: %s', async (_, bytes) => {
    expect((await refusal(bytes)).message).toContain('已损坏')
  })
})

/** Forms that each show the next one ten times. */
function nested(levels: number): Uint8Array {
  const first = 6
  const forms = Array.from({ length: levels }, (_, i) => ({
    dict: `<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>/XObject<</X ${first + i + 1} 0 R>>>>>>`,
    data: '/X Do '.repeat(10),
  }))
  return pdf([
    CATALOGUE,
    PAGES,
    PAGE.replace('/Font', `/XObject<</X ${first} 0 R>>/Font`),
    { dict: '<<>>', data: '/X Do' },
    song('UniGB-UCS2-H'),
    ...forms,
    {
      dict: '<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>>>',
      data: shown([[100, 700, ucs2('字')]]),
    },
  ])
}

/** Content that unpacks to `megabytes` of `pattern`. */
function bomb(megabytes: number, pattern: string): PdfObject {
  const raw = Buffer.alloc(megabytes * 1024 * 1024, pattern)
  return { dict: '<</Filter/FlateDecode>>', data: new Uint8Array(deflateSync(raw)) }
}

/** A file whose catalogue and pages lie in an object stream, object 3. */
function packed(stream: PdfObject): Uint8Array {
  const data = Buffer.from(stream.data as string)
  const head = Buffer.concat([
    Buffer.from(`%PDF-1.7\n3 0 obj\n${stream.dict.replace(/>>$/, `/Length ${data.length}>>`)}\nstream\n`),
    data,
    Buffer.from('\nendstream\nendobj\n'),
  ])
  // Kind, place and index of each object: 1 and 2 are said to lie in 3, and 3 at byte 9.
  const table = Buffer.from([0, 0, 0, 0, 2, 0, 3, 0, 2, 0, 3, 1, 1, 0, 9, 0])
  const xref = Buffer.concat([
    Buffer.from(
      `4 0 obj\n<</Type/XRef/Size 4/W[1 2 1]/Root 1 0 R/Prev ${head.length}/Length ${table.length}>>\nstream\n`,
    ),
    table,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${head.length}\n%%EOF\n`),
  ])
  return new Uint8Array(Buffer.concat([head, xref]))
}

const TEXT = { dict: '<<>>', data: shown([[100, 700, ucs2('正文')]]) }

describe('a hostile PDF', { timeout: 30_000 }, () => {
  it.each<readonly [string, () => Uint8Array]>([
    ['pages that are their own parents', () => pdf([CATALOGUE, '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>'])],
    [
      'two nodes that hold each other',
      () => pdf([CATALOGUE, '<</Type/Pages/Kids[3 0 R]/Count 9>>', '<</Type/Pages/Kids[2 0 R]/Count 9>>']),
    ],
    ['forms that show each other', () => nested(12)],
    ['content that unpacks to 150 MB of nothing', () => onePage(bomb(150, ' '))],
    ['content that unpacks to 60 MB of commands', () => onePage(bomb(60, '1 0 0 1 0 0 cm '))],
    ['content that unpacks to 120 MB of open arrays', () => onePage(bomb(120, '['))],
    [
      'an object stream that goes on in itself, in a table that goes on in itself',
      () => packed({ dict: '<</Type/ObjStm/N 2/First 8/Extends 3 0 R>>', data: '1 0 2 9 3 0 R    3 0 R' }),
    ],
    [
      'an object stream that unpacks to 200 MB',
      () => packed({ ...bomb(200, ' '), dict: '<</Type/ObjStm/N 2/First 8/Filter/FlateDecode>>' }),
    ],
    [
      'a million glyphs on a page',
      () => onePage(`BT /F 9 Tf ${`1 0 0 1 1 1 Tm <${ucs2('字')}> Tj `.repeat(1_000_000)} ET`),
    ],
    [
      'a character map without end',
      () =>
        pdf([
          CATALOGUE,
          PAGES,
          PAGE,
          TEXT,
          `${song('Identity-H', 'Identity').slice(0, -2)}/ToUnicode 6 0 R>>`,
          bomb(60, '1 beginbfrange <0000> <ffff> <4e00> endbfrange '),
        ]),
    ],
  ])('is refused in time: %s', async (_, make) => {
    const bytes = make()
    const size = process.memoryUsage.rss()
    const used = process.cpuUsage()
    let most = 0
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss() - size)), 5)
    const error = await refusal(bytes)
    clearInterval(watch)
    const { user, system } = process.cpuUsage(used)
    // A fast machine may come to the end of it and find no text.
    expect(error.message).toMatch(/PDF (?:文件：|没有文字层)/)
    expect((user + system) / 1000).toBeLessThan(3000)
    expect(most / 1024 / 1024).toBeLessThan(300)
  })

  it('may promise millions of pages: those that are there are read', async () => {
    const pages = '<</Type/Pages/Kids[3 0 R]/Count 99999999>>'
    expect(await linesOf(pdf([CATALOGUE, pages, PAGE, TEXT, song('UniGB-UCS2-H')]))).toEqual(['正文'])
  })

  it('may show itself: what it shows besides is read', async () => {
    const form = '<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>'
    const file = pdf([
      CATALOGUE,
      PAGES,
      PAGE.replace('/Font', '/XObject<</X 6 0 R>>/Font'),
      { dict: '<<>>', data: `/X Do ${shown([[100, 700, ucs2('正文')]])}` },
      song('UniGB-UCS2-H'),
      { dict: form, data: '/X Do' },
    ])
    expect(await linesOf(file)).toEqual(['正文'])
  })

  it('leaves the program able to read the next file', async () => {
    await refusal(nested(12))
    expect(await linesOf(onePage(shown([[100, 700, ucs2('正文')]])))).toEqual(['正文'])
  })
})

// ------------------------------------------------------------------------------------------------ real samples

const SAMPLES = join(process.cwd(), '..', 'shared', 'corpora', 'office-formats')

describe.skipIf(!existsSync(SAMPLES))('the samples in five formats', { timeout: 20_000 }, () => {
  it.each(['master_template', 'test'])('reads %s as the Word file reads', async (name) => {
    const bytes = (extension: string) => new Uint8Array(readFileSync(join(SAMPLES, `${name}.${extension}`)))
    const word = docx.parse(bytes('docx'))
    expect(bodyOf(await parser.parse(bytes('pdf')), word)).toBe(bodyOf(word, word))
  })
})
