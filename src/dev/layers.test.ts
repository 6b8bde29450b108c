import { describe, expect, it } from 'vitest'
import { type File, importsOf, isOutside, readGraph, violations } from './layers.ts'

const file = (path: string, imports: string[] = [], packages: string[] = []): File => ({ path, imports, packages })
const core = file('src/core.ts')

describe('the program', () => {
  const graph = readGraph(process.cwd())

  it('keeps to its layers', () => {
    expect(violations(graph)).toEqual([])
  })

  it('is read whole', () => {
    const read = graph.find((f) => f.path === 'src/files/reading.ts')
    expect(read?.imports).toEqual(expect.arrayContaining(['src/core.ts', 'src/document.ts', 'src/parsers/markdown.ts']))
    expect(graph.filter((f) => !isOutside(f.path)).length).toBeGreaterThan(40)
  })
})

describe('importsOf', () => {
  it('sees every way to import', () => {
    const source = `
      import type { A } from './a.ts'
      import { type B } from '../b.ts'
      export type { C } from './c.ts'
      export * from './d.ts'
      export * as v from 'valibot'
      const e = await import('./e.ts')
      type F = import('./f.ts').F
      const g = require('./g.ts') as typeof import('yaml')
      import h = require('./h.ts')
      import 'node:fs'
      const text = "import './no.ts'" // import './neither.ts'
      export const own = 1
    `
    expect(importsOf('src/x/y.ts', source)).toEqual({
      imports: [
        'src/x/a.ts',
        'src/b.ts',
        'src/x/c.ts',
        'src/x/d.ts',
        'src/x/e.ts',
        'src/x/f.ts',
        'src/x/g.ts',
        'src/x/h.ts',
      ],
      packages: ['valibot', 'yaml', 'node:fs'],
    })
  })

  it('takes what is built for its source', () => {
    expect(importsOf('bin/burden-lint.js', `require('../dist/cli.js')`).imports).toEqual(['src/cli.ts'])
  })

  it('cannot follow a computed import, and does not hide it', () => {
    const { imports } = importsOf('src/core.ts', `import(name)`)
    expect(violations([file('src/core.ts', [...imports])])).toHaveLength(1)
  })
})

describe('violations', () => {
  it('allows what lies below and what lies in the same room', () => {
    expect(
      violations([
        core,
        file('src/text/a.ts', ['src/core.ts', 'src/text/b.ts']),
        file('src/text/b.ts'),
        file('src/rule.ts', ['src/core.ts', 'src/text/a.ts'], ['valibot']),
        file('rules/x.ts', ['src/rule.ts']),
        file('rules/presets/p.ts', ['src/rule.ts']),
        file('rules/index.ts', ['src/rule.ts', 'rules/x.ts', 'rules/presets/p.ts']),
        file('src/text/a.test.ts', ['src/text/a.ts', 'rules/x.ts', 'src/dev/d.ts']),
        file('src/dev/d.ts', ['rules/index.ts']),
      ]),
    ).toEqual([])
  })

  it.each<[string, File[], RegExp]>([
    ['a file that no layer names', [file('src/stray.ts')], /^src\/stray\.ts: no layer/],
    ['a folder that no layer names', [file('src/utils/a.ts')], /^src\/utils\/a\.ts: no layer/],
    ['an upward import', [file('src/core.ts', ['src/rule.ts']), file('src/rule.ts')], /upward$/],
    [
      'an import of a sibling',
      [file('src/text/a.ts', ['src/parsers/b.ts']), file('src/parsers/b.ts')],
      /siblings on layer 1/,
    ],
    [
      'an import of a single file beside',
      [file('src/suppress.ts', ['src/text/a.ts']), file('src/text/a.ts')],
      /siblings/,
    ],
    [
      'a rule that imports more than it may',
      [file('rules/x.ts', ['src/core.ts']), core],
      /^rules\/x\.ts imports src\/core\.ts: it may import src\/rule\.ts only$/,
    ],
    ['a rule that imports a package', [file('rules/x.ts', [], ['node:fs'])], /node:fs: it may import/],
    ['a rule that imports a rule', [file('rules/x.ts', ['rules/y.ts']), file('rules/y.ts')], /may import src\/rule/],
    ['an import of a tool', [file('src/core.ts', ['src/dev/a.ts']), file('src/dev/a.ts')], /not part of the program/],
    ['an import of a test', [file('src/core.ts', ['src/a.test.ts']), file('src/a.test.ts')], /not part of the program/],
    ['an import of nothing', [file('src/core.ts', ['src/gone.ts'])], /does not exist/],
    [
      'a cycle within a room',
      [
        file('src/text/a.ts', ['src/text/c.ts']),
        file('src/text/b.ts', ['src/text/a.ts']),
        file('src/text/c.ts', ['src/text/b.ts']),
      ],
      /^cycle: src\/text\/a\.ts → src\/text\/c\.ts → src\/text\/b\.ts → src\/text\/a\.ts$/,
    ],
    ['a file that imports itself', [file('src/core.ts', ['src/core.ts'])], /^cycle: src\/core\.ts → src\/core\.ts$/],
  ])('finds %s', (_, files, message) => {
    const found = violations(files)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(message)
  })
})
