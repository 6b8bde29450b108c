/** TypeScript into the JavaScript that runs: few parts, small, with what they depend on inside. What is built is bundled so, and what is measured. */
import { type OutputChunk, type OutputOptions, type Plugin, rolldown } from 'rolldown'
import { lazyPatterns } from './lazy-patterns.ts'
import { partEnds } from './part-ends.ts'

/**
 * What libraries require at their start for what we never do, though it costs each run that needs them: commander can run subcommands as programs of
 * their own (2 ms); of cosmiconfig only the loaders of JSON and YAML are used, not what looks for files and runs them, and what is wrong with JSON
 * we say ourselves (10 ms).
 */
const UNUSED: readonly (readonly [importer: RegExp, required: RegExp])[] = [
  [/[\\/]commander[\\/]/, /^node:child_process$/],
  [/[\\/]cosmiconfig[\\/]/, /^(?:node:)?(?:fs\/promises|os|crypto)$|^env-paths$/],
  [/[\\/]parse-json[\\/]/, /^@babel\/code-frame$/],
]
const NOTHING = '\0nothing'
const unused: Plugin = {
  name: 'unused',
  resolveId: (id, importer) =>
    UNUSED.some(([by, required]) => required.test(id) && importer !== undefined && by.test(importer))
      ? NOTHING
      : undefined,
  load: (id) => (id === NOTHING ? 'export default {}' : undefined),
}

/**
 * `input`: modules by the name of their part, from the working directory on. `defined`: by the name that the code knows them by, what it starts (files that
 * were bundled before it), and other values.
 */
export async function bundle(
  input: Record<string, string>,
  output: OutputOptions,
  defined: Readonly<Record<string, unknown>> = {},
): Promise<OutputChunk[]> {
  const started = Object.values(defined).filter((value): value is string => typeof value === 'string')
  const made = await rolldown({
    cwd: process.cwd(),
    input,
    platform: 'node',
    transform: {
      target: 'node20',
      define: Object.fromEntries(Object.entries(defined).map(([name, value]) => [name, JSON.stringify(value)])),
    },
    // cosmiconfig asks for typescript in order to read .ts configurations, which we do not offer.
    external: ['typescript', ...started.map((file) => `./${file}`)],
    // src/rule.ts names all that a rule may import; a part gets only what its rules do import. Nothing of ours acts by being imported.
    // What an entry shares with others it hands out itself: a door of its own before it would be one more part to read.
    preserveEntrySignatures: 'allow-extension',
    experimental: { lazyBarrel: true },
    treeshake: { moduleSideEffects: (id) => id.includes('node_modules') },
    plugins: [unused, lazyPatterns, partEnds],
    // Ours take most of the time, and are worth it.
    checks: { pluginTimings: false },
    onLog(level, log, show) {
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message)
      show(level, log)
    },
  })
  // V8 holds a text without Chinese in half the room, and src/packed.ts reads it in half the time.
  const result = await made.generate({ format: 'cjs', exports: 'named', minify: true, charset: 'ascii', ...output })
  await made.close()
  const parts = result.output.filter((o): o is OutputChunk => o.type === 'chunk')
  refuseCircles(parts)
  return parts
}

/** A part that is required by one that it requires itself would be seen half made; see part-ends.ts. */
function refuseCircles(parts: readonly OutputChunk[]): void {
  const required = new Map(parts.map((part) => [part.fileName, part.imports]))
  const clear = new Set<string>()
  const visit = (name: string, above: readonly string[]): void => {
    if (above.includes(name)) throw new Error(`parts require each other: ${[...above, name].join(' → ')}`)
    if (clear.has(name)) return
    for (const next of required.get(name) ?? []) visit(next, [...above, name])
    clear.add(name)
  }
  for (const name of required.keys()) visit(name, [])
}
