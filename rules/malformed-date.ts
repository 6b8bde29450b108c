import {
  defineRule,
  frameOf,
  type GenrePattern,
  gongwen,
  issueDateFaults,
  matchesGenre,
  papers,
  textDateFaults,
  v,
  weekdayFaults,
} from '../src/rule.ts'

/** Papers with a 成文日期 of their own; yearly reports and what is told of experience have dates in their text only. */
const DATED: readonly GenrePattern[] = [...papers, 'minutes', 'bulletin', 'other']

export default defineRule({
  scope: 'doc',
  genres: [...DATED, 'report.annual', 'experience', 'speech.'],
  severity: 'error',
  fixable: true,
  title: { zh: '日期写法不规范', en: 'Malformed date' },
  basis: gongwen.date,
  options: v.object({}),
  messages: {
    padded: {
      zh: '成文日期的月、日编了虚位',
      en: 'The date of issue has leading zeros',
      advice: { zh: '写作“{right}”', en: 'Write {right}' },
    },
    shortYear: {
      zh: '成文日期的年份没有标全称',
      en: 'The year of the date of issue is cut short',
      advice: { zh: '写作“{right}”', en: 'Write {right}' },
    },
    unnamed: {
      zh: '成文日期没有把年、月、日三个字标全',
      en: 'The date of issue lacks 年, 月, 日',
      advice: { zh: '写作“{right}”', en: 'Write {right}' },
    },
    han: {
      zh: '成文日期没有用阿拉伯数字',
      en: 'The date of issue is not in Arabic numerals',
      advice: { zh: '写作“{right}”', en: 'Write {right}' },
    },
    incomplete: {
      zh: '成文日期只写到月，没有标出日',
      en: 'The date of issue names no day',
      advice: { zh: '补上负责人签发的日期', en: 'Add the day on which it was signed' },
    },
    impossible: {
      zh: '没有{written}这一天',
      en: 'There is no {written}',
      advice: { zh: '核对日期', en: 'Check the date' },
    },
    doubtful: {
      zh: '没有{written}这一天',
      en: 'There is no {written}',
      severity: 'warning',
      advice: { zh: '核对日期', en: 'Check the date' },
    },
    weekday: {
      zh: '{written}不是写的这一天，是{right}',
      en: '{written} is a {right}, not the day of the week that is written',
      severity: 'warning',
      advice: { zh: '核对日期和星期', en: 'Check the date and the day of the week' },
    },
    mixed: {
      zh: '一个日期里汉字和阿拉伯数字混用',
      en: 'A date in Chinese and Arabic numerals at once',
      severity: 'warning',
      basis: gongwen.oneStyle,
      advice: { zh: '写作“{right}”', en: 'Write {right}' },
    },
    dotted: {
      zh: '正文中的日期用点号或斜线代替了年、月、日',
      en: 'A date in the text is written with dots or slashes',
      severity: 'warning',
      basis: gongwen.dateInText,
      advice: { zh: '写作“{right}”', en: 'Write {right}' },
    },
    hyphenated: {
      zh: '正文中的日期用短横代替了年、月、日（共 {count} 处）',
      en: 'A date in the text is written with hyphens ({count} places)',
      severity: 'info',
      basis: gongwen.dateInText,
      advice: { zh: '公文正文中写作“{right}”；表格、注释中可以不改', en: 'In running text write {right}' },
    },
    paddedInText: {
      zh: '正文中的日期月、日编了虚位（共 {count} 处）',
      en: 'A date in the text has leading zeros ({count} places)',
      severity: 'info',
      advice: { zh: '同成文日期一样，写作“{right}”', en: 'Write {right}, as in the date of issue' },
    },
    shortYearInText: {
      zh: '正文中的年份用了简写',
      en: 'A year in the text is cut short',
      severity: 'warning',
      basis: gongwen.yearInText,
      advice: { zh: '写作“{right}”', en: 'Write {right}' },
    },
  },
  *check({ doc }) {
    // Laws and news are of no genre of ours.
    if (doc.genre.id === 'other' && doc.genre.source === 'text') return
    const frame = frameOf(doc)
    if (doc.genre.id === 'other' && !frame.formal) return
    // What is wrong with the date of issue is not told once more as of any date.
    let issued = -1
    if (DATED.some((pattern) => matchesGenre(pattern, doc.genre.id)))
      for (const { at: span, ...fault } of issueDateFaults(doc, frame)) {
        issued = span.end
        yield { ...fault, at: { doc, span } }
      }
    // How a speaker writes a date down is his own affair; a day that never comes is not, nor one in two scripts.
    const spoken = matchesGenre('speech.', doc.genre.id)
    for (const { at: span, ...fault } of textDateFaults(doc))
      if (span.end !== issued && (!spoken || fault.message === 'doubtful' || fault.message === 'mixed'))
        yield { ...fault, at: { doc, span } }
    for (const { at: span, ...args } of weekdayFaults(doc, frame)) yield { message: 'weekday', args, at: { doc, span } }
  },
})
