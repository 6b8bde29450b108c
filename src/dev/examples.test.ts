import { describe, expect, it } from 'vitest'
import { examplesOf } from '../examples.ts'
import { defineRule, v } from '../rule.ts'
import { tryExample } from './examples.ts'

const fence = (info: string, text: string) => `\`\`\`${info}\n${text}\n\`\`\`\n`

describe('examplesOf', () => {
  it('reads kinds, names and attributes', () => {
    const page = `# 页\n\n${fence('正例 name=提及 genre=speech.special', '不得签订责任状。')}${fence(
      '反例 path=讲话.md options={"max":50}',
      '甲\n⟦乙⟧丙⟦丁⟧',
    )}${fence('提示 format=markdown', '⟦戊⟧')}${fence('json', '{}')}`
    expect(examplesOf(page)).toEqual([
      {
        kind: '正例',
        name: '提及',
        genre: 'speech.special',
        line: 3,
        text: '不得签订责任状。',
        marks: [],
        path: '例子.txt',
        superiors: [],
      },
      {
        kind: '反例',
        name: '1',
        line: 6,
        text: '甲\n乙丙丁',
        marks: [
          { start: 2, end: 3 },
          { start: 4, end: 5 },
        ],
        path: '讲话.md',
        options: { max: 50 },
        superiors: [],
      },
      expect.objectContaining({ kind: '提示', name: '1', path: '例子.md' }),
    ])
  })

  it('gives superior documents to the next example only', () => {
    const page = `${fence('上级文件', '上级一')}${fence('上级文件 path=县委.md', '上级二')}${fence('正例', '甲')}${fence('正例', '乙')}`
    expect(examplesOf(page).map((e) => e.superiors)).toEqual([
      [
        { path: '上级文件1.txt', text: '上级一' },
        { path: '县委.md', text: '上级二' },
      ],
      [],
    ])
  })

  it('lets a longer fence hold a shorter one, and marks nest', () => {
    const [example] = examplesOf('````反例 format=markdown\r\n```\r\n⟦甲⟦乙⟧⟧\r\n```\r\n````\r\n')
    expect(example?.text).toBe('```\n甲乙\n```')
    expect(example?.marks).toEqual([
      { start: 4, end: 6 },
      { start: 5, end: 6 },
    ])
  })

  it.each([
    [fence('正例', '⟦甲⟧'), /line 1: a 正例 marks nothing/],
    [fence('反例', '甲'), /a 反例 marks what is found/],
    [fence('反例', '⟦甲'), /⟦ without ⟧/],
    [fence('反例', '甲⟧'), /⟧ without ⟦/],
    [`\n${fence('正例 文种', '甲')}`, /line 2: “文种” is not key=value/],
    [fence('正例 文种=通知', '甲'), /unknown attribute 文种/],
    [fence('正例 genre=speech', '甲'), /unknown genre speech/],
    [fence('正例 format=html', '甲'), /format is one of text, markdown, csv/],
    [fence('正例 options={max:1}', '甲'), /options is not JSON/],
    [fence('正例 layout={grid:null}', '甲'), /layout is not JSON/],
    [fence('上级文件 genre=plan', '甲'), /unknown attribute genre/],
    [fence('上级文件', '甲'), /belongs to no example/],
    ['```正例\n甲', /line 1: the block is not closed/],
  ])('refuses %#', (page, message) => {
    expect(() => examplesOf(page)).toThrow(message)
  })
})

describe('tryExample', () => {
  const rules = {
    'heavy-word': defineRule({
      scope: 'doc',
      genres: ['*'],
      severity: 'warning',
      title: { zh: '重话' },
      basis: { source: '甲', clause: '乙', quote: '丙', verified: true },
      triggers: ['重话'],
      options: v.object({ from: v.optional(v.number(), 0) }),
      messages: { heavy: { zh: '重话', advice: { zh: '轻些' } } },
      *check({ doc, hits }, { from }) {
        for (const span of hits) if (span.start >= from) yield { message: 'heavy', at: { doc, span } }
      },
    }),
  }
  const trial = (info: string, text: string) => tryExample('heavy-word', examplesOf(fence(info, text))[0]!, rules)

  it('compares what is found with what is marked', async () => {
    expect(await trial('反例', '说⟦重话⟧，又说⟦重话⟧。')).toEqual({
      found: ['1–3: 重话', '6–8: 重话'],
      expected: ['1–3: 重话', '6–8: 重话'],
      severities: ['warning'],
    })
    const wrong = await trial('反例', '说⟦重⟧话。')
    expect(wrong.found).not.toEqual(wrong.expected)
  })

  it('sets the lines of an example with a layout as paragraphs of a Word file', async () => {
    const [example] = examplesOf(fence('反例 layout={"grid":null}', '说\n\n⟦重话⟧。'))
    expect(example).toMatchObject({ path: '例子.docx', layout: { grid: null } })
    expect((await tryExample('heavy-word', example!, rules)).found).toEqual(['3–5: 重话'])
  })

  it('applies options, and refuses wrong ones', async () => {
    expect((await trial('反例 options={"from":2}', '说重话，又说⟦重话⟧。')).found).toEqual(['6–8: 重话'])
    await expect(trial('正例 options={"from":"二"}', '甲')).rejects.toThrow(/line 1/)
  })
})
