/** A rule as the handbook tells it: what its page says, with the limits and options of this configuration. */
import { getDefaults, type ObjectEntries, type ObjectSchema } from 'valibot'
import { basisOf, binds, breachOf } from '../caps.ts'
import { type Basis, type Cap, type GenreId, genres, matchesGenre, type Rule, type RuleSetting } from '../core.ts'
import { type Example, examplesOf } from '../examples.ts'
import { severityOf } from '../lint.ts'
import type { Article, Limit, Passage, Run, Sample, Setting } from '../reporters/handbook/data.ts'
import { countingOf, limitText } from './counting.ts'
import { genresText } from './genres.ts'
import { NUMBERS } from './numbers.ts'
import { sectionsOf } from './sections.ts'
import { descriptionOf, SCOPES, setupOf, valueText } from './setup.ts'

/** A rule and what the run knows of it. */
export interface Told {
  readonly id: string
  readonly rule: Rule
  readonly setting: RuleSetting
  /** Names of the presets in use that have it. */
  readonly presets: readonly string[]
  /** Markdown of its page; a county's own rule has none. */
  readonly page?: string
  /** 原则上 counts as an error. */
  readonly strict: boolean
  /** Caps that presets give, those in use and all others. */
  readonly known: readonly Cap[]
  readonly elsewhere: readonly string[]
  /** What another rule is called. */
  readonly titleOf: (id: string) => string | undefined
}

type Options = Readonly<Record<string, unknown>>

export function articleOf(told: Told): Article {
  const { id, rule, setting, presets, page, strict, elsewhere } = told
  const options = setting.options as Options
  const sections = page === undefined ? ownSections(rule) : sectionsOf(page, told.titleOf)
  const caps = capsOf(told, options)
  const bases = basesOf(told, options, caps)
  // The tool's own rules rest on nothing but itself, and what they find is not in the words of a draft.
  const tool = rule.basis.source === 'burden-lint'
  const examples = page === undefined || tool ? [] : examplesOf(page)
  const good = pick(examples, rule, ['正例'])
  const bad = pick(examples, rule, ['反例', '提示'])
  const numbers = NUMBERS[id]?.(options) ?? []
  const limits: Limit[] = [
    ...caps.map((cap) => limitOf(cap, told, options, bases)),
    ...numbers.map(({ severity, message, options: names, ...number }) => ({
      ...number,
      exempt: [],
      severity: severityOf(setting, rule.severity, strict, severity),
      own: isOwn(names, rule, options),
      basis: basisIn(bases, rule.messages[message ?? '']?.basis ?? bases[0]),
    })),
  ]
  const settings = settingsOf(
    rule,
    options,
    numbers.flatMap((number) => number.options),
  )
  const isChanged = page !== undefined && [...limits, ...settings].some(({ own }) => own)
  return {
    id,
    title: rule.title.zh,
    severity: severityOf(setting, rule.severity, strict),
    presets,
    genres: genresText(rule.genres),
    what: [...(sections.get('查什么') ?? []), ...(isChanged ? [CHANGED] : [])],
    limits,
    settings,
    bases: tool ? [] : bases,
    ...(good && { good: sampleOf(good, rule) }),
    ...(bad && { bad: sampleOf(bad, rule) }),
    advice: sections.get('怎么改') ?? [],
    elsewhere,
    own: page === undefined,
  }
}

/** The page is about the rule as it is delivered. */
const CHANGED: Passage = {
  kind: 'paragraph',
  runs: [{ text: '以上写的是规则原来的数；注明“本配置设定”的，以下面的为准。', style: 'strong' }],
}

// ------------------------------------------------------------------------------------------------------ limits

/** A cap as it holds here: the unit's own number may stand in the place of the source's. */
interface Held extends Cap {
  readonly own: boolean
}

/** Options of `overlong-speech` that replace the numbers of the presets, and for which speeches. */
const REPLACING: Readonly<Record<string, GenreId>> = { max: 'speech.special', generalMax: 'speech.general' }

function capsOf({ id, rule, known }: Told, options: Options): Held[] {
  if (rule.judges.length === 0) return []
  // Switched on by the configuration alone, a rule judges what it knows by itself.
  const given = (options.caps as readonly Cap[] | undefined) ?? known
  let held: Held[] = given
    .filter((cap) => rule.judges.includes(cap.unit) && idsOf(cap, rule).length > 0)
    .map((cap) => ({
      ...cap,
      ...(cap.unit === '字' && options.convention !== undefined && { convention: options.convention as 'word' }),
      own: false,
    }))
  if (id !== 'overlong-speech') return held
  for (const [option, genre] of Object.entries(REPLACING)) {
    const value = options[option]
    if (typeof value !== 'number') continue
    const replaced = held.filter((cap) => cap.unit === '字' && binds(cap, genre))
    const first = replaced[0] ?? { unit: '字' as const, ...rule.basis, own: false }
    held = [
      { ...first, genres: [genre], value, own: true },
      ...held.flatMap((cap) => {
        if (!replaced.includes(cap)) return [cap]
        const rest = idsOf(cap, rule).filter((other) => other !== genre)
        return rest.length > 0 ? [{ ...cap, genres: rest }] : []
      }),
    ]
  }
  return held
}

