/** A rule as a preset, the configuration or an override sets it. */
import type { Level, Registry, Rule } from '../core.ts'
import { isGroup, type Path, type Problem, problems, unknownName } from '../validate.ts'
import type { Mistakes } from './mistakes.ts'
import { levels } from './shape.ts'

export type Options = Readonly<Record<string, unknown>>

export interface Entry {
  readonly id: string
  readonly level?: Level
  readonly options?: Options
  /** Where its options stand. */
  readonly path: Path
}

/** The entries of a rule map that can be used; what is malformed is reported with the shape. `file`: the preset file it stands in. */
export function entriesOf(map: unknown, registry: Registry, mistakes: Mistakes, path: Path, file?: string): Entry[] {
  if (!isGroup(map)) return []
  return Object.entries(map).flatMap(([id, written]): Entry[] => {
    if (!Object.hasOwn(registry, id)) {
      mistakes.say(path, unknownName('规则', id, Object.keys(registry)), file)
      return []
    }
    const { level, options } = isGroup(written) ? written : { level: written, options: undefined }
    return [
      {
        id,
        path: [...path, id, 'options'],
        ...(isLevel(level) && { level }),
        ...(isGroup(options) && { options }),
      },
    ]
  })
}

export function isLevel(value: unknown): value is Level {
  return levels.some((level) => level === value)
}

/** What is wrong with the options of an entry, given what was set before. */
export function faults(rule: Rule, before: Options, entry: Entry): Problem[] {
  if (!entry.options) return []
  const depth = entry.path.length
  return problems(rule.options, { ...before, ...entry.options }, entry.path).filter(({ path }) => {
    // What an earlier source got wrong was reported there.
    const key = path[depth]
    return key === undefined || Object.hasOwn(entry.options!, key)
  })
}
