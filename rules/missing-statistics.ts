import { defineRule, gapsIn, monthsText, nanle, v } from '../src/rule.ts'

export default defineRule({
  scope: 'corpus',
  genres: ['register.monthly'],
  severity: 'warning',
  title: { zh: '缺少某月的统计', en: 'A month without statistics' },
  basis: nanle.monthlyStatistics,
  options: v.object({}),
  messages: {
    unit: {
      zh: '{unit}没有 {months}的统计',
      en: '{unit} has no figures for {months}',
      advice: { zh: '补报；没有发生的填 0', en: 'Enter them; 0 where nothing happened' },
    },
    everybody: {
      zh: '各单位都没有 {months}的统计',
      en: 'Nobody has figures for {months}',
      advice: {
        zh: '补报；在别的台账里的，请一并检查',
        en: 'Enter them; if they are in another register, check it in the same run',
      },
    },
  },
  *check({ docs, asOf }) {
    for (const { unit, months, every, at } of gapsIn(docs, asOf)) {
      const named = monthsText(months)
      if (every) yield { message: 'everybody', args: { months: named }, at }
      else yield { message: 'unit', args: { unit, months: named }, at }
    }
  },
})
