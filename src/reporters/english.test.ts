import { expect, it } from 'vitest'
import { CONVENTIONS } from '../caps.ts'
import type { Registry } from '../core.ts'
import { ITEM_NAMES } from '../registers/item-types.ts'
import { inEnglish, some, who } from './english.ts'
import { renderText, sentences } from './text.ts'

it('has a singular', () => {
  expect([some(1, 'unit'), some(0, 'unit'), who(1, 'unit', 'lack'), who(2, 'unit', 'have')]).toEqual([
    '1 unit',
    '0 units',
    '1 unit lacks',
    '2 units have',
  ])
  expect(who(1, 'unit', 'have')).toBe('1 unit has')
})

it.each([
  ['2026年1月至2月', 'Jan to Feb 2026'],
  ['2026年2月', 'Feb 2026'],
  ['2025年11月至12月、2026年1月、3月、5月至6月', 'Nov to Dec 2025; Jan, Mar and May to Jun 2026'],
  ['3号仿宋体', '3号仿宋体 (FangSong)'],
  ['小4黑体', '小4黑体 (SimHei)'],
  ['（2026-02-28）', ' (2026-02-28)'],
  ['县水利局', '县水利局'],
  ['2026年发文通知', '2026年发文通知'],
  [12, '12'],
])('says %j in English', (value, words) => {
  expect(inEnglish(value)).toBe(words)
})

it('knows all terms of its own', () => {
  for (const term of [...Object.values(CONVENTIONS), ...Object.values(ITEM_NAMES)])
    expect(inEnglish(term)).not.toBe(term)
})

const rules = {
  r: {
    messages: {
      m: { zh: '“{word}”共 {count} 处', en: '“{word}” in {what} ({count} places, {pages} pages)' },
      named: { zh: '{unit}没有', en: '{unit} has no {what}' },
      own: { zh: '本县的规定' },
    },
  },
} as unknown as Registry
const said = (message: string, args: Record<string, string | number>) =>
  sentences(renderText({ rule: 'r', message, args }, rules, 'en'), 'en')

it('leaves what is quoted as it stands, and counts', () => {
  const args = { word: '会议', what: '会议', count: 1, pages: 0.5 }
  expect(said('m', args)).toBe('“会议” in meetings (1 place, 0.5 pages).')
  expect(said('m', { ...args, count: 2 })).toBe('“会议” in meetings (2 places, 0.5 pages).')
})

it('ends in the full stop of its language, whatever offices it names', () => {
  expect(said('named', { unit: '县水利局办公室', what: '发文' })).toBe('县水利局办公室 has no documents.')
  expect(said('own', {})).toBe('本县的规定。')
})
