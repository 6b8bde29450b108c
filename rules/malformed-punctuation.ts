import { type Doc, defineRule, gongwen, markFaults, merged, type Span, together, v } from '../src/rule.ts'

const TITLE_END =
  /^(?!第|为|根据|按照)(?=.{6,64}$)(?!.*(?:制定|如下))[^。；！？]*关于[^。；！？]*的?(?:通知|意见|决定|决议|公告|通告|通报|报告|请示|批复|函|纪要|方案|办法|细则|规定)[。，、；：.]$/

/** What one writer does over and over is told once. */
const MANY = ['ellipsis', 'dash', 'ordinal'] as const
const isMany = (kind: string): kind is (typeof MANY)[number] => MANY.some((many) => many === kind)

export default defineRule({
  scope: 'doc',
  genres: ['*'],
  severity: 'warning',
  title: { zh: '标点用错', en: 'Punctuation out of form' },
  basis: gongwen.pairedMarks,
  options: v.object({}),
  fixable: true,
  messages: {
    unpaired: {
      zh: '“{found}”没有配对的另一半',
      en: '“{found}” lacks its other half',
      advice: { zh: '补上另一半，或者删去这一半', en: 'Supply the other half, or delete this one' },
    },
    turned: { zh: '引号方向反了，“{found}”应为“{wanted}”', en: '“{found}” is turned the wrong way; write “{wanted}”' },
    doubled: {
      zh: '“{found}”标点重复，应只留“{wanted}”',
      en: 'The marks “{found}” are doubled; keep “{wanted}”',
      basis: gongwen.pointMarks,
    },
    nestedTitle: {
      zh: '书名号里面又用了书名号“{found}”，里面一层应为“{wanted}”',
      en: 'Book-title marks inside book-title marks: “{found}” should be “{wanted}”',
      basis: gongwen.nestedTitles,
    },
    nestedQuote: {
      zh: '双引号里面又用了双引号“{found}”，里面一层应为“{wanted}”',
      en: 'Double quotation marks inside double ones: “{found}” should be “{wanted}”',
      severity: 'info',
      basis: gongwen.nestedQuotes,
    },
    ellipsis: {
      zh: '省略号“{found}”应为六个小圆点“{wanted}”（共 {count} 处）',
      en: 'The ellipsis “{found}” should be {wanted} ({count} places)',
      severity: 'info',
      basis: gongwen.ellipsis,
    },
    etc: {
      zh: '“{found}”重复：省略号和“等”只用一个',
      en: '“{found}”: use either …… or 等',
      severity: 'info',
      basis: gongwen.ellipsis,
    },
    dash: {
      zh: '破折号“{found}”应为“{wanted}”，占两个字的位置（共 {count} 处）',
      en: 'The dash “{found}” should be {wanted} ({count} places)',
      severity: 'info',
      basis: gongwen.dash,
    },
    ordinal: {
      zh: '“{found}”应为“{wanted}”：这样的词后面用逗号（共 {count} 处）',
      en: '“{found}” should be “{wanted}” ({count} places)',
      severity: 'info',
      basis: gongwen.ordinalWords,
    },
    titles: {
      zh: '并列的书名号之间不用顿号（共 {count} 处）',
      en: 'No 、 between titles in a row ({count} places)',
      severity: 'info',
      basis: gongwen.pauseMarks,
    },
    quotes: {
      zh: '并列的引号之间不用顿号（共 {count} 处）',
      en: 'No 、 between quotations in a row ({count} places)',
      severity: 'info',
      basis: gongwen.pauseMarks,
    },
    space: {
      zh: '标点旁边多了空格（共 {count} 处）',
      en: 'A space beside a full-width mark ({count} places)',
      severity: 'info',
      basis: gongwen.pointMarks,
    },
    gap: {
      zh: '句子中间多了空格（共 {count} 处）',
      en: 'A space inside a sentence ({count} places)',
      severity: 'info',
      basis: gongwen.concise,
    },
    title: {
      zh: '标题末尾不用“{found}”',
      en: 'A title does not end in “{found}”',
      severity: 'info',
      basis: gongwen.titleEnd,
    },
  },
  *check({ doc }) {
    if ((doc.genre.id === 'other' && doc.genre.source === 'text') || doc.genre.id.startsWith('register.')) return
    const { text } = doc
    const { faults, pauses, spaces, gaps } = markFaults(text, doc.blocks)
    for (const { kind, at: span, found, wanted, fix } of faults) {
      if (isMany(kind)) continue
      yield { message: kind, args: { found, wanted }, at: { doc, span }, ...(fix && { fix }) }
    }
    for (const kind of MANY)
      for (const { fault, fix, count } of together(
        text,
        faults.filter((fault) => fault.kind === kind),
      ))
        yield {
          message: kind,
          args: { found: fault.found, wanted: fault.wanted, count },
          at: { doc, span: fault.at },
          fix,
        }
    for (const [mark, message] of [
      ['》', 'titles'],
      ['”', 'quotes'],
    ] as const) {
      const rows = pauses.filter(([first]) => first && text[first.span.start - 1] === mark)
      for (const { at: span, edit: fix, count } of merged(text, rows))
        yield { message, args: { count }, at: { doc, span }, fix }
    }
    for (const { at: span, edit: fix, count } of merged(text, spaces))
      yield { message: 'space', args: { count }, at: { doc, span }, fix }
    for (const { at: span, edit: fix, count } of merged(text, gaps))
      yield { message: 'gap', args: { count }, at: { doc, span }, fix }
    const end = titleEnd(doc)
    if (end)
      yield {
        message: 'title',
        args: { found: text.slice(end.start, end.end) },
        at: { doc, span: end },
        fix: { span: end, text: '', safe: true },
      }
  },
})

/** The mark behind the title: at the end of its last part, or of an opening line that reads as a title but for that mark. */
function titleEnd({ text, blocks, facts }: Doc): Span | undefined {
  const title = facts.parts.filter(({ kind }) => kind === 'title').at(-1)
  const ends = [
    ...(title && '。，、；：'.includes(text[title.end - 1]!) ? [title.end] : []),
    ...blocks
      .slice(0, 3)
      .flatMap(({ start, end }) => (TITLE_END.test(text.slice(start, Math.min(end, start + 80))) ? [end] : [])),
  ]
  return ends[0] === undefined ? undefined : { start: ends[0] - 1, end: ends[0] }
}
