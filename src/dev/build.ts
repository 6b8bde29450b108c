/**
 * `npm run build`: bundles the command line into `dist/`, with everything it depends on, as CommonJS (which starts faster than ESM).
 * Each `import()` becomes a file of its own, so that a run loads only what it needs.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type OutputChunk, rolldown } from 'rolldown'

const root = process.cwd()
const dist = join(root, 'dist')

async function build(): Promise<void> {
  const bundle = await rolldown({
    input: { cli: join(root, 'src/cli.ts') },
    platform: 'node',
    transform: { target: 'node20' },
    // cosmiconfig asks for it in order to read .ts configurations, which we do not offer.
    external: ['typescript'],
    onLog(level, log, show) {
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message)
      show(level, log)
    },
  })
  const { output } = await bundle.generate({
    format: 'cjs',
    exports: 'named',
    minify: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
  })
  await bundle.close()
  const chunks = output.filter((o): o is OutputChunk => o.type === 'chunk')
  const files = new Map(chunks.map((chunk) => [chunk.fileName, chunk.code]))
  files.set('THIRD-PARTY-LICENSES.txt', licences(chunks))
  replace(files, 'cli.js')
  console.log(summary(chunks))
}

/**
 * Parts first, then the entry in one step, then the old parts away: whoever starts the program meanwhile gets the old build or the new one.
 * Parts carry a hash of their content in their names, so that an unchanged build changes nothing.
 */
function replace(files: ReadonlyMap<string, string>, entry: string): void {
  mkdirSync(dist, { recursive: true })
  const order = [...files].sort(([a], [b]) => Number(a === entry) - Number(b === entry))
  for (const [name, code] of order) {
    const path = join(dist, name)
    if (existsSync(path) && readFileSync(path, 'utf8') === code) continue
    const fresh = `${path}.${process.pid}.tmp`
    writeFileSync(fresh, code)
    renameSync(fresh, path)
  }
  for (const name of readdirSync(dist)) if (!files.has(name)) rmSync(join(dist, name), { recursive: true, force: true })
}

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
  return `dist${sep}: ${kb(total)} (gzip ${kb(packed)}) in ${chunks.length} files: ${parts.join(', ')}`
}

build().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
