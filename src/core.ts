/**
 * The types of the whole program. Every other file speaks in these words.
 *
 * Coordinates: one kind only. An offset counts UTF-16 code units in `Doc.text`; a span is half-open `[start, end)`.
 */
import type { GenericSchema, InferOutput } from 'valibot'

// ---------------------------------------------------------------------------------------------------- text

/** A half-open range of UTF-16 code units in `Doc.text`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A span together with the document it lies in; the only way to point at words of a document. */
export interface Mark {
  readonly doc: Doc
  readonly span: Span
}

/** A Chinese text and, where somebody wrote it, its English twin. */
export interface Localised {
  readonly zh: string
  readonly en?: string
}

// ------------------------------------------------------------------------------------------------- documents

export type BlockKind = 'heading' | 'paragraph' | 'item' | 'cell' | 'quote' | 'code'

/** One paragraph as its reader sees it: its span covers no line break at either end. */
export interface Block extends Span {
  readonly kind: BlockKind
  /** Heading level 1–6; absent where the file does not mark one. */
  readonly level?: number
  /**
   * Where a reader finds it: 第12段, 表2第3行第1列, 文本框1第2段. Paragraphs outside tables are counted when not empty. A line of a paragraph that is broken
   * into lines: 第12段第3行; a paragraph of a cell that holds a whole paper: 表1第1行第1列第4段.
   */
  readonly label: string
}

/** One row of a table; cells lie in `Doc.text` like everything else. */
export interface Row {
  /** 1-based number of the table in the document. */
  readonly table: number
  /** 1-based number of the row in its table (or the file's line for CSV). */
  readonly index: number
  readonly cells: readonly Span[]
  /** Columns (from 0) into which a cell of the row above reaches down, where the file tells. */
  readonly reached?: readonly number[]
}

/** Text of the file that is not part of what is read aloud or counted; kept apart from `Doc.text`. */
export interface Aside {
  readonly kind: 'header' | 'footer' | 'comment' | 'footnote' | 'endnote'
  readonly text: string
}

/** Something a parser wants its reader to know (“修订已按接受后的文字读取”), as data. */
export interface Notice {
  readonly code:
    | 'tracked-changes'
    | 'invalid-bytes'
    | 'hard-wrapped'
    | 'own-report'
    | 'pages-without-text'
    | 'hidden-rows'
    | 'hidden-sheets'
    | 'uncalculated'
    | 'absent-columns'
    | 'unread-html'
    | 'unread-parts'
  readonly args: Readonly<Record<string, string | number>>
}

/** What the file says about itself. */
export interface Meta {
  /** YAML front matter, or {}. Keys as written. */
  readonly frontMatter: Readonly<Record<string, unknown>>
  readonly asides: readonly Aside[]
  readonly notices: readonly Notice[]
  /** The encoding the bytes were read in, e.g. 'utf-8', 'utf-16le', 'gb18030'; absent for packed formats. */
  readonly encoding?: string
}

/** Characters that look alike, in a row. Of Chinese characters the East Asian font counts. */
export interface Stretch extends Span {
  /** As the file names it; absent where nothing in the file does. */
  readonly font?: string
  /** Points. */
  readonly size: number
  /** RRGGBB in capitals; absent where it is automatic. */
  readonly colour?: string
}

/** How a block is set in type. */
export interface Typography {
  /** Index into `Layout.sections`. */
  readonly section: number
  readonly align: 'left' | 'center' | 'right' | 'justify'
  /** From line to line, in points; absent where that depends on the font. */
  readonly pitch?: number
  /** It stands where it was put (a text box, a frame), not where its turn comes. */
  readonly floating: boolean
  /** Of its text, in order; what is generated (numbers) has none. */
  readonly stretches: readonly Stretch[]
}

/** A number that counts pages, in a header or footer. */
export interface PageNumber {
  readonly pages: 'all' | 'odd' | 'even' | 'first'
  readonly place: 'header' | 'footer'
  /** `outside`: right on odd pages, left on even ones. Absent where it cannot be told. */
  readonly align?: 'left' | 'center' | 'right' | 'outside'
  /** Points. */
  readonly size: number
  /** What stands on its line, with 1 for the number: — 1 — */
  readonly text: string
}

/** Pages that are alike. Lengths are millimetres. */
export interface PageSection {
  readonly paper?: { readonly width: number; readonly height: number }
  /** What is set aside for binding is part of them. */
  readonly margins?: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
  /** What the grid adds to the width of each character (or takes from it), in points; absent where it does not place characters. */
  readonly charSpace?: number
  readonly numbers: readonly PageNumber[]
}

/** How a file says that it is to be printed. */
export interface Layout {
  readonly sections: readonly PageSection[]
  /** One for each of `Parsed.blocks`. */
  readonly blocks: readonly Typography[]
}

/** What a parser makes of a file's bytes. */
export interface Parsed {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly rows: readonly Row[]
  readonly meta: Meta
  /** Of a spreadsheet its sheets; it has neither blocks nor rows. */
  readonly sheets?: readonly Sheet[]
  /** For formats that have one; read when first asked for. Until then the file's bytes are kept. */
  readonly layout?: () => Layout
  /** The file's own text, where `text` leaves something of it out: the marks of Markdown. */
  readonly written?: Written
}

/** A text as its file has it: what a user is shown, what places and offsets of findings count in, and what fixes change. */
export interface Written {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly rows: readonly Row[]
  /** As long as `text`, with marks that nobody sees (U+2060) in place of those that are not read. */
  readonly shown: string
  /** Where a span of `Parsed.text` is written: from its first character to its last, with what stands between them. */
  spanOf(span: Span): Span
  /** The other way: what of `Parsed.text` a span of it is; empty where that is nothing. */
  read(span: Span): Span
}

