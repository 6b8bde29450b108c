/**
 * `npm run build`: bundles the command line into `dist/`, with everything it depends on, as CommonJS (which starts faster than ESM).
 * What every run needs is one part; each `import()` beyond it becomes a part of its own, so that a run loads only what it needs.
 * `dist/cli.js` is src/start.ts, which starts the parts from machine code that is made here too; `dist/library.*` and `dist/unified.*` are what
 * programs import. All share their parts.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { OutputChunk } from 'rolldown'
import { examplesOf } from '../examples.ts'
import { bundle } from './bundling.ts'
import { drafts } from './drafts.ts'

const root = process.cwd()
const dist = join(root, 'dist')
const START = 'cli.js'
/** Machine code serves one version of Node; src/start.ts looks for it here. */
const CODES = `${process.version}-${process.arch}`

async function build(): Promise<void> {
  const thread = await bundle(
    { 'pdf-worker': 'src/parsers/pdf/worker.mjs' },
    { entryFileNames: '[name]-[hash].js', chunkFileNames: '[name]-[hash].js' },
  )
  const parts = await bundle(
    { program: 'src/cli.ts', library: 'src/library.ts' },
    {
      // A part that changes changes its name, so that none is ever loaded with the machine code or the neighbours of another.
      entryFileNames: '[name]-[hash].js',
      chunkFileNames: '[name]-[hash].js',
      codeSplitting: { groups: [{ name: 'main', test: ALWAYS }, ...SHARED] },
    },
    { PDF_WORKER: entryOf(thread) },
  )
  const start = await bundle(
    { cli: 'src/start.ts' },
    { entryFileNames: START },
    {
      ENTRY: entryOf(parts, 'program'),
      USUAL: usually([
        'interrupt-budget',
        'minor-gc-task',
        'parallel-scavenge',
        'regexp-peephole-optimization',
        'regexp-tier-up-ticks',
        'semi-space-growth-factor',
      ]),
    },
  )
  // Inside node_modules, because that is on the same disk and nobody's source.
  const fresh = mkdtempSync(join(root, 'node_modules', '.burden-lint-build-'))
  try {
    for (const part of [...parts, ...thread, ...start]) writeFileSync(join(fresh, part.fileName), part.code)
    for (const [name, text] of Object.entries(doors(entryOf(parts, 'library')))) writeFileSync(join(fresh, name), text)
    writeFileSync(join(fresh, 'THIRD-PARTY-LICENSES.txt'), licences([...parts, ...thread]))
    compile(fresh)
    replace(fresh)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
  console.log(summary([...parts, ...thread, ...start]))
}

const entryOf = (parts: readonly OutputChunk[], name = parts[0]!.name) =>
  parts.find((part) => part.isEntry && part.name === name)!.fileName

/** What package.json's `exports` leads to: the library for `require` and `import`, with its types for both. One instance, whoever loads it. */
function doors(library: string): Readonly<Record<string, string>> {
  const types = readFileSync(join(root, 'src', 'library', 'public.d.ts'), 'utf8')
  const plugin = "export { burdenLint, burdenLint as default } from './library.js'\n"
  return {
    'library.js': `module.exports = require('./${library}')\n`,
    'library.mjs': "import library from './library.js'\nexport const { lint, burdenLint, UsageError } = library\n",
    'library.d.ts': types,
    'library.d.mts': "export * from './library.js'\n",
    'unified.js': `const { burdenLint } = require('./${library}')
Object.defineProperty(exports, '__esModule', { value: true })
exports.burdenLint = exports.default = burdenLint
`,
    'unified.mjs':
      "import library from './library.js'\nexport const { burdenLint } = library\nexport default burdenLint\n",
    'unified.d.ts': plugin,
    'unified.d.mts': plugin,
  }
}

/** What a run over a text draft needs in any case, and what several groups of rules share: a part more costs more than what is in it. */
const ALWAYS =
  /[\\/]src[\\/](?:cli|cli[\\/](?:lint|plain)|parsers[\\/]plain|reporters[\\/](?:pretty|apportion)|patterns|lazily|bases[\\/]\w+|text[\\/](?:\w+[\\/])?(?:stance|clauses|matches|negation|lines-above|spans|tasks|frame|issuer|numerals|merged|contexts))\.ts$/

/** What formats and the handbook share would otherwise be cut into small parts. Front matter and review files are YAML, too. */
const SHARED = [
  { name: 'docx', test: /[\\/]src[\\/]parsers[\\/](?:docx(?:[\\/]\w+)?|xml|zip)\.ts$/ },
  { name: 'yaml', test: /[\\/]node_modules[\\/]yaml[\\/]/ },
  { name: 'markdown', test: /[\\/]src[\\/]parsers[\\/]markdown(?:[\\/](?:blocks|outline))?\.ts$/ },
  { name: 'remark', test: /[\\/]src[\\/]parsers[\\/]markdown[\\/]remark\.ts$/ },
]

/** Options of V8 as they are by default, by name; absent where it has none of that name. */
function usually(options: readonly string[]): Readonly<Record<string, string>> {
  const { stdout } = spawnSync(process.execPath, ['--v8-options'], { encoding: 'utf8' })
  return Object.fromEntries(
    options.flatMap((option) => {
      const usual = new RegExp(`default: (--(?:no-)?${option}(?:=\\S+)?)$`, 'm').exec(stdout)?.[1]
      return usual === undefined ? [] : [[option, usual]]
    }),
  )
}

/**
 * Runs the program in `folder` and keeps the machine code that V8 made: first of what a draft of each format needs, with and without a
 * configuration; then of what many documents, other formats and results of earlier runs need besides. A part that both run has its larger machine
 * code beside the smaller.
 */
function compile(folder: string): void {
  // Results are kept for the program that lies here, whichever it is.
  mkdirSync(dist, { recursive: true })
  const work = join(folder, 'drafts')
  const codes = join(folder, CODES)
  const examples = join(work, 'examples')
  for (const made of [work, codes, examples]) mkdirSync(made)
  for (const [name, bytes] of Object.entries(drafts())) writeFileSync(join(work, name), bytes)
  // What drafts of headings and paragraphs alone do without.
  writeFileSync(
    join(work, 'list.md'),
    '---\n文种: 通知\n---\n# 任务\n\n- **排查**\n  1. 巡堤\n\n| 单位 | 事项 |\n| --- | --- |\n| 水利局 | 巡堤 |\n',
  )
  writeFileSync(join(work, 'settings.json'), '{"ignores":["存档"]}')
  const pages = readdirSync(join(root, 'rules')).filter((name) => name.endsWith('.md') && name !== 'unreadable-file.md')
  for (const page of pages)
    for (const [i, { text, path }] of examplesOf(readFileSync(join(root, 'rules', page), 'utf8')).entries())
      if (/\.(?:txt|md)$/.test(path)) writeFileSync(join(examples, `${page}-${i}${extname(path)}`), text)
  const one = [
    ['draft.txt', 'draft.md', 'draft.docx', 'list.md', '--quiet'],
    ['draft.txt', '--config', 'settings.json'],
  ]
  const many = [
    ['examples'],
    ...[1, 2].map(() => ['draft.txt', 'draft.md', 'examples', '--cache', '--cache-location', 'kept']),
    ...['concise', 'json', 'ndjson', 'sarif', 'junit', 'github', 'gitlab', 'checkstyle', 'rdjson', 'markdown'].map(
      (format) => ['draft.txt', '--format', format],
    ),
  ]
  const script = `
    const { statSync, writeFileSync } = require('node:fs')
    const { join } = require('node:path')
    const { asUsual, main, nodeHost, pack, scripts } = require(${JSON.stringify(join(folder, START))})
    const silent = { write() {} }
    const io = { host: nodeHost(process.cwd()), root: ${JSON.stringify(root)}, stdout: silent, stderr: process.stderr, stdin: () => new Uint8Array(), today: () => '2026-01-01', env: {} }
    const runAll = async (runs) => {
      for (const args of runs) if ((await main(args, io)) === 2) process.exit(2)
    }
    const keep = () => {
      for (const [part, { source, script }] of scripts) {
        const file = join(${JSON.stringify(codes)}, part)
        const packed = pack({ source, code: asUsual(() => script.createCachedData()) })
        const size = statSync(file + '.code', { throwIfNoEntry: false })?.size ?? 0
        if (packed.length > size) writeFileSync(file + (size > 0 ? '.many.code' : '.code'), packed)
      }
    }
    runAll(${JSON.stringify(one)}).then(keep).then(() => runAll(${JSON.stringify(many)})).then(keep)`
  const { status, stderr } = spawnSync(process.execPath, ['-e', script], { cwd: work, encoding: 'utf8' })
  rmSync(work, { recursive: true })
  if (status !== 0) throw new Error(`the program does not run:\n${stderr}`)
}

/**
 * Moves a build into place: its parts first, then each file that leads to them in one step, then what is left of the old one away. Whoever starts the
 * program meanwhile gets the old build or the new one.
 */
function replace(fresh: string): void {
  const files = readdirSync(fresh).filter((name) => name !== CODES)
  const codes = readdirSync(join(fresh, CODES)).map((name) => join(CODES, name))
  mkdirSync(join(dist, CODES), { recursive: true })
  const isDoor = (name: string) => name === START || /^(?:library|unified)\.\w+(?:\.\w+)?$/.test(name)
  const [last, first] = [files.filter(isDoor), files.filter((name) => !isDoor(name))]
  for (const name of [...first, ...codes, ...last]) renameSync(join(fresh, name), join(dist, name))
  const kept = new Set([...files, ...codes, CODES])
  for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' }))
    if (!kept.has(name) && isOld(join(dist, name))) rmSync(join(dist, name), { recursive: true, force: true })
}

/** Another build at the same time may just have put its parts there. */
const isOld = (path: string) => Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > 10_000

/** The licences of what is bundled; they ask to be passed on. */
function licences(chunks: readonly OutputChunk[]): string {
  const folders = new Set<string>()
  for (const id of chunks.flatMap((chunk) => chunk.moduleIds)) {
    const match = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id.split('?')[0]!)
    if (match) folders.add(match[0])
  }
  const entries = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const file = readdirSync(folder).find((f) => /^licen[cs]e/i.test(f))
    const text = file ? readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim() : ''
    return { name: String(name), text: `${name} ${version} (${license})\n\n${text}`.trim() }
  })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  return `${entries.map((e) => e.text).join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}

function summary(chunks: readonly OutputChunk[]): string {
  const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`
  const total = chunks.reduce((sum, c) => sum + Buffer.byteLength(c.code), 0)
  const packed = chunks.reduce((sum, c) => sum + gzipSync(c.code).length, 0)
  const parts = [...chunks]
    .sort((a, b) => b.code.length - a.code.length)
    .map((c) => `${c.name} ${kb(Buffer.byteLength(c.code))}`)
  return `dist: ${kb(total)} (gzip ${kb(packed)}) in ${chunks.length} parts: ${parts.join(', ')}`
}

build().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
