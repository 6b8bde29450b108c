import {
  cellMark,
  type Doc,
  defineRule,
  filedElsewhere,
  type Item,
  isApproved,
  isBlank,
  itemsIn,
  nanle,
  plannedBy,
  plansIn,
  type Table,
  type TableRecord,
  timesPlanned,
  titleKey,
  v,
} from '../src/rule.ts'

export default defineRule({
  scope: 'corpus',
  genres: ['register.items'],
  severity: 'error',
  title: { zh: '计划外的文件、会议、督查检查', en: 'A document, meeting or inspection outside the plan' },
  basis: nanle.annualPlan,
  options: v.object({}),
  messages: {
    unplanned: {
      zh: '“{title}”不在年度计划内，也没有经过批准',
      en: '{title} is not in the annual plan and was not approved',
      advice: {
        zh: '补办审批并备案，在台账中填写；不能批准的，不印发、不召开、不开展',
        en: 'Have it approved and filed, and enter both; what is not approved is not issued or held',
      },
    },
    unfiled: {
      zh: '“{title}”是计划外事项，批准了，但没有备案',
      en: '{title} is outside the plan; it was approved but not filed',
      advice: { zh: '补办备案，在台账中填写备案号', en: 'File it and enter the number' },
    },
    beyond: {
      zh: '“{title}”计划 {times} 次，这是{year}年第 {nth} 次，没有经过批准',
      en: '{title}: planned {times} times, this is number {nth} of {year}, and it was not approved',
      advice: {
        zh: '补办审批并备案，在台账中填写；能合并的合并召开',
        en: 'Have it approved and filed, or join it with another',
      },
    },
    notFound: {
      zh: '“{title}”在年度计划台账中找不到',
      en: '{title} is not to be found in the register of the annual plan',
      advice: {
        zh: '列入计划的，写明计划编号；计划外的，写明审批和备案情况',
        en: 'If it is planned, enter its number in the plan; if not, its approval and filing',
      },
    },
  },
  *check({ docs }) {
    const plan = plansIn(docs)
    const approvedElsewhere = approvals(docs)
    const hasFiling = filedElsewhere(docs)
    const held = heldIn(docs)
    for (const item of itemsIn(docs)) {
      const { title, record, placed } = item
      if (title === '') continue
      const planned = plannedBy(item, plan)
      if (planned === 'yes' && item.day !== undefined) {
        const times = timesPlanned(item, plan)
        const nth = times === undefined ? 0 : held(item)
        if (times === undefined || nth <= times || saysApproved(record) || approvedElsewhere(item)) continue
        const year = Number(item.day.slice(0, 4))
        yield { message: 'beyond', args: { title, times, year, nth }, at: cellMark(placed, record.get('title')!) }
      }
      if (planned !== 'no' && planned !== 'not found') continue
      const at = cellMark(placed, record.get('title')!)
      const approved = saysApproved(record) || approvedElsewhere(item)
      const filed =
        hasFiling?.(title) ||
        ['filing', 'filed'].some((field) => !isBlank(record.text(field)) && !/^(?:否|未)/.test(record.text(field)))
      if (approved && filed) continue
      const message = approved ? 'unfiled' : planned === 'no' ? 'unplanned' : 'notFound'
      yield { message, args: { title }, at }
    }
  },
})

const saysApproved = (record: TableRecord): boolean =>
  (!isBlank(record.text('approval')) && !/^(?:否|未|不)/.test(record.text('approval'))) ||
  isApproved(record.text('remark')) ||
  isApproved(record.text('planned'))

/** Which of its year an item is: 1 for the first; of one day one is counted, and none that was approved. Read when it is first asked for. */
function heldIn(docs: readonly Doc[]): (item: Item) => number {
  let days: Map<string, Set<string>> | undefined
  const id = ({ key, title, day }: Item) => `${key}\n${titleKey(title)}\n${day!.slice(0, 4)}`
  return (item) => {
    if (!days) {
      days = new Map()
      for (const other of itemsIn(docs)) {
        if (other.day === undefined || saysApproved(other.record)) continue
        const own = days.get(id(other)) ?? new Set()
        days.set(id(other), own.add(other.day))
      }
    }
    return [...days.get(id(item))!].filter((day) => day <= item.day!).length
  }
}

/**
 * One meeting may stand in a register of meetings, which says who approved it, and in one of filings: by title and day, the registers that say so.
 * Read when it is first asked for.
 */
function approvals(docs: readonly Doc[]): (item: Item) => boolean {
  let tables: Map<string, Set<Table>> | undefined
  const add = (key: string, table: Table) => {
    const own = tables!.get(key)
    if (own) own.add(table)
    else tables!.set(key, new Set([table]))
  }
  return ({ title, day, placed }) => {
    if (!tables) {
      tables = new Map()
      for (const { title, day, record, placed } of itemsIn(docs))
        if (saysApproved(record)) for (const key of [title, `${title}\n${day ?? ''}`]) add(key, placed.table)
    }
    // Where one of them has no day, the title alone decides.
    const keys = day ? [`${title}\n${day}`, `${title}\n`] : [title]
    return keys.some((key) => [...(tables!.get(key) ?? [])].some((table) => table !== placed.table))
  }
}
