/** Text boxes and WordArt, and the alternatives in which the same box is stored twice. */
import { isUnderstood } from './namespaces.ts'
import { refuse } from './package.ts'
import { addLine, countNumber, flushCarried } from './paragraphs.ts'
import { createFrame, type Reader } from './reader.ts'

/** Boxes within boxes; Word allows none, drawings of other programs a few. */
const MAX_NESTING = 8

export function openBox(reader: Reader): void {
  countNumber(reader)
  reader.outerFrames.push(reader.frame)
  if (reader.outerFrames.length > MAX_NESTING) throw refuse('excess', '文本框嵌套过深，可能是恶意构造的文件')
  reader.frame = createFrame(0)
}

/** Hands the lines of the box to the paragraph that it is anchored in, which they follow. */
export function closeBox(reader: Reader): void {
  flushCarried(reader)
  const outer = reader.outerFrames.pop()
  if (outer === undefined) return
  const host = outer.paragraph?.boxes ?? outer.lines
  for (const line of reader.frame.lines) host.push(line)
  reader.frame = outer
}

/** The words of WordArt, which are an attribute: a red masthead is often drawn so. */
export function readWordArt(reader: Reader): void {
  const text = reader.scanner.attribute('string') ?? ''
  if (text.trim() === '' || /^(?:f|false|0)$/.test(reader.scanner.attribute('on') ?? '')) return
  openBox(reader)
  for (const line of text.split(/\r\n?|\n/)) addLine(reader, line, 'paragraph')
  closeBox(reader)
}

/** Takes the first alternative that Word would show, and passes the others over. */
export function chooseAlternative({ alternatives, scanner }: Reader): void {
  const required = (scanner.attribute('Requires') ?? '').trim().split(/\s+/)
  const shown = scanner.name === 'mc:Fallback' || required.every((prefix) => isUnderstood(scanner.namespace(prefix)))
  if (alternatives.at(-1) === true || !shown) scanner.skip()
  else if (alternatives.length > 0) alternatives[alternatives.length - 1] = true
}
