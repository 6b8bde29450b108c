import { describe, expect, it } from 'vitest'
import type { Unit } from '../core.ts'
import type { CountFile } from './count.ts'
import { loadCountReporter, loadMeasuresReporter } from './index.ts'
import type { MeasureReport } from './measures.ts'

const view = { language: 'zh', color: false, width: 80 } as const

describe('count', () => {
  const counts = { word: 2457, nospace: 2489, han: 2139, pages: 4.05, minutes: 13.7 }
  const files: CountFile[] = [
    {
      path: '讲话稿.docx',
      genre: { id: 'speech.special', title: '专项工作部署讲话', source: 'text', evidence: ['甲'] },
      counts,
    },
    {
      path: 'a\u001b“b”.md',
      genre: { id: 'other', title: '其他', source: 'none', evidence: [] },
      counts: { ...counts, word: 7, pages: 1 },
    },
    { path: '坏.docx', genre: null, counts: null },
  ]

  it('is a table', async () => {
    expect((await loadCountReporter('pretty'))(files, view)).toBe(
      `字数  字符数  汉字  页数  分钟  文种              文件
2457    2489  2139  4.05  13.7  专项工作部署讲话  讲话稿.docx
   7    2489  2139  1.00  13.7  未定              a\\x1B“b”.md
   -       -     -     -     -  无法读取          坏.docx
2464    4978  4278  5.05  27.4  合计              3 个文件

只计正文。字数：与 Word 的“字数”相同；字符数：不计空格；页数：每页 22 行、每
行 28 字；分钟：每分钟讲 180 字。
`,
    )
    expect((await loadCountReporter('pretty'))([], view)).toBe('没有找到可以计数的文件。\n')
  })

  it('has no total for one file, and English heads', async () => {
    const out = (await loadCountReporter('pretty', true))(files.slice(0, 1), { ...view, language: 'en', color: true })
    expect(
      out
        .replace(/\u001b\[[\d;]*m/g, '')
        .split('\n')
        .slice(0, 3),
    ).toEqual([
      'words  chars   han  pages   min  genre           file',
      ' 2457   2489  2139   4.05  13.7  speech.special  讲话稿.docx',
      '',
    ])
  })

  it('is JSON', async () => {
    const out = JSON.parse((await loadCountReporter('json'))(files.slice(1), view))
    expect(out).toEqual({
      version: 1,
      files: [
        {
          path: 'a\u001b“b”.md',
          genre: { id: 'other', title: '其他', evidence: [] },
          counts: { word: 7, nospace: 2489, han: 2139, pages: 1, minutes: 13.7 },
        },
        { path: '坏.docx', genre: null, counts: null },
      ],
    })
  })
})

describe('measures', () => {
  const text = '标题\n加强组织领导，压实责任。\n6月底前由县发改委建成3个平台。\n'
  const superior = '意见\n各地要切实加强组织领导，落实责任。\n'
  const unit = (start: number, end: number, more: Partial<Unit>): Unit => ({
    start,
    end,
    reuse: 'novel',
    kind: 'other',
    sources: [],
    runs: [],
    content: true,
    confidence: 0.9,
    ...more,
  })
  const report: MeasureReport = {
    document: { path: '方案.txt', text, blocks: [] },
    superiors: [
      {
        path: '意见.txt',
        text: superior,
        blocks: [
          { kind: 'heading', start: 0, end: 2, label: '第1段' },
          { kind: 'paragraph', start: 3, end: 20, label: '第2段' },
        ],
      },
    ],
    measurement: {
      units: [
        unit(0, 3, { content: false }),
        unit(3, 16, {
          reuse: 'adapted',
          kind: 'vague',
          confidence: 0.123456,
          sources: [
            { superior: 0, start: 0, end: 2, score: 0.2 },
            { superior: 0, start: 3, end: 20, score: 0.87654321 },
          ],
          runs: [{ here: { start: 3, end: 10 }, there: { start: 8, end: 15 }, superior: 0 }],
        }),
        unit(16, text.length, { kind: 'measure' }),
      ],
      share: { value: 0.57142857, low: 0.499999, high: 0.6 },
      chars: { content: 28, localMeasures: 16, copied: 0, adapted: 12 },
    },
    threshold: 0.5,
    verdict: 'uncertain',
  }

  it('is JSON of version 1', async () => {
    expect((await loadMeasuresReporter('json'))(report, view)).toBe(`{
  "version": 1,
  "document": "方案.txt",
  "superiors": [
    "意见.txt"
  ],
  "share": {
    "value": 0.5714,
    "low": 0.5,
    "high": 0.6,
    "threshold": 0.5,
    "verdict": "uncertain"
  },
  "chars": {
    "content": 28,
    "localMeasures": 16,
    "copied": 0,
    "adapted": 12
  },
  "units": [
    {
      "start": 0,
      "end": 3,
      "reuse": "novel",
      "kind": "other",
      "sources": [],
      "confidence": 0.9
    },
    {
      "start": 3,
      "end": 16,
      "reuse": "adapted",
      "kind": "vague",
      "sources": [
        {
          "superior": 0,
          "start": 0,
          "end": 2,
          "score": 0.2
        },
        {
          "superior": 0,
          "start": 3,
          "end": 20,
          "score": 0.8765
        }
      ],
      "confidence": 0.1235
    },
    {
      "start": 16,
      "end": 33,
      "reuse": "novel",
      "kind": "measure",
      "sources": [],
      "confidence": 0.9
    }
  ]
}
`)
  })

  it('is a page', async () => {
    expect((await loadMeasuresReporter('pretty'))(report, view)).toBe(`方案.txt
对照上级文件：意见.txt

难以判定：结合实际的具体举措约占 57.1%，离 50% 的要求太近，请人工复核。
逐句判断会有差错，占比大致在 49.9% 至 60% 之间（八九成把握）。

构成（计入 28 字，不含标题、主送、落款和固定开头）
  ██████████████████████▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄
  █ 结合实际的具体举措     57.1%  16 字
  ▓ 照抄上级文件              0%   0 字
  ▄ 改写上级文件           42.9%  12 字
  ▁ 自拟，但不是具体举措      0%   0 字

逐句  【】内是与上级文件相同的文字。

  - 自拟，其他，不计入
    标题

  ▄ 改写，笼统要求，临界，请复核
    【加强组织领导，】压实责任。
    上级：意见.txt 第2段 (2:1)，相似 0.88，另有 1 处相近
          「各地要切实【加强组织领导，】落实责任。」

  █ 自拟，具体举措
    6月底前由县发改委建成3个平台。
`)
  })

  it('shows what a person decided, and leaves out what is not read', async () => {
    const [title, second, third] = report.measurement.units
    const units = [
      { ...title!, why: 'frame' as const },
      {
        ...second!,
        end: 14,
        reuse: 'novel' as const,
        confidence: 1,
        review: { reason: '县级\u001b自定', who: '李某' },
      },
      unit(15, 16, { content: false, why: 'markup' }),
      { ...third!, content: false, why: 'opening' as const, reuse: 'adapted' as const },
    ]
    const reviewed: MeasureReport = { ...report, measurement: { ...report.measurement, units } }
    const page = (await loadMeasuresReporter('pretty'))(reviewed, view)
    expect(page).toContain('其中 1 句按人工复核计算。')
    expect(page.slice(page.indexOf('逐句  '))).toBe(`逐句  【】内是与上级文件相同的文字。

  - 正文以外，不计入
    标题

  ▁ 自拟，笼统要求
    复核：李某，县级\\x1B自定
    【加强组织领导，】压实责任

  - 固定开头，不计入
    6月底前由县发改委建成3个平台。
`)
    const json = JSON.parse((await loadMeasuresReporter('json'))(reviewed, view))
    expect(json.units.map((u: { review?: unknown }) => u.review)).toEqual([
      undefined,
      { reason: '县级\u001b自定', who: '李某' },
      undefined,
      undefined,
    ])
  })

  it('says what is counted, and of what', async () => {
    const chars = { content: 40, localMeasures: 16, copied: 0, adapted: 12, novel: 16, fixed: 12 }
    const counting = { metric: 'novel', denominator: 'body', countFormulas: false } as const
    const other: MeasureReport = { ...report, counting, threshold: 0.3, measurement: { ...report.measurement, chars } }
    const page = (await loadMeasuresReporter('pretty'))(other, view)
    expect(page).toContain('难以判定：新增加的内容（自拟的句子，不论是不是具体举措）约占正文全部的')
    expect(page).toContain('构成（计入正文全部 40 字，不含标题、主送、落款）')
    expect(page).toContain('─ 固定开头、政治表述等     30%  12 字')
    expect((await loadMeasuresReporter('pretty'))(other, { ...view, language: 'en' })).toContain(
      'Uncertain: new content (sentences of its own, specific or not) makes up about',
    )
    const json = JSON.parse((await loadMeasuresReporter('json'))(other, view))
    expect(json.share).toMatchObject({ threshold: 0.3, metric: 'novel', denominator: 'body' })
    expect(json.chars).toEqual({ content: 40, localMeasures: 16, copied: 0, adapted: 12, novel: 16 })
  })

  it('is the same page in colour, without the brackets', async () => {
    const out = (await loadMeasuresReporter('pretty', true))(report, { ...view, color: true })
    expect(out).toContain('\u001b[')
    expect(out.replace(/\u001b\[[\d;]*m/g, '')).toContain('「各地要切实加强组织领导，落实责任。」')
  })

  it('speaks English, and of a document alone', async () => {
    const alone: MeasureReport = { ...report, superiors: [], verdict: 'met' }
    const out = (await loadMeasuresReporter('pretty'))(alone, { ...view, language: 'en' })
    expect(out).toContain('No superior document to compare with')
    expect(out).toContain('Met: specific local measures make up 57.1%; at least 50% is asked for.')
  })

  it('bears an empty document', async () => {
    const nothing: MeasureReport = {
      ...report,
      measurement: {
        units: [],
        share: { value: 0, low: 0, high: 0 },
        chars: { content: 0, localMeasures: 0, copied: 0, adapted: 0 },
      },
      verdict: 'below',
    }
    const page = (await loadMeasuresReporter('pretty'))(nothing, view)
    expect(page).toContain('\n没有可以计算的内容：')
    expect(page).not.toMatch(/要求|之间/)
    expect((await loadMeasuresReporter('pretty'))(nothing, { ...view, language: 'en' })).toContain(
      'Nothing to take a share',
    )
  })

  it('says no interval that is a point', async () => {
    const sure = { ...report.measurement, share: { value: 0.57142, low: 0.57142, high: 0.57143 } }
    const page = (await loadMeasuresReporter('pretty'))({ ...report, measurement: sure }, view)
    expect(page).toContain('占 57.1%')
    expect(page).not.toContain('之间')
  })

  it('tells the cells of a row apart where nothing but a break lies between them', async () => {
    const row = '更换管道\t县水利局\n9月底'
    const cells = [4, 9, 13].map((end, i, ends) => ({ start: i === 0 ? 0 : ends[i - 1]! + 1, end }))
    const document = { path: '方案.docx', text: row, blocks: [], rows: [{ table: 1, index: 1, cells }] }
    const units = [unit(0, row.length, { kind: 'measure' })]
    const page = (await loadMeasuresReporter('pretty'))(
      { ...report, document, measurement: { ...report.measurement, units } },
      view,
    )
    expect(page).toContain('更换管道|县水利局|9月底')
  })

  it('cuts a long passage of the superior around what is shared', async () => {
    const long = `${'前'.repeat(900)}加强组织领导，${'后'.repeat(900)}`
    const [, second] = report.measurement.units
    const units = [
      {
        ...second!,
        sources: [{ superior: 0, start: 0, end: long.length, score: 0.8 }],
        runs: [{ here: { start: 3, end: 10 }, there: { start: 900, end: 907 }, superior: 0 }],
      },
    ]
    const out = (await loadMeasuresReporter('pretty'))(
      { ...report, superiors: [{ path: 'x', text: long, blocks: [] }], measurement: { ...report.measurement, units } },
      { ...view, width: 200 },
    )
    expect(out).toContain(`「…${'前'.repeat(40)}【加强组织领导，】后`)
    expect(out).toContain('后…」')
  })
})