/**
 * A sheet of a workbook, or the whole of a CSV file: rows that hold anything, from 0; columns from 0. Made for a hundred thousand rows: a cell is
 * nothing but two numbers until somebody asks for it.
 */
export interface Sheet {
  /** '' in a CSV file. */
  readonly name: string
  readonly length: number
  /** The number that the row bears in its sheet, or the line on which it begins in a CSV file. 1-based. */
  line(row: number): number
  /** Cells of a row up to its last one that holds anything. */
  width(row: number): number
  /** The cell in `Doc.text`, without quotation marks; of a cell that is merged with others, the one that holds the text. Empty where there is none. */
  span(row: number, column: number): Span
  /** What the cell says. */
  text(row: number, column: number): string
  /** The cell at an offset of `Doc.text`, where it lies in this sheet. */
  at(offset: number): { readonly row: number; readonly column: number } | undefined
  /** Columns and rows that merged cells cover, each range inclusive; absent where none are. */
  readonly merges?: readonly Merge[]
  /** A table of a document: of cells that are merged over several rows only the first is left. */
  readonly mergesLost?: true
  /** Of one of several tables side by side: the columns to its left, which it does not count. */
  readonly left?: number
  /** Numbers of days begin in 1904. */
  readonly since1904?: boolean
}
/** What a cell says whose formula has no stored result: no number, and not nothing. */
export const NOT_CALCULATED = '=?'
/** Row and column indices as in `Sheet`, all inclusive. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Bytes → text, blocks, rows. Pure: no file system. Throws `UnreadableError`. */
export interface Parser {
  readonly parse: (bytes: Uint8Array) => Parsed
}
/** The same for formats whose library works or is loaded asynchronously. What may take long it runs `limited` itself. Rejects with `UnreadableError`. */
export interface AsyncParser {
  readonly isAsync: true
  readonly parse: (bytes: Uint8Array, limited?: Limited) => Promise<Parsed>
}

/** Runs one piece of synchronous work; throws `UnreadableError` when its time is up, `InterruptedError` after Ctrl-C, and otherwise what the work throws. */
export type Limited = <T>(run: () => T) => T
export const unlimited: Limited = (run) => run()

export type PartKind =
  | 'masthead' // 版头: 份号, 密级, 发文机关标志, 红线以上
  | 'number' // 发文字号
  | 'title'
  | 'byline' // the (日期) 姓名 line under a speech's title
  | 'addressee' // 主送机关
  | 'salutation' // 同志们：
  | 'body'
  | 'signature' // 发文机关署名
  | 'date' // 成文日期
  | 'note' // 附注 （此件公开发布）
  | 'attachment' // 附件说明与附件
  | 'imprint' // 版记: 抄送, 印发机关
  | 'wrapper' // the 印发通知 around a circulated document

export interface Part extends Span {
  readonly kind: PartKind
}

/** One sentence; its span starts at its first and ends after its last visible character. */
export interface Sentence extends Span {
  /** Index into `Doc.blocks`. */
  readonly block: number
}

/** 字数 by the four conventions. */
export interface Counts {
  /** As Word's 字数: each CJK character and full-width mark 1, each run of Latin letters or digits 1. */
  readonly word: number
  /** As Word's 字符数(不计空格). */
  readonly nospace: number
  /** Chinese characters only. */
  readonly han: number
  /** Pages of 22 lines × 28 characters, to two decimals. */
  readonly pages: number
  /** Speaking minutes at 180 字 a minute, to one decimal. */
  readonly minutes: number
}
export type Convention = 'word' | 'nospace' | 'han' | 'pages'

/** A superior document as the text names it. */
export interface Citation extends Span {
  readonly title: string
  /** 发文字号 such as 国发〔2024〕1号, where given. */
  readonly number?: string
}

/** Facts about the text, each computed once, on first use, for all rules together. */
export interface TextFacts {
  readonly parts: readonly Part[]
  /** The spans that count: the body without 版头, title, 主送, 落款, 附件, 版记. In order, not overlapping. */
  readonly body: readonly Span[]
  /** The title in one line (line breaks and layout spaces removed), or ''. */
  readonly title: string
  readonly sentences: readonly Sentence[]
  /** Counts of the body. */
  readonly counts: Counts
  /** Documents that the opening paragraph says this one implements (根据/按照/贯彻落实《…》). */
  readonly implemented: readonly Citation[]
  /** Spans inside quotation marks or book-title marks: words mentioned, not used. In order, not nested. */
  readonly quoted: readonly Span[]
  readonly frame: Frame
}

/** One paragraph of the frame. `text` is at most its first 500 characters, layout spaces removed. */
export interface FrameLine extends Span {
  readonly text: string
  /** Numbered or marked by the file itself, not in its text. */
  readonly item: boolean
}

/** The outer document as its reader sees it: what stands above, in and below the text of a notice, not of what it circulates. */
export interface Frame {
  /** Its lines; a web page's own heading above the red head is no part of it. */
  readonly title: readonly FrameLine[]
  /** All 发文字号 in the head; a joint document may have one only. */
  readonly numbers: readonly FrameLine[]
  readonly addressee: FrameLine | undefined
  /** Paragraphs of the body, or what a notice says that circulates another document. */
  readonly body: readonly FrameLine[]
  readonly signature: readonly FrameLine[]
  /** 成文日期 */
  readonly date: FrameLine | undefined
  /** 附件说明: the lines between body and signature. */
  readonly list: readonly FrameLine[]
  /** Everything below the date that is neither 附注 nor 版记: the attachments themselves. */
  readonly attachments: readonly FrameLine[]
  readonly imprint: readonly FrameLine[]
  readonly salutation: boolean
  /** A red head, a 发文字号 or a 主送机关 stands above: an issued paper, not material. */
  readonly formal: boolean
  /** Another document, circulated by this one, follows. */
  readonly wraps: boolean
  /** The 发文字号 stands above the title, or a red head does: the paper as it was issued. */
  readonly headed: boolean
}