function limitOf(cap: Held, { rule, setting, strict }: Told, options: Options, bases: readonly Basis[]): Limit {
  const scope = cap.scope && `（部署${cap.scope.map((kind) => SCOPES[kind]).join('、')}工作的）`
  const breach = cap.value === undefined ? 'info' : breachOf(cap).severity
  return {
    of: genresText(idsOf(cap, rule)) + (scope ?? ''),
    value: limitText(cap),
    counting: countingOf(cap, typeof options.rate === 'number' ? options.rate : 180),
    exempt: cap.exempt ?? [],
    severity: severityOf(setting, rule.severity, strict, breach),
    own: cap.own,
    basis: basisIn(bases, cap),
  }
}

const basisIn = (bases: readonly Basis[], wanted: Pick<Basis, 'source' | 'quote'> | undefined): number =>
  Math.max(
    0,
    bases.findIndex(({ quote, source }) => quote === wanted?.quote && source === wanted.source),
  )

const idsOf = ({ genres: patterns }: Pick<Cap, 'genres'>, rule: Rule): GenreId[] =>
  (Object.keys(genres) as GenreId[]).filter(
    (id) => patterns.some((p) => matchesGenre(p, id)) && rule.genres.some((p) => matchesGenre(p, id)),
  )

/** Whether somebody set one of these options otherwise than the tool has it. */
function isOwn(names: readonly string[], rule: Rule, options: Options): boolean {
  const defaults: Options = getDefaults(rule.options as ObjectSchema<ObjectEntries, undefined>)
  return names.some((name) => JSON.stringify(options[name]) !== JSON.stringify(defaults[name]))
}

// ------------------------------------------------------------------------------------------------------- bases

/** What the rule rests on here, each clause once: not what only presets that are not in use rest on, nor another way of counting. */
function basesOf({ id, rule, known, presets }: Told, options: Options, caps: readonly Cap[]): Basis[] {
  const novel = options.metric === 'novel'
  const messages = Object.values(rule.messages).flatMap((message) => (message.basis ? [message.basis] : []))
  const shared = id === 'too-few-local-measures' ? (novel ? messages : [rule.basis]) : [rule.basis, ...messages]
  const all = [...caps.map(basisOf), ...shared]
  const inUse = new Set(caps.map(({ quote }) => quote))
  const others = new Set(known.flatMap(({ quote }) => (inUse.has(quote) ? [] : [quote])))
  const found = all.filter(
    (basis, i) =>
      all.findIndex(({ quote, source }) => quote === basis.quote && source === basis.source) === i &&
      (rule.judges.length === 0 || !others.has(basis.quote)) &&
      basis.source !== 'burden-lint',
  )
  return found.length > 0 || presets.length > 0 ? found : [rule.basis]
}

// ----------------------------------------------------------------------------------------------------- options

/** The options that are set to something. `told`: those that the limits tell already. */
function settingsOf(rule: Rule, options: Options, told: readonly string[]): Setting[] {
  const schema = rule.options as ObjectSchema<ObjectEntries, undefined>
  return Object.entries(schema.entries).flatMap(([name, entry]): Setting[] => {
    const value = valueText(options[name])
    if (name === 'caps' || name in REPLACING || told.includes(name) || value === '') return []
    return [{ name, text: descriptionOf(entry) ?? name, value, own: isOwn([name], rule, options) }]
  })
}

// ---------------------------------------------------------------------------------------------------- examples

/** UTF-16 units: longer than this an example tells less than it costs paper. */
const SHORT = 260

/** The page's first that is short and needs no settings of its own, or is short at all; failing that, the shortest. Where documents are compared, with another. */
function pick(examples: readonly Example[], { scope }: Rule, kinds: readonly Example['kind'][]): Example | undefined {
  const fitting = kinds.map((kind) => examples.filter((e) => e.kind === kind)).find((list) => list.length > 0) ?? []
  const compared = fitting.filter(({ superiors }) => superiors.length > 0)
  const candidates = scope === 'pair' && kinds.includes('正例') && compared.length > 0 ? compared : fitting
  const sizeOf = (e: Example) =>
    [...e.superiors, ...(e.others ?? [])].reduce((sum, { text }) => sum + text.length, e.text.length)
  const short = candidates.filter((e) => sizeOf(e) <= SHORT)
  return (
    short.find((e) => e.options === undefined) ?? short[0] ?? [...candidates].sort((a, b) => sizeOf(a) - sizeOf(b))[0]
  )
}

function sampleOf(example: Example, rule: Rule): Sample {
  const { text, marks, path, superiors, others = [], fixed } = example
  return {
    text,
    marks,
    table: isTable(path),
    beside: [
      ...superiors.map(({ text, path }) => ({ label: '上级文件', text, table: isTable(path) })),
      ...others.map(({ text, path }) => ({ label: path, text, table: isTable(path) })),
    ],
    ...(fixed !== undefined && { fixed }),
    settings: setupOf(example, rule),
  }
}

const isTable = (path: string): boolean => /\.[ct]sv$/.test(path)

// --------------------------------------------------------------------------------------------- a county's rules

const said = (...runs: Run[]): Passage => ({ kind: 'paragraph', runs })

/** A county's own rule has no page; what it says is in the configuration. */
function ownSections({ patterns = [], messages }: Rule): ReadonlyMap<string, readonly Passage[]> {
  const { zh = '', advice } = messages.found ?? {}
  const words = patterns.flatMap((text, i): Run[] => [...(i > 0 ? [{ text: '、' }] : []), { text, style: 'code' }])
  return new Map([
    ['查什么', [said({ text: '查这些词：' }, ...words), said({ text: `查到时说：${zh.replaceAll('{words}', '……')}` })]],
    ['怎么改', advice ? [said({ text: advice.zh.replaceAll('{words}', '……') })] : []],
  ])
}
