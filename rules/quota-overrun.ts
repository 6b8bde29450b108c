import { defineRule, exhaustedIn, ITEM_NAMES, nanle, usagesOf, v } from '../src/rule.ts'

export default defineRule({
  scope: 'corpus',
  genres: ['register.plan'],
  severity: 'error',
  title: { zh: '发文、会议、督查检查超过计划数，或者快要超过', en: 'A quota that is overrun, or will be' },
  basis: nanle.annualPlan,
  options: v.object({
    warnAt: v.optional(
      v.pipe(
        v.number(),
        v.minValue(0, '应在 0 到 1 之间'),
        v.maxValue(1, '应在 0 到 1 之间'),
        v.description('用到计划数的几成时预警；1 为不按比例预警。依据没有写比例，0.8 是本工具的取值'),
      ),
      0.8,
    ),
    minMonths: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(1, '应在 1 到 12 之间'),
        v.maxValue(12, '应在 1 到 12 之间'),
        v.description('满几个月才按进度推算；依据没有规定，3 是本工具的取值'),
      ),
      3,
    ),
  }),
  messages: {
    over: {
      zh: '{unit}{year}年{what}计划 {quota}，已有 {used}，超出 {excess}',
      en: '{unit}, {what} in {year}: {used} of {quota}, {excess} too many',
      advice: {
        zh: '停止计划外的事项，说明超出的原因，报批后调整计划',
        en: 'Stop, explain, and have the plan changed',
      },
    },
    pace: {
      zh: '{unit}{year}年{what}计划 {quota}，前 {months} 个月已有 {used}；照此进度{month}月用完，全年约 {forecast}',
      en: '{unit}, {what} in {year}: {used} of {quota} in {months} months; at this pace used up in month {month}, about {forecast} in the year',
      advice: {
        zh: '提前预警：余下的 {left} 按月安排，能合并的合并',
        en: 'Warn early: spread the remaining {left} over the year',
      },
      basis: nanle.earlyWarning,
      severity: 'warning',
    },
    near: {
      zh: '{unit}{year}年{what}计划 {quota}，已有 {used}，用了 {share}%，只剩 {left}',
      en: '{unit}, {what} in {year}: {used} of {quota} ({share} %), {left} left',
      advice: { zh: '提前预警：余下的从严把关', en: 'Warn early: be strict with what is left' },
      basis: nanle.earlyWarning,
      severity: 'warning',
    },
  },
  *check({ docs, asOf }, { warnAt, minMonths }) {
    for (const usage of usagesOf(docs, asOf)) {
      const { unit, type, year, quota, used, months, at, figures } = usage
      const common = { unit, year, what: ITEM_NAMES[type], quota, used }
      const left = quota - used
      const place = { at, related: figures.slice(-3) }
      if (used > quota) {
        yield { message: 'over', args: { ...common, excess: used - quota }, ...place }
        continue
      }
      // A year that is over holds no surprise; one event is no pace.
      if (months >= 12 || quota === 0) continue
      const month = months >= minMonths && used > 1 ? exhaustedIn(usage) : undefined
      if (month !== undefined)
        yield {
          message: 'pace',
          args: { ...common, months, month, forecast: Math.round((used / months) * 12), left },
          ...place,
        }
      else if (warnAt < 1 && used / quota >= warnAt)
        yield { message: 'near', args: { ...common, share: Math.floor((used / quota) * 100), left }, ...place }
    }
  },
})
