/** What is not read, and what is read but not counted. */
import { describe, expect, it } from 'vitest'
import type { Doc, Measurement } from '../core.ts'
import { createDoc } from '../document.ts'
import { parseMarkdown } from '../parsers/markdown/remark.ts'
import { measure, passages } from './index.ts'
import { visible } from './visible.ts'

const superior = `关于加强古井保护的意见
为保护古井，现提出如下意见。
一、总体要求
以习近平新时代中国特色社会主义思想为指导，全面贯彻党的二十大精神，把古井保护纳入乡村建设总体安排。
二、持续加强古井的日常巡查和用水管理
任何单位和个人不得向古井倾倒垃圾、排放污水，不得擅自填埋、封堵古井。
县级以上人民政府应当明确古井巡查责任人，发现井栏破损、井壁坍塌、水质异常的，及时报告并采取抢修措施。
`
const source = `---
上位文件: 上级.txt
---

# 临溪县古井保护实施方案

为贯彻落实《关于加强古井保护的意见》，结合我县实际，制定本方案。

## 一、总体要求

以习近平新时代中国特色社会主义思想为指导，全面贯彻党的二十大精神，把古井保护纳入乡村建设总体安排。

## 二、持续加强古井的日常巡查和用水管理

**任何单位和个人不得向古井倾倒垃圾、排放污水，不得擅自填埋、封堵古井。**

- 县级以上人民政府应当明确古井巡查责任人，发现井栏破损、井壁坍塌、水质异常的，及时报告并采取抢修措施。

| 乡镇 | 古井 |
| --- | --- |
| 石桥镇 | 12口 |

<!-- burden-lint-disable copied-passage -->
`
const doc: Doc = createDoc(parseMarkdown(source), '方案.md')
const measured: Measurement = measure(
  { text: doc.text, blocks: doc.blocks, sentences: doc.facts.sentences, body: doc.facts.body },
  [{ text: superior }],
)
const wordsOf = (u: { start: number; end: number }) => doc.text.slice(u.start, u.end).trim()
const unitOf = (beginning: string) => measured.units.find((u) => wordsOf(u).startsWith(beginning))!

describe('a Markdown document', () => {
  it('is covered whole', () => {
    expect(measured.units.map((u) => doc.text.slice(u.start, u.end)).join('')).toBe(doc.text)
    expect(doc.text).toBe(source.replaceAll('**', ''))
  })

  it('has markup that is judged by nobody', () => {
    const marks = measured.units.filter((u) => u.why === 'markup')
    expect(marks.map(wordsOf)).toEqual(
      expect.arrayContaining([expect.stringContaining('上位文件: 上级.txt'), '##', expect.stringContaining('---')]),
    )
    for (const unit of marks) {
      expect(unit).toMatchObject({ reuse: 'novel', kind: 'other', content: false, sources: [], runs: [], chars: 0 })
      expect(wordsOf(unit)).not.toMatch(/古井保护|责任人|石桥镇/)
    }
    for (const unit of measured.units.filter((u) => u.why !== 'markup'))
      expect(wordsOf(unit)).not.toMatch(/^(?:#|---|-\s|\*\*|\||<!--)|上位文件/)
  })

  it('has headings and items like any other', () => {
    expect(wordsOf(unitOf('一、总体要求'))).toBe('一、总体要求')
    expect(unitOf('县级以上')).toMatchObject({ reuse: 'copied', content: true })
    expect(wordsOf(unitOf('任何单位'))).toBe('任何单位和个人不得向古井倾倒垃圾、排放污水，不得擅自填埋、封堵古井。')
  })

  it('has passages through its markup, from the first copied sentence on', () => {
    const found = passages(measured, doc.text)
    expect(found).toHaveLength(1)
    expect(wordsOf(found[0]!.here)).toMatch(/^任何单位[\s\S]*抢修措施。$/)
    expect(superior.slice(found[0]!.there.start, found[0]!.there.end)).toMatch(/^任何单位[\s\S]*抢修措施。$/)
  })
})

describe('fixed openings and political formulas', () => {
  it('are no content, not copied and no measure', () => {
    expect(unitOf('为贯彻落实')).toMatchObject({ content: false, why: 'opening' })
    expect(unitOf('以习近平')).toMatchObject({ content: false, why: 'formula' })
    for (const unit of [unitOf('为贯彻落实'), unitOf('以习近平')]) {
      expect(unit.reuse).not.toBe('copied')
      expect(unit.kind).not.toBe('measure')
      expect(unit.chance!.measure).toBe(0)
    }
  })

  it.each([
    '为贯彻落实《关于加强古井保护的意见》，结合实际，制定本方案。',
    '为深入贯彻落实《关于加强古井保护的意见》（云政发〔2025〕3号）精神，结合我县实际，现制定如下实施方案。',
    '根据《关于加强古井保护的意见》要求，经县政府同意，现就有关事项通知如下：',
  ])('%s', (opening) => {
    const text = `临溪县古井保护实施方案\n${opening}\n一、任务\n县水利局于2025年6月底前完成37口古井的修缮。\n`
    const unit = measure({ text }, [{ text: `意见\n${opening}\n` }]).units[1]!
    expect(text.slice(unit.start, unit.end).trim()).toBe(opening)
    expect(unit).toMatchObject({ content: false, why: 'opening' })
    expect(unit.reuse).not.toBe('copied')
    expect(unit.kind).not.toBe('measure')
  })

  it('are told from a sentence that opens like one and goes on to say who does what', () => {
    const text =
      '方案\n一、任务\n以新时代美丽乡村建设精神为引领，县财政局牵头，每口古井补助2万元，6月底前拨付到各乡镇。\n'
    expect(measure({ text }, [{ text: superior }]).units.at(-1)).toMatchObject({ content: true })
  })
})

describe('visible', () => {
  it('keeps offsets and lines', () => {
    const text = '---\r\n甲: 乙\r\n---\r\n𠮷## 丙。\n'
    const at = text.indexOf('丙')
    const seen = visible(text, [{ start: at, end: at + 2 }])
    expect(seen).toHaveLength(text.length)
    expect(seen.trim()).toBe('丙。')
    expect(seen.replace(/[^\r\n]/g, '')).toBe(text.replace(/[^\r\n]/g, ''))
  })

  it('is the text where nothing is known', () => {
    expect(visible('# 甲', undefined)).toBe('# 甲')
    expect(visible('# 甲', [])).toBe('   ')
  })
})
