import { describe, expect, it } from 'vitest'
import { unitKey, unitTypeOf } from './units.ts'

describe('offices', () => {
  it.each([
    ['县城市管理局', '城管局'],
    ['县乡村振兴局', '乡村振兴局'],
    ['柳河县自然资源和规划局', '自规局'],
    ['县交通运输局', '交运局'],
    ['县退役军人事务局', '退役局'],
    ['县教育体育局', '教育局'],
    ['县文化广电和旅游局', '文旅局'],
  ])('%s is %s', (name, short) => expect(unitKey(name)).toBe(unitKey(short)))

  it.each([
    ['县水利局', '县水利工程建设管理局'],
    ['县林业局', '县林业科学研究所'],
    ['县委', '县政府'],
    ['县城', '城管局'],
    ['县农业农村局', '县农业机械化中心'],
    ['市场监管局', '城市管理局'],
  ])('%s is not %s', (one, other) => expect(unitKey(one)).not.toBe(unitKey(other)))

  it('belong to the county or are townships', () => {
    expect(unitTypeOf('县城关镇')).toBe('乡镇')
    expect(unitTypeOf('县城市管理局')).toBe('县直')
    expect(unitTypeOf('县乡镇企业局')).toBe('县直')
  })
})