export const genres = {
  'speech.special': '专项工作部署讲话',
  'speech.general': '一般性会议讲话',
  'speech.comprehensive': '全局性会议讲话',
  'speech.host': '主持词',
  'speech.stance': '表态发言',
  implementing: '贯彻落实类文件',
  notice: '通知',
  'notice.forward': '印发、转发通知',
  'notice.meeting': '会议通知',
  'notice.inspection': '督查检查考核通知',
  opinion: '意见',
  plan: '方案、规划、办法',
  decision: '决定、决议、命令',
  circular: '通报、公告、通告',
  minutes: '纪要',
  letter: '函',
  reply: '批复、答复',
  request: '请示',
  'report.work': '工作报告、汇报',
  'report.annual': '政府工作报告、述职报告',
  bulletin: '简报信息',
  experience: '经验做法',
  'register.groups': '工作群台账',
  'register.members': '工作群成员台账',
  'register.plan': '年度计划台账',
  'register.monthly': '月度统计台账',
  'register.items': '文件会议检查台账',
  'register.visits': '企业走访台账',
  'register.apps': '应用程序台账',
  'register.superiors': '上级来文台账',
  'register.facts': '事实数据台账',
  'register.other': '其他表格',
  other: '其他',
} as const satisfies Record<string, string>
export type GenreId = keyof typeof genres

/** A genre, or a family by its prefix: `speech.` means every speech; `*` means any document but registers, determined or not. */
export type GenrePattern = GenreId | 'speech.' | 'notice.' | 'report.' | 'register.' | '*'

/** Papers that go down and deploy work: 地方和部门文件, whose length the nation limits. */
export const deploying: readonly GenrePattern[] = [
  'implementing',
  'notice',
  'notice.',
  'opinion',
  'plan',
  'decision',
  'circular',
]

/** What goes down and binds those who receive it; speeches too. Reports, requests, letters and experience pieces tell of burdens, they lay none on. */
export const directing: readonly GenrePattern[] = ['speech.', ...deploying, 'minutes']

/** What may lay burdens upon offices below: besides these, letters, what is of no known genre, and spreadsheets that are no registers (任务分解表). */
export const demanding: readonly GenrePattern[] = [...directing, 'letter', 'other', 'register.other']

/** `speech.` means the family, `*` any document whose genre is known or not. Rows are no prose: what looks at every text leaves registers alone. */
export function matchesGenre(pattern: GenrePattern, id: GenreId): boolean {
  return pattern === '*' ? !id.startsWith('register.') : pattern.endsWith('.') ? id.startsWith(pattern) : pattern === id
}

/** Does what looks at a genre look at a document? A workbook of registers with other sheets beside them, whose cells are its blocks, is 其他表格, too. */
export const isOfGenre = (
  pattern: GenrePattern,
  { genre, sheets, blocks }: Pick<Doc, 'genre' | 'sheets' | 'blocks'>,
): boolean =>
  matchesGenre(pattern, genre.id) ||
  (sheets !== undefined && blocks.length > 0 && matchesGenre(pattern, 'register.other'))

/** Who decided the genre, strongest first. `none`: nothing did, and `id` is 'other'. */
export type GenreSource = 'option' | 'front-matter' | 'config' | 'pair' | 'text' | 'none'
export interface Genre {
  readonly id: GenreId
  /** Chinese name of the genre. */
  readonly title: string
  readonly source: GenreSource
  /** Why, in Chinese, strongest first. */
  readonly evidence: readonly string[]
}

/** A document, read. */
export interface Doc extends Parsed {
  /** As the user would write it, with `/` between folders. */
  readonly path: string
  readonly genre: Genre
  readonly facts: TextFacts
  /** What its tables say, where it is a register (or a spreadsheet that may be one). */
  readonly register?: Register
}

// ------------------------------------------------------------------------------------------------- registers

export const registerKinds = [
  'groups',
  'members',
  'plan',
  'monthly',
  'items',
  'visits',
  'apps',
  'superiors',
  'facts',
] as const
export type RegisterKind = (typeof registerKinds)[number]

/** The tables of a document that is a register. */
export interface Register {
  readonly tables: readonly Table[]
  /** Sheets that are no register: what they are most like, and which columns they lack for it. Empty sheets are left out. */
  readonly unknown: readonly {
    readonly sheet: string
    readonly at: Span
    readonly like?: RegisterKind
    readonly lacking: readonly string[]
  }[]
  /** Totals of columns of numbers that no rule knows by their meaning, and that their rows do not make. */
  sums(): Iterable<{ readonly column: string; readonly said: number; readonly computed: number; readonly at: Span }>
  /** Figures that do not follow from those beside them as their headers say: 1月…12月 | 全年, 2024年 | 2025年 | 增减 | 增减率, 计划 | 已用 | 剩余; `over`: more was used than planned; `falls`: so far less than before. */
  rowFigures(): Iterable<RowFigure>
  /** Where a reader finds an offset of `Doc.text`: line or row (1-based), column (1-based; of a spreadsheet only) and label. */
  place(offset: number): { readonly line: number; readonly column: number; readonly label: string } | undefined
}

