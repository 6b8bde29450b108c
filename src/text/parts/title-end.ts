/** The mark that stands behind a title and does not belong there. */
import type { Doc, Span } from '../../core.ts'

const MARKS = '。，、；：'
/** UTF-16 units. */
const LONGEST = 64
const TITLE_END =
  /^(?!第|为|根据|按照)(?=.{6,64}$)(?!.*(?:制定|如下))[^。；！？]*关于[^。；！？]*的?(?:通知|意见|决定|决议|公告|通告|通报|报告|请示|批复|函|纪要|方案|办法|细则|规定)[。，、；：.]$/

/** The mark behind the title: at the end of its last part, or of an opening line that reads as a title but for that mark. */
export function titleEnd({ text, blocks, facts }: Doc): Span | undefined {
  const title = facts.parts.filter(({ kind }) => kind === 'title').at(-1)
  const ends = [
    ...(title && MARKS.includes(text[title.end - 1]!) ? [title.end] : []),
    ...blocks.slice(0, 3).flatMap(({ start, end }) => {
      // Most openings are longer, or end in no such mark.
      const may = end - start <= LONGEST && `${MARKS}.`.includes(text.charAt(end - 1))
      return may && TITLE_END.test(text.slice(start, end)) ? [end] : []
    }),
  ]
  return ends[0] === undefined ? undefined : { start: ends[0] - 1, end: ends[0] }
}
