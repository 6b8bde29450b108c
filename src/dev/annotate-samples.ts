/** Word files made for `annotate:check` and the tests: three large ones, and one with everything that is hard to mark. All words are invented. */
import { deflateSync } from 'node:zlib'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { crc32 } from '../parsers/zip.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Invented prose that does not repeat itself, so that it packs as real prose does. */
function prose(seed: number): (length: number) => string {
  const letters =
    '全县各乡镇村部门要按时把河道清理干净工作责任落实到人每月检查一次结果公开群众满意学校医院道路灯光水电气暖资金项目进度安排会议通知文件要求防汛抗旱春耕秋收冬修夏管田间沟渠塘坝林场粮食蔬菜果园'
  let state = seed
  return (length) => {
    let text = ''
    for (let i = 0; i < length; i++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      text += i % 17 === 16 ? '，' : letters[Math.floor((state / 0x100000000) * letters.length)]
    }
    return `${text}。`
  }
}

/** A Word file with this body; `extra` are more parts, `related` its relationships besides the styles. */
function word(
  body: string,
  root = `xmlns:w="${W}"`,
  extra: Zippable = {},
  related = '',
  types = '',
  strict = false,
  prefix = 'w',
): Uint8Array {
  const office = strict ? 'http://purl.oclc.org/ooxml/officeDocument' : OFFICE
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/>${types}</Types>`,
    ),
    '_rels/.rels': strToU8(
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${office}/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `${HEAD}<${prefix}:document ${root}><${prefix}:body>${body}</${prefix}:body></${prefix}:document>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${related}</Relationships>`,
    ),
    ...extra,
  })
}

const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (inner: string) => `<w:p>${inner}</w:p>`

/** Paragraphs of 282 characters; 12,000 of them are 10 MB of text. */
export function longText(paragraphs: number): Uint8Array {
  const say = prose(1)
  return word(Array.from({ length: paragraphs }, () => paragraph(run(say(140)) + run(say(140), '<w:b/>'))).join(''))
}

/** 2,000 tables of three rows and three columns. */
export function bigTables(): Uint8Array {
  const say = prose(2)
  const cell = () => `<w:tc><w:tcPr><w:tcW w:w="2800" w:type="dxa"/></w:tcPr>${paragraph(run(say(12)))}</w:tc>`
  const row = () => `<w:tr>${cell()}${cell()}${cell()}</w:tr>`
  const table = () =>
    `<w:tbl><w:tblPr><w:tblW w:w="8400" w:type="dxa"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="2800"/>'.repeat(3)}</w:tblGrid>${row()}${row()}${row()}</w:tbl>`
  return word(Array.from({ length: 2000 }, () => paragraph(run(say(30))) + table()).join('') + paragraph(run('完。')))
}

/** 500 different pictures, each in the midst of a paragraph. */
export function manyPictures(): Uint8Array {
  const say = prose(3)
  const extra: Zippable = {}
  let related = ''
  let body = ''
  for (let i = 1; i <= 500; i++) {
    extra[`word/media/image${i}.png`] = [noise(i), { level: 0 }]
    related += `<Relationship Id="rId${i}" Type="${OFFICE}/relationships/image" Target="media/image${i}.png"/>`
    const picture = `<w:drawing><wp:inline><wp:extent cx="360000" cy="360000"/><wp:docPr id="${i}" name="图${i}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="${i}" name="图${i}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId${i}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`
    body += paragraph(`${run(say(40))}<w:r>${picture}<w:t>${say(20)}</w:t></w:r>${run(say(40))}`)
  }
  const root = `xmlns:w="${W}" xmlns:r="${OFFICE}/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`
  return word(body, root, extra, related)
}

