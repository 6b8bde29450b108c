import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.ts'
import { examplesOf } from '../examples.ts'
import { layoutText } from './layout.ts'
import { setupOf } from './setup.ts'

/** The settings of the examples of a rule, each once. */
const setups = (id: string): string[] => [
  ...new Set(examplesOf(readFileSync(`rules/${id}.md`, 'utf8')).flatMap((example) => setupOf(example, rules[id]!))),
]

describe('what sets an example up', () => {
  it.each(Object.keys(rules))('is said in words: %s', (id) => {
    for (const text of setups(id)) expect(text).not.toMatch(/[{}[\]"]|null|undefined|true|false|：[a-z]+$/)
  })

  it('names the option and its value, or the limits', () => {
    expect(setups('overlong-speech')).toEqual(
      expect.arrayContaining([
        '部署专项工作的讲话稿最多多少字：30',
        '字数口径：按汉字数',
        '不超过 0.1 分钟，代表大会不限',
      ]),
    )
    expect(setups('overlong-document')).toContain('一般工作的不超过 60 字、专项工作的不超过 40 字')
    expect(setups('missing-statistics')).toContain('按 2026-03-05 判断')
  })

  it.each([
    [{}, ''],
    [{ numbers: null }, '，没有页码'],
    [{ numbers: [['—_1_—', 14, 'center']] }, '，页码改为“— 1 —”（4号、居中）'],
    [
      {
        numbers: [
          ['—1—', 10.5, 'right'],
          ['—1—', 10.5, 'left'],
        ],
      },
      '，单页页码改为“—1—”（5号、居右），双页改为“—1—”（5号、居左）',
    ],
    [{ paper: [184, 260] }, '，纸张改为 184×260 毫米'],
    [{ margins: [34.58, 26, 32.58, 28] }, '，页边距改为上 34.58、下 32.58、左 28、右 26 毫米'],
    [{ grid: [34, -0.21] }, '，行距改为 34 磅、字距紧缩 0.21 磅'],
    [{ grid: null, faces: { '*': '等线/10.5' } }, '，没有设行距和字距，全文改用“等线”5号'],
    [
      { faces: { 1: '方正小标宋简体/42/center/C00000', '*': '仿宋/16' } },
      '，第 1 行改用“方正小标宋简体”初号、居中、红色，其他各行改用“仿宋”3号',
    ],
  ] as const)('of a Word file: %j', (layout, departing) => {
    expect(layoutText(layout)).toBe(`一份 Word 文件，版式按 GB/T 9704${departing}`)
  })
})
