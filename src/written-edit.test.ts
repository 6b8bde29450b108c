import { expect, test } from 'vitest'
import { createDoc } from './document.ts'
import { applied } from './fix.ts'
import { parseMarkdown } from './parsers/markdown/remark.ts'
import { writtenEdit } from './written-edit.ts'

/** `source` with the words read as `from` written as `to`; itself where no such edit can be made. */
const rewritten = (source: string, from: string, to: string): string => {
  const doc = createDoc(parseMarkdown(source), '甲.md')
  const start = doc.text.indexOf(from)
  const edit = writtenEdit(doc, { span: { start, end: start + from.length }, text: to, safe: true })
  return edit ? applied(source, [edit]) : source
}

test.each([
  ['占**百分之**50%。', '百分之', '', undefined],
  ['甲，**，**乙。', '，，', '，', undefined],
  ['见[，](a.html)。', '，', '', undefined],
  ['占**百分之50**的村。', '百分之50', '50%', undefined],
  ['的**百分之50**，下同。', '百分之50', '50%', '的**50%**，下同。'],
  ['（**百分之50**）', '百分之50', '50%', '（**50%**）'],
  ['按*甲乙*办。', '甲乙', '“乙”', undefined],
  ['按**甲,**乙办。', ',', '，', '按**甲，**乙办。'],
  ['按**甲,乙**办。', '甲,乙', '甲，乙', '按**甲，乙**办。'],
  ['~~5千~~3千户', '5千3千', '8000', undefined],
  ['~~2~~百3十户', '百3十', '30', undefined],
  ['<del>5千</del>3千户', '5千3千', '8000', undefined],
  ['~~甲,乙~~丙,丁', '甲,乙丙,', '甲，乙丙，', '~~甲，乙~~丙，丁'],
  ['另有~~甲~~村3千户', '3千', '3000', '另有~~甲~~村3000户'],
  ['1\\.5千户', '1.5千', '1500', '1500户'],
  ['把\\"甲\\",\\(乙\\)报', '"甲",(乙)', '“甲”，（乙）', '把“甲”，（乙）报'],
  ['甲\\,乙', ',', '，', '甲，乙'],
  ['甲\\*乙', '*', '、', '甲、乙'],
  ['甲\\*乙', '*乙', '*丙', '甲\\*丙'],
  ['按`63~68%`**填**', '63~68%', '63%~68%', undefined],
  ['取$甲=63~68%$**时**', '63~68%', '63%~68%', undefined],
])('%s: %s → %s', (source, from, to, wanted) => {
  expect(rewritten(source, from, to)).toBe(wanted ?? source)
})
