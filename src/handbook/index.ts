/** The rules in force under a configuration → the handbook that tells of them, by burden. Pure. */
import { capBases } from '../caps.ts'
import type { Cap, Catalogue, Preset, Registry, Settings } from '../core.ts'
import type { Chapter, Handbook } from '../reporters/handbook/data.ts'
import { ledgerWords } from '../reporters/ledger/words.ts'
import { severityWord } from '../reporters/text.ts'
import { articleOf } from './articles.ts'
import { BURDENS, burdenOf } from './chapters.ts'
import { GENERAL } from './counting.ts'
import { valueText } from './setup.ts'

export interface HandbookRequest {
  readonly settings: Settings
  /** All rules, the configuration's own too. */
  readonly rules: Registry
  readonly presets: Catalogue['presets']
  /** Markdown of a rule's page; undefined where it has none. */
  readonly pageOf: (id: string) => string | undefined
  readonly asOf: string
  /** The configuration file, as the user would write it. */
  readonly config?: string
}

export function handbookOf({ settings, rules, presets, pageOf, asOf, config }: HandbookRequest): Handbook {
  const all: Readonly<Record<string, Preset>> = { ...presets, ...settings.own?.presets }
  const inUse = (settings.presets ?? []).flatMap((name) =>
    Object.hasOwn(all, name) ? [[name, all[name]!] as const] : [],
  )
  const known: readonly Cap[] = Object.values(presets).flatMap(({ caps = [] }) => caps)
  const placed = new Map<string, Chapter['articles'][number][]>()
  for (const [id, setting] of Object.entries(settings.rules)) {
    const rule = rules[id]
    if (!rule || setting.level === 'off') continue
    const having = inUse.filter(
      ([name, preset]) => Object.hasOwn(preset.rules, id) || capBases(rule, { [name]: preset }).length > 0,
    )
    const names = having.map(([name]) => name)
    const page = pageOf(id)
    const article = articleOf({
      id,
      rule,
      setting,
      presets: names,
      ...(page !== undefined && { page }),
      strict: settings.strict,
      known,
      elsewhere: elsewhere(id, settings),
      titleOf: (other) => (Object.hasOwn(rules, other) ? rules[other]!.title.zh : undefined),
    })
    const burden = burdenOf(id, rule, names)
    placed.set(burden, [...(placed.get(burden) ?? []), article])
  }
  return {
    asOf,
    ...(config !== undefined && { config }),
    presets: inUse.map(([name, { title, from, to }]) => ({
      name,
      title: title.zh,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    })),
    strict: settings.strict,
    chapters: BURDENS.flatMap(({ id, title, about, rules: order }): Chapter[] => {
      const articles = placed.get(id)
      const rank = (rule: string) => (order.includes(rule) ? order.indexOf(rule) : order.length)
      return articles ? [{ id, title, about, articles: articles.sort((a, b) => rank(a.id) - rank(b.id)) }] : []
    }),
    counting: [...GENERAL, ...quotaCounting(settings)],
    notices: settings.notices ?? [],
  }
}

/** How quotas are counted: as the ledger says. */
function quotaCounting({ rules }: Settings): Handbook['counting'] {
  const setting = rules['quota-overrun']
  if (!setting || setting.level === 'off') return []
  const { warnAt, minMonths } = setting.options as { readonly warnAt: number; readonly minMonths: number }
  return ledgerWords.zh
    .definitions({ early: { share: warnAt, months: minMonths } })
    .map(([name, text]) => ({ name: `台账·${name}`, text }))
}

/** Files for which the configuration has the rule otherwise. */
function elsewhere(id: string, { overrides }: Settings): string[] {
  return overrides.flatMap(({ files, rules }) => {
    if (!Object.hasOwn(rules, id)) return []
    const { level, options = {} } = rules[id]!
    const said = [
      ...(level === 'off' ? ['不查'] : level ? [`按${severityWord(level, 'zh')}`] : []),
      ...Object.entries(options).map(([name, value]) => `${name}：${valueText(value)}`),
    ]
    return said.length > 0 ? [`${files.join('、')}：${said.join('，')}`] : []
  })
}