/** A figure that does not follow from those beside it; `over`: one that does, where the plan stands, and says that more was used than the plan allows. */
export interface RowFigure {
  readonly kind: 'row' | 'left' | 'change' | 'rate' | 'over' | 'falls'
  /** Whose row it is. */
  readonly unit: string
  readonly column: string
  readonly said: string
  readonly computed: string
  /** Of a change: what is compared with what. */
  readonly before: string
  readonly after: string
  readonly at: Span
}

/** See `Table.allowed`. */
export interface Allowed {
  readonly what: string
  readonly number: TableCell
  readonly unit: TableCell
}

/** A table whose columns are known. */
export interface Table {
  readonly kind: RegisterKind
  /** Name of its sheet; '' where it has none. */
  readonly sheet: string
  /** What stands above the header row: 2026年度工作群台账. */
  readonly title: string
  /**
   * Of one office's own register, what a line above, a note below or a row of its own says that it may issue or hold in a year: 年度计划：30件. `unit`: where
   * the office is named; `what`: of which kind, '' where nothing says.
   */
  readonly allowed: readonly Allowed[]
  /** Field → the column it was found in. Fields of each kind: `src/registers/kinds.ts`. */
  readonly columns: Readonly<Record<string, TableColumn>>
  /** Usual names of the columns it cannot do without and does not have; then it has no records. */
  readonly lacking: readonly string[]
  /** Headers that stand over two columns. */
  readonly duplicates: readonly TableCell[]
  /** What was filed and when, not when it was held: it says of the items of other registers that they are filed. */
  readonly filings?: boolean
  /** What somebody asked to be approved, not what was held: it says of the items of other registers that they were approved. */
  readonly approvals?: boolean
  /** Of monthly figures: its cells say whether they came, not what they were. An empty cell, or none: they did not. */
  readonly reports?: boolean
  /** Of monthly figures: those of all offices together, of which no row is anybody's. */
  readonly whole?: boolean
  /** What stands right above a further table of its sheet: 表二　开会情况. */
  readonly caption?: string
  /** Header row; or the whole table, where no header was found. */
  readonly at: Span
  /** Rows with an entry, in order; made while you go through them. */
  readonly records: Iterable<TableRecord>
  /** Rows that add up others: 合计, 小计. */
  readonly totals: readonly TableRecord[]
  /** Of a plan: rows that say how many all others together may have. */
  readonly caps: readonly TableRecord[]
  /** Numbers of days begin in 1904. */
  readonly since1904: boolean
  /** YYYY-MM-DD; undefined where nothing above or below it says when it was drawn up. */
  readonly drawnUp?: string | undefined
  /** Of a plan: the last month (1–12) of what it says is used. */
  readonly reached?: number
  /** Of monthly figures: the year that the other sheets of their file name, and no other. */
  readonly yearBeside?: number | undefined
}
/** What somebody says about a register. */
export interface RegisterHint {
  readonly kind?: RegisterKind
  /** Field → the name that stands above its column. */
  readonly columns?: Readonly<Record<string, string>>
}
export interface TableColumn {
  readonly index: number
  /** As it is written above the column. */
  readonly title: string
  readonly span: Span
}
export interface TableCell {
  /** Trimmed, line breaks removed; '' where the cell is empty. */
  readonly text: string
  /** Never empty: an empty cell is pointed at by the mark behind it. */
  readonly span: Span
}
/** One row. In a table that has a column for each month, one row and month. */
export interface TableRecord {
  /** Index into the rows of the sheet. */
  readonly row: number
  /** Undefined where the table has no such column. */
  get(field: string): TableCell | undefined
  /** The text of the cell; '' where it is empty or there is no such column. */
  text(field: string): string
  /** What tells it from others of its unit, month and year: its words under 类别, 科室, 时段 and the like. */
  about(): string
}

// -------------------------------------------------------------------------------------------------- measures

export type Reuse = 'copied' | 'adapted' | 'novel'
export type Kind = 'measure' | 'vague' | 'boilerplate' | 'other'

/** A place in a superior document that a sentence comes from. */
export interface Source extends Span {
  /** Index into `Pair.superiors`. */
  readonly superior: number
  /** Similarity, 0–1. */
  readonly score: number
}

/** A stretch of identical text here and there. */
export interface SharedRun {
  readonly here: Span
  readonly there: Span
  readonly superior: number
}

/**
 * Why a unit is no content: `markup` is not read at all (front matter, `##`); `frame` stands around the body (title, 主送, 落款, 附件);
 * `heading` is a line without number above the first numbered one; `opening` is 为贯彻落实…制定本方案, `formula` 以…为指导 and the like.
 */
export type Uncounted = 'markup' | 'frame' | 'heading' | 'opening' | 'formula'

/** One sentence of an implementing document, judged. Units cover the whole text, without gap or overlap. */
export interface Unit extends Span {
  readonly reuse: Reuse
  readonly kind: Kind
  readonly sources: readonly Source[]
  readonly runs: readonly SharedRun[]
  /** Does it belong to the content that the share is taken of? (Not: title, 主送, 落款, fixed openings…) */
  readonly content: boolean
  /** 0–1: how far from the nearest class boundary. 1 where a person decided. */
  readonly confidence: number
  /** Why it is no content; absent where it is, or where nobody said. */
  readonly why?: Uncounted
  /** UTF-16 units without white space; absent: as long as the span. */
  readonly chars?: number
  /** How likely it is novel, and how likely a measure, 0–1; absent: as its classes say. */
  readonly chance?: { readonly novel: number; readonly measure: number }
  /** A person decided, and says why. */
  readonly review?: { readonly reason: string; readonly who: string }
}

/** Nearer to a boundary than this (`Unit.confidence`), a person should look again. */
export const DOUBTFUL = 0.2

