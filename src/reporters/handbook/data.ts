/** What a handbook holds: the rules in force, told to those who have to keep them. All texts are plain; reporters escape them. */
import type { Basis, Severity, Span } from '../../core.ts'

/** A piece of running text. */
export interface Run {
  readonly text: string
  readonly style?: 'code' | 'strong'
}
export type Passage =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Passage[])[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Run[])[])[] }
  | { readonly kind: 'code'; readonly text: string }

/** One limit: for what, how much, counted how. */
export interface Limit {
  /** 专项工作部署讲话 */
  readonly of: string
  /** 不超过 2000 字 */
  readonly value: string
  /** 统计口径 */
  readonly counting: string
  /** What it does not bind. */
  readonly exempt: readonly string[]
  readonly severity: Severity
  /** The number is this configuration's own, not the source's. */
  readonly own: boolean
  /** Index into `Article.bases`. */
  readonly basis: number
}

/** An option of a rule, as it is set. */
export interface Setting {
  readonly name: string
  /** What it is for. */
  readonly text: string
  readonly value: string
  /** Not the tool's default. */
  readonly own: boolean
}

/** An example: what it says, and which of its words are found. */
export interface Sample {
  readonly text: string
  readonly marks: readonly Span[]
  /** It is a table: lines of cells with commas between them, none in quotation marks. */
  readonly table: boolean
  /** What it is compared with, or read together with. */
  readonly beside: readonly { readonly label: string; readonly text: string; readonly table: boolean }[]
  /** What the tool makes of it. */
  readonly fixed?: string
  /** Settings that hold for the example only: limits that are small enough to show. */
  readonly settings: readonly string[]
}

/** One rule. */
export interface Article {
  readonly id: string
  readonly title: string
  readonly severity: Severity
  /** Names of the presets that have it; none: the configuration itself. */
  readonly presets: readonly string[]
  /** What it is applied to. */
  readonly genres: string
  readonly what: readonly Passage[]
  readonly limits: readonly Limit[]
  readonly settings: readonly Setting[]
  readonly bases: readonly Basis[]
  readonly good?: Sample
  readonly bad?: Sample
  readonly advice: readonly Passage[]
  /** Where other settings hold. */
  readonly elsewhere: readonly string[]
  /** Made by the county, out of words. */
  readonly own: boolean
}

/** The rules about one kind of burden. */
export interface Chapter {
  readonly id: string
  readonly title: string
  /** What it is about, in a sentence. */
  readonly about: string
  readonly articles: readonly Article[]
}

export interface Handbook {
  /** Day on which the presets are in force, YYYY-MM-DD. */
  readonly asOf: string
  /** The configuration file, as the user would write it; absent: none. */
  readonly config?: string
  readonly presets: readonly {
    readonly name: string
    readonly title: string
    readonly from?: string
    readonly to?: string
  }[]
  /** 原则上 and 一般 count as errors. */
  readonly strict: boolean
  readonly chapters: readonly Chapter[]
  /** How things are counted in general: a name and what it means. */
  readonly counting: readonly { readonly name: string; readonly text: string }[]
  /** What the reader should know of the configuration. */
  readonly notices: readonly string[]
}

/** A handbook → its page. */
export type HandbookReporter = (handbook: Handbook) => string
