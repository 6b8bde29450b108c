import type { GenreId, Language } from '../core.ts'

/** Options as commander hands them over. */
export interface Flags {
  readonly against?: string[]
  readonly genre?: GenreId
  readonly format: string
  readonly outputFile?: string
  readonly fix?: boolean
  readonly unsafeFixes?: boolean
  readonly diff?: boolean
  readonly writeReview?: boolean
  readonly asOf?: string
  readonly config?: string
  readonly preset?: string[]
  readonly rule?: string[]
  readonly strict?: boolean
  readonly quiet?: boolean
  readonly maxWarnings?: number
  readonly lang: Language
  readonly stdinFilename: string
  readonly color: boolean
  readonly yes?: boolean
  readonly registers?: true | string
  readonly version?: boolean
}