/** A picture of 64 × 64 grey dots. */
function noise(seed: number): Uint8Array {
  let state = seed
  const rows = Buffer.alloc(64 * 65)
  for (let i = 0; i < rows.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    rows[i] = i % 65 === 0 ? 0 : state >>> 24
  }
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const size = Buffer.from([0, 0, 0, 64, 0, 0, 0, 64, 8, 0, 0, 0, 0])
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([mark, chunk('IHDR', size), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

/**
 * Everything that is hard to mark, once each: text boxes stored twice, fields, links, content controls, other people's comments and tracked changes, automatic
 * numbers, formulas, rubies, entities, white space. In the given dialect, with the given prefix.
 */
export function oddities(prefix: string, strict: boolean): Uint8Array {
  const field = (code: string, result: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
  const box = (text: string) =>
    `<w:txbxContent>${paragraph(run(text))}${paragraph(run('框内第二段，也有字。'))}</w:txbxContent>`
  const shape = `<w:r><w:rPr><w:noProof/></w:rPr><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="1800000" cy="720000"/><wp:wrapTopAndBottom/><wp:docPr id="1" name="框"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="720000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>${box('文本框里的话，要精简。')}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:140pt;height:56pt"><v:textbox>${box('文本框里的话，要精简。')}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
  const change = 'w:author="张某" w:date="2026-01-01T00:00:00Z"'
  const body = [
    paragraph(run('关于做好防汛工作的通知', '<w:b/><w:sz w:val="44"/>')),
    paragraph(
      '<w:r><w:t>前有 空格 的</w:t><w:t>两段，文字 </w:t><w:tab/><w:t> 同在一个。</w:t></w:r><w:r><w:t xml:space="preserve"> 甲 乙，丙 </w:t><w:br/><w:t>换行，之后。</w:t></w:r>',
    ),
    paragraph(
      `<w:commentRangeStart w:id="7"/>${run('别人批注过的话，请保留。')}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>`,
    ),
    paragraph(
      `${run('前，')}<w:ins w:id="21" ${change}>${run('张某加的，一句话。')}</w:ins><w:del w:id="22" ${change}><w:r><w:delText>张某删的。</w:delText></w:r></w:del>${run('后，的。')}`,
    ),
    paragraph(`${run('文中有一个')}${shape}${run('文本框，之后还有字。')}`),
    paragraph(
      `${run('日期是')}${field('DATE', '2026年3月5日，')}${run('，见')}${field('REF a', '第一，条')}${run('的规定。')}`,
    ),
    paragraph(
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${field('HYPERLINK \\l b', '目录，第一条')}`,
    ),
    paragraph(`${run('目录，第二条')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`),
    paragraph(
      `<w:fldSimple w:instr="NUMPAGES">${run('3，')}</w:fldSimple>${run('页，其中')}<w:hyperlink w:anchor="b">${run('链接里的，文字')}</w:hyperlink>${run('，可点。')}`,
    ),
    paragraph(
      `<w:sdt><w:sdtPr><w:id w:val="1"/><w:text/></w:sdtPr><w:sdtContent>${run('控件里的，单位')}</w:sdtContent></w:sdt>${run('，与')}<w:sdt><w:sdtPr><w:id w:val="2"/></w:sdtPr><w:sdtContent>${run('格式文本，控件')}</w:sdtContent></w:sdt>${run('。')}`,
    ),
    `<w:sdt><w:sdtPr><w:id w:val="3"/></w:sdtPr><w:sdtContent>${paragraph(run('整段的，控件。'))}</w:sdtContent></w:sdt>`,
    paragraph(
      `${run('公式')}<m:oMath><m:r><m:t>a+b，c</m:t></m:r></m:oMath>${run('，与拼音')}<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="12"/><w:hpsRaise w:val="20"/><w:hpsBaseText w:val="21"/><w:lid w:val="zh-CN"/></w:rubyPr><w:rt>${run('hàn')}</w:rt><w:rubyBase>${run('旱，')}</w:rubyBase></w:ruby></w:r>${run('的。')}`,
    ),
    ...['第一项，要求。', '第二项，的做法。'].map(
      (text) => `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(text)}</w:p>`,
    ),
    `<w:tbl><w:tblPr><w:tblW w:w="8000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid>${['甲，一', '乙，二'].map((text) => `<w:tr><w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>${paragraph(run(text))}</w:tc><w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr><w:p/></w:tc></w:tr>`).join('')}</w:tbl>`,
    paragraph(
      '<w:r w:rsidR="00AA1122"><w:rPr><w:i/></w:rPr><w:t>实体&amp;与&#x20000;、&lt;的&gt;，完。</w:t></w:r><w:r><w:t><![CDATA[原样，的<字>]]></w:t></w:r><w:bookmarkStart w:id="900" w:name="b"/><w:bookmarkEnd w:id="900"/><w:smartTag w:uri="u" w:element="e">'.concat(
        run('标记，里'),
        '</w:smartTag>',
        run('。'),
      ),
    ),
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>',
  ].join('')
  const dialect = (xml: string) =>
    (strict
      ? xml
          .replaceAll(W, 'http://purl.oclc.org/ooxml/wordprocessingml/main')
          .replaceAll(`${OFFICE}/math`, 'http://purl.oclc.org/ooxml/officeDocument/math')
      : xml
    )
      .replace(/(<\/?|\s)w:/g, `$1${prefix}:`)
      .replaceAll('xmlns:w=', `xmlns:${prefix}=`)
  const root = `xmlns:w="${W}" xmlns:m="${OFFICE}/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"`
  const office = strict ? 'http://purl.oclc.org/ooxml/officeDocument' : OFFICE
  const numbering = `<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
  const comments = `<w:comments xmlns:w="${W}"><w:comment w:id="7" w:author="李某" w:initials="李" w:date="2026-01-02T00:00:00Z">${paragraph(run('这句留着。'))}</w:comment></w:comments>`
  const part = (kind: string, id: string) =>
    `<Relationship Id="${id}" Type="${office}/relationships/${kind}" Target="${kind}.xml"/>`
  return word(
    dialect(body),
    dialect(root),
    {
      'word/numbering.xml': strToU8(HEAD + dialect(numbering)),
      'word/comments.xml': strToU8(HEAD + dialect(comments)),
    },
    part('numbering', 'rId1') + part('comments', 'rId2'),
    `<Override PartName="/word/numbering.xml" ContentType="${WORD}.numbering+xml"/><Override PartName="/word/comments.xml" ContentType="${WORD}.comments+xml"/>`,
    strict,
    prefix,
  )
}
