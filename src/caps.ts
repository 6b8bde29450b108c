/** Caps: limits as data, that presets give and rules judge. */
import * as v from 'valibot'
import {
  type Basis,
  type Cap,
  capScopes,
  capUnits,
  type Doc,
  type GenreId,
  type GenrePattern,
  genres,
  matchesGenre,
  type Preset,
  type Rule,
  type Severity,
} from './core.ts'

const text = (description: string) =>
  v.pipe(
    v.string(),
    v.check((value) => value.trim() !== '', '不能为空'),
    v.description(description),
  )
const optional = <S extends v.GenericSchema>(schema: S) => v.exactOptional(schema)

/** A day as 2024-08-06. YAML makes a date of it by itself. */
export const day = (description: string) =>
  v.pipe(
    v.string(DAY),
    v.check((value) => isDay(value), DAY),
    v.description(description),
  )
const DAY = '应写成年-月-日，如 2024-08-06'
const isDay = (value: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  new Date(`${value}T00:00:00Z`).getTime() > 0 &&
  new Date(`${value}T00:00:00Z`).toISOString().startsWith(value)

/** 文种 by id, a family such as `speech.`, or `*`. */
export const genrePatterns = (description: string) =>
  v.pipe(
    v.array(
      v.picklist([...(Object.keys(genres) as GenreId[]), ...FAMILIES, '*'] as const, ({ input }) =>
        unknownGenre(input),
      ),
    ),
    v.nonEmpty('至少写一个文种'),
    v.description(description),
  )
/** Clerks write what they call a document, or put a full-width comma between two. */
function unknownGenre(input: unknown): string {
  if (typeof input !== 'string') return '应为文种的代号，如 notice'
  if (/[，、；]/.test(input)) return '几个文种之间要用半角逗号'
  const ids = Object.keys(genres) as GenreId[]
  const titled =
    ids.find((id) => genres[id] === input) ??
    ids
      .filter((id) => genres[id].includes(input))
      .slice(0, 3)
      .join('、')
  if (titled) return `应写文种的代号 ${titled}`
  // validate.ts says it in Chinese, with what was probably meant.
  return 'Invalid genre'
}
const FAMILIES = ['speech.', 'notice.', 'report.', 'register.'] as const

/** Where a rule or a cap of the user's own comes from, flat: 情态词 decides how grave a breach is. */
export const basisEntries = {
  source: text('依据的文件，如 某县《精简文件会议若干措施》'),
  clause: text('哪一条、哪一项'),
  quote: text('原文是怎么写的'),
  modal: optional(text('原文中的情态词：不得、一律、不超过为错误，原则上、一般为警告，尽量、提倡为提示；不写为警告')),
  verified: optional(v.pipe(v.boolean(), v.description('引文是否与文件或者公开发布的文本逐字核对过；不写为没有核对'))),
} as const

export const severityEntry = optional(
  v.pipe(v.picklist(['error', 'warning', 'info'] as const), v.description('等级；不写则由情态词决定')),
)

/** What a cap may say, in options and in configurations. */
export const capShape = () =>
  v.pipe(
    v.strictObject({
      genres: genrePatterns('适用的文种代号，如 speech.special；speech. 指各种讲话，* 指全部'),
      value: optional(
        v.pipe(
          v.number(),
          v.check((value) => value > 0 && value !== Number.POSITIVE_INFINITY, '应大于 0'),
          v.description('上限；不写表示依据没有规定数字，只提示篇幅'),
        ),
      ),
      unit: v.pipe(
        v.picklist(capUnits),
        v.description(
          '单位：字、页、分钟（讲话或会议）、小时和天（会议）、人（参会人数）、分钟/讲话和分钟/发言（会上领导讲话、每人发言）',
        ),
      ),
      convention: optional(
        v.pipe(
          v.picklist(['word', 'nospace', 'han'] as const),
          v.description('字数口径：word 按 Word 字数，nospace 不计空格，han 只计汉字；不写为 word'),
        ),
      ),
      scope: optional(
        v.pipe(
          v.array(v.picklist(capScopes)),
          v.nonEmpty(),
          v.description('文件或会议部署的是专项工作、一般工作还是综合性工作；不写为专项和一般。讲话看文种，不看这一项'),
        ),
      ),
      exempt: optional(v.pipe(v.array(text('会议名称')), v.description('不受限制的会议'))),
      ...basisEntries,
      severity: severityEntry,
      from: optional(day('从哪天起执行，含当天')),
      to: optional(day('执行到哪天，含当天')),
    }),
    v.check(
      ({ from, to }) => from === undefined || to === undefined || from <= to,
      '执行的起始日期晚于终止日期，请检查 from 和 to',
    ),
  )

/** The option in which a rule is given its caps. */
export const capsOption = () =>
  v.optional(
    v.pipe(
      v.array(capShape()),
      v.description('上限；不写则按启用的规则集，写了就代替它们（写法见 README 的“本县自己的规定”）'),
    ),
  )

/** The option by which an office counts 字 its own way. */
export const conventionOption = () =>
  v.optional(
    v.pipe(
      v.picklist(['word', 'nospace', 'han']),
      v.description(
        '字数口径：word 按 Word 字数，nospace 不计空格，han 只计汉字；不写则按各条上限自己的，没有的按 word',
      ),
    ),
  )

/** The option that says how many 字 are read aloud in a minute: no source does. */
export const rateOption = (what: string) =>
  v.optional(
    v.pipe(
      v.number(),
      v.minValue(60, '应不小于 60'),
      v.maxValue(400, '应不大于 400'),
      v.description(`${what}（依据没有规定，这是本工具的取值）`),
    ),
    180,
  )

/** What a modal word makes of a breach. 原则上不得 is soft; a bare 不超过 is not. */
export function severityOfModal(modal: string | undefined): Severity {
  if (modal === undefined || /原则上|一般|尽可能/.test(modal)) return 'warning'
  if (/尽量|提倡|鼓励|力争|倡导/.test(modal)) return 'info'
  return /不|严禁|禁止|一律|必须|应|务必|须|只能|以内|最多|控制在/.test(modal) ? 'error' : 'warning'
}

/** The clause that a cap, or a rule of the user's own, rests on. */
export const basisOf = ({
  source,
  clause,
  quote,
  modal,
  verified,
}: Pick<Cap, 'source' | 'clause' | 'quote' | 'modal' | 'verified'>): Basis => ({
  source,
  clause,
  quote,
  verified: verified ?? false,
  ...(modal !== undefined && { modal }),
})

/** A breach of a cap as a finding says it. An estimate that is at most a tenth over may be wrong: no error then. */
export function breachOf(cap: Cap, amount?: { readonly value: number; readonly estimated: boolean }) {
  const severity = cap.severity ?? severityOfModal(cap.modal)
  const doubtful = amount?.estimated && cap.value !== undefined && amount.value <= cap.value * 1.1
  return { basis: basisOf(cap), severity: doubtful && severity === 'error' ? ('warning' as const) : severity }
}

export const inForce = ({ from, to }: { readonly from?: string; readonly to?: string }, day: string): boolean =>
  (from === undefined || from <= day) && (to === undefined || day <= to)

export const binds = (cap: Cap, id: GenreId): boolean => cap.genres.some((pattern) => matchesGenre(pattern, id))

/** Can a rule judge a cap? It counts in its unit, for one of its genres. */
export const judges = (rule: Pick<Rule, 'judges' | 'genres'>, cap: Cap): boolean =>
  rule.judges.includes(cap.unit) && overlaps(rule.genres, cap.genres)

/** Is there a genre that both lists name? */
const overlaps = (some: readonly GenrePattern[], others: readonly GenrePattern[]): boolean =>
  (Object.keys(genres) as GenreId[]).some(
    (id) => some.some((p) => matchesGenre(p, id)) && others.some((p) => matchesGenre(p, id)),
  )

/** What the caps of `presets` that a rule judges rest on, each once, and how grave a breach is by it. */
export function capBases(
  rule: Pick<Rule, 'judges' | 'genres'>,
  presets: Readonly<Record<string, Pick<Preset, 'caps'>>>,
): { readonly basis: Basis; readonly severity: Severity }[] {
  const caps = Object.values(presets).flatMap((preset) => preset.caps ?? [])
  return caps
    .filter((cap) => judges(rule, cap))
    .map((cap) => breachOf(cap))
    .filter(({ basis }, i, all) => all.findIndex((other) => other.basis.quote === basis.quote) === i)
}

/** How conventions are called in messages. */
export const CONVENTIONS = { word: '按 Word 字数', nospace: '按不计空格字符数', han: '按汉字数' } as const

/** How long the body of `doc` is in the unit of `cap`: 字 as counted, 页 and 分钟 as estimated; undefined for units that are not of texts. */
export function lengthOf(
  { facts: { counts } }: Doc,
  { unit, convention = 'word' }: Pick<Cap, 'unit' | 'convention'>,
  charactersPerMinute: number,
): { readonly value: number; readonly estimated: boolean } | undefined {
  if (unit === '字') return { value: counts[convention], estimated: false }
  if (unit === '页') return { value: counts.pages, estimated: true }
  if (unit === '分钟') return { value: minutesOf(counts.word, charactersPerMinute), estimated: true }
  return undefined
}
/** To one decimal. */
export const minutesOf = (characters: number, perMinute: number): number =>
  Math.round((characters / perMinute) * 10) / 10

/** An office's own number in the place of all numbers in 字 that bind `id`; where there is none, as a cap that rests on `basis`. */
export function withOwnNumber(
  caps: readonly Cap[],
  own: number | undefined,
  id: GenreId,
  basis: Basis,
): readonly Cap[] {
  if (own === undefined) return caps
  const numbered = caps.filter((cap) => cap.unit === '字' && binds(cap, id))
  const first = numbered[0] ?? { genres: [id], unit: '字', ...basis }
  return [...caps.filter((cap) => !numbered.includes(cap)), { ...first, value: own }]
}

/** Caps without a value, and those that the body of `doc` exceeds: with its length in their unit, and how it was counted (`way`). */
export function* exceeded(
  doc: Doc,
  caps: readonly Cap[],
  { convention, rate }: { readonly convention?: Cap['convention'] | undefined; readonly rate: number },
) {
  for (const written of caps) {
    const cap: Cap = { ...written, ...(convention && { convention }) }
    const length = lengthOf(doc, cap, rate)
    if (!length || (cap.value !== undefined && length.value <= cap.value)) continue
    yield { cap, length, way: CONVENTIONS[cap.convention ?? 'word'] }
  }
}

/** The names of meetings in `names`, as `meeting` calls itself: 安全会议 holds no 全会, and a meeting on the 精神 of a plenum is not the plenum. */
export function isMeeting(meeting: string, names: readonly string[]): boolean {
  return names.some((name) => {
    for (let at = meeting.indexOf(name); name !== '' && at >= 0; at = meeting.indexOf(name, at + 1)) {
      const word = !(name.startsWith('全') && /[安健完]/.test(meeting[at - 1] ?? ''))
      if (word && !/^(?:精神|部署|决策|要求|确定|提出|通过)/.test(meeting.slice(at + name.length))) return true
    }
    return false
  })
}
