import { describe, expect, it } from 'vitest'
import { unitKey, unitTypeOf } from './units.ts'
import {
  countOf,
  dayOf,
  daysOf,
  isBlank,
  lastDayOf,
  monthNamed,
  monthOf,
  numberOf,
  serialDay,
  yesOf,
} from './values.ts'

describe('cells', () => {
  it.each([
    ['12', 12],
    ['１２', 12],
    ['1,234', 1234],
    ['１，２３４', 1234],
    ['12,34', undefined],
    ['1.5万', 15000],
    ['3件', 3],
    ['3人次', 3],
    ['3 5', undefined],
    ['3\n5', undefined],
    ['1 234', 1234],
    [' 3 ', 3],
    ['-', 0],
    ['—', 0],
    ['无', 0],
    ['十二', 12],
    ['二十', 20],
    ['80%', 0.8],
    ['', undefined],
    ['三件半', undefined],
    ['3-5', undefined],
    ['2026-03-01', undefined],
  ])('number %s', (text, value) => expect(numberOf(text)).toBe(value))

  it.each([
    ['1,200', 1200],
    ['1.0', 1],
    ['5.00', 5],
    ['1.5万', 15000],
    ['-', 0],
    ['1.5', undefined],
    ['-5', undefined],
    ['－５', undefined],
    ['80%', undefined],
  ])('count %s', (text, value) => expect(countOf(text)).toBe(value))

  it.each([
    ['2026-03-05', '2026-03-05'],
    ['2026.3.5', '2026-03-05'],
    ['二〇二五年十月三十一日', '2025-10-31'],
    ['二○二六年三月五日', '2026-03-05'],
    ['2026.3.5', '2026-03-05'],
    ['二〇二五年十月三十一日', '2025-10-31'],
    ['二○二六年三月五日', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['２０２６年３月５日', '2026-03-05'],
    ['2026.3.5', '2026-03-05'],
    ['二〇二五年十月三十一日', '2025-10-31'],
    ['二○二六年三月五日', '2026-03-05'],
    ['2026-03-05 14:30:00', '2026-03-05'],
    ['2026-03-05T00:00:00', '2026-03-05'],
    ['46086', '2026-03-05'],
    ['46086.5', '2026-03-05'],
    ['2026-13-45', undefined],
    ['2026-02-29', undefined],
    ['2024-02-29', '2024-02-29'],
    ['2026年3月', undefined],
    ['2026/3-5', undefined],
    ['长期', undefined],
    ['2026年3月5日—6日', '2026-03-05'],
    ['2026-03-11至2026-03-13', '2026-03-11'],
    ['', undefined],
  ])('day %s', (text, value) => expect(dayOf(text)).toBe(value))

  it('days counted from 1904, and the day that never was', () => {
    expect(dayOf('44624', true)).toBe('2026-03-05')
    expect(serialDay(1)).toBe('1900-01-01')
    expect(serialDay(61)).toBe('1900-03-01')
  })

  it.each([
    ['2026-03', '2026-03'],
    ['2026年3月', '2026-03'],
    ['2026年03月份', '2026-03'],
    ['202603', '2026-03'],
    ['2026/3', '2026-03'],
    ['2026-03-01', '2026-03'],
    ['3月', undefined],
    ['2026年3月上旬', '2026-03'],
    ['2026年6月底', '2026-06'],
    ['2026-13', undefined],
  ])('month %s', (text, value) => expect(monthOf(text)).toBe(value))
  it.each([
    ['2026-03-05', '2026-03-05'],
    ['2026年3月', '2026-03-31'],
    ['2026年2月底', '2026-02-28'],
    ['2026年3月5日—6日', '2026-03-06'],
    ['2026年3月28日至4月2日', '2026-04-02'],
    ['2026-03-11至2026-05-13', '2026-05-13'],
    ['2026.8.31（延期至2026.12.31）', '2026-12-31'],
    ['2026年8月31日（工期顺延，延至2026年10月）', '2026-10-31'],
    ['2026/4/14-4/17', '2026-04-17'],
    ['长期', undefined],
  ])('last day of %s', (text, value) => expect(lastDayOf(text)).toBe(value))

  it('several days in one cell', () => {
    expect(daysOf('2026年3月4日、3月18日')).toEqual(['2026-03-04', '2026-03-18'])
    expect(daysOf('2026-03-04；2026-04-08')).toEqual(['2026-03-04', '2026-04-08'])
    expect(daysOf('待定')).toEqual([])
  })

  it.each([
    ['2026年1月份发文统计表', '2026年1月'],
    ['各乡镇文会台账 3月', '3月'],
    ['2026年1—4月统计', ''],
    ['填报时间：2026年2月3日', ''],
    ['1月、2月统计', ''],
    ['6月底前完成', ''],
    ['三月份发文统计', '3月'],
    ['2026年度计划', ''],
  ])('the month that %s names', (text, value) => expect(monthNamed(text)).toBe(value))

  it('a note behind a number', () => {
    expect(numberOf('3（其中急件1）')).toBe(3)
    expect(numberOf('（3）')).toBeUndefined()
  })

  it('a month whose year stands elsewhere', () => {
    expect(monthOf('3月', 2026)).toBe('2026-03')
    expect(monthOf('十一月', 2026)).toBe('2026-11')
    expect(monthOf('3', 2026)).toBe('2026-03')
  })

  it('yes, no and nothing', () => {
    expect(['是', '√', '已备案', '否', '未备案', '×', '待定'].map(yesOf)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      undefined,
    ])
    expect(['', '无', '—', '/', '有'].map(isBlank)).toEqual([true, true, true, true, false])
  })
})

describe('offices', () => {
  it.each([
    ['城关镇', '城关镇人民政府'],
    ['城关镇', '城关镇党委'],
    ['水利局', '南乐县水利局'],
    ['县水利局', '水利局'],
    ['东城街道', '东城街道办事处'],
    ['县委办公室', '中共南乐县委办公室'],
    ['县政府办公室', '南乐县人民政府办公室'],
    ['卫生健康委', '县卫生健康委员会'],
    ['水利局', '水利局 '],
    ['柳林镇', '柳林镇政府'],
    ['县教体局', '县教育体育局'],
    ['住建局', '县住房和城乡建设局'],
    ['县信访局', '县信访局（牵头）'],
    ['石门街道', '石门街道（原石门镇）'],
    ['组织部', '中共清水县委组织部'],
    ['县审批服务局', '清水县行政审批服务局'],
    ['县人大办', '县人大常委会办公室'],
  ])('%s is %s', (a, b) => expect(unitKey(b)).toBe(unitKey(a)))
  it.each([
    ['城市管理局', '管理局'],
    ['县委办公室', '办公室'],
    ['城关镇', '城关镇财政所'],
    ['教育局', '教育局机关幼儿园'],
  ])('%s is not %s', (a, b) => expect(unitKey(b)).not.toBe(unitKey(a)))
  it.each([
    ['城关镇', '', '乡镇'],
    ['城关镇人民政府', '', '乡镇'],
    ['城关镇党政办', '', '乡镇'],
    ['东城街道办事处', '', '乡镇'],
    ['县水利局', '', '县直'],
    ['县委组织部', '', '县直'],
    ['某某科技园', '', undefined],
    ['城关镇', '县直单位', '县直'],
    ['某某科技园', '乡镇', '乡镇'],
  ] as const)('%s (%s): %s', (name, said, type) => expect(unitTypeOf(name, said)).toBe(type))
})
