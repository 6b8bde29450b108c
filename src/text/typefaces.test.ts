import { describe, expect, it } from 'vitest'
import { familyOf, isRed, isSize, sizeName } from './typefaces.ts'

describe('familyOf', () => {
  it.each([
    [
      '小标宋体',
      '方正小标宋简体、方正小标宋_GBK、小标宋体、长城小标宋体、文星标宋、FZXiaoBiaoSong-B05S、FZXBSJW--GB1-0',
    ],
    [
      '仿宋体',
      '仿宋、仿宋_GB2312、FangSong、FangSong_GB2312、STFangsong、华文仿宋、方正仿宋_GBK、方正仿宋_GB18030、CESI仿宋-GB2312、FZFangSong-Z02',
    ],
    ['黑体', '黑体、SimHei、华文黑体、STHeiti、方正黑体_GBK、FZHTK--GBK1-0'],
    ['楷体', '楷体、楷体_GB2312、KaiTi、KaiTi_GB2312、华文楷体、STKaiti、方正楷体_GBK、FZKTK--GBK1-0'],
    ['宋体', '宋体、SimSun、NSimSun、新宋体、华文宋体、STSong、方正书宋_GBK'],
  ])('%s', (family, fonts) => {
    for (const font of fonts.split('、')) expect([font, familyOf(font)]).toEqual([font, family])
  })

  it('knows no other', () => {
    for (const font of [
      '微软雅黑',
      '等线',
      'Calibri',
      'Times New Roman',
      '方正大标宋简体',
      '华文中宋',
      'Noto Serif CJK SC',
    ])
      expect([font, familyOf(font)]).toEqual([font, undefined])
  })
})

it('sizes have names, and are near enough within half a point', () => {
  expect([16, 10.5, 42, 17].map(sizeName)).toEqual(['3号', '5号', '初号', '17磅'])
  expect([15, 15.5, 16, 16.5, 17].map((points) => isSize(points, '3号'))).toEqual([false, true, true, true, false])
})

it('red is red, whatever red', () => {
  expect(['FF0000', 'C00000', 'E60012', 'ED1C24'].every(isRed)).toBe(true)
  expect(['', '000000', 'FF00FF', '800000', 'FFC000', '0000FF', 'FFFFFF'].some(isRed)).toBe(false)
})