/** The 50 % rule laid open. Character counts are UTF-16 units without white space. */
export interface Measurement {
  readonly units: readonly Unit[]
  /** As counted when nothing is configured; see `shareOf` for other ways. */
  readonly share: { readonly value: number; readonly low: number; readonly high: number }
  readonly chars: {
    /** What the share is taken of. */
    readonly content: number
    readonly localMeasures: number
    readonly copied: number
    readonly adapted: number
    /** Novel sentences of any kind. */
    readonly novel?: number
    /** What `content` holds beyond sentences that are judged: see `Counting.denominator`. */
    readonly fixed?: number
  }
}
export type Verdict = 'met' | 'below' | 'uncertain'

/** What the share counts, and what it is taken of. */
export interface Counting {
  /** `local`: novel measures; `novel`: everything novel, a measure or not. */
  readonly metric: 'local' | 'novel'
  /** `content`: the sentences of the body, numbered headings included; `body`: fixed openings, political formulas and headings above the first number too. */
  readonly denominator: 'content' | 'body'
  /** Political formulas and fixed openings are judged and counted like other sentences. */
  readonly countFormulas: boolean
}

/** Where nothing is configured. */
export const USUAL_COUNTING: Counting = { metric: 'local', denominator: 'content', countFormulas: false }

/** What a person decided about one sentence, in the review file beside the document. */
export interface Decision {
  /** The sentence's words, or how it begins. */
  readonly sentence: string
  readonly reuse?: Reuse
  readonly kind?: Kind
  readonly reason: string
  readonly who: string
}
/** A decision that cannot be carried out: its words are too few to tell a sentence, none begins so, several do, it was decided before, or it never counts. */
export interface Stale {
  readonly decision: Decision
  readonly why: 'short' | 'missing' | 'several' | 'repeated' | 'uncounted'
}
/** What a review file says. */
export interface Review {
  /** The file, as the user would write it. */
  readonly path: string
  readonly decisions: readonly Decision[]
}

/** Copied sentences that stand together here and in one superior document. */
export interface Passage {
  readonly here: Span
  readonly there: Span
  /** Index into `Pair.superiors`. */
  readonly superior: number
  /** A run of at least 13 characters is identical. */
  readonly verbatim: boolean
  /** Characters without white space. */
  readonly chars: number
}

// ----------------------------------------------------------------------------------------------------- units

/** An implementing document and the superior documents it was compared with (perhaps none was found). */
export interface Pair {
  readonly doc: Doc
  readonly superiors: readonly Doc[]
  /** Cited by the document but found nowhere. */
  readonly missing: readonly Citation[]
  /** Named for it, by the command line, the configuration or itself, and of no use: the draft itself, not to be found, in a folder that is none of the run's, or not to be read. */
  readonly useless?: readonly { readonly name: string; readonly why: 'itself' | 'absent' | 'outside' | 'unreadable' }[]
  /** Both computed on first use, once for all rules; with the decisions of the review file. */
  readonly measurement: Measurement
  readonly passages: readonly Passage[]
  /** The review file beside the document, and what in it could not be carried out. */
  readonly review?: { readonly path: string; readonly stale: readonly Stale[] }
}

/** What a rule is given, by its scope. */
export interface Units {
  readonly doc: DocUnit
  readonly pair: Pair
  readonly corpus: Corpus
}
export interface DocUnit {
  readonly doc: Doc
  /** Where the rule's trigger words stand in the text, in order; empty for a rule without triggers. */
  readonly hits: readonly Span[]
}
/** Registers, and the texts that are held against them. */
export interface Corpus {
  /** All registers of the run, and of the texts those that a rule asks for; see `RuleSpec.texts`. */
  readonly docs: readonly Doc[]
  /** The day of judgement, YYYY-MM-DD; without it nothing is late. */
  readonly asOf?: string
}
export type Scope = keyof Units

// ----------------------------------------------------------------------------------------------------- rules

export type Severity = 'error' | 'warning' | 'info'

/** Where a rule comes from. */
export interface Basis {
  /** The document: 南乐县《基层减负新四条》. */
  readonly source: string
  /** Its clause or heading. */
  readonly clause: string
  /** Its words. */
  readonly quote: string
  /** Did somebody compare the quotation with the document or its published text, word for word (true), or is it second-hand (false)? */
  readonly verified: boolean
  /** The modal word that decides the severity: 原则上, 不得… */
  readonly modal?: string
}

/** What a cap limits: length on paper or aloud (字, 页, 分钟), how long a meeting lasts (分钟, 小时, 天), how many attend (人), how long a leader (分钟/讲话) and each other speaker (分钟/发言) may talk. */
export const capUnits = ['字', '页', '分钟', '小时', '天', '人', '分钟/讲话', '分钟/发言'] as const
export type CapUnit = (typeof capUnits)[number]
/** What a document deploys: one special task, work of one field, or the work as a whole. */
export const capScopes = ['专项', '一般', '综合'] as const
export type CapScope = (typeof capScopes)[number]

/** A limit that a source sets for certain genres. Flat, as people write it in a configuration. */
export interface Cap {
  readonly genres: readonly GenrePattern[]
  /** The most that is allowed. Absent where the source asks for brevity without a number: then the length is only told. */
  readonly value?: number
  readonly unit: CapUnit
  /** How 字 are counted; `word` where nobody says. */
  readonly convention?: Exclude<Convention, 'pages'>
  /** Documents, or meetings, of which kind; 专项 and 一般 where nobody says. Of speeches the genre tells. */
  readonly scope?: readonly CapScope[]
  /** Meetings that it does not bind, by their names. */
  readonly exempt?: readonly string[]
  readonly source: string
  readonly clause: string
  readonly quote: string
  readonly modal?: string
  readonly verified?: boolean
  /** Instead of what the modal word makes of it. */
  readonly severity?: Severity
  /** In force from and to this day, YYYY-MM-DD, both included. */
  readonly from?: string
  readonly to?: string
}

