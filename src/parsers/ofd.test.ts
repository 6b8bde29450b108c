import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { UnreadableError } from '../core.ts'
import { bodyOf } from '../dev/compare-texts.ts'
import { parser as docx } from './docx.ts'
import { parser } from './ofd.ts'

const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
const ROOT = `<ofd:OFD ${NAMESPACE} DocType="OFD"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`

const zip = (files: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])))

const code = (text: string, attributes: string) => `<ofd:TextCode X="0" Y="0" ${attributes}>${text}</ofd:TextCode>`
/** A text object at a place in millimetres, 5 mm high; its glyphs follow each other closely unless `deltas` says otherwise. */
const text = (x: number, y: number, words: string, deltas = `DeltaX="g ${words.length} 5"`, attributes = '') =>
  `<ofd:TextObject ID="1" Font="1" Size="5" Boundary="${x} ${y} 100 6" ${attributes}>${code(words, deltas)}</ofd:TextObject>`
const page = (content: string, before = '') =>
  `<ofd:Page ${NAMESPACE}>${before}<ofd:Content><ofd:Layer ID="2">${content}</ofd:Layer></ofd:Content></ofd:Page>`
const document = (pages: readonly string[], common = '') =>
  `<ofd:Document ${NAMESPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>${common}</ofd:CommonData><ofd:Pages>${pages.map((place, i) => `<ofd:Page ID="${i + 1}" BaseLoc="${place}"/>`).join('')}</ofd:Pages></ofd:Document>`

/** An OFD file of these pages. */
const ofd = (...contents: readonly string[]) =>
  zip({
    'OFD.xml': ROOT,
    'Doc_0/Document.xml': document(contents.map((_, i) => `Pages/Page_${i}/Content.xml`)),
    ...Object.fromEntries(contents.map((content, i) => [`Doc_0/Pages/Page_${i}/Content.xml`, page(content)])),
  })

const linesOf = (bytes: Uint8Array) => parser.parse(bytes).text.split('\n')

function refusal(bytes: Uint8Array): UnreadableError {
  try {
    parser.parse(bytes)
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableError)
    return error as UnreadableError
  }
  throw new Error('it was read')
}

describe('OFD', () => {
  it('puts the glyphs of a line together, whatever objects they are in', () => {
    expect(linesOf(ofd(text(60, 40, '通知') + text(40, 40, '关于减负') + text(40, 60, '各乡镇：')))).toEqual([
      '关于减负通知',
      '各乡镇：',
    ])
  })

  it('reads distances one by one and in groups', () => {
    const spread = text(40, 40, '甲乙丙丁戊己', 'DeltaX="5 5 g 2 20 5"')
    expect(linesOf(ofd(spread))).toEqual(['甲乙丙\t丁\t戊己'])
  })

  it('reads glyphs set below each other by their own transformation and scale', () => {
    const small = text(40, 40, '减负', 'DeltaX="g 1 50"', 'CTM="0.1 0 0 0.1 0 0"').replace('Size="5"', 'Size="50"')
    expect(linesOf(ofd(small))).toEqual(['减负'])
  })

  it('reads neither what is invisible nor what is turned', () => {
    const content =
      text(40, 40, '正文') +
      text(40, 60, '隐去', undefined, 'Visible="false"') +
      text(40, 80, '透明', undefined, 'Alpha="0"') +
      text(90, 150, '水印', undefined, 'CTM="0.7 -0.7 0.7 0.7 0 0"')
    expect(linesOf(ofd(content))).toEqual(['正文'])
  })

  it('reads what a template adds to a page', () => {
    const bytes = zip({
      'OFD.xml': ROOT,
      'Doc_0/Document.xml': document(
        ['Page_0.xml'],
        '<ofd:TemplatePage ID="9" BaseLoc="/Doc_0/Template.xml" ZOrder="Background"/>',
      ),
      'Doc_0/Template.xml': page(text(40, 60, '处理意见')),
      'Doc_0/Page_0.xml': page(text(40, 80, '同意'), '<ofd:Template TemplateID="9" ZOrder="Background"/>'),
    })
    expect(linesOf(bytes)).toEqual(['处理意见', '同意'])
  })

  it('reads all documents of a file', () => {
    const bytes = zip({
      'OFD.xml': ROOT.replace(
        '</ofd:DocBody>',
        '</ofd:DocBody><ofd:DocBody><ofd:DocRoot>Doc_1/Document.xml</ofd:DocRoot></ofd:DocBody>',
      ),
      'Doc_0/Document.xml': document(['a.xml']),
      'Doc_0/a.xml': page(text(40, 60, '通知')),
      'Doc_1/Document.xml': document(['a.xml']),
      'Doc_1/a.xml': page(text(40, 60, '附件')),
    })
    const { text: read, blocks } = parser.parse(bytes)
    expect(read).toBe('通知\n附件')
    expect(blocks.map(({ label }) => label)).toEqual(['第1页第1段', '第2页第1段'])
  })

  it('keeps notes that somebody put on a page aside', () => {
    const bytes = zip({
      'OFD.xml': ROOT,
      'Doc_0/Document.xml': document(['a.xml']).replace(
        '</ofd:Document>',
        '<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations></ofd:Document>',
      ),
      'Doc_0/a.xml': page(text(40, 60, '正文')),
      'Doc_0/Annots/Annotations.xml': `<ofd:Annotations ${NAMESPACE}><ofd:Page PageID="1"><ofd:FileLoc>Page_0.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>`,
      'Doc_0/Annots/Page_0.xml': `<ofd:PageAnnot ${NAMESPACE}><ofd:Annot Type="Highlight" ID="5"><ofd:Remark>请核实</ofd:Remark></ofd:Annot></ofd:PageAnnot>`,
    })
    const { text: read, meta } = parser.parse(bytes)
    expect(read).toBe('正文')
    expect(meta.asides).toEqual([{ kind: 'comment', text: '请核实' }])
  })
})

