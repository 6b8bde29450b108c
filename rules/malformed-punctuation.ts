import { behindFirst, defineRule, gongwen, invisibleEdits, markFaults, merged, titleEnd, told, v } from '../src/rule.ts'

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
    brokenOff: {
      zh: '这一段以“{found}”结尾，后面的话没有了',
      en: 'This paragraph ends in “{found}”; what should follow is missing',
      advice: { zh: '补上后面的话；没有漏的，改为句号', en: 'Supply what is missing, or end with 。' },
      basis: gongwen.pointMarks,
    },
    slipped: {
      zh: '“{found}”：顿号、逗号写到书名号或引号里面去了，里面不留',
      en: '“{found}”: a mark that belongs behind the title or quotation stands inside it',
      advice: {
        zh: '移到后面；后面紧跟着另一个书名号或引号的，删去',
        en: 'Move it behind; before another title or quotation, delete it',
      },
    },
    angle: {
      zh: '书名号用了别的符号，“{found}”应为“{wanted}”',
      en: '“{found}” should be “{wanted}”: other signs stand for the marks of a title',
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
    invisible: {
      zh: '词句中间有看不见的字符（{codes}，共 {count} 处），搜不到、也查不出这个词',
      en: 'Invisible characters inside words ({codes}; {count} places): no search finds them',
      severity: 'info',
      advice: { zh: '删去，或者加 --fix 删去', en: 'Delete them, or let --fix do it' },
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
    const { text, facts } = doc
    // A text of no known genre may be anything; one that calls itself a report is none of a poet's.
    const isAnything = doc.genre.id === 'other' && doc.genre.source === 'text' && !/报告$/.test(facts.title)
    if (isAnything || doc.genre.id.startsWith('register.')) return
    const { faults, pauses, spaces, gaps } = markFaults(text, doc.blocks)
    for (const { at: span, ...fault } of told(text, faults, ['ellipsis', 'dash', 'ordinal']))
      yield { ...fault, at: { doc, span } }
    const behind = (mark: string) => pauses.filter(([first]) => first && text[first.span.start - 1] === mark)
    for (const [message, edits] of [
      ['titles', behind('》')],
      ['quotes', behind('”')],
      ['space', spaces],
      ['gap', gaps],
    ] as const)
      for (const found of merged(text, edits)) {
        const { at: span, edit: fix, count } = found
        yield { message, args: { count }, at: { doc, span }, also: behindFirst(found), fix }
      }
    for (const found of merged(text, invisibleEdits(text, doc.blocks))) {
      const { at: span, edit: fix, count } = found
      const codes = codesOf(text.slice(span.start, span.end))
      yield { message: 'invisible', args: { codes, count }, at: { doc, span }, also: behindFirst(found), fix }
    }
    const span = titleEnd(doc)
    if (!span) return
    const found = text.slice(span.start, span.end)
    yield { message: 'title', args: { found }, at: { doc, span }, fix: { span, text: '', safe: true } }
  },
})

/** U+200B, for nobody sees the character itself. */
const codesOf = (run: string): string =>
  [...new Set(run)].map((char) => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(' ')
