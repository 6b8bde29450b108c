/** Small PDFs written by hand, for tests: one page of text in a Chinese font that is not embedded, or whatever objects are given. */

/** An object's dictionary, or a whole value; with `data` it is a stream. */
export interface PdfObject {
  readonly dict: string
  readonly data?: Uint8Array | string
}

/** Numbers the objects from 1; the first is the catalogue. `trailer` is added to the trailer. */
export function pdf(objects: readonly (string | PdfObject)[], trailer = ''): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const places: number[] = []
  let length = parts[0]!.length
  const push = (part: Buffer) => {
    parts.push(part)
    length += part.length
  }
  for (const [i, object] of objects.entries()) {
    places.push(length)
    const { dict, data } = typeof object === 'string' ? { dict: object, data: undefined } : object
    push(Buffer.from(`${i + 1} 0 obj\n`))
    if (data === undefined) push(Buffer.from(dict))
    else {
      const bytes = Buffer.from(data as string)
      push(Buffer.from(`${dict.replace(/>>$/, `/Length ${bytes.length}>>`)}\nstream\n`))
      push(bytes)
      push(Buffer.from('\nendstream'))
    }
    push(Buffer.from('\nendobj\n'))
  }
  const at = length
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return new Uint8Array(Buffer.concat(parts))
}

export const CATALOGUE = '<</Type/Catalog/Pages 2 0 R>>'
export const PAGES = '<</Type/Pages/Kids[3 0 R]/Count 1>>'
export const PAGE = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>'
export const song = (encoding: string, ordering = 'GB1') =>
  `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${encoding}/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 0>>/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4>>>>]>>`

export const ucs2 = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex')
/** Lines of text, each at its place, in one font. */
export const shown = (lines: readonly (readonly [x: number, y: number, code: string])[], size = 16) =>
  `BT /F ${size} Tf ${lines.map(([x, y, code]) => `1 0 0 1 ${x} ${y} Tm <${code}> Tj`).join('\n')} ET`

export const onePage = (content: string | PdfObject, font = song('UniGB-UCS2-H')) =>
  pdf([CATALOGUE, PAGES, PAGE, typeof content === 'string' ? { dict: '<<>>', data: content } : content, font])
