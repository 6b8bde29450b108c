/** The configuration as the commands use it: found, with its preset files, on the day of the run; and the rules that it needs. */
import { findConfig, readPresetFiles, resolveSettings } from '../config.ts'
import { type Catalogue, type Doc, matchesGenre, type Registry, type RuleGroup, type Settings } from '../core.ts'
import type { LoadedRules, Need } from '../judging.ts'
import type { SessionOptions } from '../session.ts'
import { isGroup } from '../validate.ts'
import type { Flags } from './flags.ts'
import type { Surroundings } from './surroundings.ts'

/** What a session needs to know of rules. */
export interface Settled extends Pick<SessionOptions, 'settings' | 'rules' | 'load' | 'ids'> {
  readonly settings: Settings
}

/**
 * Without a configuration, and unless the command line speaks of rules, rules are loaded only when a document may need them. Otherwise all are: a
 * configuration is validated against their options. Throws `UsageError`.
 */
export async function settled(
  flags: Partial<Flags>,
  catalogue: Catalogue,
  io: Pick<Surroundings, 'host' | 'today'>,
): Promise<Settled> {
  const { cwd } = io.host
  const found = await findConfig(cwd, flags.config)
  const plain = !found && !flags.preset && !flags.rule
  const loaded = await loadAll(plain ? catalogue.groups.slice(0, 1) : catalogue.groups)
  const presetFiles = await readPresetFiles(found, flags.preset, cwd)
  const phrases = found || presetFiles.length > 0 ? await import('../phrase-rule.ts') : undefined
  const fieldsOf =
    isGroup(found?.raw) && found.raw.registers !== undefined
      ? (await import('../registers/kinds.ts')).fieldsOf
      : undefined
  const resolve = (registry: Registry): Settings =>
    resolveSettings({
      registry,
      presets: catalogue.presets,
      cwd,
      asOf: flags.asOf ?? io.today(),
      ...(found ? { raw: found.raw, file: found.file } : {}),
      presetFiles,
      ...(phrases ? { phrases } : {}),
      ...(fieldsOf ? { fieldsOf } : {}),
      cli: {
        ...(flags.preset ? { presets: flags.preset } : {}),
        ...(flags.rule ? { rules: flags.rule } : {}),
        ...(flags.strict ? { strict: true } : {}),
        ...(flags.maxWarnings !== undefined ? { maxWarnings: flags.maxWarnings } : {}),
      },
    })
  const settings = resolve(loaded)
  if (!plain) return { settings, rules: { ...loaded, ...settings.own?.rules } }
  const others = catalogue.groups.slice(1)
  const wanted = new Set<RuleGroup>()
  let current: LoadedRules | undefined
  return {
    settings,
    rules: loaded,
    ids: catalogue.groups.flatMap((group) => group.ids),
    async load(need) {
      const before = wanted.size
      for (const group of others) if (!wanted.has(group) && isNeeded(group, need)) wanted.add(group)
      if (!current || wanted.size > before) {
        // In the order of the catalogue, whatever came first.
        const more = await loadAll(others.filter((group) => wanted.has(group)))
        const merged = { ...settings.rules, ...resolve(more).rules }
        current = { rules: { ...loaded, ...more }, settingsFor: () => merged }
      }
      return current
    },
  }
}

function isNeeded(group: RuleGroup, { doc, ids, all }: Need): boolean {
  if (all) return true
  if (ids) for (const id of ids) if (group.ids.includes(id)) return true
  return group.usual && doc !== undefined && mayNeed(doc, group)
}

export const loadAll = async (groups: readonly RuleGroup[]): Promise<Registry> =>
  Object.assign({}, ...(await Promise.all(groups.map((group) => group.load()))))

const mayNeed = ({ genre, text, meta, layout }: Doc, { genres, triggers, printed }: RuleGroup): boolean =>
  (!printed || layout !== undefined) &&
  genres.some((pattern) => matchesGenre(pattern, genre.id)) &&
  // In a text that was cut at a fixed width a word may be broken.
  (!triggers ||
    triggers.some((word) => text.includes(word)) ||
    meta.notices.some(({ code }) => code === 'hard-wrapped'))
