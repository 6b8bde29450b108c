import {
  cellMark,
  dayOf,
  defineRule,
  type Filing,
  filedElsewhere,
  filingDays,
  isApproved,
  isBlank,
  isFiled,
  isNotYetHeld,
  isUrgent,
  itemsIn,
  judgedOn,
  lastDayOf,
  nanle,
  needsNoFiling,
  type TableRecord,
  v,
} from '../src/rule.ts'

/** There is a column for the day, and it is empty. */
const unissued = (record: TableRecord): boolean => isBlank(record.text('date')) && record.get('date') !== undefined

/** The register of filings has it, but not before that day; nor has the row itself an earlier one. */
const filedLate = (filings: readonly Filing[], day: string | undefined, record: TableRecord): Filing | undefined =>
  day !== undefined &&
  record.get('filed') === undefined &&
  record.get('fileBy') === undefined &&
  filings.every(({ day: filed }) => filed !== undefined && filed > day)
    ? filings[0]
    : undefined

const FILED = /已[^，。；未不没]{0,20}(?:报备|备案)/

/** 突发事件应急，次日补备，经县委办同意; 突发事件，按规定事后备案: what cannot wait is filed when it is over. */
const filedAfterwards = (remark: string): boolean =>
  isUrgent(remark) &&
  /补[备报办]|事后(?:报备|备案|补)/.test(remark) &&
  (isApproved(remark) || /按(?:照)?(?:规定|要求|程序)|依规/.test(remark))

export default defineRule({
  scope: 'corpus',
  genres: ['register.items'],
  severity: 'error',
  title: { zh: '文件、会议、督查检查没有报备', en: 'A document, meeting or inspection that was not filed' },
  basis: nanle.filing,
  options: v.object({}),
  messages: {
    missing: {
      zh: '“{title}”没有备案号',
      en: '{title} has no filing number',
      advice: { zh: '补办报备，填写备案号和备案日期', en: 'File it, and enter number and date' },
    },
    late: {
      zh: '“{title}”{date}印发或开展，{filed}才报备',
      en: '{title} was issued or held on {date} and filed only on {filed}',
      advice: { zh: '先报备、后印发或开展', en: 'File first, then issue or hold' },
      severity: 'warning',
    },
    noColumn: {
      zh: '这张台账没有备案号或备案日期一列，看不出是否报备',
      en: 'The register has no column for filing, so that nobody can tell',
      advice: { zh: '加上“备案号”“备案日期”两列', en: 'Add the columns 备案号 and 备案日期' },
      severity: 'info',
    },
  },
  *check({ docs, asOf: today }) {
    const told = new Set<unknown>()
    const elsewhere = filedElsewhere(docs)
    const dayIn = filingDays()
    for (const { title, day, record, placed } of itemsIn(docs)) {
      const { doc, table } = placed
      const asOf = judgedOn(today, table.drawnUp, undefined)
      const cell = record.get('filing') ?? record.get('filed')
      if (needsNoFiling(record)) continue
      const filings = elsewhere?.(title)
      if (filings) {
        const late = filedLate(filings, day, record)
        if (late) yield { message: 'late', args: { title, date: day!, filed: late.day! }, at: late.at }
        continue
      }
      if (!cell && elsewhere) {
        // The register of filings does not have it.
        const named = record.get('title')
        if (named && title !== '' && !unissued(record) && (asOf === undefined || (day !== undefined && day < asOf)))
          yield { message: 'missing', args: { title }, at: cellMark(placed, named) }
        continue
      }
      if (!cell) {
        if (!told.has(table)) yield { message: 'noColumn', at: { doc, span: table.at } }
        told.add(table)
        continue
      }
      // What is still to come may still be filed.
      const held = day ?? lastDayOf(record.text('date'), table.since1904)
      if (held === undefined && isNotYetHeld(record)) continue
      const by = dayOf(record.text('fileBy'), table.since1904)
      const isDue =
        asOf === undefined || held === undefined || (by ?? held) < asOf || (by === undefined && held === asOf)
      const unfiled = !isFiled(record)
      // 备注: 已于2月27日报县委办备案.
      if (unfiled && FILED.test(record.text('remark'))) continue
      const own = record.get('filed')
      let [filedAt, filed] = [own, own && dayOf(own.text, table.since1904)]
      if (filed === undefined && day !== undefined && !unfiled) {
        // 已报备（县委办2026年8月19日）, in either column.
        filedAt = own && dayIn(own.text, day) !== undefined ? own : cell
        filed = dayIn(filedAt.text, day)
      }
      if (unfiled || /^(?:否|未)/.test(record.text('filing'))) {
        // A draft without a day is not issued yet.
        if (isDue && !unissued(record)) yield { message: 'missing', args: { title }, at: cellMark(placed, cell) }
      } else if (
        day !== undefined &&
        filed !== undefined &&
        filed > (by ?? day) &&
        !filedAfterwards(record.text('remark'))
      )
        yield { message: 'late', args: { title, date: day, filed }, at: cellMark(placed, filedAt!) }
    }
  },
})
