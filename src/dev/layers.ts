/** Which file may import which: the layers of the program, the import graph as it is, and the judge between them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync } from 'rolldown/utils'

/** Files that are one thing: they may import each other, and everything on lower layers. A pattern that ends in `/` is a folder. */
export interface Room {
  readonly files: readonly string[]
  /** The only import that is allowed, instead of all lower layers; packages are not. */
  readonly only?: string
  /** It starts what was built, by a path made up when it runs. */
  readonly starts?: boolean
}

/** From the bottom up. Rooms of one layer never import each other. */
export const LAYERS: readonly (readonly Room[])[] = [
  [
    { files: ['src/core.ts'] },
    { files: ['src/utf8.ts'] },
    { files: ['src/per-object.ts'] },
    { files: ['src/grouped.ts'] },
    { files: ['src/lazily.ts'] },
    { files: ['src/make-folder.ts'] },
    { files: ['src/tabbed.ts'] },
    { files: ['src/added-up.ts'] },
    { files: ['src/sorted-lists.ts'] },
    { files: ['src/natural-order.ts'] },
    { files: ['src/counterparts.ts'] },
  ],
  [
    { files: ['src/bases/'] },
    { files: ['src/caps.ts'] },
    { files: ['src/fix.ts'] },
    { files: ['src/written-edit.ts'] },
    { files: ['src/text/'] },
    { files: ['src/measures/'] },
    { files: ['src/parsers/'] },
    { files: ['src/registers/'] },
    { files: ['src/reporters/'] },
    { files: ['src/suppress.ts'] },
    { files: ['src/genre/'] },
    { files: ['src/genre-names.ts'] },
    { files: ['src/paths.ts'] },
    { files: ['src/own-report.ts'] },
    { files: ['src/limit.ts'] },
    { files: ['src/summary.ts'] },
    { files: ['src/suggest.ts'] },
    { files: ['src/patterns.ts'] },
    { files: ['src/examples.ts'] },
  ],
  // Within src/text: what a document consists of; how it speaks of something; then what several rules look for, a room for each sort.
  [{ files: ['src/text/parts/'] }],
  [{ files: ['src/text/stance/'] }],
  [
    { files: ['src/text/demands/'] },
    { files: ['src/text/figures/'] },
    { files: ['src/text/form/'] },
    { files: ['src/text/marks/'] },
    { files: ['src/text/reports/'] },
    { files: ['src/text/requests/'] },
  ],
  // lint looks for the trigger words of all rules at once, and document computes the facts: both stand on src/text.
  [
    { files: ['src/rule.ts'] },
    { files: ['src/phrase-rule.ts'] },
    { files: ['src/document.ts'] },
    { files: ['src/validate.ts'] },
    { files: ['src/lint.ts'] },
    { files: ['src/baseline.ts'] },
    { files: ['src/writers/'] },
  ],
  [{ files: ['rules/', 'rules/presets/'], only: 'src/rule.ts' }],
  [{ files: ['rules/index.ts', 'rules/groups/'] }],
  [{ files: ['src/config/'] }],
  [
    { files: ['src/files/'] },
    { files: ['src/host.ts', 'src/cache.ts'] },
    { files: ['src/init.ts', 'src/register-templates.ts'] },
    { files: ['src/handbook/'] },
    { files: ['src/ledger/'] },
  ],
  [{ files: ['src/pairs/'] }],
  [{ files: ['src/session/'] }],
  [{ files: ['src/mending/'] }],
  [{ files: ['src/cli.ts', 'src/cli/'] }, { files: ['src/library.ts', 'src/library/'] }],
  [{ files: ['src/start.ts', 'src/packed.ts', 'bin/burden-lint.js'], starts: true }],
]

/** Tests and tools may import anything, and nothing imports them. */
export const isOutside = (file: string): boolean => /\.test\.ts$/.test(file) || file.startsWith('src/dev/')

export interface File {
  readonly path: string
  /** Files of the project, by path; type-only imports too. */
  readonly imports: readonly string[]
  /** Packages and Node's own modules. */
  readonly packages: readonly string[]
}

/** Everything that is wrong with a graph; empty when nothing is. */
export function violations(files: readonly File[], layers: readonly (readonly Room[])[] = LAYERS): string[] {
  const found: string[] = []
  const known = new Set(files.map((f) => f.path))
  const inside = files.filter((f) => !isOutside(f.path))
  for (const { path, imports, packages } of inside) {
    const here = placeOf(path, layers)
    if (!here) {
      found.push(`${path}: no layer names this file`)
      continue
    }
    const only = here.room.only
    if (only !== undefined)
      for (const name of packages) found.push(`${path} imports ${name}: it may import ${only} only`)
    for (const target of imports) {
      const there = placeOf(target, layers)
      if (target === COMPUTED && here.room.starts) continue
      if (!known.has(target)) found.push(`${path} imports ${target}, which does not exist`)
      else if (isOutside(target)) found.push(`${path} imports ${target}: tests and tools are not part of the program`)
      else if (!there) continue
      else if (only !== undefined && target !== only)
        found.push(`${path} imports ${target}: it may import ${only} only`)
      else if (there.layer > here.layer)
        found.push(`${path} (layer ${here.layer}) imports ${target} (layer ${there.layer}): upward`)
      else if (there.layer === here.layer && there.room !== here.room)
        found.push(`${path} imports ${target}: siblings on layer ${here.layer} do not know each other`)
    }
  }
  return [...found, ...cycles(inside).map((cycle) => `cycle: ${cycle.join(' → ')}`)]
}

