import {
  approvedElsewhere,
  CONVENING,
  cellMark,
  conveningIn,
  defineRule,
  filedElsewhere,
  isFiled,
  itemsIn,
  lacksMeeting,
  nanle,
  needsNoFiling,
  nthOfYear,
  plannedBy,
  plansIn,
  saysApproved,
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
    convened: {
      zh: '通知要召开的“{title}”，{unit}的年度计划里找不到',
      en: '{title}, which the notice convenes, is not in the annual plan of {unit}',
      severity: 'warning',
      advice: {
        zh: '列入计划、换了名称的，用计划里的名称；计划外的，先批准、备案，并在通知里写明',
        en: 'If it is planned under another name, use that one; if not, have it approved and filed first, and say so',
      },
    },
  },
  texts: (registers) => (plansIn(registers).titles.size > 0 ? [CONVENING] : []),
  *check({ docs, asOf }) {
    const plan = plansIn(docs)
    const isApprovedElsewhere = approvedElsewhere(docs)
    const hasFiling = filedElsewhere(docs)
    const held = nthOfYear(docs, asOf)
    for (const item of itemsIn(docs)) {
      const { title: written, enterprise, record, placed } = item
      if (written === '') continue
      const title = enterprise === '' ? written : `${enterprise}：${written}`
      const planned = plannedBy(item, plan)
      if (planned === 'yes' && item.month !== undefined) {
        const times = timesPlanned(item, plan)
        if (times === undefined || saysApproved(record) || isApprovedElsewhere(item)) continue
        const nth = held(item)
        const year = Number(item.month.slice(0, 4))
        if (nth !== undefined && nth > times)
          yield { message: 'beyond', args: { title, times, year, nth }, at: cellMark(placed, record.get('title')!) }
      }
      if (planned !== 'no' && planned !== 'not found') continue
      const at = cellMark(placed, record.get('title')!)
      const approved = saysApproved(record) || isApprovedElsewhere(item)
      if (approved && (hasFiling?.(written) || isFiled(record) || needsNoFiling(record))) continue
      // Where the table has no column for it, nobody can tell whether it was filed, which is said once of the table.
      const { columns } = placed.table
      if (approved && !hasFiling && !columns.filing && !columns.filed) continue
      const message = approved ? 'unfiled' : planned === 'no' ? 'unplanned' : 'notFound'
      yield { message, args: { title }, at }
    }
    const texts = docs.filter((doc) => !doc.register)
    // What a register of meetings tells is told there.
    const registered = new Set(texts.length > 0 ? [...itemsIn(docs)].map(({ title }) => titleKey(title)) : [])
    for (const doc of texts) {
      const convening = conveningIn(doc)
      if (!convening || registered.has(titleKey(convening.title))) continue
      const { title, unit, year, span } = convening
      if (lacksMeeting(title, unit, year, plan)) yield { message: 'convened', args: { title, unit }, at: { doc, span } }
    }
  },
})
