import { cellMark, defineRule, groupsIn, hasEnd, isBlank, nanle, v } from '../src/rule.ts'

export default defineRule({
  scope: 'corpus',
  genres: ['register.groups'],
  severity: 'error',
  title: { zh: '任务结束后临时工作群没有解散', en: 'A temporary group that outlived its task' },
  basis: nanle.temporaryGroups,
  options: v.object({
    graceDays: v.optional(
      v.pipe(v.number(), v.integer(), v.minValue(0, '不能为负'), v.description('任务结束后给几天解散。依据没有写天数')),
      0,
    ),
  }),
  messages: {
    overdue: {
      zh: '临时群“{name}”的任务已于 {end} 结束，过了 {days} 天还没有解散',
      en: 'The task of temporary group {name} ended on {end}; {days} days later it is still there',
      advice: {
        zh: '由{unit}解散该群，在台账中填写解散日期；任务延期的，更新任务结束日期',
        en: '{unit} should dissolve it and enter the date; if the task goes on, enter its new end',
      },
    },
    noEnd: {
      zh: '临时群“{name}”没有写任务何时结束',
      en: 'Temporary group {name} has no end of its task',
      advice: {
        zh: '填写任务结束日期；长期使用的，改为常设群，计入本单位群数',
        en: 'Enter the end; if the group is to stay, call it a standing one',
      },
      severity: 'warning',
    },
  },
  *check({ docs, asOf }, { graceDays }) {
    for (const { name, unit, temporary, active, end, record, placed } of groupsIn(docs, asOf)) {
      if (!temporary || !active) continue
      const putOff = record.get('extended')
      const cell = (putOff && !isBlank(putOff.text) ? putOff : record.get('end')) ?? record.get('name')!
      const at = cellMark(placed, cell)
      if (end === undefined) {
        // What cannot be read is told as such.
        if (!hasEnd(record)) yield { message: 'noEnd', args: { name: name || '没有写名称' }, at }
        continue
      }
      // What was in use on the day of the register may since have been dissolved.
      if (placed.table.drawnUp !== undefined && end > placed.table.drawnUp) continue
      const days = asOf === undefined ? 0 : (Date.parse(asOf) - Date.parse(end)) / 86_400_000
      if (days > graceDays) yield { message: 'overdue', args: { name: name || '没有写名称', unit, end, days }, at }
    }
  },
})