/** What a finding says. `{name}` is filled from the finding's args. */
export interface Message extends Localised {
  /** What to do about it; absent where the message says it already. */
  readonly advice?: Localised
  /** Where this message is milder than its rule. */
  readonly severity?: Severity
  /** Where this message rests on another clause than its rule. */
  readonly basis?: Basis
}
export type Messages = Readonly<Record<string, Message>>

type Placeholder<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never
type ArgsOf<M extends Message> =
  | Placeholder<M['zh']>
  | (M extends { readonly advice: Localised } ? Placeholder<M['advice']['zh']> : never)

/** What a rule knows: data, never prose. */
export interface Finding {
  readonly message: string
  readonly args: Readonly<Record<string, string | number>>
  readonly at: Mark
  /** Where the same fault stands again in the document: told with it, and marked where a report shows the text. In order, behind `at`. */
  readonly also?: readonly Span[]
  readonly related?: readonly Mark[]
  readonly fix?: Edit
  /** Where this finding rests on a clause of its own (a cap that a preset gives), stronger than the message's basis. */
  readonly basis?: Basis
  /** How grave that clause makes it, milder or graver than the rule; a level that somebody chose for the rule is never exceeded. */
  readonly severity?: Severity
}
export type FindingOf<M extends Messages> = {
  [K in keyof M & string]: Omit<Finding, 'message' | 'args'> & {
    readonly message: K
  } & ([ArgsOf<M[K]>] extends [never]
      ? { readonly args?: Record<string, never> }
      : { readonly args: Record<ArgsOf<M[K]>, string | number> })
}[keyof M & string]

/** A replacement of `span` by `text`. `safe`: it cannot change what the sentence says. */
export interface Edit {
  readonly span: Span
  readonly text: string
  readonly safe: boolean
  /** Its changes stand in several paragraphs and make sense together only, as numbers of one series do. */
  readonly whole?: boolean
}

export interface RuleSpec<S extends Scope, M extends Messages, O extends GenericSchema> {
  readonly scope: S
  /** Where it applies; elsewhere it does not run. */
  readonly genres: readonly GenrePattern[]
  /** Decided by the modal word of the basis. */
  readonly severity: Severity
  readonly title: Localised
  readonly basis: Basis
  /** Words of which one must stand in the text for the rule to have anything to say. All rules' words are looked for in one scan. */
  readonly triggers?: readonly string[]
  /** It looks at how a document is to be printed: it does not run where the file does not say (`Doc.layout`). */
  readonly printed?: boolean
  /** A valibot object schema in which every option has a default. */
  readonly options: O
  readonly messages: M
  /** Some of its findings carry a fix. */
  readonly fixable?: boolean
  /** Units of the caps that it judges. The caps of the active presets come in its option `caps`. */
  readonly judges?: readonly CapUnit[]
  /** Of a rule over documents that looks at texts, too: the words of which one stands in every text that it wants to see. Registers it sees anyway. */
  texts?(registers: readonly Doc[], options: InferOutput<O>): readonly string[]
  check(unit: Units[S], options: InferOutput<O>): Iterable<FindingOf<M>>
}

/** A rule as the engine holds it: the precise types of `RuleSpec` are checked where it is written, and forgotten here. */
export interface Rule {
  readonly scope: Scope
  readonly genres: readonly GenrePattern[]
  readonly severity: Severity
  readonly title: Localised
  readonly basis: Basis
  readonly triggers: readonly string[]
  readonly printed: boolean
  readonly options: GenericSchema
  readonly messages: Messages
  readonly fixable: boolean
  readonly judges: readonly CapUnit[]
  /** What a rule that was made of data looks for. */
  readonly patterns?: readonly string[]
  readonly texts?: (registers: readonly Doc[], options: never) => readonly string[]
  readonly check: (unit: never, options: never) => Iterable<Finding>
}
export type Registry = Readonly<Record<string, Rule>>

/** Rules that are loaded together, when a document of the run may need them. */
export interface RuleGroup {
  readonly ids: readonly string[]
  /** All genres in which one of them has something to say. */
  readonly genres: readonly GenrePattern[]
  /** One of these words must stand in a document; absent: they look at every document of their genres. */
  readonly triggers?: readonly string[]
  /** All of them look at how a document is to be printed. */
  readonly printed?: boolean
  /** Some of them run without a configuration. */
  readonly usual: boolean
  load(): Promise<Registry>
}

/** All rules and presets there are, the rules not loaded yet. */
export interface Catalogue {
  readonly groups: readonly RuleGroup[]
  readonly presets: Readonly<Record<string, Preset>>
}

/** Checks a rule's types where it is written. */
export function defineRule<S extends Scope, const M extends Messages, O extends GenericSchema>(
  spec: RuleSpec<S, M, O>,
): Rule {
  return { triggers: [], printed: false, fixable: false, judges: [], ...spec } as unknown as Rule
}

// ----------------------------------------------------------------------------------------------- diagnostics

/** A span as a person finds it. Lines and columns are 1-based; columns count UTF-16 units. */
export interface Place {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly label: string
}

/** The line a diagnostic stands in, cut to a readable length; `start`/`end` are offsets into `text`. */
export interface Excerpt extends Span {
  readonly text: string
}

export interface Related {
  readonly path: string
  readonly span: Span
  readonly place: Place
  readonly excerpt: Excerpt
}

