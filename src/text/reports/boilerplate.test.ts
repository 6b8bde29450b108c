import { describe, expect, it } from 'vitest'
import { openingsOf } from '../phrases.ts'
import { countSetPhrases, isEmptySentence } from './boilerplate.ts'

describe('set phrases', () => {
  it('are counted clause by clause, without political formulas', () => {
    expect(countSetPhrases('要高度重视，切实加强组织领导，形成合力。')).toBe(3)
    expect(countSetPhrases('提高政治站位，切实增强“四个意识”，深入学习贯彻党的二十大精神。')).toBe(0)
    expect(countSetPhrases('由县财政局于6月底前拨付120万元。')).toBe(0)
  })
})

describe('empty sentences', () => {
  it.each([
    '要进一步统一思想、提高认识，增强责任感和紧迫感，扎实推进各项工作再上新台阶。',
    '要切实把这项工作摆在更加突出的位置，抓实抓细抓好。',
    '坚持问题导向，多措并举，精准发力，全力推动工作走深走实。',
    '要以背水一战的决心、破釜沉舟的勇气，掀起新一轮工作热潮。',
    '要改进作风，提速提效，以最有力的举措确保各项任务落地见效。',
    '要提高认识，认清形势，真正重视起来，真落实、真见效。',
  ])('%s', (sentence) => expect(isEmptySentence(sentence, 0.2)).toBe(true))
  it.each([
    '大力推进营造林管理，进一步加强管护，确保取得实效。',
    '强化基层网格员队伍建设，夯实社会治理基础，形成工作合力。',
    '切实加强“三夏”生产组织领导，狠抓工作落实。',
    '强力推进四大行动，切实抓好各项任务落实。',
    '切实把思想和行动统一到决策部署上来，狠抓工作落实。',
    '高度重视。',
    '要提高认识，掀起冬修水利热潮，真抓实干。',
    '以最坚决的态度压实责任，确保渣土车全部密闭，不走过场。',
  ])('not %s', (sentence) => expect(isEmptySentence(sentence, 0.2)).toBe(false))
})

describe('openings of a pattern', () => {
  const heads = (pattern: string) =>
    [...openingsOf(pattern).pairs].map((pair) => String.fromCharCode(pair >> 16, pair & 0xffff)).sort()
  it.each([
    ['甲乙丙|(?:丁|戊己)庚', ['丁庚', '戊己', '甲乙']],
    ['甲?乙[丙丁]', ['乙丙', '乙丁', '甲乙']],
    ['抓[紧实]{1,2}抓', ['抓实', '抓紧']],
    ['[从站]{1,2}高', ['从从', '从站', '从高', '站从', '站站', '站高']],
  ])('%s', (pattern, expected) => expect(heads(pattern)).toEqual(expected.sort()))
})
