import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { isOutside } from './layers.ts'

const EXPORTED = /^export (?:async )?(?:const|function\*?|class) (\w+)/gm

const filesOf = (): string[] =>
  ['src', 'rules'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  )

it('exports nothing that no other file names', () => {
  const files = new Map(filesOf().map((path) => [path, readFileSync(path, 'utf8')]))
  const users = new Map<string, Set<string>>()
  for (const [path, source] of files)
    for (const [word] of source.matchAll(/\w+/g)) {
      const known = users.get(word)
      if (known) known.add(path)
      else users.set(word, new Set([path]))
    }
  const unused = [...files].flatMap(([path, source]) =>
    isOutside(path)
      ? []
      : [...source.matchAll(EXPORTED)].filter((m) => users.get(m[1]!)!.size === 1).map((m) => `${path}: ${m[1]}`),
  )
  expect(unused).toEqual([])
})
