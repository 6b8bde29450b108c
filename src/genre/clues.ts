/** What a text shows of its genre, and how that is quoted as evidence. */
import { type Citation, type Genre, type GenreId, type GenreSource, genres, type PartKind } from '../core.ts'

/** What a text shows of its genre, its marks in full width. */
export interface GenreClues {
  /** File name without folder and extension. */
  readonly fileName: string
  /** Title of the document; then, where one circulates another, the title of the inner one. */
  readonly titles: readonly string[]
  readonly parts: ReadonlySet<PartKind>
  readonly salutation: string
  /** The first characters of the body (some 1,200 UTF-16 units), line breaks kept. */
  readonly opening: string
  /** The last characters of the body (some 400). */
  readonly ending: string
  /** The whole text. */
  readonly text: string
  readonly implemented: readonly Citation[]
}

export const genreOf = (id: GenreId, source: GenreSource, evidence: readonly string[]): Genre => ({
  id,
  title: genres[id],
  source,
  evidence,
})

/** The title without （试行） and the like behind it, nor the mark of a note: 普查公报[1]（第三号）. */
export const bareOf = (title: string) =>
  title
    .replace(/\[\d{1,2}\](?=[（(]|$)/, '')
    .replace(/(?:[（(〔][^）)〕]{1,24}[)）〕])$/g, '')
    .replace(/[”》]$/, '')

export const quoteTitle = (title: string) => `标题“${title.length > 40 ? `${title.slice(0, 39)}…` : title}”`
export const citing = ({ implemented }: GenreClues) =>
  implemented[0] ? `开头称贯彻落实《${implemented[0].title}》` : '开头称贯彻落实上级文件'

/** How much of a sign is quoted as evidence. UTF-16 units. */
const QUOTED = 24
export const quoted = (words: string): string => {
  const bare = words.replace(/\s+/g, '')
  return `“${bare.length > QUOTED ? `${bare.slice(0, QUOTED)}…` : bare}”`
}
