/** Word files that are set to the standard, and such with one fault each, through the whole program: one fault is one finding. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules as all } from '../../rules/index.ts'
import { defaultSettings } from '../config/rules.ts'
import type { GenreId, Registry } from '../core.ts'
import { lintText } from './in-memory.ts'
import { type WordLayout, wordFile } from './word-file.ts'

const rules: Registry = Object.fromEntries(
  Object.entries(all).filter(([id, rule]) => rule.printed || id === 'misplaced-masthead'),
)

const PAPER = [
  '000012',
  '机密★1年',
  '特急',
  '柳河县人民政府办公室文件',
  '柳政办〔2024〕3号',
  '',
  '柳河县人民政府办公室',
  '关于做好汛期值班工作的通知',
  '',
  '各乡镇人民政府，县直各单位：',
  '汛期将至，现就值班工作有关事项通知如下。',
  '一、落实值班',
  '（一）领导带班',
  ...Array.from(
    { length: 24 },
    (_, i) => `第${i + 1}日起，各单位有一名班子成员带班，手机保持畅通，离开驻地要先向县防汛办报告。`,
  ),
  '1.值班电话',
  '各单位把值班电话报县防汛办，有变动的当天告知。',
  '二、报告险情',
  '发现险情先处置、后报告，半小时内报到县防汛办。',
  '附件：值班表',
  '',
  '柳河县人民政府办公室',
  '2024年6月1日',
  '（此件公开发布）',
  '附件',
  '值班表',
  '每天两人，早晚八点交接，不得空岗，节假日照常。',
  '抄送：县委办公室，县人大常委会办公室。',
]
const line = (start: string) => PAPER.findIndex((text) => text.startsWith(start)) + 1
const set = (starts: readonly string[], face: string) => Object.fromEntries(starts.map((start) => [line(start), face]))
const TITLE = set(['关于做好'], '方正小标宋简体/22/center')
const usual = {
  ...TITLE,
  [line('柳河县人民政府办公室文件') + 3]: '方正小标宋简体/22/center',
  ...set(['机密', '特急'], '黑体/16'),
  ...set(['抄送'], '仿宋_GB2312/14'),
  // What is attached may look as it needs to.
  ...set(['每天两人'], '宋体/10.5'),
}

async function findings(text: string, layout: WordLayout, genre?: GenreId): Promise<string[]> {
  const bytes = wordFile(text, { ...layout, faces: { ...usual, ...layout.faces } })
  const { diagnostics } = await lintText({
    text: bytes,
    path: '通知.docx',
    rules,
    settings: defaultSettings(rules),
    ...(genre && { genre }),
  })
  return diagnostics.map(
    ({ rule, message, args, excerpt: { text, start, end } }) =>
      `${rule} ${message} ${JSON.stringify(args)} “${text.slice(start, end)}”`,
  )
}

const paper = PAPER.join('\n')
const bodyLines = PAPER.flatMap((text, i) => (/^第\d/.test(text) ? [i + 1] : []))
const bodies = (face: string) => Object.fromEntries([line('汛期将至'), ...bodyLines].map((n) => [n, face]))

describe('a Word file that is set to the standard', () => {
  it('raises nothing', async () => {
    expect(await findings(paper, {})).toEqual([])
    expect(await findings(paper, {}, 'decision')).toEqual([])
  })

  it.each<[string, WordLayout, string]>([
    ['paper', { paper: [184, 260] }, 'nonstandard-page paper {"width":184,"height":260} “柳河县人民政府办公室”'],
    [
      'paper on its side',
      { paper: [297, 210] },
      'nonstandard-page paper {"width":297,"height":210} “柳河县人民政府办公室”',
    ],
    [
      'margins',
      { margins: [25.4, 31.8, 25.4, 31.8] },
      'nonstandard-page margins {"top":25.4,"left":31.8} “柳河县人民政府办公室”',
    ],
    [
      'type area',
      { margins: [37, 20, 35, 28] },
      'nonstandard-page area {"width":162,"height":225} “柳河县人民政府办公室”',
    ],
    ['lines', { grid: [26, -0.21] }, 'nonstandard-page lines {"found":24} “柳河县人民政府办公室”'],
    ['characters', { grid: [28.95, 1] }, 'nonstandard-page characters {"found":26} “柳河县人民政府办公室”'],
    [
      'title',
      { faces: set(['关于做好'], '宋体/22/center') },
      'nonstandard-typeface title {"found":"2号宋体"} “关于做好汛期值班工作的通知”',
    ],
    [
      'body',
      { faces: bodies('宋体/12') },
      `nonstandard-typeface body {"found":"小4号宋体","count":25} “汛期将至，现就值班工作有关事项通知如下。”`,
    ],
    [
      'one paragraph',
      { faces: { [bodyLines[3]!]: '等线/10.5' } },
      `nonstandard-typeface body {"found":"5号“等线”","count":1} “${PAPER[bodyLines[3]! - 1]}”`,
    ],
    [
      'headings of the first level',
      { faces: set(['一、', '二、'], '仿宋/16') },
      'nonstandard-typeface heading {"form":"一、","found":"3号仿宋体","count":2,"wanted":"黑体"} “一、落实值班”',
    ],
    [
      'headings of the second',
      { faces: set(['（一）'], '楷体/14') },
      'nonstandard-typeface heading {"form":"（一）","found":"4号楷体","count":1,"wanted":"楷体"} “（一）领导带班”',
    ],
    [
      'headings of the third',
      { faces: set(['1.'], '黑体/16') },
      'nonstandard-typeface heading {"form":"1.","found":"3号黑体","count":1,"wanted":"仿宋体"} “1.值班电话”',
    ],
    ['no page numbers', { numbers: null }, 'missing-page-numbers none {"pages":3} “柳河县人民政府办公室”'],
    [
      'page numbers in the middle',
      { numbers: [['— 1 —', 14, 'center']] },
      'missing-page-numbers form {"place":"页脚居中","text":"— 1 —","size":"4号","wanted":"单页居右、双页居左"} “柳河县人民政府办公室”',
    ],
    [
      'small page numbers between hyphens',
      {
        numbers: [
          ['- 1 -', 9, 'right'],
          ['- 1 -', 9, 'left'],
        ],
      },
      'missing-page-numbers form {"place":"页脚居右","text":"- 1 -","size":"小5号","wanted":"4号、左右各一条一字线"} “柳河县人民政府办公室”',
    ],
    [
      'a black mark',
      { faces: set(['柳河县人民政府办公室文件'], '方正小标宋简体/42/center') },
      'misplaced-masthead colour {"found":"黑色"} “柳河县人民政府办公室文件”',
    ],
  ])('%s', async (_, layout, expected) => {
    expect(await findings(paper, layout)).toEqual([expected])
  })

  it('raises one thing where the elements of its head are out of order', async () => {
    const [number, secret, urgent, ...rest] = PAPER
    const faces = { '2': '黑体/16', '3': '黑体/16' }
    expect(await findings([number, urgent, secret, ...rest].join('\n'), { faces })).toEqual([
      'misplaced-masthead order {"element":"密级","below":"紧急程度"} “机密★1年”',
    ])
  })
})

describe('nothing is said', () => {
  const wrong: WordLayout = {
    margins: [25.4, 31.8, 25.4, 31.8],
    grid: null,
    numbers: null,
    faces: { '*': '等线/10.5' },
  }
  const draft = PAPER.slice(7, 40).join('\n')
  const untouched = async (text: string, genre?: GenreId) => {
    const bytes = wordFile(text, wrong)
    const settings = defaultSettings(rules)
    return (await lintText({ text: bytes, path: '稿.docx', rules, settings, ...(genre && { genre }) })).diagnostics
  }

  it('of a draft that nobody has set yet', async () => {
    expect(await untouched(draft)).toEqual([])
    // The same under its 发文字号 is issued.
    expect((await untouched(paper)).length).toBeGreaterThan(3)
  })

  it.each(['speech.general', 'report.annual', 'bulletin', 'experience', 'other'] as const)('of %s', async (genre) => {
    expect(await findings(paper, wrong, genre)).toEqual([])
  })

  it('of a letter about what a letter does otherwise', async () => {
    const letter = [
      '柳河县人民政府',
      '关于商请支援排涝设备的函',
      '邻河县人民政府：',
      '我县连日大雨，请支援排涝设备。',
    ].join('\n')
    const bytes = wordFile(letter, {
      margins: [30, 26, 35, 28],
      numbers: null,
      faces: { '1': '方正小标宋简体/42/center/FF0000', '2': '方正小标宋简体/22/center' },
    })
    const settings = defaultSettings(rules)
    const { genre, diagnostics } = await lintText({ text: bytes, path: '函.docx', rules, settings })
    expect([genre?.id, diagnostics]).toEqual(['letter', []])
  })

  it('of the only page, numbered on the right', async () => {
    const short = [...PAPER.slice(0, 12), ...PAPER.slice(-2)].join('\n')
    const of = async (align: 'right' | 'left') =>
      (await findings(short, { numbers: [['— 1 —', 14, align]] })).filter((told) => told.startsWith('missing-page'))
    expect(await of('right')).toEqual([])
    expect(await of('left')).toHaveLength(1)
  })

  it('of tables, captions, and words that are quoted in another face', async () => {
    const faces = {
      [bodyLines[1]!]: '楷体/16',
      [bodyLines[2]!]: '黑体/12/center',
    }
    expect(await findings(paper, { faces })).toEqual([])
  })

  it('of text without a layout', async () => {
    const settings = defaultSettings(rules)
    expect((await lintText({ text: paper, path: '通知.txt', rules, settings })).diagnostics).toEqual([])
  })
})

const corpora = join(process.cwd(), '..', 'shared', 'corpora')

describe.skipIf(!existsSync(corpora))('real files', () => {
  const of = async (folder: string, name: string, genre?: GenreId) => {
    const text = readFileSync(join(corpora, folder, name))
    const settings = defaultSettings(rules)
    const { diagnostics } = await lintText({ text, path: name, rules, settings, ...(genre && { genre }) })
    return diagnostics.map(({ rule, message, severity }) => `${name} ${severity} ${rule} ${message}`)
  }

  it('are templates that keep to the standard but for their tight lines', async () => {
    const names = readdirSync(join(corpora, 'office-templates')).sort()
    const found = await Promise.all(names.map((name) => of('office-templates', name, 'notice')))
    expect(found.flat()).toEqual([
      'linhut_会议纪要.dotx info nonstandard-page lines',
      'linhut_决定.dotx info nonstandard-page lines',
    ])
  })

  it('are reports to a congress, which may look as they like', async () => {
    const names = readdirSync(join(corpora, 'city-work-reports-docx'))
    const found = await Promise.all(names.map((name) => of('city-work-reports-docx', name)))
    expect(found.flat()).toEqual([])
  })
})
