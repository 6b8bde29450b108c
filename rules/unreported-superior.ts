import {
  cellMark,
  dayOf,
  defineRule,
  isBlank,
  judgedOn,
  lastDayOf,
  nanle,
  numberOf,
  type TableRecord,
  tablesIn,
  v,
  yesOf,
} from '../src/rule.ts'

const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000
const within = (text: string) =>
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(0, '不能为负'), v.description(text)))

export default defineRule({
  scope: 'corpus',
  genres: ['register.superiors'],
  severity: 'warning',
  title: {
    zh: '上级来文没有按时报告或者落实',
    en: 'A superior document that was not reported or implemented in time',
  },
  basis: nanle.reportingToCounty,
  options: v.object({
    reportDays: within('收文后几天内报告县委；依据没有写天数，不设就只看台账里的“报告期限”'),
    implementDays: within('要配套的，收文后几天内印发；依据没有写天数，不设就只看台账里的“落实期限”'),
  }),
  messages: {
    unreported: {
      zh: '《{title}》{received}收到，应于 {due} 前报告，还没有报告',
      en: '{title}, received on {received}, should have been reported by {due}',
      advice: { zh: '抓紧报告，填写报告日期', en: 'Report it and enter the date' },
    },
    lateReport: {
      zh: '《{title}》应于 {due} 前报告，{done}才报告',
      en: '{title} should have been reported by {due} and was on {done}',
      advice: { zh: '今后收到后及时报告', en: 'Report in time' },
      severity: 'info',
    },
    unimplemented: {
      zh: '《{title}》应于 {due} 前落实，台账里没有落实文件',
      en: '{title} should have been implemented by {due}; no implementing document is entered',
      advice: {
        zh: '抓紧落实，填写落实文件；不需要另外发文的，在“是否需配套”一列写“否”',
        en: 'Implement it; where no document is needed, say so in the register',
      },
    },
    lateImplementing: {
      zh: '《{title}》应于 {due} 前落实，{done}才落实',
      en: '{title} should have been implemented by {due} and was on {done}',
      advice: { zh: '今后按期落实', en: 'Implement in time' },
      severity: 'info',
    },
  },
  *check({ docs, asOf: today }, { reportDays, implementDays }) {
    for (const placed of tablesIn(docs, 'superiors')) {
      const { since1904, columns, drawnUp } = placed.table
      for (const record of placed.table.records) {
        const title = record.text('title').replace(/^《|》$/g, '')
        const day = (field: string) => dayOf(record.text(field), since1904)
        const received = day('received')
        if (title === '' || received === undefined) continue
        const asOf = judgedOn(today, openOn(record, received, since1904) ?? drawnUp, received)
        const dueBy = (field: string, allowed: number | undefined) =>
          dueDay(record.text(field), received, since1904) ??
          (allowed === undefined ? undefined : later(received, allowed))
        const cell = (field: string) => cellMark(placed, record.get(field) ?? record.get('title')!)

        const first = yesOf(record.text('needsReport')) === false ? undefined : dueBy('reportDue', reportDays)
        const reportDue = first && putOff(record, 'reportDue', first, received, since1904)
        const reported = record.text('reported')
        const isOpen = isBlank(reported) || NOT_YET.test(reported)
        if (reportDue && columns.reported) {
          const done = day('reported')
          if (done !== undefined && days(reportDue, done) > 0)
            yield { message: 'lateReport', args: { title, due: reportDue, done }, at: cell('reported') }
          else if (
            isOpen &&
            !REPORTED.test(notesOf(record).join('；')) &&
            !isForInformation(record) &&
            asOf !== undefined &&
            asOf > reportDue
          )
            yield { message: 'unreported', args: { title, received, due: reportDue }, at: cell('reported') }
        }

        const needed = yesOf(record.text('needsImplementing'))
        // Most documents need none of their own below: only what the register or somebody says is due.
        const before = needed === false ? undefined : dueBy('implementingDue', needed ? implementDays : undefined)
        const due = before && putOff(record, 'implementingDue', before, received, since1904)
        if (!due || !(columns.implementing || columns.implemented)) continue
        const done = day('implemented')
        const open = ['implementing', 'implemented'].every(
          (field) => isBlank(record.text(field)) || NOT_YET.test(record.text(field)),
        )
        const at = cell(columns.implementing ? 'implementing' : 'implemented')
        if (done !== undefined && days(due, done) > 0)
          yield { message: 'lateImplementing', args: { title, due, done }, at: cell('implemented') }
        else if (open && asOf !== undefined && asOf > due) yield { message: 'unimplemented', args: { title, due }, at }
      }
    }
  },
})

