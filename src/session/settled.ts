/** The configuration as command line and library use it: found, with its preset files, on the day of the run; and the rules that it needs. */
import { findConfig, readPresetFiles, unusedRules } from '../config/discovery.ts'
import { resolveSettings } from '../config/settings.ts'
import {
  type Catalogue,
  type Doc,
  type GenreId,
  genres,
  type Host,
  matchesGenre,
  type Registry,
  type RuleGroup,
  type Settings,
  UsageError,
} from '../core.ts'
import { genreNamed } from '../document.ts'
import { likely } from '../suggest.ts'
import { isGroup } from '../validate.ts'
import type { LoadedRules, Need } from './judging.ts'
import type { SessionOptions } from './session.ts'

/** What is asked for besides what the configuration says; stronger than it. As the options of the command line have it. */
export interface Asked {
  /** The configuration file; without it (and without `given`) one is looked for. */
  readonly config?: string
  /** A configuration that is no file: parsed, not validated. */
  readonly given?: unknown
  readonly preset?: readonly string[]
  /** 规则=等级 */
  readonly rule?: readonly string[]
  readonly strict?: boolean
  readonly maxWarnings?: number
  readonly asOf?: string
}

/** Files that a configuration consists of. Absolute. */
export const configFiles = ({ file, presetFiles = [] }: Settings): readonly string[] => [
  ...(file !== undefined ? [file] : []),
  ...presetFiles,
]

/** What a session needs to know of rules. */
export interface Settled extends Pick<SessionOptions, 'settings' | 'rules' | 'load' | 'ids'> {
  readonly settings: Settings
}

/**
 * Without a configuration, and unless the command line speaks of rules, rules are loaded only when a document may need them. Otherwise all are: a
 * configuration is validated against their options. Throws `UsageError`.
 */
export async function settled(
  asked: Asked,
  catalogue: Catalogue,
  io: { readonly host: Host; readonly today: () => string },
): Promise<Settled> {
  const { cwd } = io.host
  const found = asked.given === undefined ? await findConfig(cwd, asked.config) : { raw: asked.given }
  const plain = !found && !asked.preset && !asked.rule
  const loaded = await loadAll(plain ? catalogue.groups.slice(0, 1) : catalogue.groups)
  const presetFiles = await readPresetFiles(found, asked.preset, cwd)
  const unused = await unusedRules(found, asked.preset, cwd)
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
      asOf: asked.asOf ?? io.today(),
      ...found,
      presetFiles,
      unusedRules: unused,
      ...(phrases ? { phrases } : {}),
      ...(fieldsOf ? { fieldsOf } : {}),
      cli: {
        ...(asked.preset ? { presets: asked.preset } : {}),
        ...(asked.rule ? { rules: asked.rule } : {}),
        ...(asked.strict ? { strict: true } : {}),
        ...(asked.maxWarnings !== undefined ? { maxWarnings: asked.maxWarnings } : {}),
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

/** A genre by its id or its Chinese name. Throws `UsageError`. */
export function genreAsked(name: string): GenreId {
  const named = genreNamed(name)
  if (named) return named
  const meant = likely(name, [...Object.keys(genres), ...Object.values(genres)])
  throw new UsageError(
    `没有名为“${name}”的文种`,
    meant.length > 0
      ? `是不是 ${meant.join('、')}？`
      : `可用的文种：${Object.entries(genres)
          .map(([id, title]) => `${id}（${title}）`)
          .join('、')}`,
  )
}
