/** How long the 50 % rule takes with one superior document, and with a folder of them: by the built program, the whole command each time, in one process. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { allTexts, type Text } from './corpora.ts'
import { type Limit, median, table } from './figures.ts'
import { inFolder, report, root } from './harness.ts'
import { repeated } from './run.ts'

/** UTF-16 units. */
const DRAFT = 5_000
const SUPERIOR = 20_000
const SHELF = 500
/** Milliseconds. */
const ONE_LIMIT = 30
const SHELF_LIMIT = 300
/** MB of the whole process. */
const MEMORY_LIMIT = 300
const RUNS = 25

/** A superior document, and a draft of which half is taken from it: every other paragraph, until it is long enough. */
function pairFrom(texts: readonly Text[]): { readonly draft: string; readonly superior: string } {
  const superior = texts.find(({ text }) => text.length >= SUPERIOR)!.text.slice(0, SUPERIOR)
  const own = texts.findLast(({ text }) => text.length >= SUPERIOR)!.text.split('\n')
  const lines = superior.split('\n').slice(10)
  let draft = '河东县实施方案\n'
  for (let i = 0; draft.length < DRAFT; i++) draft += `${lines[i] ?? ''}\n${own[i] ?? ''}\n`
  return { draft: draft.slice(0, DRAFT), superior }
}

export async function oneSuperior(): Promise<readonly Limit[]> {
  const texts = allTexts()
  if (!texts) return []
  return await inFolder((folder) => {
    for (const [name, text] of Object.entries(pairFrom(texts))) writeFileSync(join(folder, `${name}.txt`), text)
    const args = ['measures', 'draft.txt', '--against', 'superior.txt', '--format', 'json']
    const { times, memory } = repeated(root, folder, args, RUNS)
    const row = { name: 'measures', times }
    return report(`50 % rule, ${DRAFT} characters against ${SUPERIOR}, ${RUNS} runs`, table([row], row), [
      { what: 'time', value: median(times), relation: '≤', bound: ONE_LIMIT, unit: 'ms' },
      { what: 'peak memory', value: memory, relation: '≤', bound: MEMORY_LIMIT, unit: 'MB' },
    ])
  })
}

/** The cache begins empty. */
export async function manySuperiors(): Promise<readonly Limit[]> {
  const texts = allTexts()
  if (!texts) return []
  return await inFolder((folder) => {
    const shelf = join(folder, '上级')
    mkdirSync(shelf)
    for (let i = 0; i < SHELF; i++) {
      const { name, text } = texts[i % texts.length]!
      writeFileSync(join(shelf, `${Math.floor(i / texts.length)}-${name}`), text)
    }
    const { draft } = pairFrom(texts)
    writeFileSync(join(folder, 'draft.txt'), draft)
    const title = texts.find(({ name }) => name.includes('号_国务院关于'))?.name.replace(/^.*号_|\.txt$/g, '')
    writeFileSync(
      join(folder, 'citing.txt'),
      `河东县实施方案\n为贯彻落实《${title}》，制定本方案。\n${draft.replace(/^.*\n/, '')}`,
    )
    writeFileSync(join(folder, 'config.json'), JSON.stringify({ superiors: ['上级'], cache: '缓存' }))
    writeFileSync(join(folder, 'bare.json'), JSON.stringify({ cache: '缓存' }))
    const cases: [name: string, args: string[]][] = [
      ['--against', ['measures', 'draft.txt', '--against', '上级', '--config', 'bare.json']],
      ['superiors', ['measures', 'citing.txt', '--config', 'config.json']],
    ]
    return cases.flatMap(([name, args]) => {
      const indexing = repeated(root, folder, args, 0)
      const { times, memory } = repeated(root, folder, args, RUNS)
      const [first, row] = [
        { name: 'indexing', times: [indexing.first] },
        { name: 'indexed', times },
      ]
      return report(`50 % rule, ${name} a folder of ${SHELF}, ${RUNS} runs`, table([first, row], row), [
        { what: 'time', value: median(times), relation: '≤', bound: SHELF_LIMIT, unit: 'ms' },
        { what: 'peak memory', value: memory, relation: '≤', bound: MEMORY_LIMIT, unit: 'MB' },
        { what: 'while indexing', value: indexing.memory, relation: '≤', bound: MEMORY_LIMIT, unit: 'MB' },
      ])
    })
  })
}
