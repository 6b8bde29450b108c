/** Tables of contents that a program made: what stands in them is said elsewhere, and is neither read nor counted. */

/** What a format says of a paragraph. */
export interface ContentsSigns {
  /** It is part of what a field or an index shows that collects headings. */
  readonly field?: boolean
  /** Its style is one for entries of a table of contents. */
  readonly style?: boolean
  /** It stands in what the program put in as a table of contents. */
  readonly gallery?: boolean
}

/** The end of an entry: leaders and a page number. */
const ENTRY = /(?:[\t…·.．_]|[ \u3000]{2})[ \u3000]*[-—–]?[ ]?(?:\d{1,4}|[ivxlc]{1,7})[ ]?[-—–]?$/i
/** UTF-16 units from the end of a line that are looked at. */
const END = 24

/** Is a paragraph an entry? One sign alone may be a mistake: then it has to look like one, too. */
export function isContents(text: string, { field = false, style = false, gallery = false }: ContentsSigns): boolean {
  const signs = Number(field) + Number(style) + Number(gallery)
  return signs > 1 || (signs === 1 && ENTRY.test(text.trimEnd().slice(-END)))
}

/** Does an instruction collect headings, or captions of pictures and tables? */
export const collects = (code: string): boolean => /^\s*TOC(?:\s|$)/i.test(code)

/** TOC 1, 目录 1: the name of a style for entries, and its id, which has no space. */
export const isContentsStyle = (name: string): boolean =>
  /^\s*(?:(?:toc|目录|contents) ?[1-9]|table of figures|图表目录)\s*;?\s*$/i.test(name)
