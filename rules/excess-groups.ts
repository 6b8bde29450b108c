import {
  cellMark,
  defineRule,
  type Group,
  groupCountsIn,
  groupKey,
  groupsIn,
  isApproved,
  nanle,
  v,
} from '../src/rule.ts'

export default defineRule({
  scope: 'corpus',
  genres: ['register.groups'],
  severity: 'warning',
  title: { zh: '工作群超过规定个数', en: 'More work groups than allowed' },
  basis: nanle.groupLimits,
  options: v.object({
    limits: v.optional(
      v.pipe(
        v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0, '不能为负'))),
        v.description('各类单位最多几个常设工作群；可以按台账“单位类型”一列的写法另加几类'),
      ),
      { 乡镇: 3, 县直: 1 },
    ),
    special: v.optional(
      v.pipe(v.array(v.string()), v.description('县委建立的专项工作群，由哪个单位管理都不算这个单位的')),
      [...nanle.specialGroups],
    ),
  }),
  messages: {
    tooMany: {
      zh: '{unit}（{type}）有 {count} 个在用的常设工作群，上限 {max} 个',
      en: '{unit} ({type}) has {count} standing work groups in use; the limit is {max}',
      advice: { zh: '合并或解散多出的群：{names}', en: 'Merge or dissolve: {names}' },
    },
    counted: {
      zh: '{unit}（{type}）有 {count} 个工作群，上限 {max} 个',
      en: '{unit} ({type}) has {count} work groups; the limit is {max}',
      advice: {
        zh: '合并或解散多出的群；其中有临时群的，常设群另列一列',
        en: 'Merge or dissolve the rest; count those for a task in a column of their own',
      },
    },
  },
  *check({ docs, asOf }, { limits, special }) {
    const exempt = new Set(special.map(groupKey))
    const units = new Map<string, Map<string, Group>>()
    for (const group of groupsIn(docs, asOf)) {
      if (!group.active || group.temporary || group.unit === '' || exempt.has(groupKey(group.name))) continue
      // 经县委办批准保留.
      if (isApproved(group.record.text('remark'))) continue
      // Two registers may list one group.
      const own = units.get(group.key) ?? new Map<string, Group>()
      if (!own.has(group.name)) own.set(group.name, group)
      units.set(group.key, own)
    }
    // Of an office of no known kind nobody knows the limit.
    for (const { unit, type = '', count, at } of groupCountsIn(docs)) {
      const max = limits[type]
      if (max !== undefined && count > max) yield { message: 'counted', args: { unit, type, count, max }, at }
    }
    for (const own of units.values()) {
      const groups = [...own.values()]
      const type = groups.find((group) => group.type !== undefined)?.type ?? ''
      const max = limits[type]
      if (max === undefined || groups.length <= max) continue
      const first = groups[max]!
      const marks = groups.map(({ placed, record }) => cellMark(placed, record.get('name')!))
      yield {
        message: 'tooMany',
        args: {
          unit: first.unit,
          type,
          count: groups.length,
          max,
          names: groups
            .slice(max)
            .map(({ name }) => name)
            .join('、'),
        },
        at: marks[max]!,
        related: marks.filter((_, i) => i !== max),
      }
    }
  },
})
