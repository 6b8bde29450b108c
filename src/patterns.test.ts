import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { checkPattern, exemptions } from './patterns.ts'

describe('checkPattern', () => {
  it.each([
    '不得',
    '全县(?:经济|民生)工作会议',
    '^在.{0,30}会议上的讲话$',
    '第[一二三四五六七八九十]+条',
    '(?:[一二三四五六七八九十]+、)+',
    '(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日',
    '(?:\\d{4}){2,}',
    '[^。]*不得[^。]*',
    '.*责任状.*',
    '\\p{Script=Han}+〔\\d{4}〕\\d+号',
    '(?<year>\\d{4})-(?<month>\\d\\d)',
    '(?:[a-z]+,)*[a-z]+',
    '(?=.*讲话)全县.+',
    '(?<!不)得',
    '\\bword\\b',
    '[\\]\\-（）()]+',
    '(?:甲|乙|丙)*',
    '(?:[^，。]{2,10}，)+',
    '(?:一|二)?(?:三|四)?',
    '',
    '𠮷{2,}',
    '[\\u4e00-\\u9fff]{2,4}县',
    '(?:\\d{4}年)*(?:\\d{1,2}月)*',
    '.*\\d+',
    '^关于.{0,30}的(?:若干)?(?:意见|通知)(?:[（(].{1,10}[)）])?$',
    '[^。]{0,20}推进[^。]{0,20}落实',
    '(?:第?[一二三]次)?(?:会议|会议纪要)',
    '(?:a?)+b',
  ])('takes %s', (source) => {
    expect(checkPattern(source)).toBeUndefined()
  })

  it.each([
    '(a+)+',
    '(a*)*$',
    '(?:a|a)*',
    '(a|aa)+$',
    '(?:[^。]+)*。',
    '(.*)*',
    '(?:.*，)*x',
    '([a-z]+\\d*)+$',
    '(\\w|\\d)+$',
    '(?:a?b?a?)*c',
    '(x+x+)+y',
    '(?:(?:ab)*)*',
    '(?:会议|会)*',
    '(?:\\p{L}|a)+',
    '(?:[\\u4e00-\\u9fff]|讲)+$',
    '(?=(a+)+b)c',
    '(?:a{1,30}){1,30}b',
    '(?:\\S+\\s*)+。',
    '(?:a?){22}b',
    '(?:[甲乙]?){24}丙',
    '(?:a|aa){22}b',
  ])('refuses %s: exponential', (source) => {
    expect(checkPattern(source)).toMatch(/可能极慢.*重复的分组/)
  })

  it.each([
    '.*.*.*x',
    '\\s*\\s*\\s*$',
    '.*a.*b.*c.*d.*',
    '.{0,500}.{0,500}.{0,500}x',
    '(?:ab)*(?:ab)*(?:ab)*(?:ab)*(?:ab)*c',
    `${'a?'.repeat(22)}b`,
    `${'(?:a|aa)'.repeat(22)}b`,
    `${'a?b?'.repeat(22)}c`,
    '.{0,45}.{0,45}.{0,45}.{0,45}x',
  ])('refuses %s: power', (source) => {
    expect(checkPattern(source)).toMatch(/相互重叠/)
  })

  it('refuses what cannot be read, references, excessive length and counts', () => {
    expect(checkPattern('(会议')).toMatch(/写法有误/)
    expect(checkPattern('[')).toMatch(/写法有误/)
    expect(checkPattern('a{2,1}')).toMatch(/写法有误/)
    expect(checkPattern('(a)\\1')).toMatch(/引用/)
    expect(checkPattern('(?<x>a)\\k<x>')).toMatch(/引用/)
    expect(checkPattern('会'.repeat(501))).toMatch(/太长/)
    expect(checkPattern('a{100000}')).toMatch(/次数太大/)
    expect(checkPattern('(?:[ab]{900}[cd]{900}){3}[ab]{900}')).toMatch(/太复杂/)
  })

  it('is itself quick on nasty input', () => {
    const started = performance.now()
    for (const source of ['('.repeat(249) + ')'.repeat(249), '(?:a|'.repeat(80) + ')'.repeat(80), 'a*'.repeat(250)]) {
      checkPattern(source)
    }
    expect(performance.now() - started).toBeLessThan(1500)
  })

  it('lets nothing through that hangs', () => {
    // Small random patterns, each tried on strings that make failing matches expensive.
    let seed = 7
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return Math.floor((seed / 2147483648) * below)
    }
    const grow = (depth: number): string => {
      const pick = random(depth > 3 ? 2 : 7)
      if (pick < 2) return ['a', 'b', '[ab]', '.'][random(4)]!
      if (pick < 4) return grow(depth + 1) + grow(depth + 1)
      if (pick === 4) return `(?:${grow(depth + 1)}|${grow(depth + 1)})`
      return `(?:${grow(depth + 1)})${['*', '+', '?', '{1,3}', '{2}', '{12}', '{0,9}'][random(7)]}`
    }
    let taken = 0
    for (let round = 0; round < 3000; round++) {
      const source = grow(0)
      if (checkPattern(source) !== undefined) continue
      taken++
      const pattern = new RegExp(`${source}!`, 'u')
      for (const text of ['a'.repeat(60), 'ab'.repeat(30), 'b'.repeat(60), 'a'.repeat(12)]) {
        const started = performance.now()
        pattern.test(text)
        expect(performance.now() - started, source).toBeLessThan(300)
      }
    }
    expect(taken).toBeGreaterThan(300)
  })
})

describe('exemptions', () => {
  const said = (source: string) => v.safeParse(exemptions('不查什么'), [source]).issues?.map(({ message }) => message)

  it.each(['安全生产', '安全|信访', '^关于', '(?=防汛).'])('takes %j', (source) => {
    expect(said(source)).toBeUndefined()
  })
  it.each([
    ['', '不能为空'],
    [' ', '不能为空'],
    ['安全|', '什么字都没有也算找到，请写上要找的字'],
    ['(?:安全)?', '什么字都没有也算找到，请写上要找的字'],
    ['(', '正则表达式写法有误，请检查括号、方括号和反斜杠是否成对、完整'],
  ])('refuses %j, which would switch the rule off', (source, message) => {
    expect(said(source)).toEqual([message])
  })
})
