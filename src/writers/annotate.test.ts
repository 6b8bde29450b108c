import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it, test } from 'vitest'
import type { Edit, Span } from '../core.ts'
import { difference, misplaced, rejected, withoutComments } from '../dev/annotate-compare.ts'
import { oddities } from '../dev/annotate-samples.ts'
import { applied, compatible } from '../fix.ts'
import { parser } from '../parsers/docx.ts'
import { parser as markdown } from '../parsers/markdown.ts'
import { parser as plain } from '../parsers/plain.ts'
import { annotateDocx, annotateText } from './annotate.ts'
import { isOwn } from './own.ts'

const DATE = '2026-03-05T00:00:00Z'
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships'

const annotated = (bytes: Uint8Array, spans: readonly Span[], edits: readonly Edit[] = []) =>
  annotateDocx(bytes, {
    notes: spans.map((span, i) => ({ span, lines: () => [`批注${i}`, '<建议> & 依据'] })),
    edits,
    date: DATE,
    source: 'test',
  })
const filesOf = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))
const documentOf = (bytes: Uint8Array) => filesOf(bytes)['word/document.xml']!
const spanOf = (text: string, words: string): Span => {
  const start = text.indexOf(words)
  expect(start, words).toBeGreaterThanOrEqual(0)
  return { start, end: start + words.length }
}
const change = (text: string, words: string, by: string): Edit => ({ span: spanOf(text, words), text: by, safe: true })

/** Numbers of the comments that bear our name. */
const ours = (bytes: Uint8Array) =>
  new Set(
    Object.entries(filesOf(bytes))
      .filter(([name]) => /comments\d*\.xml$/.test(name))
      .flatMap(([, xml]) => [...xml.matchAll(/:comment \w+:id="(\d+)" \w+:author="burden-lint"/g)].map((m) => m[1]!)),
  )

/** The words between the marks of each of our comments. */
function marked(bytes: Uint8Array): string[] {
  const xml = documentOf(bytes)
  return [...ours(bytes)].map((id) => {
    const from = xml.search(new RegExp(`<\\w+:commentRangeStart \\w+:id="${id}"/>`))
    const to = xml.search(new RegExp(`<\\w+:commentRangeEnd \\w+:id="${id}"/>`))
    expect(from >= 0 && to > from).toBe(true)
    const words = xml.slice(from, to).matchAll(/<\w+:t(?: [^>]*)?>([^<]*)</g)
    return [...words].map((m) => m[1]).join('')
  })
}

const word = (body: string, more: Record<string, string> = {}) =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'word/document.xml': strToU8(`<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`),
    'word/media/photo.png': [new Uint8Array([1, 2, 3, 4]), { level: 0 }],
    ...Object.fromEntries(Object.entries(more).map(([name, xml]) => [name, strToU8(xml)])),
  })

