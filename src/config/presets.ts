/** Which presets are in use, and how they set the rules. */
import { inForce, judges } from '../caps.ts'
import type { Cap, Preset, Registry } from '../core.ts'
import { printable } from '../validate.ts'
import type { Entry } from './entries.ts'

/** A preset of ours or of the user's own, for the rules at hand. */
export interface UsablePreset extends Pick<Preset, 'from' | 'to'> {
  readonly entries: readonly Entry[]
  readonly caps: readonly Cap[]
}

/** One of ours. A preset that is ahead of the registry (a rule of a later version) is the generator's concern, not the user's. */
export function usablePreset({ rules, caps = [], from, to }: Preset, registry: Registry): UsablePreset {
  const entries = Object.entries(rules).flatMap(([id, written]): Entry[] => {
    if (!Object.hasOwn(registry, id)) return []
    return [{ id, path: [], ...(typeof written === 'string' ? { level: written } : written) }]
  })
  return { entries, caps, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

/** Is it in force? What is to be said of a preset that is not, in Chinese. Without a day every preset is. */
export function outOfForce(name: string, { from, to }: UsablePreset, asOf: string | undefined): string | undefined {
  if (asOf === undefined) return undefined
  if (from !== undefined && from > asOf) return `规则集 ${printable(name)} 从 ${from} 起执行，这次没有启用`
  if (to !== undefined && to < asOf) return `规则集 ${printable(name)} 已于 ${to} 到期，这次没有启用`
  return undefined
}

/**
 * What the presets in use set, weakest first. A rule that judges caps is given those of the presets; without any it falls back to what it knows by
 * itself.
 */
export function entriesOfPresets(
  presets: readonly UsablePreset[],
  registry: Registry,
  asOf: string | undefined,
): readonly Entry[] {
  const entries = presets.flatMap((preset) => preset.entries)
  const caps = presets.flatMap((preset) => preset.caps).filter((cap) => asOf === undefined || inForce(cap, asOf))
  const capped = new Map<string, Cap[]>()
  for (const cap of caps) for (const id of judgesOf(cap, registry)) capped.set(id, [...(capped.get(id) ?? []), cap])
  for (const { id } of entries) if (registry[id]!.judges.length > 0 && !capped.has(id)) capped.set(id, [])
  return [...[...capped].map(([id, caps]): Entry => ({ id, path: [], options: { caps } })), ...entries]
}

/** The rules that can judge a cap. */
export const judgesOf = (cap: Cap, registry: Registry): string[] =>
  Object.keys(registry).filter((id) => judges(registry[id]!, cap))