/** A file by its name, otherwise the innermost folder that is named. */
function placeOf(file: string, layers: readonly (readonly Room[])[]): { layer: number; room: Room } | undefined {
  let place: { layer: number; room: Room } | undefined
  let length = 0
  for (const [layer, rooms] of layers.entries())
    for (const room of rooms)
      for (const pattern of room.files) {
        if (pattern === file) return { layer, room }
        if (!pattern.endsWith('/') || !file.startsWith(pattern) || pattern.length <= length) continue
        place = { layer, room }
        length = pattern.length
      }
  return place
}

/** One cycle for each import that closes one, each beginning at its alphabetically first file. */
function cycles(files: readonly File[]): string[][] {
  const graph = new Map(files.map((f) => [f.path, f.imports]))
  const done = new Set<string>()
  const path: string[] = []
  const found = new Map<string, string[]>()
  const visit = (file: string) => {
    const at = path.indexOf(file)
    if (at >= 0) {
      const ring = path.slice(at)
      const first = ring.indexOf([...ring].sort()[0]!)
      const cycle = [...ring.slice(first), ...ring.slice(0, first)]
      found.set(cycle.join(), [...cycle, cycle[0]!])
    }
    if (at >= 0 || done.has(file)) return
    path.push(file)
    for (const next of graph.get(file) ?? []) visit(next)
    path.pop()
    done.add(file)
  }
  for (const { path: file } of files) visit(file)
  return [...found.values()]
}

// ----------------------------------------------------------------------------------------------------- reading

/** The import graph of the program as it lies in `root`. */
export function readGraph(root: string): File[] {
  const files = ['src', 'rules', 'bin'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
      .filter((name) => /\.[cm]?[jt]s$/.test(name)),
  )
  return files.sort().map((path) => ({ path, ...importsOf(path, readFileSync(join(root, path), 'utf8')) }))
}

/** What a source file imports: statically, dynamically, by `require`, by re-export, for types only. */
export function importsOf(path: string, source: string): Omit<File, 'path'> {
  const { program, errors } = parseSync(path, source)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`)
  const specifiers = new Set<string>()
  visit(program as unknown as Tree, (node) => {
    const at = SPECIFIER[node.type]?.(node)
    if (at === undefined) return
    // Only a literal can be followed.
    specifiers.add(typeof at?.value === 'string' ? at.value : COMPUTED)
  })
  const imports: string[] = []
  const packages: string[] = []
  for (const specifier of specifiers)
    if (specifier.startsWith('.')) imports.push(sourceOf(posix.join(posix.dirname(path), specifier)))
    else if (specifier === COMPUTED) imports.push(specifier)
    else packages.push(specifier)
  return { imports, packages }
}

interface Tree {
  readonly type: string
  readonly [key: string]: unknown
}
type Literal = { readonly value?: unknown } | null

/** Where each kind of import keeps its specifier; undefined where the node is no import. */
const SPECIFIER: Readonly<Record<string, (node: Tree) => Literal | undefined>> = {
  ImportDeclaration: (n) => n.source as Literal,
  ExportAllDeclaration: (n) => n.source as Literal,
  ExportNamedDeclaration: (n) => (n.source as Literal) ?? undefined,
  ImportExpression: (n) => n.source as Literal,
  TSImportType: (n) => (n.source ?? n.argument) as Literal,
  TSExternalModuleReference: (n) => n.expression as Literal,
  CallExpression: (n) =>
    (n.callee as Tree).type === 'Identifier' && (n.callee as Tree).name === 'require'
      ? (((n.arguments as Literal[])[0] ?? null) as Literal)
      : undefined,
}

function visit(value: unknown, see: (node: Tree) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, see)
    return
  }
  if (typeof value !== 'object' || value === null) return
  if (typeof (value as Tree).type === 'string') see(value as Tree)
  for (const child of Object.values(value)) visit(child, see)
}

/** Stands for an import whose specifier is no literal. */
const COMPUTED = '(computed)'

/** What is built stands for its source. */
const sourceOf = (path: string) => path.replace(/^dist\/(.*)\.js$/, 'src/$1.ts')