/** Why a finding is let pass, and who answers for it. Dates are YYYY-MM-DD. */
export interface WaiverNote {
  readonly reason: string
  readonly approver: string
  /** When it was approved. */
  readonly date: string
  /** The last day on which it holds. */
  readonly until?: string
}

/** A finding, stamped by the engine. JSON-safe; its prose is made at the edge from rule, message and args. */
export interface Diagnostic {
  readonly rule: string
  readonly severity: Severity
  readonly path: string
  /** In the text as its file has it: `Doc.written`, or else `Doc.text`; and so are all other spans of it. */
  readonly span: Span
  /** The same fault further on; see `Finding`. */
  readonly also?: readonly Span[]
  readonly place: Place
  readonly excerpt: Excerpt
  readonly message: string
  readonly args: Readonly<Record<string, string | number>>
  readonly basis: Basis | null
  readonly related: readonly Related[]
  readonly fix: Edit | null
  /** Somebody answers for letting it pass: then it is information. */
  readonly waiver?: WaiverNote
  /** Of the rule, the clause without its number, what is quoted of it and its occurrence: survives edits elsewhere in the file. */
  readonly fingerprint: string
}

/** One linted file. JSON-safe. */
export interface FileReport {
  readonly path: string
  readonly genre: Genre | null
  readonly counts: Counts | null
  readonly diagnostics: readonly Diagnostic[]
  /** How many more findings the baseline knows of it, where there is one. */
  readonly known?: number
  /** It is the waiver file: what is wrong with it is told, but it is no document and not counted as one. */
  readonly isWaivers?: true
  /** Where a report shows the documents themselves. */
  readonly content?: Content
}

/** A document as a report shows it, once it is not held in memory any more. */
export interface Content {
  readonly title: string
  /** As long as it is written, for spans of the diagnostics are offsets into it; what only marks words cannot be seen. */
  readonly text: string
  readonly blocks: readonly Block[]
  /** Of the tables in its text; absent where it has none. */
  readonly rows?: readonly Row[]
  /** Of a document that implements others, and whose superior documents were found. */
  readonly composition?: Composition
  /** Of a register, whose text nobody reads as one: the rows in which something is found. */
  readonly tables?: readonly ContentTable[]
}

/** A table of a register, as far as something is found in it. */
export interface ContentTable {
  /** Of its sheet; '' where it has none. */
  readonly name: string
  /** The rows of its header; none where none was recognised. */
  readonly heads: readonly ContentRow[]
  readonly rows: readonly ContentRow[]
}

export interface ContentRow {
  /** The number that it bears in its sheet, or the line on which it begins. 1-based. */
  readonly line: number
  /** As in `Doc.text`: spans of the diagnostics are offsets into it, too. */
  readonly cells: readonly (Span & { readonly text: string })[]
}

/** What an implementing document is made of. */
export interface Composition {
  readonly superiors: readonly { readonly path: string; readonly title: string }[]
  /** Share and characters are counted as configured. */
  readonly measurement: Measurement
  readonly counting: Counting
  /** The share that the configuration asks for, 0–1. */
  readonly threshold: number
  readonly verdict: Verdict
}
export interface Summary {
  /** Documents; the waiver file is none. */
  readonly files: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  /** How many of `infos` somebody answers for; absent where none. */
  readonly waived?: number
  /** Findings that `--fix` mends. */
  readonly fixable: number
  /** Findings whose fix may change what a sentence says. */
  readonly unsafelyFixable: number
  /** Findings that the baseline knows, and that are therefore not in the report. */
  readonly known?: number
}
export interface Report {
  readonly files: readonly FileReport[]
  readonly summary: Summary
}

export type Language = 'zh' | 'en'

/** How a report is to be shown. */
export interface View {
  readonly language: Language
  readonly color: boolean
  /** Columns of the terminal. */
  readonly width: number
  /** The rules by id, for titles and messages. */
  readonly rules: Registry
  /** It goes to a file, where somebody looks for all of it: nothing is cut short. */
  readonly whole?: boolean
  /** Only what was changed was to be checked: where that is nothing, no file is missing. */
  readonly changedOnly?: boolean
  /** How many findings are kept back (--quiet). */
  readonly hidden?: number
  /**
   * Why the run is no whole one, and its exit code 2 or 130 whatever was found: it was broken off, something that it rests on could not be read. What
   * findings of the report tell is left out. In Chinese, a line each.
   */
  readonly problems?: readonly string[]
  /** What whoever reads the report elsewhere would not learn: how documents were read, what was passed over. In Chinese, a line each. */
  readonly notices?: readonly string[]
  /** Of burden-lint. */
  readonly version?: string
  /** What a JSON report of one part of a run carries, for the parts to be joined. JSON-safe. */
  readonly shard?: unknown
}

/** Diagnostics → string. Pure. */
export type Reporter = (report: Report, view: View) => string

// -------------------------------------------------------------------------------------------------- settings

export type Level = Severity | 'off'

/** A rule as the configuration has it: how loud, and with which (validated, complete) options. */
export interface RuleSetting {
  readonly level: Level
  readonly options: unknown
  /** Somebody chose the level: no finding is graver. Otherwise it is the rule's own, and a finding may have another. */
  readonly chosen?: boolean
}

/** Which rules a jurisdiction runs, and how. `rules` gives a level, or a level with options that differ from the defaults. */
export interface Preset {
  readonly title: Localised
  readonly rules: Readonly<
    Record<string, Level | { readonly level?: Level; readonly options?: Readonly<Record<string, unknown>> }>
  >
  /** Limits; those of several presets add up. They switch the rules that judge them on. */
  readonly caps?: readonly Cap[]
  /** In force from and to this day, YYYY-MM-DD, both included. */
  readonly from?: string
  readonly to?: string
}

