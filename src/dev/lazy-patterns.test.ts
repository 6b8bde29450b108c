import { describe, expect, it } from 'vitest'
import { withLazyPatterns } from './lazy-patterns.ts'

/** What `code` returns, and the same with lazy patterns; both are run. */
function both(code: string): readonly [unknown, unknown] {
  const run = (text: string) => new Function(`${text}\nreturn result`)()
  return [run(code), run(withLazyPatterns(code))]
}

describe('patterns of a part', () => {
  it('come into being where they are first asked for, and only once', () => {
    const code = 'const WORD = /水+/g;\nconst find = (text) => { WORD.lastIndex = 0; return WORD.exec(text)?.[0] };'
    const lazy = withLazyPatterns(code)
    expect(lazy).toContain('let WORD;')
    expect(lazy).toContain('(WORD ??= /水+/g).exec(text)')
    const [before, after] = both(`${code}\nconst result = [find('防水水'), find('火'), WORD === WORD]`)
    expect(after).toEqual(before)
    expect(after).toEqual(['水水', undefined, true])
  })

  it('that are long and asked for in several places are written out once', () => {
    const long = `/${'水火'.repeat(40)}/`
    const code = `const LONG = ${long};\nconst B = new RegExp(LONG.source + '土');\nconst all = { LONG };\nconst result = [LONG === all.LONG, LONG.test('水火'.repeat(40)), B.source.length]`
    expect(withLazyPatterns(code).split(long)).toHaveLength(2)
    const [before, after] = both(code)
    expect(after).toEqual(before)
    expect(after).toEqual([true, true, 81])
  })

  it('keep what a global one remembers', () => {
    const [before, after] = both(
      "const ONE = /水/g;\nconst next = () => ONE.test('水水');\nconst result = [next(), next(), next()]",
    )
    expect(after).toEqual(before)
    expect(after).toEqual([true, true, false])
  })

  it('stand in objects by their name, and in other patterns', () => {
    const [before, after] = both(
      'const A = /甲/;\nconst B = new RegExp(A.source + "乙");\nconst all = { A, b: B };\nconst result = [all.A.source, all.b.source, [A, ...[A]].length]',
    )
    expect(after).toEqual(before)
    expect(after).toEqual(['甲', '甲乙', 2])
  })

  it.each([
    'const A = /甲/;\nfunction f(A) { return A }\nconst result = f(1)',
    'const A = /甲/;\nconst f = ({ A }) => A;\nconst result = f({ A: 2 })',
    'const A = /甲/;\nconst f = ([, A = 3] = []) => A;\nconst result = f()',
    'const A = /甲/;\nconst f = (...A) => A.length;\nconst result = f(1, 2)',
    'const A = /甲/;\nlet result; try { throw 5 } catch (A) { result = A }',
    'const A = /甲/;\nlet result = 0; for (const A of [6]) result += A',
    'const A = /甲/;\nconst result = (() => { class A {} return typeof A })()',
  ])('stay as they are where their name is also that of something else: %s', (code) => {
    expect(withLazyPatterns(code)).toBe(code)
  })

  it('are not meant by the names of properties, methods and labels', () => {
    const [before, after] = both(
      'const A = /甲/;\nclass C { A() { return 1 } static B = A.source }\nA: for (;;) break A;\nconst result = [new C().A(), C.B, { A: 7 }.A, { [A.source]: 8 }]',
    )
    expect(after).toEqual(before)
    expect(after).toEqual([1, '甲', 7, { 甲: 8 }])
  })

  it('inside functions are left alone', () => {
    const code = 'const f = () => { const A = /甲/; return A.source };\nconst result = f()'
    expect(withLazyPatterns(code)).toBe(code)
  })
})