describe('comments on a Word file', () => {
  const body =
    '<w:p w:rsidR="00A1"><w:r w:rsidR="00B2"><w:rPr><w:b/></w:rPr><w:t>各乡镇要与各村签订责任状。</w:t></w:r><w:r><w:t>年底考核。</w:t></w:r></w:p>'
  const bytes = word(body)
  const { text } = parser.parse(bytes)

  it('stand on their exact characters; a run that is divided keeps its properties on both sides', () => {
    const { bytes: copy } = annotated(bytes, [spanOf(text, '责任状'), spanOf(text, '状。年底')])
    expect(marked(copy)).toEqual(['责任状', '状。年底'])
    const r = (words: string) =>
      `<w:r w:rsidR="00B2"><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`
    const reference = (id: number) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`
    expect(documentOf(copy)).toContain(
      `<w:r w:rsidR="00B2"><w:rPr><w:b/></w:rPr><w:t>各乡镇要与各村签订</w:t></w:r><w:commentRangeStart w:id="0"/>${r('责任')}<w:commentRangeStart w:id="1"/>${r('状')}${reference(0)}${r('。')}<w:r><w:t>年底</w:t></w:r>${reference(1)}`,
    )
    expect(parser.parse(copy)).toMatchObject({ text, blocks: parser.parse(bytes).blocks })
  })

  it('bring their part, its relationship and its content type, and leave every other part as it was', () => {
    const copy = filesOf(annotated(bytes, [spanOf(text, '责任状')]).bytes)
    expect(Object.keys(copy)).toEqual([
      ...Object.keys(filesOf(bytes)),
      'word/_rels/document.xml.rels',
      'word/comments.xml',
    ])
    expect(copy['word/media/photo.png']).toBe('\x01\x02\x03\x04')
    expect(copy['[Content_Types].xml']).toContain('<Override PartName="/word/comments.xml" ContentType=')
    expect(copy['word/_rels/document.xml.rels']).toContain('/relationships/comments" Target="comments.xml"/>')
    expect(copy['word/comments.xml']).toContain(
      '<w:comment w:id="0" w:author="burden-lint" w:date="2026-03-05T00:00:00Z" w:initials="BL">',
    )
    expect(copy['word/comments.xml']).toContain('&lt;建议&gt; &amp; 依据')
  })

  it('end behind a content control that holds one paragraph, where LibreOffice would lose its words', () => {
    const p = (words: string) => `<w:p><w:pPr/><w:r><w:t>${words}</w:t></w:r></w:p>`
    const control = (content: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`
    const fromControl = (body: string) => {
      const file = word(body)
      const { text } = parser.parse(file)
      const { bytes: copy } = annotated(file, [spanOf(text, '否决')])
      expect(parser.parse(copy).text).toBe(text)
      const xml = documentOf(copy)
      return /<w:sdtContent>.*?否决.*?<w:commentReference /
        .exec(xml)![0]
        .replace(/<w:(?!sdt|comment|tbl)[^>]*>|<\/w:(?!sdt|tbl)[^>]*>/g, '')
    }
    const end = '<w:commentRangeEnd w:id="0"/><w:commentReference '
    // In it the mark that begins the comment does no harm.
    expect(fromControl(control(p('一票否决。')) + p('') + p('后文'))).toBe(
      `<w:sdtContent>一票<w:commentRangeStart w:id="0"/>否决。</w:sdtContent></w:sdt>${end}`,
    )
    expect(fromControl(control(p('一票否决。')) + control(p('又一个')) + p('后文'))).toContain(
      `又一个</w:sdtContent></w:sdt>${end}`,
    )
    // More than one paragraph is no such control; where nothing is near, nothing else can be done.
    for (const body of [control(p('一票否决。') + p('二')) + p('后文'), control(p('一票否决。'))])
      expect(fromControl(body)).toBe(`<w:sdtContent>一票<w:commentRangeStart w:id="0"/>否决${end}`)
  })

  it('speak the dialect of the file', () => {
    const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
    const file = zipSync({
      '[Content_Types].xml': strToU8(
        '<t:Types xmlns:t="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      ),
      'word/document.xml': strToU8(
        `<q:document xmlns:q="${strict}"><q:body><q:p><q:r><q:t>甲乙丙</q:t></q:r></q:p></q:body></q:document>`,
      ),
    })
    const copy = filesOf(annotated(file, [{ start: 1, end: 2 }]).bytes)
    expect(copy['[Content_Types].xml']).toMatch(/<t:Override PartName="\/word\/comments.xml" .*\/><\/t:Types>$/)
    expect(copy['word/_rels/document.xml.rels']).toContain(
      'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/comments"',
    )
    expect(copy['word/comments.xml']).toContain(`xmlns:w="${strict}"`)
    expect(copy['word/document.xml']).toContain('<q:commentRangeStart q:id="0"/><q:r><q:t xml:space="preserve">乙')
  })

  it('take the place of a part that is named everywhere, but lost', () => {
    const named = {
      '[Content_Types].xml':
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/Comments.xml" ContentType="c"/></Types>',
      'word/_rels/document.xml.rels': `<Relationships xmlns="${RELS}"><Relationship Id="rId1" Type="t/comments" Target="comments.xml"/></Relationships>`,
    }
    const copy = filesOf(annotated(word(body, named), [spanOf(text, '责任状')]).bytes)
    expect(copy).toMatchObject(named)
    expect(copy['word/comments.xml']).toContain('批注0')
  })

  it('can be read again, however much alike they are', () => {
    const many = Array.from({ length: 3000 }, () => ({ start: 0, end: 1 }))
    const { bytes: copy } = annotated(bytes, many)
    expect(parser.parse(copy).meta.asides).toHaveLength(3000)
  })

  it('replace those of an earlier run', () => {
    const once = annotated(bytes, [spanOf(text, '责任状'), spanOf(text, '年底')]).bytes
    const twice = annotated(once, [spanOf(text, '考核')]).bytes
    expect(marked(twice)).toEqual(['考核'])
    expect(withoutComments(documentOf(twice), ours(twice))).not.toContain('comment')
    expect(annotated(twice, [spanOf(text, '考核')]).bytes).toEqual(twice)
  })

  it('leave those of others, their answers and their numbers; what Word noted about ours goes', () => {
    const comment = (id: number, author: string, paragraph: string) =>
      `<w:comment w:id="${id}" w:author="${author}"><w:p w14:paraId="${paragraph}"><w:r><w:t>好</w:t></w:r></w:p></w:comment>`
    const reference = (id: number) =>
      `<w:commentRangeStart w:id="${id}"/><w:r><w:t>字${id}</w:t></w:r><w:commentRangeEnd w:id="${id}"/><w:r><w:rPr><w:rStyle w:val="a3"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`
    const w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    const file = word(`<w:p>${reference(3)}${reference(5)}${reference(6)}</w:p>`, {
      'word/_rels/document.xml.rels': `<Relationships xmlns="${RELS}"><Relationship Id="rId1" Type="t/comments" Target="comments.xml"/><Relationship Id="rId2" Type="t/commentsExtended" Target="commentsExtended.xml"/><Relationship Id="rId3" Type="t/commentsIds" Target="commentsIds.xml"/><Relationship Id="rId4" Type="t/commentsExtensible" Target="commentsExtensible.xml"/></Relationships>`,
      'word/comments.xml': `<w:comments xmlns:w="${W}" ${w14}>${comment(3, '李某', '00000003')}${comment(5, 'burden-lint', '00000005')}${comment(6, '王某', '00000006')}</w:comments>`,
      'word/commentsExtended.xml':
        '<x:commentsEx xmlns:x="ex"><x:commentEx x:paraId="00000003" x:done="0"/><x:commentEx x:paraId="00000005" x:done="0"/><x:commentEx x:paraId="00000006" x:paraIdParent="00000005" x:done="1"/></x:commentsEx>',
      'word/commentsIds.xml':
        '<y:commentsIds xmlns:y="ids"><y:commentId y:paraId="00000003" y:durableId="A3"/><y:commentId y:paraId="00000005" y:durableId="A5"/></y:commentsIds>',
      'word/commentsExtensible.xml':
        '<z:ext xmlns:z="z"><z:commentExtensible z:durableId="A3"/><z:commentExtensible z:durableId="A5" z:dateUtc="d"/></z:ext>',
    })
    const copy = filesOf(annotated(file, [spanOf('字3字5字6', '字6')]).bytes)
    expect(copy['word/comments.xml']).toContain(comment(3, '李某', '00000003') + comment(6, '王某', '00000006'))
    expect(copy['word/comments.xml']!.match(/author="burden-lint"/g)).toHaveLength(1)
    expect(copy['word/document.xml']).toContain(
      `${reference(3)}<w:r><w:t>字5</w:t></w:r><w:commentRangeStart w:id="6"/>`,
    )
    expect(copy['word/commentsExtended.xml']).toBe(
      '<x:commentsEx xmlns:x="ex"><x:commentEx x:paraId="00000003" x:done="0"/><x:commentEx x:paraId="00000006" x:done="1"/></x:commentsEx>',
    )
    expect(copy['word/commentsIds.xml']).not.toContain('A5')
    expect(copy['word/commentsExtensible.xml']).toBe(
      '<z:ext xmlns:z="z"><z:commentExtensible z:durableId="A3"/></z:ext>',
    )
  })

  it('refuse a file that is signed', () => {
    expect(() => annotated(word(body, { '_xmlsignatures/origin.sigs': '' }), [])).toThrow('数字签名')
  })

  it('declare a prefix where the document has none for attributes', () => {
    const file = zipSync({
      '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
      'word/document.xml': strToU8(`\ufeff<document xmlns="${W}"><body><p><r><t>甲乙丙</t></r></p></body></document>`),
    })
    const copy = annotated(file, [{ start: 1, end: 2 }])
    const xml = strFromU8(unzipSync(copy.bytes)['word/document.xml']!)
    expect(xml).toContain(`</t></r><w:commentRangeStart xmlns:w="${W}" w:id="0"/><r><t xml:space="preserve">乙</t>`)
    expect([...unzipSync(copy.bytes)['word/document.xml']!.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(parser.parse(copy.bytes).text).toBe('甲乙丙')
  })
})

describe.each([
  ['w', false],
  ['x', true],
])('a file with everything that is hard to mark (prefix %s, strict %s)', (prefix, strict) => {
  const bytes = oddities(prefix, strict)
  const { text, blocks } = parser.parse(bytes)
  const places = [0, 1, 2, 9, 60].flatMap((length) =>
    Array.from({ length: Math.ceil(text.length / 2) }, (_, i) => ({
      start: i * 2,
      end: Math.min(i * 2 + length, text.length),
    })),
  )

  it('is marked everywhere as the format allows, and is the same document without the marks', () => {
    const { bytes: copy } = annotated(bytes, places)
    const xml = documentOf(copy)
    expect(misplaced(xml)).toEqual([])
    expect(difference(documentOf(bytes), withoutComments(xml, ours(copy)))).toBeUndefined()
    expect(parser.parse(copy)).toMatchObject({ text, blocks })
    expect(ours(copy).size).toBe(places.length)
    marked(copy)
    expect(filesOf(copy)['word/comments.xml']).toContain('这句留着。')
  })

  it('is marked on what stands nearest where the words themselves cannot be', () => {
    const words = [
      '框内第二段',
      '月5日',
      '链接里的',
      '控件里的',
      '格式文本',
      '一句话',
      'a+b',
      '旱',
      '原样',
      '一、',
      '页，其中',
    ]
    const { bytes: copy } = annotated(
      bytes,
      words.map((w) => spanOf(text, w)),
    )
    const whole = marked(copy)
    expect(whole.slice(1)).toEqual([
      '2026年3月5日，',
      '链接里的',
      '控件里的，单位',
      '格式文本',
      '一句话',
      'a+b，c',
      'hàn旱，',
      '',
      '第一项，要求。',
      '页，其中',
    ])
    // The text box stands twice in its run, once for older programs.
    expect(whole[0]!.match(/框内第二段，也有字。/g)).toHaveLength(2)
  })

  it('takes corrections that can be accepted or rejected', () => {
    const edits = compatible(
      [...text.matchAll(/[，。]/g)].map(({ index }, i) => ({
        span: { start: index, end: index + (i % 3 === 1 ? 0 : 1) },
        text: ['；', '补', ''][i % 3]!,
        safe: true,
      })),
    )
    const { bytes: copy, tracked } = annotated(bytes, places.slice(0, 100), edits)
    const xml = documentOf(copy)
    // In formulas and computed fields, and at the borders of links, controls and the changes of others, none is made.
    expect(tracked.length).toBeGreaterThan(edits.length - 9)
    expect(parser.parse(copy).text).toBe(applied(text, tracked))
    expect(misplaced(xml)).toEqual([])
    expect(difference(documentOf(bytes), rejected(withoutComments(xml, ours(copy))))).toBeUndefined()
  })
})

describe('corrections', () => {
  it('keep the look of the words, and stand beside the changes of others', () => {
    const bytes = word(
      '<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>通知如下:</w:t></w:r><w:ins w:id="4" w:author="张某"><w:r><w:t>请各村,办理</w:t></w:r></w:ins></w:p>',
    )
    const { text } = parser.parse(bytes)
    const { bytes: copy } = annotated(bytes, [], [change(text, ':', '：'), change(text, ',', '，')])
    const by = 'w:author="burden-lint" w:date="2026-03-05T00:00:00Z"'
    expect(documentOf(copy)).toContain(
      `<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>通知如下</w:t></w:r><w:del w:id="8" ${by}><w:r><w:rPr><w:i/></w:rPr><w:delText xml:space="preserve">:</w:delText></w:r></w:del><w:ins w:id="5" ${by}><w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">：</w:t></w:r></w:ins>`,
    )
    expect(documentOf(copy)).toMatch(
      /<w:t>请各村<\/w:t><\/w:r><w:del [^>]*>.{1,90}<\/w:del><\/w:ins><w:ins w:id="\d+" w:author="burden-lint"[^>]*><w:r><w:t xml:space="preserve">，<\/w:t><\/w:r><\/w:ins><w:ins w:id="\d+" w:author="张某"><w:r><w:t xml:space="preserve">办理/,
    )
    expect(parser.parse(copy).text).toBe('通知如下：请各村，办理')
  })

  it('may stand in the midst of a comment, and a comment may end in the midst of them', () => {
    const bytes = word('<w:p><w:r><w:t>甲乙丙丁戊</w:t></w:r></w:p>')
    const edits = [change('甲乙丙丁戊', '乙丙丁', '二三四')]
    const { bytes: copy } = annotated(
      bytes,
      [
        { start: 2, end: 3 },
        { start: 0, end: 5 },
      ],
      edits,
    )
    expect(parser.parse(copy).text).toBe('甲二三四戊')
    expect(misplaced(documentOf(copy))).toEqual([])
    expect(difference(documentOf(bytes), rejected(withoutComments(documentOf(copy), ours(copy))))).toBeUndefined()
  })
})

describe('a copy is ours', () => {
  const bytes = word('<w:p><w:r><w:t>甲乙丙</w:t></w:r></w:p>')
  const copy = annotated(bytes, [{ start: 0, end: 1 }]).bytes
  it('as long as nobody touches it', () => {
    expect(isOwn(copy, 'test')).toBe(true)
    expect(isOwn(copy, 'other')).toBe(false)
    expect(isOwn(bytes, 'test')).toBe(false)
    expect(isOwn(strToU8('甲'), 'test')).toBe(false)
    const files = unzipSync(copy)
    expect(isOwn(zipSync(files), 'test')).toBe(true)
    for (const name of ['word/document.xml', 'word/comments.xml']) {
      const text = strFromU8(files[name]!)
      expect(isOwn(zipSync({ ...files, [name]: strToU8(text.replace(/甲|批注/, '子')) }), 'test'), name).toBe(false)
    }
  })
})

describe('a Word file made of a text', () => {
  const made = (parsed: ReturnType<typeof plain.parse>, spans: readonly Span[]) =>
    annotateText(
      parsed,
      { parts: [{ kind: 'title', start: 0, end: 5 }] },
      { notes: spans.map((span) => ({ span, lines: () => ['批注'] })), edits: [], date: DATE, source: '' },
    ).bytes

  it('has the paragraphs of the text, without what is only layout', () => {
    const parsed = plain.parse(strToU8('防汛工作通知\n\n　　各乡镇：\r\n　　请备足<沙袋>&水泵。\n'))
    const copy = made(parsed, [spanOf(parsed.text, '<沙袋>&'), spanOf(parsed.text, '\n\n')])
    expect(parser.parse(copy).text).toBe('防汛工作通知\n各乡镇：\n请备足<沙袋>&水泵。')
    expect(marked(copy)).toEqual(['&lt;沙袋&gt;&amp;', '防汛工作通知'])
    expect(documentOf(copy)).toContain('<w:pStyle w:val="Title"/>')
  })

  it('has headings, numbers and tables', async () => {
    const parsed = await markdown.parse(
      strToU8(
        '# 标题很长的\n\n## 一、任务\n\n1. 第一点\n2. 第二点\n\n| 单位 | 事项 |\n| --- | --- |\n| 水利局 | 巡堤 |\n\n结尾。\n',
      ),
    )
    const { text, blocks, rows } = parser.parse(made(parsed, [spanOf(parsed.text, '巡堤')]))
    expect(text).toBe('标题很长的\n一、任务\n1. 第一点\n2. 第二点\n单位\n事项\n水利局\n巡堤\n结尾。')
    expect(blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(1)
    expect(rows.map(({ cells }) => cells.length)).toEqual([2, 2])
  })
})

const corpus = join(process.cwd(), '..', 'shared', 'corpora', 'city-work-reports-docx')
test.skipIf(!existsSync(corpus))('real reports keep all but what is said', () => {
  for (const name of readdirSync(corpus).slice(0, 3)) {
    const bytes = readFileSync(join(corpus, name))
    const { text } = parser.parse(bytes)
    const spans = Array.from({ length: 200 }, (_, i) => {
      const start = Math.floor((text.length * i) / 200)
      return { start, end: start + (i % 30) }
    })
    const { bytes: copy } = annotated(bytes, spans)
    expect(parser.parse(copy).text).toBe(text)
    expect(difference(documentOf(bytes), withoutComments(documentOf(copy), ours(copy))), name).toBeUndefined()
    expect(misplaced(documentOf(copy))).toEqual([])
  }
})
