import { describe, expect, it } from 'vitest'
import { withHelpersWhenUsed, withOneExport } from './part-ends.ts'

/** What a part hands out. */
function exportsOf(code: string, required: (id: string) => unknown = () => undefined): Record<string, unknown> {
  const module = { exports: {} as Record<string, unknown> }
  new Function('module', 'exports', 'require', code)(module, module.exports, required)
  return module.exports
}

describe('what a part hands out', () => {
  const names = Array.from({ length: 30 }, (_, i) => `a${i}`)
  const many = `${names.map((name, i) => `const ${name} = ${i};`).join('\n')}
let made = 0;
let PATTERN;
const count = () => made;
${names.map((name) => `exports.${name} = ${name};`).join('\n')}
exports.$p = (PATTERN ??= (made++, /水+/));
exports.count = count;
exports.q = "a;b";
`

  it('is one object with the same members', () => {
    const [before, after] = [exportsOf(many), exportsOf(withOneExport(many))]
    expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort())
    for (const name of Object.keys(before).filter((name) => name !== 'count')) expect(after[name]).toEqual(before[name])
  })

  it('holds what is made when asked for, made once', () => {
    const after = exportsOf(withOneExport(many)) as { $p: RegExp; count: () => number }
    expect(after.count()).toBe(0)
    expect(after.$p).toBe(after.$p)
    expect(after.count()).toBe(1)
  })

  it('stays as it is where it is little', () => {
    const code = 'const a = 1;\nexports.a = a;\n'
    expect(withOneExport(code)).toBe(code)
  })
})

describe("the bundler's helpers", () => {
  const part = (use: string) => `const require_rolldown_runtime = require("./rolldown-runtime-!~{002}~.js");\n${use}\n`
  const asked: string[] = []
  const required = (id: string) => {
    asked.push(id)
    return { a: (value: number) => value + 1 }
  }

  it('are required where they are used', () => {
    asked.length = 0
    const { later } = exportsOf(
      withHelpersWhenUsed(part('exports.later = () => require_rolldown_runtime.a(1);')),
      required,
    )
    expect(asked).toEqual([])
    expect((later as () => number)()).toBe(2)
    expect(asked).toEqual(['./rolldown-runtime-!~{002}~.js'])
  })

  it('are not required where nothing uses them', () => {
    asked.length = 0
    exportsOf(withHelpersWhenUsed(`require("./rolldown-runtime-!~{002}~.js");\nexports.a = 1;\n`), required)
    exportsOf(withHelpersWhenUsed(part('exports.a = 1;')), required)
    expect(asked).toEqual([])
  })
})
