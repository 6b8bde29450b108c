import { expect, test } from 'vitest'
import { dateFaults } from './dates.ts'

const found = (text: string, cell = false) =>
  dateFaults(text, { start: 0, end: text.length }, cell, []).map(({ kind, at, right }) =>
    `${kind} ${text.slice(at.start, at.end)} ${right}`.trimEnd(),
  )

test('years cut short, and the second year of a span', () => {
  expect(found('自21年5月起，2021—23年分批，截至98年底，’23年续建。')).toEqual([
    'shortYear 21年 2021年',
    'shortYear 23年 2023年',
    'shortYear 98年 1998年',
    'shortYear 23年 2023年',
  ])
})

test('years cut short before what was done in them', () => {
  expect(found('23年立项的渠道，由乡里管护；学校于22年建成，沿用至今。')).toEqual([
    'shortYear 23年 2023年',
    'shortYear 22年 2022年',
  ])
  expect(found('大坝历时23年建成，修了22年竣工，守渠21年的老人，种树20年。')).toEqual([])
})

test('numbers of years, versions and codes are none', () => {
  expect(found('工期21年5月，满20年底薪，近30年底，版本号为2024.5.6，电话0393-2024-5-6，10.2.2024.1。')).toEqual([])
})

test('dots, slashes and hyphens; a hyphen cannot stand in a date without its day', () => {
  expect(found('2024.5.6—2024.5.10，2024/5/6，2024-5-6，2024-5月。')).toEqual([
    'dotted 2024.5.6 2024年5月6日',
    'dotted 2024.5.10 2024年5月10日',
    'dotted 2024/5/6 2024年5月6日',
    'hyphenated 2024-5-6 2024年5月6日',
    'dotted 2024-5月 2024年5月',
  ])
})

test('in the cell of a table, and in a line that is no sentence, only days that do not exist', () => {
  expect(found('2024.5.6，2月30日', true)).toEqual(['impossible 2月30日'])
  expect(found('截至2024.5.6')).toEqual([])
})

test('a day that somebody else put down wrongly is told, not written', () => {
  expect(found('其中一家的台账竟写着9月31日，另一家把日期填成“2月30日”。')).toEqual([])
  expect(found('9月31日写好。')).toEqual(['impossible 9月31日'])
})
