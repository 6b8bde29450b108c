/** Level and options of every rule, from the weakest source to the strongest: presets, configuration, command line; and of overrides. */
import * as v from 'valibot'
import type { Level, Registry, Rule, RuleSetting, Settings } from '../core.ts'
import { slashed } from '../paths.ts'
import { nearest } from '../suggest.ts'
import { isGroup, printable, unknownName } from '../validate.ts'
import { type Entry, entriesOf, faults, isLevel, type Options } from './entries.ts'
import type { Mistakes } from './mistakes.ts'
import { textsIn } from './raw.ts'
import { levels } from './shape.ts'

/** What the sources so far make of a rule. Its options lack their defaults. */
export interface RuleState {
  level: Level
  options: Options
  chosen?: boolean
}

/** By id. `always`: rules that run without being in a preset; `configured`: the configuration's rule map; `flagged`: of the command line. */
export function mergeRules(
  registry: Registry,
  sources: {
    readonly always: readonly string[]
    readonly presets: readonly Entry[]
    readonly configured: unknown
    readonly flagged: ReadonlyMap<string, Level>
  },
  mistakes: Mistakes,
): ReadonlyMap<string, Readonly<RuleState>> {
  const { always, presets, configured, flagged } = sources
  const state = new Map<string, RuleState>(
    Object.entries(registry).map(([id, { severity }]) => [
      id,
      { level: always.includes(id) ? severity : 'off', options: {} },
    ]),
  )
  for (const entry of presets) {
    const rule = state.get(entry.id)!
    if (entry.level !== undefined) rule.chosen = true
    // A preset that only names a rule switches it on, as loud as an earlier preset or the rule itself has it.
    rule.level = entry.level ?? (rule.level === 'off' ? registry[entry.id]!.severity : rule.level)
    rule.options = { ...rule.options, ...entry.options }
  }
  for (const entry of entriesOf(configured, registry, mistakes, ['rules'])) {
    const rule = state.get(entry.id)!
    mistakes.add(faults(registry[entry.id]!, rule.options, entry))
    if (entry.level !== undefined) rule.chosen = true
    rule.level = entry.level ?? rule.level
    rule.options = { ...rule.options, ...entry.options }
  }
  for (const [id, level] of flagged) Object.assign(state.get(id)!, { level, chosen: true })
  return state
}

/** What `--rule` says, 规则=等级 each; the last one of a rule counts. */
export function levelsOfFlags(
  flags: readonly string[],
  registry: Registry,
  mistakes: Mistakes,
): ReadonlyMap<string, Level> {
  const chosen = new Map<string, Level>()
  for (const flag of flags) {
    const at = flag.indexOf('=')
    const [id, level] = at < 0 ? [flag.trim(), ''] : [flag.slice(0, at).trim(), flag.slice(at + 1).trim()]
    if (!Object.hasOwn(registry, id)) {
      const unknown = unknownName('规则', id, Object.keys(registry))
      mistakes.flag(`--rule ${printable(flag)}：${unknown}`, '运行 burden-lint rules 可查看所有规则')
    } else if (!isLevel(level)) {
      const near = nearest(level, levels)
      mistakes.flag(
        `--rule ${printable(flag)}：应写成 规则=等级，等级为 ${levels.join('、')} 之一${near ? `，是不是 ${near}？` : ''}`,
      )
    } else chosen.set(id, level)
  }
  return chosen
}

/** The configuration's overrides on top of `state`. What the command line says (`flagged`) is stronger. */
export function overridesOf(
  raw: unknown,
  registry: Registry,
  state: ReadonlyMap<string, Readonly<RuleState>>,
  flagged: ReadonlyMap<string, Level>,
  mistakes: Mistakes,
): Settings['overrides'] {
  return (Array.isArray(raw) ? raw : []).flatMap((override: unknown, index) => {
    if (!isGroup(override)) return []
    const rules: Record<string, { level?: Level; options?: Options }> = {}
    for (const entry of entriesOf(override.rules, registry, mistakes, ['overrides', index, 'rules'])) {
      const rule = registry[entry.id]!
      const before = state.get(entry.id)!.options
      const wrong = faults(rule, before, entry)
      mistakes.add(wrong)
      rules[entry.id] = {
        ...(entry.level !== undefined && !flagged.has(entry.id) && { level: entry.level }),
        ...(entry.options && wrong.length === 0 && { options: changed(rule, before, entry.options) }),
      }
    }
    return [{ files: textsIn(override.files).map(slashed), rules }]
  })
}

/** The validated values of the options that an override names. */
function changed(rule: Rule, before: Options, options: Options): Options {
  const result = v.safeParse(rule.options, { ...before, ...options })
  // Wrong options further down have been reported, and end the run.
  if (!result.success) return {}
  const output = result.output as Options
  return Object.fromEntries(Object.keys(options).map((key) => [key, output[key]]))
}

/** With the defaults of the options. `isWritten`: somebody but us wrote some of them. */
export function withOptions(
  registry: Registry,
  state: ReadonlyMap<string, Readonly<RuleState>>,
  isWritten: boolean,
): Readonly<Record<string, RuleSetting>> {
  const complete = isWritten ? validated : withDefaults
  return Object.fromEntries(
    [...state].map(([id, { level, options, chosen }]) => [
      id,
      { level, options: complete(id, registry[id]!, options), ...(chosen && { chosen }) },
    ]),
  )
}

/** Every rule as loud as it is by itself, with its default options: for pages, tests and tools. */
export function defaultSettings(registry: Registry): Settings['rules'] {
  return Object.fromEntries(
    Object.entries(registry).map(([id, rule]) => [id, { level: rule.severity, options: validated(id, rule, {}) }]),
  )
}

/** As `validated`, for options that nobody but us wrote: the tests have validated them, and a start need not. */
function withDefaults(id: string, rule: Rule, options: Options): unknown {
  const all: Record<string, unknown> = {
    ...v.getDefaults(rule.options as v.ObjectSchema<v.ObjectEntries, undefined>),
    ...options,
  }
  // A group has defaults of its own inside.
  if (Object.values(all).some(isGroup)) return validated(id, rule, options)
  for (const [key, value] of Object.entries(all)) if (value === undefined) delete all[key]
  return all
}

function validated(id: string, rule: Rule, options: Options): unknown {
  const result = v.safeParse(rule.options, options)
  if (result.success) return result.output
  throw new Error(`${id}: its presets or its own defaults do not fit its options: ${result.issues[0].message}`)
}