/** 否, 尚未报告, 正在起草. */
const NOT_YET = /^(?:[否×✗]|[尚还仍]?未|没有|待|拟|正在|准备)/

/** 3月10日已书面报告县委, in a remark. */
const REPORTED =
  /(?:(?<!未)已|\d{1,2}(?:月\d{1,2})?日)(?:经|于|向[^，。；]{1,8}|当面|书面|口头|专题)*(?:报告|汇报|呈报)/

/** Columns in which somebody may say more of a document than they are for. */
const notesOf = (record: TableRecord): string[] => ['remark', 'status', 'implementing'].map(record.text)

/** 阅知件, 不需报告, in whatever column. */
const isForInformation = (record: TableRecord): boolean =>
  notesOf(record).some((said) => NOT_TO_REPORT.test(said)) ||
  // Of each column what the row says, and what a row above it does.
  record
    .about()
    .split('\t')
    .some((said, i) => i % 2 === 0 && NOT_TO_REPORT.test(said))
const NOT_TO_REPORT =
  /^(?:阅知|传阅|阅存|知悉|已?阅|仅供参考)(?:件|类|性文件)?$|(?:无需|不需要?|无须|不用|免)(?:向.{0,6})?(?:报告|汇报|报送|上报)/

/** 截至6月30日正在办理: as of that day. */
function openOn(record: TableRecord, received: string, since1904: boolean): string | undefined {
  const said = AS_OF.exec(notesOf(record).join('；'))?.[1]
  return said === undefined ? undefined : dueDay(said, received, since1904)
}
const AS_OF = /截[至止]到?((?:20\d{2}年)?\d{1,2}月(?:\d{1,2}日|底))/

/** 市办同意延至5月20日: until then; without a day nobody knows until when. What was only asked for, or decided alone, puts nothing off. */
function putOff(
  record: TableRecord,
  field: string,
  due: string,
  received: string,
  since1904: boolean,
): string | undefined {
  const said = [...notesOf(record), record.text(field)].find(
    (text) => PUT_OFF.test(text) && ALLOWED.test(text.replace(NOT_ALLOWED, '')),
  )
  if (said === undefined) return due
  const until = /(?:延|推迟|展期|放宽|调整|改)[^，,。；;\d]{0,6}(?:至|到|为)\s?([^，,。；;（()）]{2,16})/.exec(
    said,
  )?.[1]
  const day = until === undefined ? undefined : dueDay(until, received, since1904)
  return day === undefined ? undefined : day > due ? day : due
}
const PUT_OFF = /延(?:期|至|到|长|后|迟|缓)|顺延|推迟|缓报|展期|(?:时限|期限|时间)[^，。；]{0,4}(?:放宽|调整|改)/
const ALLOWED =
  /(?<![未待不拟请如]|没有)(?:同意|批准|准予|允许|准许|许可|获批|获准|认可|批复|通知|统一)(?!与否|后方|后再)/
/** 未经市委办同意, 已申请批准延期: nobody has allowed it. */
const NOT_ALLOWED = /(?:未[经获报得]|没有|待|拟?请求?|申请)[^，,。；;]{0,10}(?:同意|批准|准予|允许|准许|许可)/g

/** 2026-04-30, 4月底前, 收文后5日内; of working days, which nobody counts here, at the latest. */
function dueDay(text: string, received: string, since1904: boolean): string | undefined {
  const after = WITHIN.exec(text)
  if (after) {
    const count = numberOf(after[1]!)
    return count === undefined ? undefined : later(received, after[2] ? count * 2 + HOLIDAYS : count)
  }
  const until = text.trim().replace(/(?:之前|以前|前)$/, '')
  const day = lastDayOf(/^\d{1,2}月/.test(until) ? `${received.slice(0, 4)}年${until}` : until, since1904)
  return day !== undefined && day >= received ? day : dayOf(text, since1904)
}
const WITHIN =
  /^(?:收文|收到|接文|来文|接收|自收文之日起)?[^\d一二三四五六七八九十，。]{0,6}([\d一二三四五六七八九十]{1,3})个?(工作)?[日天](?:以?内)/
const HOLIDAYS = 8
const later = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
