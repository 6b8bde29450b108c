/** Settings for paths: their globs compiled, their overrides applied. */
import type { Matchers, RegisterHint, RuleSetting, Settings } from '../core.ts'
import { compileGlobs } from '../paths.ts'
import type { Options } from './entries.ts'

/**
 * Makes the globs of the settings ready. Paths are absolute, or relative to `cwd`. Without globs it costs nothing.
 * Files with equal settings share one object.
 */
export async function compileMatchers(settings: Settings, cwd: string = settings.root): Promise<Matchers> {
  const { root } = settings
  const test = (patterns: readonly string[]) => compileGlobs(patterns, { root, cwd, anywhere: true })
  const overrides = await Promise.all(
    settings.overrides.map(async ({ files, rules }) => ({ fits: await test(files), rules })),
  )
  const genreTests = await Promise.all(
    settings.genres.map(async ({ files, genre }) => ({ fits: await test(files), genre })),
  )
  const pairs = await Promise.all(
    settings.pairs.map(async ({ doc, superior }) => ({ fits: await test([doc]), superior })),
  )
  const registers = await Promise.all(
    (settings.registers ?? []).map(async ({ files, ...hint }) => ({ fits: await test(files), hint })),
  )
  const merged = new Map<string, Settings['rules']>()

  return {
    settingsFor: (path) => {
      if (overrides.length === 0) return settings.rules
      const fitting = overrides.filter(({ fits }) => fits(path))
      if (fitting.length === 0) return settings.rules
      const key = fitting.map((override) => overrides.indexOf(override)).join()
      let rules = merged.get(key)
      if (rules === undefined) {
        rules = fitting.reduce((before, { rules }) => overridden(before, rules), settings.rules)
        merged.set(key, rules)
      }
      return rules
    },
    genreFor: (path) => genreTests.findLast(({ fits }) => fits(path))?.genre,
    ...(registers.length > 0 && {
      registerFor: (path: string) => {
        const hints = registers.filter(({ fits }) => fits(path)).map(({ hint }) => hint)
        return hints.length > 0 ? (Object.assign({}, ...hints) as RegisterHint) : undefined
      },
    }),
    ignored: await test(settings.ignores),
    isSuperior: await test(settings.superiors),
    superiorsFor: (path) => [...new Set(pairs.flatMap(({ fits, superior }) => (fits(path) ? superior : [])))],
  }
}

function overridden(before: Settings['rules'], by: Settings['overrides'][number]['rules']): Settings['rules'] {
  const after: Record<string, RuleSetting> = { ...before }
  for (const [id, { level, options }] of Object.entries(by)) {
    const { level: oldLevel, options: oldOptions } = before[id]!
    after[id] = {
      level: level ?? oldLevel,
      ...((level !== undefined || before[id]!.chosen) && { chosen: true }),
      options: options ? { ...(oldOptions as Options), ...options } : oldOptions,
    }
  }
  return after
}
