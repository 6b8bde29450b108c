import { describe, expect, it } from 'vitest'
import { dated, isWhen, isYearless, yearNamed, yearOfNumbers } from './years.ts'

describe('without a year', () => {
  it.each([
    ['3月、9月', true],
    ['1—12月', true],
    ['1月20日—22日', true],
    ['4月22日至5月3日', true],
    ['7月8日上午', true],
    ['3.10-3.12', true],
    ['6月上旬', true],
    ['三月五日', true],
    ['5/20 下午', true],
    ['５／２０', true],
    ['５月２０日', true],
    ['5 / 20', true],
    ['七月 八日', true],
    ['5 月 20 日', true],
    ['5/20 9:00', true],
    ['六月三日 上午', true],
    ['06/08（周一）', true],
    ['4/31 上午', false],
    ['3.5 %', false],
    ['2月30日', false],
    ['13月5日', false],
    ['4月31日—5月2日', false],
    ['4月28日—31日', false],
    ['2026年3月5日', false],
    ['待定', false],
    ['3', false],
  ])('%s', (text, expected) => expect(isYearless(text)).toBe(expected))

  it.each([
    ['2026年3月、9月', true],
    ['2026年1—12月', true],
    ['2026年1月20日—22日', true],
    ['2026.3.10-3.12', true],
    ['2026年12月28日—2027年1月5日', true],
    ['2026年3月4日、3月18日', true],
    ['2026年2月30日', false],
    ['2026年13—14月', false],
    ['2026年2月20日—30日', false],
    ['3月左右', false],
    ['3月4日', false],
  ])('when %s', (text, expected) => expect(isWhen(text)).toBe(expected))

  it.each([
    ['3月4日', '2026年3月4日'],
    ['1—12月', '2026年1—12月'],
    ['3.4-3.6', '2026.3.4-3.6'],
    ['七月八日', '2026.7.8'],
    ['5/20 下午', '2026.5.20 下午'],
    ['六月三日上午', '2026.6.3上午'],
    ['5/20 9:00', '2026.5.20'],
    ['46065', '46065'],
    ['2025年3月4日', '2025年3月4日'],
  ])('%s in 2026', (text, expected) => expect(dated({ text, span: { start: 0, end: 1 } }, '2026').text).toBe(expected))

  it('is told by titles and numbers', () => {
    expect(yearNamed('督查计划（2026）', '')).toBe('2026')
    expect(yearNamed('', '会议台账_2026')).toBe('2026')
    expect(yearNamed('2025年12月—2026年3月')).toBe('2025')
    expect(yearNamed('依据〔2025〕18号', '')).toBe(undefined)
    expect(yearNamed('2025和2026对比')).toBe(undefined)
    expect(yearOfNumbers(['D2026-1', '', '平督〔2026〕3号'])).toBe('2026')
    expect(yearOfNumbers(['D2026-1', 'D2025-9'])).toBe(undefined)
  })
})
