import { dateOf, defineRule, exists, frameOf, type GenrePattern, gongwen, v } from '../src/rule.ts'

/** Papers that carry 成文日期; speeches, laws and news do not. */
const PAPERS: readonly GenrePattern[] = [
  'implementing',
  'notice',
  'notice.',
  'opinion',
  'plan',
  'decision',
  'circular',
  'minutes',
  'letter',
  'reply',
  'request',
  'report.work',
  'bulletin',
  'other',
]
/** GB/T 9704—2012 came into force; before that the date was written in Chinese characters. */
const inForce = (year: number, month: number) => year > 2012 || (year === 2012 && month >= 7)

/** 2021.8.1, 2021/8/1, 2021-8-1; 21年8月, 22年底; 2月30日. */
const DATES =
  /(?<![\d０-９A-Za-z.．/:：]|(?<![.．/]\d{1,2})[-—–~～])(?:(20\d{2})([.．/-])(\d{1,2})\2(\d{1,2})(?![\d.．/A-Za-z]|-(?!20\d\d)|[\s　]{0,3}\d{1,2}[:：]\d)|([012]\d)年(?=\d{1,2}月(?!龄)|底(?![蕴子色层气线数])|初(?=[，。、；至到以起前就开时])|末(?![端期位])|上半年|下半年)|(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日)/g
/** 版本2021.8.1, 刑期15年6月. */
const NO_DATE =
  /(?:版本?|版本号|编号|IP|[Vv]|网址|地址|农历|阴历|夏历|藏历|型号|代码|条码|坐标|桩号|电话|账号|标准|刑|徒|龄|满|历时|长达|达|近|第|[一-龥]字|监禁|服刑|任期|租期|期限)[:：]?$/

export default defineRule({
  scope: 'doc',
  genres: PAPERS,
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
    dotted: {
      zh: '正文中的日期用点号或斜线代替了年、月、日',
      en: 'A date in the text is written with dots or slashes',
      severity: 'warning',
      basis: gongwen.dateInText,
      advice: { zh: '写作“{right}”', en: 'Write {right}' },
    },
    hyphenated: {
      zh: '正文中的日期用短横代替了年、月、日',
      en: 'A date in the text is written with hyphens',
      severity: 'info',
      basis: gongwen.dateInText,
      advice: { zh: '公文正文中写作“{right}”；表格、注释中可以不改', en: 'In running text write {right}' },
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
    const line = frame.date
    const date = line && dateOf(line.text)
    if (line && date && frame.title.length > 0 && !/^[（(]/.test(line.text)) {
      const { year, month, day } = date
      const raw = doc.text.slice(line.start, line.end)
      const span = { start: line.start + raw.search(/\S/), end: line.start + raw.trimEnd().length }
      const at = { doc, span }
      if (!exists(year, month, day ?? 1)) yield { message: 'impossible', args: { written: line.text }, at }
      else if (day === undefined) {
        if (frame.formal && !date.han && frame.signature.length > 0) yield { message: 'incomplete', at }
      } else {
        const message = date.han
          ? inForce(year, month)
            ? 'han'
            : undefined
          : date.shortYear
            ? 'shortYear'
            : !date.named
              ? 'unnamed'
              : date.padded
                ? 'padded'
                : undefined
        const right = `${year}年${month}月${day}日`
        if (message) yield { message, args: { right }, at, fix: { span, text: right, safe: !date.shortYear } }
      }
    }
    const { quoted } = doc.facts
    let q = 0
    for (const { start, end } of doc.facts.body) {
      const text = doc.text.slice(start, end)
      // A line without a sentence's marks is a row of a table, a number, a heading.
      const prose = /[，。；,;]/.test(text)
      for (const m of text.matchAll(DATES)) {
        const [written, year = '', mark, month = '', day = '', short, ofYear, monthOnly = '', dayOnly = ''] = m
        const at = start + m.index
        while (q < quoted.length && quoted[q]!.end <= at) q++
        const inQuote = q < quoted.length && quoted[q]!.start < at
        if (inQuote || NO_DATE.test(text.slice(Math.max(0, m.index - 6), m.index))) continue
        const span = { start: at, end: at + written.length }
        if (monthOnly) {
          // 2月29日 may be meant of a leap year.
          const placeholder = Number(monthOnly) === 0 || Number(dayOnly) === 0
          if (!placeholder && !exists(ofYear ? Number(ofYear) : 2024, Number(monthOnly), Number(dayOnly)))
            yield { message: 'doubtful', args: { written }, at: { doc, span } }
        } else if (!prose) {
        } else if (short) {
          const right = `20${short}年`
          yield {
            message: 'shortYearInText',
            args: { right },
            at: { doc, span },
            fix: { span, text: right, safe: false },
          }
        } else if (exists(Number(year), Number(month), Number(day))) {
          const right = `${year}年${Number(month)}月${Number(day)}日`
          const fix = { span, text: right, safe: false }
          if (mark === '-') yield { message: 'hyphenated', args: { right }, at: { doc, span }, fix }
          else yield { message: 'dotted', args: { right }, at: { doc, span }, fix }
        }
      }
    }
  },
})
