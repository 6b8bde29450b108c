/** Real documents to measure with, in ../shared/corpora, where they are at hand. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './harness.ts'

const CORPORA = join('..', 'shared', 'corpora')

/** A folder of the corpora, absolute; '': all of them. Undefined, which is said, where it is not here. */
export function corpus(name = ''): string | undefined {
  const folder = join(root, CORPORA, name)
  if (existsSync(folder)) return folder
  console.log(`\nskipped, ${join(CORPORA, name)} is not here`)
  return undefined
}

export interface Text {
  readonly name: string
  readonly text: string
}

/** All plain texts of the corpora, in a fixed order. */
export function allTexts(): Text[] | undefined {
  const folder = corpus()
  if (folder === undefined) return undefined
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({
      name: name.replace(/^.*[\\/]/, ''),
      text: readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n'),
    }))
}