/** The whole configuration, found, validated and merged. Paths and globs use `/` and are relative to `root`. */
export interface Settings {
  /** Folder of the configuration file, or the current folder. Absolute. */
  readonly root: string
  /** The configuration file, where there is one. Absolute. */
  readonly file?: string
  /** The presets in use, weakest first. */
  readonly presets?: readonly string[]
  /** Every rule that is at hand. */
  readonly rules: Readonly<Record<string, RuleSetting>>
  /** Of the rules that are not, those that no preset and nobody else switches on. */
  readonly off?: readonly string[]
  /** Later ones win. A level or an option that is not named stays as it was. */
  readonly overrides: readonly {
    readonly files: readonly string[]
    readonly rules: Readonly<
      Record<string, { readonly level?: Level; readonly options?: Readonly<Record<string, unknown>> }>
    >
  }[]
  /** Later ones win. */
  readonly genres: readonly { readonly files: readonly string[]; readonly genre: GenreId }[]
  /** Files, folders or globs in which superior documents are looked for. */
  readonly superiors: readonly string[]
  readonly pairs: readonly { readonly doc: string; readonly superior: readonly string[] }[]
  readonly ignores: readonly string[]
  /** Which files are registers, of which kind, and which of their columns are which. Later ones win. */
  readonly registers?: readonly (RegisterHint & { readonly files: readonly string[] })[]
  /** 原则上 and 一般 rules become errors. */
  readonly strict: boolean
  /** The exit code is 1 from this severity on. */
  readonly failOn: Severity
  readonly maxWarnings?: number
  /** The user's own: rules made of phrases, and presets, by name. */
  readonly own?: { readonly rules: Registry; readonly presets: Readonly<Record<string, Preset>> }
  /** Files that the configuration consists of besides `file`. Absolute. */
  readonly presetFiles?: readonly string[]
  /** What the user should know of the configuration, in Chinese: a preset that is not in force, a second configuration file. */
  readonly notices?: readonly string[]
  /** Where what can be computed again is kept: nowhere (false), in this folder (absolute), or where the system wants it. */
  readonly cache?: false | string
  /** The waiver file, where the configuration names one; otherwise it is looked for in `root`. Absolute. */
  readonly waivers?: string
}

/** Settings with their globs compiled: what holds for one path (absolute, or relative to the current folder). */
export interface Matchers {
  settingsFor(path: string): Readonly<Record<string, RuleSetting>>
  genreFor(path: string): GenreId | undefined
  ignored(path: string): boolean
  /** What the configuration says about a register; absent: it says nothing of any. */
  registerFor?(path: string): RegisterHint | undefined
  /** Is it one of the configured superior documents: reference only, not linted unless asked for? */
  isSuperior(path: string): boolean
  /** Superior documents that the configuration pairs with this one, as written there. */
  superiorsFor(path: string): readonly string[]
}

/** The file system, as far as the program needs it; paths are absolute or relative to `cwd`. */
export interface Host {
  readonly cwd: string
  /** Throws `UnreadableError`. */
  read(path: string): Uint8Array
  kind(path: string): 'file' | 'folder' | 'other' | 'missing'
  /** Names in a folder, sorted, folders marked. Throws `UnreadableError`. */
  list(folder: string): readonly { readonly name: string; readonly folder: boolean }[]
  /** Undefined where nothing is known; without it every file counts as changed. */
  stat?(path: string): FileStamp | undefined
  /** Is it the file that standard output goes into? What a run writes it does not check. */
  isOutput?(path: string): boolean
  /** Opens the folder (absolute; the user's own by default) in which the program may keep what it can compute again. */
  cache?(folder?: string): Cache | undefined
}

/** What tells whether a file has changed. Milliseconds since 1970; bytes. */
export interface FileStamp {
  readonly size: number
  /** When the content was last written, as the file says; programs can set it at will. */
  readonly mtime: number
  /** When anything about the file last changed; nobody can set it. */
  readonly ctime: number
}

/** Small files between runs. Whatever goes wrong, a run only takes longer: nothing here throws. */
export interface Cache {
  /**
   * Undefined where there is nothing to be had. What comes may be damaged. `enough`: told how it begins, says how many bytes are wanted,
   * undefined for none; more may come.
   */
  read(name: string, enough?: (start: Uint8Array) => number | undefined): Uint8Array | undefined
  /** Puts these bytes, one after the other, in the place of what was there: whole, or not at all. */
  write(name: string, parts: readonly Uint8Array[]): void
}

// ---------------------------------------------------------------------------------------------------- errors

/** A file that cannot be read, for the user: what happened and what to do about it, both in Chinese. */
export class UnreadableError extends Error {
  readonly remedy: string
  constructor(reason: string, remedy: string) {
    super(reason)
    this.name = 'UnreadableError'
    this.remedy = remedy
  }
}

/** Exit code of a run that somebody ended, as a shell has it for Ctrl-C. */
export const INTERRUPTED = 130

/** Ctrl-C while a file is worked on: what was done before stays. */
export class InterruptedError extends Error {
  constructor() {
    super('已中断')
    this.name = 'InterruptedError'
  }
}

/** The command line or the configuration is wrong: exit code 2. */
export class UsageError extends Error {
  static {
    // What is printed of it says so whatever a build calls the class.
    Object.defineProperty(UsageError, 'name', { value: 'UsageError' })
  }
  readonly remedy: string
  constructor(reason: string, remedy = '') {
    super(reason)
    this.name = 'UsageError'
    this.remedy = remedy
  }
}
