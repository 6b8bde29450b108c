/** Presets of the user's own, in the configuration or in files: the rules that they make of phrases, and what they set. */
import * as v from 'valibot'
import { capShape } from '../caps.ts'
import { type Cap, defineRule, type Preset, type Registry, type Rule } from '../core.ts'
import type * as Phrases from '../phrase-rule.ts'
import { isGroup, type Path } from '../validate.ts'
import type { PresetFile } from './discovery.ts'
import { entriesOf, faults } from './entries.ts'
import type { Mistakes } from './mistakes.ts'
import { judgesOf, type UsablePreset } from './presets.ts'
import { groupsIn, isText } from './raw.ts'

/** A preset of the user's own, as it stands in the configuration or in a file. */
export interface Definition {
  readonly name: string
  readonly raw: unknown
  /** Where it stands in its file. */
  readonly path: Path
  /** The preset's own file. */
  readonly file?: string
}

export function definitionsIn(config: Record<string, unknown>, files: readonly PresetFile[]): Definition[] {
  const { presetDefinitions } = config
  const inside = isGroup(presetDefinitions) ? Object.entries(presetDefinitions) : []
  return [
    ...inside.map(([name, raw]) => ({ name, raw, path: ['presetDefinitions', name] })),
    ...files.map(({ name, raw, file }) => ({ name, raw, path: [], file })),
  ]
}

/** The rules that the definitions make of phrases. What is malformed is left out: it is reported with the shape. */
export function rulesOfPhrases(
  definitions: readonly Definition[],
  registry: Registry,
  mistakes: Mistakes,
  { phraseId, phraseRule, phraseShape }: typeof Phrases,
): Registry {
  const rules: Record<string, Rule> = {}
  for (const { raw, path, file } of definitions) {
    const phrases = isGroup(raw) && Array.isArray(raw.phrases) ? raw.phrases : []
    for (const [index, phrase] of phrases.entries()) {
      if (!isGroup(phrase) || !isText(phrase.id) || !phraseId.test(phrase.id)) continue
      const at = [...path, 'phrases', index, 'id']
      if (Object.hasOwn(registry, phrase.id)) mistakes.say(at, `与自带的规则 ${phrase.id} 重名，请换一个名称`, file)
      else if (Object.hasOwn(rules, phrase.id)) mistakes.say(at, `规则名 ${phrase.id} 写了两次，请换一个名称`, file)
      else if (v.is(phraseShape(), phrase)) rules[phrase.id] = phraseRule(phrase as unknown as Phrases.PhraseRule)
      // Its id is known all the same: one mistake is reported once.
      else rules[phrase.id] = unusable
    }
  }
  return rules
}

const unusable: Rule = defineRule({
  scope: 'doc',
  genres: [],
  severity: 'info',
  title: { zh: '' },
  basis: { source: '', clause: '', quote: '', verified: false },
  options: v.object({}),
  messages: {},
  check: () => [],
})

/** The presets by name. `own`: the rules of their phrases, which `registry` holds as well; `ours`: presets whose names are taken. */
export function ownPresets(
  definitions: readonly Definition[],
  registry: Registry,
  own: Registry,
  ours: Readonly<Record<string, Preset>>,
  mistakes: Mistakes,
): ReadonlyMap<string, UsablePreset> {
  const presets = new Map<string, UsablePreset>()
  for (const { name, path, raw, file } of definitions) {
    if (Object.hasOwn(ours, name)) mistakes.say(path, '与自带的规则集重名，请换一个名称', file)
    if (!isGroup(raw)) continue
    const { from, to } = raw
    if (isText(from) && isText(to) && from > to)
      mistakes.say(path, '执行的起始日期晚于终止日期，请检查 from 和 to', file)
    const entries = entriesOf(raw.rules, registry, mistakes, [...path, 'rules'], file)
    for (const entry of entries) mistakes.add(faults(registry[entry.id]!, {}, entry), file)
    const caps = (Array.isArray(raw.caps) ? raw.caps : []).map((cap) => (isCap(cap) ? cap : undefined))
    for (const [index, cap] of caps.entries())
      if (cap && judgesOf(cap, registry).length === 0)
        mistakes.say([...path, 'caps', index], `没有规则能对这些文种按“${cap.unit}”计算，请改文种或单位`, file)
    presets.set(name, {
      // Its own rules run with it, unless it says otherwise.
      entries: [...phraseIds(raw.phrases, own).map((id) => ({ id, path: [] })), ...entries],
      caps: caps.filter((cap) => cap !== undefined),
      ...(isText(from) && { from }),
      ...(isText(to) && { to }),
    })
  }
  return presets
}

const isCap = (value: unknown): value is Cap => v.is(capShape(), value)

const phraseIds = (phrases: unknown, own: Registry): string[] =>
  groupsIn(phrases)
    .map(({ id }) => id)
    .filter((id) => isText(id))
    .filter((id) => Object.hasOwn(own, id))

/** As pages and lists show them; their shape is known to be right. */
export function shownPresets(
  definitions: readonly Definition[],
  presets: ReadonlyMap<string, UsablePreset>,
): Record<string, Preset> {
  return Object.fromEntries(
    definitions.map(({ name, raw }) => {
      const { title } = raw as { readonly title: Preset['title'] | string }
      const { entries, ...rest } = presets.get(name)!
      const rules = Object.fromEntries(entries.map(({ id, level }) => [id, level ?? {}]))
      return [name, { title: isText(title) ? { zh: title } : title, rules, ...rest }]
    }),
  )
}