describe('an OFD file that cannot be read', () => {
  it('has only outlines', () => {
    const error = refusal(
      ofd(
        '<ofd:PathObject ID="3" Boundary="0 0 9 9"><ofd:AbbreviatedData>M 0 0 L 9 9</ofd:AbbreviatedData></ofd:PathObject>',
      ),
    )
    expect(error.message).toContain('没有文字')
    expect(error.remedy).toContain('OCR')
  })

  it.each<readonly [string, Record<string, string>, string]>([
    ['no entry', { 'a.xml': '<a/>' }, 'OFD.xml'],
    ['locked', { 'Encryptions.xml': '<a/>' }, '加密'],
    ['no document', { 'OFD.xml': ROOT }, '缺少文档'],
    ['no page', { 'OFD.xml': ROOT, 'Doc_0/Document.xml': document(['a.xml']) }, '缺少页面'],
    [
      'a path that climbs',
      { 'OFD.xml': ROOT, 'Doc_0/Document.xml': document(['../../../etc/passwd']) },
      '指到了文件之外',
    ],
    ['an entity', { 'OFD.xml': `<!DOCTYPE a [<!ENTITY b "c">]>${ROOT}` }, '不是有效的 OFD 文件'],
    ['broken XML', { 'OFD.xml': ROOT, 'Doc_0/Document.xml': '<ofd:Document' }, '不是有效的 OFD 文件'],
  ])('is broken: %s', (_, files, message) => {
    expect(refusal(zip(files)).message).toContain(message)
  })

  it('has a template under thousands of pages', () => {
    const pages = Array.from({ length: 4000 }, () => 'a.xml')
    const error = refusal(
      zip({
        'OFD.xml': ROOT,
        'Doc_0/Document.xml': document(pages, '<ofd:TemplatePage ID="9" BaseLoc="t.xml"/>'),
        'Doc_0/t.xml': page(text(40, 60, '字'.repeat(1000))),
        'Doc_0/a.xml': page('', '<ofd:Template TemplateID="9"/>'),
      }),
    )
    expect(error.message).toContain('文字超过')
  })

  it('promises more distances than there are glyphs', () => {
    expect(linesOf(ofd(text(40, 60, '减负', 'DeltaX="g 999999999999 5"')))).toEqual(['减负'])
  })
})

const SAMPLES = join(process.cwd(), '..', 'shared', 'corpora', 'office-formats')
const sample = (name: string) => new Uint8Array(readFileSync(join(SAMPLES, name)))

describe.skipIf(!existsSync(SAMPLES))('real samples', () => {
  it('reads master_template as the Word file reads', () => {
    const word = docx.parse(sample('master_template.docx'))
    expect(bodyOf(parser.parse(sample('master_template.ofd')), word)).toBe(bodyOf(word, word))
  })

  it.each([
    ['n.ofd', '区中医院：'],
    ['signout.ofd', '2、呈王五同志阅处；'],
    ['testPathFillOpacity.ofd', '蚌山区政府：'],
  ])('reads %s', (name, line) => {
    expect(linesOf(sample(name))).toContain(line)
  })
})
