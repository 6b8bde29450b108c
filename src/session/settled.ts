/** The configuration as command line and library use it: found, with its preset files, on the day of the run; and the rules that it needs. */
import { defaultPresets } from '../config/defaults.ts'
import { findConfig, readPresetFiles, unusedRules } from '../config/discovery.ts'
import { resolveSettings } from '../config/settings.ts'
import {
  type Catalogue,
  type Doc,
  genres,
  type Host,
  isOfGenre,
  type Registry,
  type RuleGroup,
  type Settings,
  UsageError,
} from '../core.ts'
import { type GenreAsked, genreNames, genresNamed } from '../genre-names.ts'
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
  /** All rules are wanted, whatever the documents. */
  readonly whole?: boolean
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
 * Rules are loaded only when a document may need them, and those that the configuration or the command line speak of, whose options are validated. All
 * are where either says more of them than that. Throws `UsageError`.
 */
export async function settled(
  asked: Asked,
  catalogue: Catalogue,
  io: { readonly host: Host; readonly today: () => string },
): Promise<Settled> {
  const { cwd } = io.host
  const found = asked.given === undefined ? await findConfig(cwd, asked.config) : { raw: asked.given }
  const named = asked.whole ? undefined : rulesNamed(found?.raw, asked, catalogue)
  const [first, ...rest] = catalogue.groups
  const wanted = new Set(named ? rest.filter(({ ids }) => ids.some((id) => named.has(id))) : rest)
  const loaded = await loadAll([first!, ...wanted])
  const presetFiles = await readPresetFiles(found, asked.preset, cwd)
  const unused = await unusedRules(found, asked.preset, cwd)
  const phrases =
    named === undefined && (found || presetFiles.length > 0) ? await import('../phrase-rule.ts') : undefined
  const fieldsOf =
    isGroup(found?.raw) && found.raw.registers !== undefined
      ? (await import('../registers/kinds.ts')).fieldsOf
      : undefined
  const all = catalogue.groups.flatMap((group) => group.ids)
  const resolve = (registry: Registry): Settings => {
    const isHere = (id: string) => Object.hasOwn(registry, id)
    return resolveSettings({
      registry,
      presets: catalogue.presets,
      cwd,
      asOf: asked.asOf ?? io.today(),
      ...found,
      presetFiles,
      unusedRules: named ? all.filter((id) => !isHere(id)) : unused,
      ...(phrases ? { phrases } : {}),
      ...(fieldsOf ? { fieldsOf } : {}),
      cli: {
        ...(asked.preset ? { presets: asked.preset } : {}),
        ...(asked.rule ? { rules: named ? asked.rule.filter((flag) => isHere(idIn(flag))) : asked.rule } : {}),
        ...(asked.strict ? { strict: true } : {}),
        ...(asked.maxWarnings !== undefined ? { maxWarnings: asked.maxWarnings } : {}),
      },
    })
  }
  const resolved = resolve(loaded)
  if (!named) return { settings: resolved, rules: { ...loaded, ...resolved.own?.rules } }
  const switchedOn = new Set((resolved.presets ?? []).flatMap((name) => Object.keys(catalogue.presets[name]!.rules)))
  // What the configuration or the command line speaks of is at hand.
  const off = all.filter((id) => !Object.hasOwn(loaded, id) && !switchedOn.has(id))
  const settings = { ...resolved, off }
  let current: LoadedRules | undefined
  return {
    settings,
    rules: loaded,
    ids: all,
    async load(need) {
      const before = wanted.size
      for (const group of rest) if (!wanted.has(group) && isNeeded(group, need)) wanted.add(group)
      if (!current || wanted.size > before) {
        // In the order of the catalogue, whatever came first.
        const more = await loadAll(rest.filter((group) => wanted.has(group)))
        const merged = { ...settings.rules, ...resolve(more).rules }
        current = { rules: { ...loaded, ...more }, settingsFor: () => merged }
      }
      return current
    },
  }
}

/** What a configuration says that speaks of no rules, or of some by their ids. */
const SAYS_LITTLE: ReadonlySet<string> = new Set([
  ...['$schema', 'presets', 'rules', 'genres', 'superiors', 'pairs', 'registers', 'ignores'],
  ...['strict', 'failOn', 'maxWarnings', 'cache', 'waivers'],
])

/** The rules that are spoken of, where all are ours and so are the presets; otherwise undefined. */
function rulesNamed(raw: unknown, { preset, rule }: Asked, { groups, presets }: Catalogue): Set<string> | undefined {
  const said = isGroup(raw) ? raw : {}
  if (raw !== undefined && (!isGroup(raw) || !Object.keys(raw).every((key) => SAYS_LITTLE.has(key)))) return undefined
  const ours = [...(preset ?? []), ...(Array.isArray(said.presets) ? (said.presets as unknown[]) : [])]
  if (!ours.every((name) => typeof name === 'string' && Object.hasOwn(presets, name))) return undefined
  // Of the usual presets it is known which documents need what they switch on; of the others, their rules are at hand from the start.
  const switched = ours
    .filter((name) => !defaultPresets.includes(name as string))
    .flatMap((name) => Object.keys(presets[name as string]!.rules))
  const ids = new Set([...switched, ...(isGroup(said.rules) ? Object.keys(said.rules) : []), ...(rule ?? []).map(idIn)])
  const known = new Set(groups.flatMap((group) => group.ids))
  return [...ids].every((id) => known.has(id)) ? ids : undefined
}

const idIn = (flag: string) => flag.split('=', 1)[0]!.trim()

function isNeeded(group: RuleGroup, { doc, ids, all }: Need): boolean {
  if (all) return true
  if (ids) for (const id of ids) if (group.ids.includes(id)) return true
  return group.usual && doc !== undefined && mayNeed(doc, group)
}

export const loadAll = async (groups: readonly RuleGroup[]): Promise<Registry> =>
  Object.assign({}, ...(await Promise.all(groups.map((group) => group.load()))))

const mayNeed = (doc: Doc, { genres, triggers, printed }: RuleGroup): boolean =>
  (!printed || doc.layout !== undefined) &&
  genres.some((pattern) => isOfGenre(pattern, doc)) &&
  // In a text that was cut at a fixed width a word may be broken.
  (!triggers ||
    triggers.some((word) => doc.text.includes(word)) ||
    doc.meta.notices.some(({ code }) => code === 'hard-wrapped'))

/** A genre by its id or one of its names. Throws `UsageError`. */
export function genreAsked(name: string): GenreAsked {
  const named = genresNamed(name)
  if (named?.length === 1) return named[0]
  if (named) return named
  const meant = likely(name, genreNames())
  throw new UsageError(
    `没有名为“${name}”的文种`,
    meant.length > 0
      ? `是不是 ${meant.join('、')}？`
      : `可用的文种：${Object.entries(genres)
          .map(([id, title]) => `${id}（${title}）`)
          .join('、')}`,
  )
}
