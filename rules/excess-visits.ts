import { cellMark, daysOf, defineRule, enterpriseKeys, type Mark, nanle, tablesIn, v } from '../src/rule.ts'

export default defineRule({
  scope: 'corpus',
  genres: ['register.visits'],
  severity: 'info',
  title: { zh: '一个月里走访同一企业次数过多', en: 'Too many visits to one enterprise in a month' },
  basis: nanle.enterprises,
  options: v.object({
    max: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(0, '不能为负'),
        v.description('一家企业每月最多走访几次；依据没有写次数，不设就不检查'),
      ),
    ),
  }),
  messages: {
    tooMany: {
      zh: '“{enterprise}”{month}已被走访 {count} 次，上限 {max} 次',
      en: '{enterprise} was visited {count} times in {month}; the limit is {max}',
      advice: {
        zh: '几个单位要去的，合并成一次；能电话、线上了解的，不上门',
        en: 'Go together, or ask by telephone',
      },
    },
  },
  *check({ docs }, { max }) {
    if (max === undefined) return
    const visits = new Map<string, { enterprise: string; month: string; at: Mark }[]>()
    const tables = tablesIn(docs, 'visits')
    const keyOf = enterpriseKeys(
      tables.flatMap(({ table }) => [...table.records].map(({ text }) => text('enterprise'))),
    )
    for (const placed of tables)
      for (const record of placed.table.records) {
        const enterprise = record.text('enterprise')
        if (enterprise === '') continue
        const key = keyOf(enterprise)
        // One cell may name several.
        for (const day of daysOf(record.text('date'), placed.table.since1904)) {
          const id = `${key} ${day.slice(0, 7)}`
          const list = visits.get(id) ?? []
          list.push({
            enterprise,
            month: `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月`,
            at: cellMark(placed, record.get('date')!),
          })
          visits.set(id, list)
        }
      }
    for (const list of visits.values()) {
      if (list.length <= max) continue
      const { enterprise, month, at } = list[max]!
      const related = list.filter((_, i) => i !== max).map((visit) => visit.at)
      yield { message: 'tooMany', args: { enterprise, month, count: list.length, max }, at, related }
    }
  },
})
