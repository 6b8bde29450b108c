import { describe, expect, it } from 'vitest'
import { distance, likely, nearest } from './suggest.ts'

describe('distance', () => {
  it.each([
    ['', '', 0],
    ['', 'ab', 2],
    ['max', 'max', 0],
    ['max', 'mxa', 1],
    ['overlong-speach', 'overlong-speech', 1],
    ['讲话搞', '讲话稿', 1],
    ['𠮷林', '吉林', 1],
    ['abcdef', 'badcfe', 3],
  ])('%j and %j: %d', (a, b, edits) => {
    expect(distance(a, b)).toBe(edits)
    expect(distance(b, a)).toBe(edits)
  })
})

describe('nearest', () => {
  const rules = ['overlong-speech', 'copied-passage', 'missing-superior', 'missing-problems']

  it('finds slips of the fingers', () => {
    expect(nearest('overlong-speach', rules)).toBe('overlong-speech')
    expect(nearest('missing-problem', rules)).toBe('missing-problems')
    expect(nearest('--fromat', ['--format', '--fix'])).toBe('--format')
    expect(nearest('讲话搞.docx', ['方案.docx', '讲话稿.docx'])).toBe('讲话稿.docx')
  })
  it('does not mind upper case', () => {
    expect(nearest('OverLong-Speech', rules)).toBe('overlong-speech')
  })
  it('prefers the nearest, and of equals the first', () => {
    expect(nearest('maxx', ['mix', 'max'])).toBe('max')
    expect(nearest('bat', ['cat', 'hat'])).toBe('cat')
  })
  it('says nothing when nothing is near', () => {
    expect(nearest('signature', rules)).toBeUndefined()
    expect(nearest('', rules)).toBeUndefined()
    expect(nearest('x', ['y'])).toBeUndefined()
    expect(nearest('讲话', ['方案'])).toBeUndefined()
    expect(nearest('max', [])).toBeUndefined()
  })
  it('is not drawn into comparing enormous words', () => {
    expect(nearest('a'.repeat(1_000_000), ['a'.repeat(1_000_001)])).toBeUndefined()
  })
})

describe('likely', () => {
  const rules = ['overlong-speech', 'overlong-document', 'one-vote-veto', 'long-preamble', 'several-requests']
  it.each([
    ['overlong-speach', ['overlong-speech']],
    ['overlong', ['overlong-speech', 'overlong-document']],
    ['long', ['long-preamble', 'overlong-speech', 'overlong-document']],
    ['VETO', ['one-vote-veto']],
    ['re', []],
    ['', []],
    ['nothing', []],
  ])('%j', (word, meant) => {
    expect(likely(word, rules)).toEqual(meant)
  })
  it('a part of a Chinese name is meant before a name that differs by a character', () => {
    expect(likely('报告', ['公告', '工作报告', '述职报告'])).toEqual(['工作报告', '述职报告'])
    expect(likely('公吿', ['公告', '工作报告'])).toEqual(['公告'])
  })
  it('offers a few, and takes two Chinese characters for a word', () => {
    expect(likely('讲话', ['专项工作讲话', '讲话稿本', '通知'])).toEqual(['讲话稿本', '专项工作讲话'])
    expect(
      likely(
        '甲乙',
        Array.from({ length: 9 }, (_, i) => `甲乙丙丁戊己${i}`),
      ),
    ).toHaveLength(5)
  })
})
