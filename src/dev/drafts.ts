/** Invented drafts of 2,000 characters in three formats, the same on every run: for the benchmark, and for warming up the build. */
import { strToU8, zipSync } from 'fflate'

const CHARACTERS = 2000
const SEED = 20240305
const WHO = ['各乡镇', '县直各单位', '各村（社区）', '责任部门', '包村干部', '驻村工作队']
const WHEN = ['3月底前', '汛期到来前', '每月5日前', '上半年', '年底前', '本周内']
const WHAT = [
  '排查险工险段12处',
  '清理沟渠36公里',
  '备足沙袋2万条',
  '维修泵站4座',
  '逐户登记低洼住户',
  '演练一次转移安置',
]
const HOW = [
  '县水利局派人到现场指导',
  '经费从县级防汛专项资金中列支',
  '结果报县防汛办备案',
  '发现问题当天整改',
  '由乡镇长带队验收',
]

/** Invented, and the same on every run: a speech with headings, and what two rules look for. */
function draft(characters = CHARACTERS, seed = SEED): { title: string; paragraphs: readonly string[] } {
  const pick = (words: readonly string[]) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return words[Math.floor((seed / 2147483648) * words.length)]!
  }
  const title = '在全县防汛工作会议上的讲话'
  const paragraphs = ['同志们：', '今天开会，部署今年的防汛工作。要层层签订责任状，对失职的实行一票否决。']
  const headings = ['一、看清形势', '二、压实责任', '三、备足物资', '四、抓好演练', '五、守住底线']
  let length = title.length + paragraphs.join('').length
  for (let i = 0; length < characters; i++) {
    const heading = i % 4 === 0 ? headings[(i / 4) % headings.length]! : ''
    let text = heading
    if (!heading) for (let n = 0; n < 4; n++) text += `${pick(WHO)}要在${pick(WHEN)}${pick(WHAT)}，${pick(HOW)}。`
    paragraphs.push(text.slice(0, characters - length))
    length += text.length
  }
  return { title, paragraphs }
}

export function drafts(): Readonly<Record<`draft.${'txt' | 'md' | 'docx'}`, Uint8Array>> {
  const { title, paragraphs } = draft()
  const isHeading = (p: string) => /^[一二三四五]、/.test(p)
  const markdown = [`# ${title}`, ...paragraphs.map((p) => (isHeading(p) ? `## ${p}` : p))].join('\n\n')
  return {
    'draft.txt': strToU8(plain(title, paragraphs)),
    'draft.md': strToU8(`${markdown}\n`),
    'draft.docx': docx(title, paragraphs, isHeading),
  }
}

const plain = (title: string, paragraphs: readonly string[]) =>
  `${title}\n\n${paragraphs.map((p) => `　　${p}`).join('\n')}\n`

/** A text of so many characters, another one for each seed. */
export function draftText(characters: number, seed: number): string {
  const { title, paragraphs } = draft(characters, seed)
  return plain(title, paragraphs)
}

/** A Word file of so many characters. */
export function longDocx(characters: number): Uint8Array {
  const { title, paragraphs } = draft(characters)
  return docx(title, paragraphs, (p) => /^[一二三四五]、/.test(p))
}

function docx(title: string, paragraphs: readonly string[], isHeading: (p: string) => boolean): Uint8Array {
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packaged = 'http://schemas.openxmlformats.org/package/2006'
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const line = (text: string, style: string) =>
    `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
  const style = (id: string, name: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`
  const body = [line(title, 'Title'), ...paragraphs.map((p) => line(p, isHeading(p) ? 'Heading1' : 'Normal'))].join('')
  return zipSync(
    {
      '[Content_Types].xml': strToU8(
        `${xml}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${main}.styles+xml"/></Types>`,
      ),
      '_rels/.rels': strToU8(
        `${xml}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
      'word/_rels/document.xml.rels': strToU8(
        `${xml}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
      ),
      'word/styles.xml': strToU8(
        `${xml}<w:styles ${w}>${style('Normal', 'Normal')}${style('Title', 'Title')}${style('Heading1', 'heading 1')}</w:styles>`,
      ),
      'word/document.xml': strToU8(`${xml}<w:document ${w}><w:body>${body}</w:body></w:document>`),
    },
    // The hour is not the same on every run.
    { mtime: '2024-01-01' },
  )
}
