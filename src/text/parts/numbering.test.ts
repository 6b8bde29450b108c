import { describe, expect, test } from 'vitest'
import { parsePlain } from '../../parsers/plain.ts'
import { parseNumeral } from '../numerals.ts'
import { enumeratedIn, hanNumeral, numberedBlocks, readOpening } from './numbering.ts'

describe('the number a paragraph opens with', () => {
  test.each([
    ['一、总体要求', 'han', 1, '一、'],
    ['十二.保障措施', 'han', 12, '十二.'],
    ['（三）加强领导', 'han-bracket', 3, '（三）'],
    ['(三)、加强领导', 'han-bracket', 3, '(三)、'],
    ['1.任务', 'digit', 1, '1.'],
    ['1、任务', 'digit', 1, '1、'],
    ['2．2024年目标', 'digit', 2, '2．'],
    ['１２．任务', 'digit', 12, '１２．'],
    ['（2）任务', 'digit-bracket', 2, '（2）'],
    ['3）任务', 'digit-paren', 3, '3）'],
    ['④任务', 'circled', 4, '④'],
    ['第二章　总则', 'chapter', 2, '第二章'],
    ['第一百零二条　本法', 'article', 102, '第一百零二条'],
    ['第十二条　本办法', 'article', 12, '第十二条'],
    ['第三部分 保障', 'part', 3, '第三部分'],
  ] as const)('%s', (line, form, ordinal, mark) => {
    const opening = readOpening(line)
    expect(opening?.form).toBe(form)
    if (!opening) return
    expect(opening.ordinal).toBe(ordinal)
    expect(line.slice(0, opening.length)).toBe(mark)
  })

  test.each([
    '1.5亿元资金',
    '一、二、三产业融合',
    '一、二产业',
    '七、八年级每周五节',
    '1、2号楼',
    '第三条规定的情形',
    '一方面',
    '2024年',
    '100.5',
    '（2024年）',
  ])('none: %s', (line) => expect(readOpening(line)).toBeUndefined())

  test('blocks', () => {
    const text = '关于某事的通知\n一、目标\n（一）压实责任。各村要尽责。\n1.　 建台账'
    const found = numberedBlocks(text, parsePlain(text).blocks)
    expect(found.map((n) => [n.level, n.ordinal, text.slice(n.title.start, n.title.end), n.alone])).toEqual([
      [1, 1, '目标', true],
      [2, 1, '压实责任', false],
      [3, 1, '建台账', true],
    ])
  })
})

test('members of an enumeration', () => {
  const text = '要做好三件事：一是抓早，二是抓小。三要抓实；第一，认识；第二、行动。这是一是一、二是二。'
  expect(
    enumeratedIn(text, 100).map((e) => [e.form, e.word, e.ordinal, text.slice(e.start - 100, e.end - 100)]),
  ).toEqual([
    ['being', '是', 1, '一是'],
    ['being', '是', 2, '二是'],
    ['being', '要', 3, '三要'],
    ['ordinal', '', 1, '第一'],
    ['ordinal', '', 2, '第二'],
  ])
})

test('numerals there and back', () => {
  for (let n = 1; n < 1000; n++) expect(parseNumeral(hanNumeral(n))).toBe(n)
})
