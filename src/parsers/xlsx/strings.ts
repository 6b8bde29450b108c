/** The texts that the cells of a workbook share. */
import { UnreadableError } from '../../core.ts'
import { tagsOf } from './tags.ts'

/** Texts of one workbook. */
const MAX_STRINGS = 2_000_000

/** Empty where the workbook has none. Phonetic guides are left out. */
export async function sharedStrings(pieces: AsyncIterable<Uint8Array> | undefined): Promise<readonly string[]> {
  const strings: string[] = []
  if (pieces === undefined) return strings
  let current = ''
  let phonetic = false
  let texting = false
  const tags = tagsOf({
    open(name, _xml, _from, _to, empty) {
      if (name === 'si') current = ''
      else if (name === 'rPh') phonetic = !empty
      else if (name === 't') texting = !phonetic && !empty
      if (name === 'si' && empty) strings.push('')
    },
    close(name) {
      if (name === 't') texting = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'si') {
        if (strings.length >= MAX_STRINGS)
          throw new UnreadableError(`表格中的文字超过 ${MAX_STRINGS / 10000} 万条`, '请拆成几份')
        strings.push(current)
      }
    },
    text(_xml, _from, _to, decoded) {
      if (texting) current = current === '' ? decoded() : current + decoded()
    },
  })
  for await (const piece of pieces) tags.feed(piece)
  tags.end()
  return strings
}
